import assert from 'node:assert/strict';
import { Keypair } from '@solana/web3.js';
import { loadLib } from './load-lib';

// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
let lib: any;

const keys = (count: number) => Array.from({ length: count }, () => Keypair.generate().publicKey.toBase58());

describe('addresses that a person pasted', () => {
  before(async () => {
    lib = await loadLib();
  });

  it('are keys of 32 bytes and nothing else', () => {
    for (const key of [...keys(50), '11111111111111111111111111111111'])
      assert.equal(lib.isAddress(key), true);
    const [key = ''] = keys(1);
    for (const text of [
      '',
      'abc',
      `${key}1`,
      `1${key}`,
      key.replace(/.$/, '0'),
      'z'.repeat(44),
      '1'.repeat(33),
    ]) {
      assert.equal(lib.isAddress(text), false, text);
    }
  });

  it('are read from lines, commas, quotes and brackets, each once', () => {
    const [a, b] = keys(2);
    const found = lib.addressesIn(`["${a}", '${b}'],\n ${a};${b}\t`);
    assert.deepEqual(found, { addresses: [a, b], wrong: null });
    assert.equal(lib.addressesIn(`${a} nobody`).wrong, 'nobody');
    assert.equal(lib.addressesIn('1'.repeat(32)).wrong, '1'.repeat(32), 'the zero address is nobody');
    assert.deepEqual(lib.addressesIn(' \n'), { addresses: [], wrong: null });
  });
});

describe('approvers of a mandate, as they are typed', () => {
  before(async () => {
    lib = await loadLib();
  });

  it('are at most eight, none of whom pays', () => {
    const [payer = '', ...others] = keys(10);
    assert.equal(lib.approversProblem('', payer), null);
    assert.equal(lib.approversProblem(others.slice(0, 8).join(' '), payer), null);
    assert.match(lib.approversProblem(others.join(' '), payer), /at most 8/);
    assert.match(lib.approversProblem(`${others[0]} ${payer}`, payer), /Who pays/);
    assert.match(lib.approversProblem('x', payer), /x is no address/);
  });

  it('are asked from an amount on, by so many of them, within one transaction', () => {
    const wish = { approvers: keys(3), threshold: 2, above: 5n, releaseAbove: null };
    assert.equal(lib.approvalProblem(wish, 14), null);
    assert.match(lib.approvalProblem(wish, 15), /do not fit/);
    assert.equal(lib.approvalProblem({ ...wish, above: null, releaseAbove: 1n }, 0), null);
    assert.match(lib.approvalProblem({ ...wish, above: null }, 0), /from which amount/);
    for (const threshold of [0, 4]) {
      assert.match(lib.approvalProblem({ ...wish, threshold }, 0), /how many/);
    }
    assert.equal(lib.approvalProblem({ ...wish, approvers: [], above: null }, 0), null);
  });

  it('stand beside a list of agents, or named ones', () => {
    const [a = ''] = keys(1);
    assert.equal(lib.listProblem('', 3), null);
    assert.equal(lib.listProblem(a, 0), null);
    assert.match(lib.listProblem(a, 1), /one of both/);
    assert.match(lib.listProblem(`${a} y`, 0), /y is no address/);
    assert.equal(lib.attestorProblem(` ${a} `), null);
    assert.match(lib.attestorProblem('z'), /no address/);
  });

  it('are asked at the very amount', () => {
    const voices = { approvers: ['a'], approvalAbove: 50n, releaseApprovalAbove: 60n };
    assert.deepEqual(
      [49n, 50n].map((amount) => lib.asksForAllotment(voices, amount)),
      [false, true],
    );
    assert.deepEqual(
      [59n, 60n].map((amount) => lib.asksForRelease(voices, amount)),
      [false, true],
    );
    assert.equal(lib.asksForAllotment({ ...voices, approvers: [] }, 50n), false);
    assert.equal(lib.asksForRelease({ ...voices, releaseApprovalAbove: null }, 10n ** 30n), false);
  });
});

