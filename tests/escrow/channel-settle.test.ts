import assert from 'node:assert/strict';
import { channelClose, channelDrain, channelSettle } from '@agent-labs/sdk';
import { type PublicKey, SYSVAR_CLOCK_PUBKEY, type TransactionInstruction } from '@solana/web3.js';
import { type EscrowFixture, escrowFixture, type VoucherWish } from '../fixtures/escrow';
import { NOW, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { ed25519Form, ed25519Raw, openChannel, withEntry } from '../helpers/ed25519';
import { expectRefused, withAccount } from '../helpers/refused';
import { LAYOUT_AT, patch } from '../registry/support';

describe('escrow channel_settle', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  const settle = async (wish: VoucherWish) =>
    channelSettle(fixture.deployment, [await fixture.voucher({ calls: 20, ...wish })]);
  const send = (instructions: TransactionInstruction[]) =>
    chain.send(instructions, { payer: fixture.feePayer });

  beforeEach(async () => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
  });

  describe('works', () => {
    const settledOf = async (channel?: PublicKey) => {
      const { settled, calls } = await fixture.readChannel(channel);
      return [settled, calls];
    };
    it('settles a voucher that anybody brings', async () => {
      await send(await settle({ cumulative: 12_345n, calls: 2 }));
      assert.deepEqual(await settledOf(), [12_345n, 2]);
    });

    it('lets a later voucher supersede all before it, in any rhythm', async () => {
      const early = await settle({ cumulative: 10_000n, calls: 1 });
      const late = await settle({ cumulative: 40_000n, calls: 4 });
      await send(late);
      assert.deepEqual(await settledOf(), [40_000n, 4]);
      await expectRefused(chain, early, [], 'NotMonotonic');
      await send(await settle({ cumulative: 40_001n, calls: 5 }));
      assert.deepEqual(await settledOf(), [40_001n, 5]);
    });

    it('settles several calls in one voucher, each up to the per-call maximum', async () => {
      await send(await settle({ cumulative: 150_000n, calls: 3 }));
      assert.deepEqual(await settledOf(), [150_000n, 3]);
      await send(await settle({ cumulative: 150_001n, calls: 400 }));
      assert.deepEqual(await settledOf(), [150_001n, 400]);
    });

    it('settles the whole allotment, to the last unit', async () => {
      await send(await settle({ cumulative: 200_000n, calls: 4 }));
      assert.deepEqual(await settledOf(), [200_000n, 4]);
    });

    it('settles two to four channels in one instruction, in any order', async () => {
      const channels = [fixture.channel];
      for (const n of [1, 2, 3]) channels.push(await openChannel(fixture, { n }));
      let calls = 0;
      for (const order of [2, 3, 4].flatMap((size) => permutations(channels.slice(0, size)))) {
        calls += 1;
        // each channel by another amount
        const cumulative = (channel: PublicKey) => BigInt(100 * calls + channels.indexOf(channel));
        const items = order.map((channel) =>
          fixture.voucher({ cumulative: cumulative(channel), calls }, channel),
        );
        await send(channelSettle(fixture.deployment, await Promise.all(items)));
        for (const channel of order) {
          assert.deepEqual(await settledOf(channel), [cumulative(channel), calls]);
        }
      }
      assert.equal(calls, 2 + 6 + 24);
    });

    it('settles behind each of several proofs in one transaction', async () => {
      const first = await settle({ cumulative: 10n, calls: 1 });
      await send([...first, ...(await settle({ cumulative: 30n, calls: 2 }))]);
      assert.deepEqual(await settledOf(), [30n, 2]);
    });

    it('writes calls, settled and the holdback of the channel, and nothing else anywhere', async () => {
      const other = await openChannel(fixture, { n: 1 });
      const watched = [
        ...[fixture.config, fixture.agent, fixture.version, fixture.mandate, fixture.vault, other],
        ...[fixture.payerTokens, fixture.payoutTokens, fixture.treasuryTokens, fixture.mint],
        ...[fixture.payer, fixture.session, fixture.creator, fixture.agentKey, fixture.payoutOwner].map(
          ({ publicKey }) => publicKey,
        ),
      ];
      const read = () => Promise.all(watched.map((account) => chain.getAccount(account)));
      const channelBytes = async () => Buffer.from((await chain.getAccount(fixture.channel))?.data ?? []);
      const fees = async () => (await chain.getAccount(fixture.feePayer.publicKey))?.lamports ?? 0n;

      await chain.advance({ seconds: 7 });
      const [others, before, purse] = [await read(), await channelBytes(), await fees()];
      const { logs, innerInstructions, fee } = await send(await settle({ cumulative: 99_999n, calls: 7 }));

      const expected = Buffer.from(before);
      expected.writeUInt32LE(7, 8 + 4); // calls
      expected.writeBigUInt64LE(99_999n, 8 + 64); // settled
      expected.writeBigUInt64LE(99_999n, 8 + 112); // pending
      expected.writeBigInt64LE(NOW + 7n, 8 + 120); // pending since
      expected.writeBigInt64LE(NOW + 7n, 8 + 128); // last settle
      assert.deepEqual(await channelBytes(), expected);
      assert.deepEqual(await read(), others);
      assert.equal(purse - (await fees()), fee);
      assert.deepEqual(innerInstructions, []);
      const program = `Program ${fixture.deployment.escrow.toBase58()}`;
      assert.deepEqual(
        logs.filter((line) => !line.includes(' consumed ')),
        [`${program} invoke [1]`, `${program} success`],
      );
    });
  });

  describe('refuses with', () => {
    const refused = async (wish: VoucherWish, error: string) =>
      expectRefused(chain, await settle(wish), [], error, [fixture.mandate, fixture.vault]);
    it('NotInstructionsSysvar: another sysvar in its place', async () => {
      const [proof, after] = await settle({ cumulative: 1n });
      const wrong = withAccount(after, 'instructions', { pubkey: SYSVAR_CLOCK_PUBKEY });
      await expectRefused(chain, [proof, wrong], [], 'NotInstructionsSysvar', [fixture.channel]);
    });

    it('Ed25519Missing: no proof', async () => {
      const [, alone] = await settle({ cumulative: 1n });
      await expectRefused(chain, alone, [], 'Ed25519Missing');
    });

    it('Ed25519NotCanonical: the padding byte is not zero', async () => {
      const item = await fixture.voucher({ cumulative: 1n });
      const [, after] = channelSettle(fixture.deployment, [item]);
      const proof = ed25519Raw({ ...ed25519Form([item]), padding: 1 });
      await expectRefused(chain, [proof, after], [], 'Ed25519NotCanonical');
      const moved = ed25519Raw(withEntry(ed25519Form([item]), 0, { keyIndex: 0 }));
      await expectRefused(chain, [moved, after], [], 'Ed25519NotCanonical');
    });

    it('SignatureCountMismatch: one signature, two channels', async () => {
      const other = await openChannel(fixture, { n: 1 });
      const [proof, after] = await settle({ cumulative: 1n });
      after.keys.push({ pubkey: other, isSigner: false, isWritable: true });
      await expectRefused(chain, [proof, after], [], 'SignatureCountMismatch');
    });

    it('DuplicateChannel: a channel twice, side by side or apart', async () => {
      const other = await openChannel(fixture, { n: 1 });
      const item = (calls: number, channel = fixture.channel) =>
        fixture.voucher({ cumulative: BigInt(calls), calls }, channel);
      const [first, second, between] = [await item(1), await item(2), await item(1, other)];
      for (const items of [
        [first, second],
        [first, between, second],
        [between, first, second],
        [first, second, between],
      ]) {
        const instructions = channelSettle(fixture.deployment, items);
        await expectRefused(chain, instructions, [], 'DuplicateChannel');
      }
    });

    it('NotAChannel: the mandate in its place', async () => {
      const item = { ...(await fixture.voucher({ cumulative: 1n })), channel: fixture.mandate };
      await expectRefused(chain, channelSettle(fixture.deployment, [item]), [], 'NotAChannel');
    });

    it('UnknownLayout: a version this program does not know', async () => {
      for (const version of [0, 2, 255]) {
        await patch(chain, fixture.channel, (data) => data.writeUInt8(version, LAYOUT_AT));
        await refused({ cumulative: 1n, tag: new Uint8Array(16) }, 'UnknownLayout');
      }
    });

    it('WrongTag: a voucher for something else', async () => {
      await refused({ cumulative: 1n, tag: new Uint8Array(16) }, 'WrongTag');
    });

    it('WrongSigner: anyone but the session key', async () => {
      const { payer, agentKey, creator, payoutOwner, feePayer } = fixture;
      for (const signer of [payer, agentKey, creator, payoutOwner, feePayer]) {
        await refused({ cumulative: 1n, signer }, 'WrongSigner');
      }
    });

    it('VoucherExpired', () => refused({ cumulative: 1n, expires: Number(NOW) }, 'VoucherExpired'));

    it('ChannelExpired', async () => {
      await chain.setUnixTime(NOW + 800n);
      await refused({ cumulative: 1n }, 'ChannelExpired');
    });

    it('GraceOver and ChannelDraining: closed for its grace, then drained', async () => {
      const { deployment, channelRef, session, send } = fixture;
      await send(await channelClose(deployment, channelRef, session.publicKey), session);
      await chain.advance({ seconds: 100 });
      await refused({ cumulative: 1n }, 'GraceOver');
      await send(await channelDrain(deployment, channelRef));
      await refused({ cumulative: 1n }, 'ChannelDraining');
    });

    it('NotMonotonic: not above what is settled', async () => {
      await refused({ cumulative: 0n }, 'NotMonotonic');
      await fixture.settle({ cumulative: 10n });
      for (const cumulative of [10n, 9n, 0n]) await refused({ cumulative, calls: 2 }, 'NotMonotonic');
    });

    it('CallsNotMonotonic: no new call', async () => {
      await refused({ cumulative: 1n, calls: 0 }, 'CallsNotMonotonic');
      await fixture.settle({ cumulative: 10n, calls: 5 });
      for (const calls of [5, 4, 0]) await refused({ cumulative: 11n, calls }, 'CallsNotMonotonic');
    });

    it('PerCallMaximumExceeded: one unit too much for the new calls', async () => {
      await refused({ cumulative: 50_001n, calls: 1 }, 'PerCallMaximumExceeded');
      await fixture.settle({ cumulative: 50_000n, calls: 1 });
      await refused({ cumulative: 150_001n, calls: 3 }, 'PerCallMaximumExceeded');
      await fixture.settle({ cumulative: 150_000n, calls: 3 });
    });

    it('AboveAllotment: one unit more than is allotted', async () => {
      await refused({ cumulative: 200_001n, calls: 5 }, 'AboveAllotment');
    });
  });
});

function permutations<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}
