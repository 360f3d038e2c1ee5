import assert from 'node:assert/strict';
import {
  channelClose,
  channelDrain,
  channelFinish,
  channelOpen,
  channelPayout,
  channelSettle,
  UNCAPPED,
} from '@agent-labs/sdk';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { type EscrowFixture, escrowFixture, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { NOW, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { expectRuntimeRefusal, openChannel, openMandate, settling } from '../helpers/ed25519';
import { expectRefused } from '../helpers/refused';
import { copyOf, dataOf, donation, key, patch } from '../registry/support';

const U64_MAX = 2n ** 64n - 1n;
const U32_MAX = 2 ** 32 - 1;

describe('escrow channel_settle: accounts and numbers that do not fit', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  let on: ReturnType<typeof settling>;
  /** A good voucher for the fixture's channel, with another account in the channel's place. */
  const refusedAccount = async (channel: PublicKey) =>
    on.refusedItem('NotAChannel', { ...(await on.voucher()), channel });

  beforeEach(async () => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
    on = settling(fixture);
  });

  it('attack 1: asks for no authority but the voucher, and takes no other for it', async () => {
    const [proof, settle] = channelSettle(fixture.deployment, [await on.voucher({ signer: fixture.payer })]);
    const { payer, session } = fixture;
    const keys = [payer, session].map(({ publicKey }) => ({
      pubkey: publicKey,
      isSigner: true,
      isWritable: false,
    }));
    const withSigners = new TransactionInstruction({ ...settle, keys: [...settle.keys, ...keys] });
    await expectRefused(chain, [proof, settle], [], 'WrongSigner');
    await expectRefused(chain, [proof, withSigners], [payer, session], 'SignatureCountMismatch');
  });

  it('attack 2: a channel owned by another program', async () => {
    const { registry, stake } = fixture.deployment;
    for (const owner of [registry, stake, SystemProgram.programId, TOKEN_PROGRAM_ID]) {
      await refusedAccount(await copyOf(chain, fixture.channel, owner));
    }
  });

  it('attack 3: right layout, wrong type: a mandate of exactly the size of a channel', async () => {
    const { mandate } = await openMandate(fixture, 2n, { allowList: [fixture.agent, key()] });
    const [its, ours] = [await dataOf(chain, mandate), await dataOf(chain, fixture.channel)];
    assert.equal(its.length, ours.length);
    await refusedAccount(mandate);
    // even with every byte but the type's like a channel's
    await patch(chain, mandate, (data) => ours.copy(data, 8, 8));
    await refusedAccount(mandate);
  });

  it('attack 3: any other account in the place of a channel', async () => {
    const { config, agent, version, mandate, vault, payerTokens, payer, deployment } = fixture;
    const others = [config, agent, version, mandate, vault, payerTokens, payer.publicKey];
    for (const other of [...others, deployment.escrow, deployment.registry, key()])
      await refusedAccount(other);
  });

  it('attack 3: a channel cut short or longer', async () => {
    const whole = await dataOf(chain, fixture.channel);
    const state = await chain.getAccount(fixture.channel);
    assert.ok(state);
    for (const length of [0, 1, 8, 9, whole.length - 1, whole.length + 1, whole.length + 8]) {
      const data = Buffer.alloc(length);
      whole.copy(data);
      await chain.setAccount(fixture.channel, { ...state, data, lamports: 10n ** 9n });
      const tag = Uint8Array.from(whole.subarray(16, 32));
      await on.refused({ tag }, 'NotAChannel');
    }
  });

  it('attack 7: the same account twice, read-only the second time', async () => {
    const [one, two] = [await on.voucher(), await on.voucher({ cumulative: 20_000n, calls: 41 })];
    const [proof, settle] = channelSettle(fixture.deployment, [one, two]);
    const last = settle.keys[2];
    assert.ok(last);
    last.isWritable = false;
    await expectRefused(chain, [proof, settle], [], 'DuplicateChannel');
  });

  it('attack 9: ended, and funded or opened again in the same transaction', async () => {
    const { deployment, channelRef, payer, payoutOwner, mint, mandate, agent } = fixture;
    await on.settle({ calls: 1 });
    const item = await on.voucher({ cumulative: 20_000n });
    await on.close(payer);
    await chain.advance({ seconds: 100 });
    await fixture.send(await channelDrain(deployment, channelRef));
    await fixture.send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    await chain.advance({ seconds: 200 });
    const finish = await channelFinish(deployment, channelRef, payer.publicKey, payer.publicKey);
    const refund = donation(payer.publicKey, fixture.channel, 10_000_000n);
    await expectRefused(chain, [finish, refund, ...on.settleOf(item)], [payer], 'NotAChannel', [mandate]);
    const { instruction: open } = await channelOpen(deployment, {
      authority: payer.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent,
      versionNumber: 1,
      amount: 200_000n,
      expiresAt: NOW + 800n,
    });
    await expectRefused(chain, [finish, open, ...on.settleOf(item)], [payer], 'WrongTag', [mandate]);
    // nor may it close what it opened just now, to come to the same generation twice
    const close = await channelClose(deployment, channelRef, payer.publicKey);
    await expectRefused(chain, [finish, open, close], [payer], 'ClosedInOpeningSlot', [mandate]);
  });

  it('attack 12: zero discriminator, and any that differs in a byte', async () => {
    const discriminator = (await dataOf(chain, fixture.channel)).subarray(0, 8);
    for (let at = 0; at < 8; at++) {
      const changed = Buffer.from(discriminator);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await patch(chain, fixture.channel, (data) => changed.copy(data));
      await on.refused({ tag: await tag() }, 'NotAChannel');
    }
    await patch(chain, fixture.channel, (data) => data.fill(0, 0, 8));
    await on.refused({ tag: await tag() }, 'NotAChannel');
    await patch(chain, fixture.channel, (data) => discriminator.copy(data));
    await on.settle();
  });

  it('a read-only channel: the runtime refuses the write', async () => {
    const [proof, settle] = on.settleOf(await on.voucher());
    for (const meta of settle.keys) meta.isWritable = false;
    const reason = /^instruction 1 failed: ReadonlyDataModified$/;
    await expectRuntimeRefusal(chain, [proof, settle], fixture.feePayer, reason);
  });

  it('no accounts at all, and no data', async () => {
    const [proof, settle] = on.settleOf(await on.voucher());
    const bare = new TransactionInstruction({ ...settle, keys: [] });
    await expectRefused(chain, [proof, bare], [], 'AccountNotEnoughKeys', [fixture.channel]);
    const mute = new TransactionInstruction({ ...settle, data: Buffer.alloc(0) });
    await expectRefused(chain, [proof, mute], [], 'InstructionFallbackNotFound');
  });

  it('a refusal at the last of several channels undoes the first', async () => {
    const others = [await openChannel(fixture, { n: 1 }), await openChannel(fixture, { n: 2 })];
    const items = [await on.voucher()];
    for (const other of others) items.push(await on.voucher({}, other));
    const late = await on.voucher({ cumulative: 50_001n }, others[1]);
    await on.refusedItem('AboveAllotment', ...items.slice(0, 2), late);
    await fixture.send(on.settleOf(...items));
  });

  describe('attack 14:', () => {
    it('u64::MAX cumulative, far above the per-call maximum of all the calls there are', async () => {
      for (const calls of [1, U32_MAX]) {
        await on.refused({ cumulative: U64_MAX, calls }, 'PerCallMaximumExceeded');
      }
      const product = 50_000n * BigInt(U32_MAX);
      await on.refused({ cumulative: product + 1n, calls: U32_MAX }, 'PerCallMaximumExceeded');
      await on.refused({ cumulative: product, calls: U32_MAX }, 'AboveAllotment');
    });

    it('u64::MAX cumulative under a per-call maximum of u64::MAX', async () => {
      const { channel, session } = await whale(U64_MAX, 200_000n);
      for (const calls of [1, U32_MAX]) {
        await on.refused({ cumulative: U64_MAX, calls, signer: session }, 'AboveAllotment', channel);
      }
    });

    it('calls u32::MAX, after which no call is left', async () => {
      await on.settle({ cumulative: 1n, calls: U32_MAX });
      for (const calls of [U32_MAX, 0, 1]) {
        await on.refused({ cumulative: 2n, calls }, 'CallsNotMonotonic');
      }
    });

    it('u64::MAX allotted, settled and paid', async () => {
      const { channel, mandate, session } = await whale(U64_MAX, U64_MAX);
      const wish = { cumulative: U64_MAX, calls: 1, signer: session };
      await on.settle(wish, channel);
      await on.refused({ ...wish, calls: 2 }, 'NotMonotonic', channel);
      await chain.advance({ seconds: 60 });
      const { deployment, mint, payoutOwner, payoutTokens } = fixture;
      const payout = channelPayout(deployment, { channel, mandate }, mint, payoutOwner.publicKey);
      await fixture.send(await payout);
      const fee = (U64_MAX + 99n) / 100n;
      assert.equal(await tokenBalance(chain, payoutTokens), U64_MAX - fee);
    });

    it('a per-call maximum that overflows when multiplied by the calls', async () => {
      const [max, turn] = [2n ** 33n, 2 ** 31];
      const wish = async (cumulative: bigint, calls: number) => {
        const { channel, session } = await whale(max, U64_MAX);
        return [{ cumulative, calls, signer: session }, channel] as const;
      };
      // max × turn = 2^64
      for (const calls of [turn, turn + 1]) await on.settle(...(await wish(U64_MAX, calls)));
      await on.settle(...(await wish(U64_MAX - max + 1n, turn - 1)));
      const [above, channel] = await wish(U64_MAX - max + 2n, turn - 1);
      await on.refused(above, 'PerCallMaximumExceeded', channel);
    });

    it('a huge step from a high watermark', async () => {
      const { channel, session } = await whale(U64_MAX, U64_MAX);
      const wish = (cumulative: bigint, calls: number) => ({ cumulative, calls, signer: session });
      await on.settle(wish(U64_MAX - 1n, U32_MAX - 1), channel);
      await on.refused(wish(0n, U32_MAX), 'NotMonotonic', channel);
      await on.settle(wish(U64_MAX, U32_MAX), channel);
      assert.equal(await on.settled(channel), U64_MAX);
    });
  });

  const tag = async () => Uint8Array.from((await dataOf(chain, fixture.channel)).subarray(16, 32));

  let whales = 9n;
  /** A channel with `amount` under a mandate that holds every token there can be. */
  async function whale(perCallMax: bigint, amount: bigint) {
    await tokenAccount(chain, fixture.mint, fixture.payer.publicKey, U64_MAX);
    whales += 1n;
    return openMandate(fixture, whales, {
      perCallMax,
      amount,
      dailyCap: UNCAPPED,
      totalCap: UNCAPPED,
      deposit: U64_MAX,
    });
  }
});
