import assert from 'node:assert/strict';
import {
  builtDeployment,
  channelSettle,
  channelSettleSet,
  createMessageSigner,
  encodeVoucher,
  type SetChannel,
  signVoucherSet,
} from '@agent-labs/sdk';
import { Keypair, type TransactionInstruction } from '@solana/web3.js';
import { factsOf } from '../../indexer/dist/decode/facts.js';
import { channels as projection } from '../../indexer/dist/project/channels.js';

const deployment = builtDeployment(new Uint8Array(32).fill(4));
const signer = createMessageSigner(new Uint8Array(32).fill(7));
const EXPIRES = 1_900_000_000;
const moved = [1, 2, 3].map(
  (at): SetChannel => ({
    tag: new Uint8Array(16).fill(at),
    cumulative: BigInt(100 * at),
    calls: at,
    transcript: new Uint8Array(32).fill(at),
  }),
);
const channels = moved.map(() => Keypair.generate().publicKey);

/** What a transaction of these instructions did; where `called`, another program called the second. */
function facts(instructions: TransactionInstruction[], failed = false, called = false) {
  return factsOf(deployment, {
    ...{ signature: 'x', slot: 1, position: 0, blockTime: null, failed },
    instructions: instructions.map(({ programId, keys, data }, at) => ({
      programId: programId.toBase58(),
      accounts: keys.map(({ pubkey }) => pubkey.toBase58()),
      data,
      outerIndex: at,
      innerIndex: called && at === 1 ? 0 : -1,
    })),
  });
}

const setOf = () => channelSettleSet(deployment, { channels, ...signVoucherSet(signer, moved, EXPIRES) });

describe('indexer: voucher sets', () => {
  it('are a fact for each channel, also where a program called the settle', () => {
    for (const called of [false, true]) {
      const told = facts(setOf(), false, called);
      assert.deepEqual(
        told.map(({ part, kind, outerIndex, innerIndex }) => [part, kind, outerIndex, innerIndex]),
        channels.map((_, at) => [at, 'channelSettled', 1, called ? 0 : -1]),
      );
      assert.deepEqual(
        told.map(({ data }) => data),
        moved.map(({ cumulative, calls }, at) => ({
          channel: channels[at]?.toBase58(),
          sessionKey: Buffer.from(signer.publicKey).toString('hex'),
          tag: null,
          cumulative: cumulative.toString(),
          calls,
        })),
      );
    }
    assert.deepEqual(facts(setOf(), true), []);
  });

  it('are folded like vouchers: into the generation that lives', () => {
    const [first] = moved as [SetChannel];
    const message = encodeVoucher({ ...first, cumulative: 50n, expires: EXPIRES });
    const item = { publicKey: signer.publicKey, signature: signer.sign(message), message };
    const [channel] = channels as [(typeof channels)[0]];
    const [one] = facts(channelSettle(deployment, [{ channel, ...item }]));
    const [set] = facts(setOf());
    assert.ok(one && set);
    const place = { signature: 'x', slot: 1, blockTime: null, place: '' };
    const life = { tag: Buffer.from(first.tag).toString('hex'), settled: '0', calls: 0, status: 'Open' };
    const state = { lives: [{ ...life, status: 'Finished' }, { ...life }] };
    const { apply } = projection as unknown as { apply(into: typeof state, fact: unknown): void };
    apply(state, { ...one, ...place });
    assert.deepEqual([state.lives[1]?.settled, state.lives[1]?.calls], ['50', 1]);
    apply(state, { ...set, ...place });
    assert.deepEqual([state.lives[1]?.settled, state.lives[1]?.calls], ['100', 1]);
    assert.equal(state.lives[0]?.settled, '0');
    // of a generation whose opening has not arrived yet
    const early = { lives: [{ ...life, status: 'Finished' }] };
    apply(early, { ...set, ...place });
    assert.equal(early.lives[0]?.settled, '0');
  });
});
