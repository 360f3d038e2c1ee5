import assert from 'node:assert/strict';
import { loadLib } from './load-lib';

// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
let lib: any;

const DAY = 86_400;
/** Midnight UTC that a day begins at, and its number. */
const TODAY = 20_783;
const MIDNIGHT = TODAY * DAY;

const issuer = (changes: object = {}) => ({
  active: true,
  dailyCap: 1_000n,
  day: TODAY,
  mintedOnDay: 400n,
  ...changes,
});

const move = (key: string, changes: object = {}) => ({ key, kind: 'minted', amount: 1n, ...changes });
const keys = (told: { moves: { key: string }[] }) => told.moves.map(({ key }) => key).join('');

before(async () => {
  lib = await loadLib();
});

describe('what an issuer of credits has of its day', () => {
  it('is the cap without what it minted since midnight UTC, anew at the next', () => {
    const resetsAt = MIDNIGHT + DAY;
    const expected = { minted: 400n, left: 600n, resetsAt };
    for (const now of [MIDNIGHT, MIDNIGHT + 1, MIDNIGHT + DAY - 1]) {
      assert.deepEqual(lib.issuersDay(issuer(), now), expected);
    }
  });

  it('is the whole cap on another day than it last minted on', () => {
    const next = MIDNIGHT + DAY;
    assert.deepEqual(lib.issuersDay(issuer(), next), { minted: 0n, left: 1_000n, resetsAt: next + DAY });
    // one that never minted has day 0
    const fresh = issuer({ day: 0, mintedOnDay: 0n });
    assert.deepEqual(lib.issuersDay(fresh, MIDNIGHT), { minted: 0n, left: 1_000n, resetsAt: next });
  });

  it('is nothing where all is minted, and never less where the cap was lowered since', () => {
    assert.equal(lib.issuersDay(issuer({ mintedOnDay: 1_000n }), MIDNIGHT).left, 0n);
    const lowered = lib.issuersDay(issuer({ dailyCap: 100n }), MIDNIGHT);
    assert.deepEqual([lowered.minted, lowered.left], [400n, 0n]);
    assert.equal(lib.issuersDay(issuer({ dailyCap: 0n, mintedOnDay: 0n }), MIDNIGHT).left, 0n);
  });

  it('has no end without a cap, and is nothing while the issuer is stopped', () => {
    assert.equal(lib.issuersDay(issuer({ dailyCap: null }), MIDNIGHT).left, null);
    for (const dailyCap of [1_000n, null]) {
      const stopped = lib.issuersDay(issuer({ active: false, dailyCap }), MIDNIGHT);
      assert.deepEqual([stopped.minted, stopped.left], [400n, 0n]);
    }
  });
});

describe('the reference of a redemption', () => {
  it('is 32 bytes in hexadecimal, of either case, or none', () => {
    const bytes = lib.referenceBytes(` ${'0aF1'.repeat(16)} `);
    assert.deepEqual(
      [...bytes],
      Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? 0x0a : 0xf1)),
    );
    for (const none of ['', '  ']) assert.equal(lib.referenceBytes(none), null);
  });

  it('is refused by name otherwise', () => {
    for (const text of [
      'order-1041',
      'ab',
      'a'.repeat(63),
      'a'.repeat(65),
      `0x${'a'.repeat(62)}`,
      'g'.repeat(64),
    ]) {
      assert.throws(() => lib.referenceBytes(text), { name: 'ReferenceInvalid', message: /64 digits/ }, text);
    }
    assert.throws(() => lib.referenceBytes('0'.repeat(64)), { name: 'ReferenceInvalid', message: /zeros/ });
  });
});

describe('an event of credits', () => {
  const REFERENCE = 'ab'.repeat(32);
  const event = (data: object) => ({
    id: '7',
    signature: 'signature',
    slot: 12,
    blockTime: MIDNIGHT,
    data: { mint: 'mint', amount: '2500000', reference: REFERENCE, ...data },
  });
  const common = { key: '7', signature: 'signature', slot: 12, time: MIDNIGHT, mint: 'mint' };
  const of = (data: object, asker: string) => lib.creditMove(event(data), asker);

  it('is what it is to the wallet that asks', () => {
    const minted = { issuer: 'issuer', wallet: 'buyer' };
    const expected = { ...common, amount: 2_500_000n, reference: REFERENCE };
    assert.deepEqual(of(minted, 'buyer'), { ...expected, kind: 'minted', other: 'issuer' });
    assert.deepEqual(of(minted, 'issuer'), { ...expected, kind: 'issued', other: 'buyer' });
    assert.deepEqual(of({ holder: 'buyer' }, 'buyer'), { ...expected, kind: 'burned', other: null });
    // an issuer that minted to itself was given them
    assert.equal(of({ issuer: 'issuer', wallet: 'issuer' }, 'issuer').kind, 'minted');
  });

  it('has no reference where that is all zeros', () => {
    assert.equal(of({ holder: 'buyer', reference: '0'.repeat(64) }, 'buyer').reference, null);
  });
});

describe('what was minted and what was burned, as one list', () => {
  it('has the latest first', () => {
    const minted = { moves: [move('e'), move('b')], more: false };
    const burned = { moves: [move('d'), move('a')], more: false };
    const told = lib.mergedMoves([minted, burned]);
    assert.deepEqual([keys(told), told.more], ['edba', false]);
    assert.deepEqual(lib.mergedMoves([]), { moves: [], more: false });
  });

  it('ends where one of the lists is not told any further', () => {
    const minted = { moves: [move('e'), move('c')], more: true };
    const burned = { moves: [move('d'), move('a')], more: false };
    const told = lib.mergedMoves([minted, burned]);
    assert.deepEqual([keys(told), told.more], ['edc', true]);
    assert.equal(keys(lib.mergedMoves([minted, { ...burned, more: true }])), 'edc');
  });

  it('has each once', () => {
    const list = { moves: [move('b'), move('a')], more: false };
    assert.equal(keys(lib.mergedMoves([list, list])), 'ba');
  });
});
