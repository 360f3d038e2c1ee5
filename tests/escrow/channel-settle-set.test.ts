import assert from 'node:assert/strict';
import {
  channelClose,
  channelDrain,
  channelSettle,
  type SetChannel,
  voucherSetLength,
  voucherSetTag,
} from '@agent-labs/sdk';
import {
  ComputeBudgetProgram,
  Keypair,
  type PublicKey,
  SYSVAR_CLOCK_PUBKEY,
  TransactionInstruction,
} from '@solana/web3.js';
import { type EscrowFixture, escrowFixture } from '../fixtures/escrow';
import { NOW, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import {
  type Ed25519Layout,
  ed25519Form,
  ed25519Raw,
  expectRuntimeRefusal,
  openMandate,
  signed,
  UNVERIFIED,
  withEntry,
} from '../helpers/ed25519';
import { expectRefused, withAccount } from '../helpers/refused';
import { lookupTable, type Many, openMany, type SetWish } from '../helpers/voucher-sets';
import { copyOf, dataOf, LAYOUT_AT, patch } from '../registry/support';

/** Most channels of a set in one v0 transaction with a lookup table, a priority fee and a limit. */
const MOST = 55;
/** Most compute units of each further channel of a set; `npm run bench` tells what it uses now. */
const BUDGET = 250;
/** Bytes of a message before the amounts. */
const HEAD = 48;

describe('escrow channel_settle_set', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  let many: Many;

  const start = async (count: number) => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
    many = await openMany(fixture, count);
  };
  const settledOf = async (channels = many.channels) => {
    const read = await Promise.all(channels.map((channel) => fixture.readChannel(channel)));
    return read.map(({ settled, calls }) => [settled, calls]);
  };
  /** Of the settle alone. */
  const units = (logs: string[]): number => {
    const consumed = new RegExp(`^Program ${fixture.deployment.escrow.toBase58()} consumed (\\d+) of`);
    const used = logs.flatMap((line) => consumed.exec(line)?.[1] ?? []);
    assert.equal(used.length, 1);
    return Number(used[0]);
  };

  describe('works:', () => {
    it('55 channels by one signature, in one v0 transaction with a priority fee and a limit', async () => {
      await start(MOST);
      const price = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1_000 });
      const options = {
        payer: fixture.feePayer,
        lookupTables: [await lookupTable(fixture, many.channels)],
        computeUnitLimit: 20_000,
      };
      const { size, logs } = await chain.send([price, ...(await many.settle())], options);
      assert.deepEqual(
        await settledOf(),
        many.channels.map(() => [1_000n, 1]),
      );
      const two = await chain.simulate(
        await many.settle({ cumulative: 2_000n, calls: 2 }, many.channels.slice(0, 2)),
        options,
      );
      assert.equal(size, 1_230);
      const further = (units(logs) - units(two.logs)) / (MOST - 2);
      assert.ok(further <= BUDGET, `${further} units`);
    });

    it('each channel by its own amount, in any order of the set, again and again', async () => {
      await start(3);
      const [a, b, c] = many.channels as [PublicKey, PublicKey, PublicKey];
      let calls = 0;
      for (const order of [
        [a, b],
        [b, a],
        [a, b, c],
        [c, a, b],
        [b, c, a],
      ]) {
        calls += 1;
        const each: SetWish['each'] = {};
        order.forEach((channel, at) => {
          each[at] = { cumulative: BigInt(100 * calls + many.channels.indexOf(channel)) };
        });
        await fixture.send(await many.settle({ calls, each }, order));
        const expected = order.map((channel) => [
          BigInt(100 * calls + many.channels.indexOf(channel)),
          calls,
        ]);
        assert.deepEqual(await settledOf(order), expected);
      }
    });

    it('beside single vouchers, each of which supersedes what came before it', async () => {
      await start(2);
      const [first] = many.channels as [PublicKey];
      await fixture.send(await many.settle({ cumulative: 10n }));
      const item = await fixture.voucher({ cumulative: 20n, calls: 2, signer: many.session }, first);
      await fixture.send(channelSettle(fixture.deployment, [item]));
      await expectRefused(chain, await many.settle({ cumulative: 15n, calls: 3 }), [], 'NotMonotonic');
      await fixture.send(await many.settle({ cumulative: 30n, calls: 3 }));
      assert.deepEqual(await settledOf(), [
        [30n, 3],
        [30n, 3],
      ]);
    });

    it('channels of several mandates that share a session key', async () => {
      await start(1);
      const other = await openMandate(fixture, 8n, { sessionKey: many.session.publicKey, amount: 12_000n });
      const both = [...many.channels, other.channel];
      await fixture.send(await many.settle({}, both));
      assert.deepEqual(await settledOf(both), [
        [1_000n, 1],
        [1_000n, 1],
      ]);
    });
  });

  describe('refuses', () => {
    beforeEach(() => start(3));

    const refusedAs = (instructions: TransactionInstruction[], error: string) =>
      expectRefused(chain, instructions, [], error, [...many.channels, many.mandate, fixture.channel]);
    const refused = async (wish: SetWish, error: string, channels?: PublicKey[]) =>
      refusedAs(await many.settle(wish, channels), error);
    /** The set's settle behind another proof. */
    const behind = async (proof: TransactionInstruction, error: string) =>
      refusedAs([proof, (await many.settle())[1]], error);
    /** What the session key signs, in the form of a proof. */
    const proofOf = (message: Uint8Array, signer = many.session) =>
      ed25519Raw(ed25519Form([signed(signer, message)]));
    const messageOf = async (wish: SetWish = {}, channels?: PublicKey[]) =>
      (await many.settle(wish, channels))[0].data.subarray(2 + 14 + 96);
    /** One channel of the set, the last, by another amount. */
    const last = (change: Partial<SetChannel>): SetWish => ({ each: { 2: change } });

    it('SetSizeInvalid: no channel, and one', async () => {
      const [proof, settle] = await many.settle();
      for (const kept of [1, 2]) {
        const cut = new TransactionInstruction({ ...settle, keys: settle.keys.slice(0, kept) });
        await refusedAs([proof, cut], 'SetSizeInvalid');
      }
      // a set of one would be a voucher's length
      assert.equal(voucherSetLength(1), 64);
    });

    it('WrongSet: other channels of the same key, or these in another order', async () => {
      const [a, b, c] = many.channels as [PublicKey, PublicKey, PublicKey];
      const tags = await Promise.all(
        [a, b].map(async (at) => Uint8Array.from((await fixture.readChannel(at)).tag)),
      );
      for (const channels of [
        [b, a],
        [a, c],
        [c, b],
      ]) {
        await refused({ tags }, 'WrongSet', channels);
      }
      await fixture.send(await many.settle({ tags }, [a, b]));
    });

    it('WrongSet: of another generation, another domain, off by a bit', async () => {
      const tags = await Promise.all(
        many.channels.map(async (at) => Uint8Array.from((await fixture.readChannel(at)).tag)),
      );
      const message = Buffer.from(await messageOf());
      assert.deepEqual(voucherSetTag(tags), Uint8Array.from(message.subarray(0, 16)));
      for (const at of [0, 7, 15]) {
        const changed = Buffer.from(message);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await behind(proofOf(changed), 'WrongSet');
      }
      // a channel's tag is of another domain
      await behind(proofOf(Buffer.concat([tags[0] as Uint8Array, message.subarray(16)])), 'WrongSet');
      await patch(chain, many.channels[2] as PublicKey, (data) => data.writeUInt8((data[16] ?? 0) ^ 1, 16));
      await behind(proofOf(message), 'WrongSet');
    });

    it('WrongSigner: anyone but the one session key of all', async () => {
      for (const signer of [fixture.payer, fixture.session, fixture.agentKey, Keypair.generate()]) {
        await refused({ signer }, 'WrongSigner');
      }
      await refused({}, 'WrongSigner', [...many.channels, fixture.channel]);
    });

    it('UnknownLayout', async () => {
      for (const version of [0, 2, 255]) {
        const tags = many.channels.map(() => new Uint8Array(16));
        await patch(chain, many.channels[2] as PublicKey, (data) => data.writeUInt8(version, LAYOUT_AT));
        await refused({ tags }, 'UnknownLayout');
      }
    });

    it('NotAChannel: another account, owner or type', async () => {
      const [a, b, c] = many.channels as [PublicKey, PublicKey, PublicKey];
      const [proof, settle] = await many.settle();
      const foreign = await copyOf(chain, c, fixture.deployment.stake);
      for (const pubkey of [foreign, many.mandate, fixture.config, Keypair.generate().publicKey]) {
        const keys = [...settle.keys.slice(0, 3), { pubkey, isSigner: false, isWritable: true }];
        await refusedAs([proof, new TransactionInstruction({ ...settle, keys })], 'NotAChannel');
      }
      const whole = await dataOf(chain, c);
      await patch(chain, c, (data) => data.writeUInt8((whole[0] ?? 0) ^ 1, 0));
      await refused({ tags: [a, b, c].map(() => new Uint8Array(16)) }, 'NotAChannel');
    });

    it('DuplicateChannel: a channel twice, though it was signed twice', async () => {
      const [a, b] = many.channels as [PublicKey, PublicKey];
      for (const channels of [
        [a, a],
        [a, b, a],
        [a, b, b],
      ]) {
        const each = { 1: { cumulative: 1_001n, calls: 2 }, 2: { cumulative: 1_002n, calls: 3 } };
        await refused({ each: channels.length > 2 ? each : { 1: each[1] } }, 'DuplicateChannel', channels);
      }
    });

    it('VoucherExpired and ChannelExpired, to the second', async () => {
      await refused({ expires: Number(NOW) }, 'VoucherExpired');
      await chain.setUnixTime(NOW + 699n);
      await chain.simulate(await many.settle(), { payer: fixture.feePayer });
      await chain.setUnixTime(NOW + 800n);
      await refused({ expires: Number(NOW) + 900 }, 'ChannelExpired');
    });

    it('GraceOver and ChannelDraining: one of them closed for its grace, then drained', async () => {
      const { deployment, send } = fixture;
      const ref = { channel: many.channels[2] as PublicKey, mandate: many.mandate };
      await chain.advance({ slots: 1 });
      await send(await channelClose(deployment, ref, many.session.publicKey), many.session);
      await chain.advance({ seconds: 99 });
      await chain.simulate(await many.settle(), { payer: fixture.feePayer });
      await chain.advance({ seconds: 1 });
      await refused({}, 'GraceOver');
      await send(await channelDrain(deployment, ref));
      await refused({}, 'ChannelDraining');
    });

    it('NotMonotonic, CallsNotMonotonic, PerCallMaximumExceeded, AboveAllotment: the last, and the first with it', async () => {
      await fixture.send(await many.settle({ cumulative: 100n, calls: 3 }));
      const at = (change: Partial<SetChannel>): SetWish => ({ cumulative: 200n, calls: 4, ...last(change) });
      for (const cumulative of [0n, 99n, 100n]) await refused(at({ cumulative }), 'NotMonotonic');
      for (const calls of [0, 2, 3]) await refused(at({ calls }), 'CallsNotMonotonic');
      await refused(at({ cumulative: 10_101n }), 'PerCallMaximumExceeded');
      await refused(at({ cumulative: 2n ** 64n - 1n, calls: 2 ** 32 - 1 }), 'PerCallMaximumExceeded');
      await refused(at({ cumulative: 12_001n, calls: 9 }), 'AboveAllotment');
      await fixture.send(await many.settle(at({ cumulative: 12_000n, calls: 9 })));
      assert.deepEqual(await settledOf(), [
        [200n, 4],
        [200n, 4],
        [12_000n, 9],
      ]);
    });

    it('NotInstructionsSysvar, and no account at all', async () => {
      const [proof, settle] = await many.settle();
      const clock = withAccount(settle, 'instructions', { pubkey: SYSVAR_CLOCK_PUBKEY });
      await refusedAs([proof, clock], 'NotInstructionsSysvar');
      await refusedAs([proof, new TransactionInstruction({ ...settle, keys: [] })], 'AccountNotEnoughKeys');
    });

    it('Ed25519Missing: no proof, one that is not right before, one shared', async () => {
      const [proof, settle] = await many.settle();
      await refusedAs([settle], 'Ed25519Missing');
      await refusedAs([settle, proof], 'Ed25519Missing');
      const between = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1 });
      await refusedAs([proof, between, settle], 'Ed25519Missing');
      await refusedAs([proof, settle, settle], 'Ed25519Missing');
    });

    it('SignatureCountMismatch: two signatures, and none', async () => {
      const message = await messageOf();
      const twice = [signed(many.session, message), signed(many.session, message)];
      await behind(ed25519Raw(ed25519Form(twice)), 'SignatureCountMismatch');
      await behind(
        ed25519Raw({ count: 0, padding: 0, entries: [], body: Buffer.alloc(0) }),
        'SignatureCountMismatch',
      );
    });

    it('Ed25519NotCanonical: another length, place, index or padding', async () => {
      const message = await messageOf();
      const form = ed25519Form([signed(many.session, message)]);
      await behind(ed25519Raw({ ...form, padding: 1 }), 'Ed25519NotCanonical');
      for (const index of ['signatureIndex', 'keyIndex', 'messageIndex'] as const) {
        await behind(ed25519Raw(withEntry(form, 0, { [index]: 0 })), 'Ed25519NotCanonical');
      }
      const layouts: Ed25519Layout[] = [
        { before: 1 },
        { after: 1 },
        { parts: ['signature', 'key', 'message'] },
      ];
      for (const layout of layouts) {
        await behind(ed25519Raw(ed25519Form([signed(many.session, message)], layout)), 'Ed25519NotCanonical');
      }
      // of two channels, of four, and cut
      const short = await messageOf({}, many.channels.slice(0, 2));
      for (const other of [short, Buffer.concat([message, Buffer.alloc(12)]), message.subarray(0, -1)]) {
        await behind(proofOf(other), 'Ed25519NotCanonical');
      }
    });

    it('a voucher in the place of a set, and a set in the place of vouchers', async () => {
      const { deployment } = fixture;
      const [a] = many.channels as [PublicKey];
      const item = await fixture.voucher({ cumulative: 10n, signer: many.session }, a);
      const [voucherProof, settle] = channelSettle(deployment, [item]);
      const [proof, settleSet] = await many.settle();
      await refusedAs([voucherProof, settleSet], 'Ed25519NotCanonical');
      const cut = new TransactionInstruction({ ...settleSet, keys: settleSet.keys.slice(0, 2) });
      await refusedAs([voucherProof, cut], 'SetSizeInvalid');
      await refusedAs([proof, settle], 'Ed25519NotCanonical');
    });

    it('what the runtime did not verify', async () => {
      const form = ed25519Form([signed(many.session, await messageOf())]);
      const [, settle] = await many.settle();
      for (let at = 0; at < form.body.length; at += 17) {
        const body = Buffer.from(form.body);
        body[at] = (body[at] ?? 0) ^ 1;
        await expectRuntimeRefusal(
          chain,
          [ed25519Raw({ ...form, body }), settle],
          fixture.feePayer,
          UNVERIFIED,
        );
      }
      assert.ok(form.body.length > 96 + HEAD);
    });

    it('a read-only channel: the runtime refuses the write', async () => {
      const [proof, settle] = await many.settle();
      for (const meta of settle.keys) meta.isWritable = false;
      await expectRuntimeRefusal(
        chain,
        [proof, settle],
        fixture.feePayer,
        /^instruction 1 failed: ReadonlyDataModified$/,
      );
    });
  });
});