describe('what a call leaves of a mandate', () => {
  before(async () => {
    lib = await loadLib();
  });
  const mandate = { free: 100n, allotted: 20n, spentToday: 5n, totalCharged: 30n };
  const caps = { dailyCap: 200n, totalCap: 300n };

  it('is allotted out of what is free, and what is missing is set aside first', () => {
    assert.deepEqual(lib.afterAllotment(mandate, 70n), {
      figures: { free: 30n, allotted: 90n, spentToday: 75n, totalCharged: 100n },
      missing: 0n,
    });
    const { figures, missing } = lib.afterAllotment(mandate, 150n);
    assert.deepEqual([figures.free, figures.allotted, missing], [0n, 170n, 50n]);
  });

  it('says which limit it would break', () => {
    const changed = (amount: bigint) =>
      lib.mandateChanges(mandate, lib.afterAllotment(mandate, amount).figures, caps);
    const over = (amount: bigint) =>
      changed(amount)
        .filter((change: { over?: boolean }) => change.over)
        .map(({ label }: { label: string }) => label);
    assert.deepEqual(over(195n), []);
    assert.deepEqual(over(196n), ['Allotted today']);
    assert.deepEqual(over(271n), ['Allotted today', 'Allotted in all']);
  });

  it('is refused by the limits, a stop and the end, each by its name', () => {
    const alive = { killedAt: 0, expiresAt: 1_000 };
    const refusal = (amount: bigint, state = alive, now = 999) =>
      lib.allotmentRefusal(lib.afterAllotment(mandate, amount).figures, caps, state, now);
    assert.equal(refusal(195n), null);
    assert.match(refusal(196n), /Today's limit/);
    assert.match(refusal(271n), /limit in all/);
    assert.match(refusal(1n, { ...alive, killedAt: 5 }), /stopped/);
    assert.match(refusal(1n, alive, 1_000), /expired/);
  });
});

describe('where a request stands', () => {
  before(async () => {
    lib = await loadLib();
  });
  const view = (changes: object = {}) => ({
    matches: true,
    outlived: false,
    strays: false,
    expiresAt: 100,
    threshold: 2,
    approvers: [
      { wallet: 'a', signed: false },
      { wallet: 'b', signed: true },
      { wallet: 'c', signed: false },
    ],
    ...changes,
  });
  const all = view().approvers.map((one) => ({ ...one, signed: true }));

  it('waits, has enough, is late to the second, or is void', () => {
    assert.equal(lib.approvalState(view(), 99), 'waiting');
    assert.equal(lib.approvalState(view({ approvers: all }), 99), 'enough');
    assert.equal(lib.approvalState(view({ approvers: all }), 100), 'late');
    assert.equal(lib.approvalState(view({ matches: false, approvers: all }), 99), 'void');
    assert.equal(lib.approvalState(view({ outlived: true }), 99), 'void');
    assert.equal(lib.approvalState(view({ strays: true }), 99), 'void');
  });

  it('waits for those approvers who have not signed', () => {
    const waits = (wallet: string | null, now = 99, on = view()) => lib.waitsFor(on, wallet, now);
    assert.deepEqual(
      ['a', 'b', 'd', null].map((wallet) => waits(wallet)),
      [true, false, false, false],
    );
    assert.equal(waits('a', 100), false);
    assert.equal(waits('a', 99, view({ matches: false })), false);
  });
});

describe('where a consent stands', () => {
  before(async () => {
    lib = await loadLib();
  });

  it('counts until it is taken back, or over, to the second', () => {
    const state = (changes: object, now: number) =>
      lib.grantState({ revokedAt: 0, expiresAt: 100, ...changes }, now);
    assert.deepEqual(
      [state({}, 99), state({}, 100), state({ revokedAt: 50 }, 60)],
      ['valid', 'over', 'revoked'],
    );
  });
});
