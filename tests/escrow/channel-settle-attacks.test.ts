import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  channelClose,
  channelDrain,
  channelFinish,
  channelPayout,
  channelRearm,
  channelReopen,
  mandateWithdraw,
} from '@agent-labs/sdk';
import { type EscrowFixture, escrowFixture, tokenBalance } from '../fixtures/escrow';
import { NOW, startProgramChain } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';
import { openChannel, openMandate, settling } from '../helpers/ed25519';
import { expectRefused, withAccount } from '../helpers/refused';
import { rewrite } from './shared';

describe('escrow channel_settle: vouchers that do not count', () => {
  let chain: TestChain;
  let fixture: EscrowFixture;
  let on: ReturnType<typeof settling>;

  beforeEach(async () => {
    chain = await startProgramChain('litesvm');
    fixture = await escrowFixture(chain);
    on = settling(fixture);
  });

  describe('wrong tag,', () => {
    /** The tag, by its definition, of this channel or of one that differs from it. */
    const tagOf = async (wrong: Partial<TagParts> = {}) => {
      const { generation } = await fixture.readChannel();
      const parts = {
        domain: 'agent-labs/voucher/v1',
        genesis: chain.genesisHash,
        program: fixture.deployment.escrow.toBytes(),
        channel: fixture.channel.toBytes(),
        generation,
        ...wrong,
      };
      const slot = Buffer.alloc(8);
      slot.writeBigUInt64LE(parts.generation);
      const hash = createHash('sha256').update(parts.domain).update(parts.genesis).update(parts.program);
      return hash.update(parts.channel).update(slot).digest().subarray(0, 16);
    };

    beforeEach(async () => {
      // a tag that differs in one part says something only where all parts right make the channel's
      assert.deepEqual(await tagOf(), Buffer.from((await fixture.readChannel()).tag));
    });

    it('attack 34: of another domain', async () => {
      for (const domain of ['', 'agent-labs/voucher/v2', 'agent-labs/voucher-set/v1']) {
        await on.refused({ tag: await tagOf({ domain }) }, 'WrongTag');
      }
    });

    it('attack 34: of another channel', async () => {
      const other = await openChannel(fixture, { n: 1 });
      await on.refused({ tag: await tagOf({ channel: other.toBytes() }) }, 'WrongTag');
      const [mine, its] = [await on.voucher(), await on.voucher({}, other)];
      await on.refusedItem('WrongTag', { ...its, channel: fixture.channel });
      await on.refusedItem('WrongTag', { ...mine, channel: other }, { ...its, channel: fixture.channel });
      // one wrong voucher takes the right one down with it
      await on.refusedItem('WrongTag', mine, { ...mine, channel: other });
    });

    it('attack 34: of another deployment', async () => {
      const { registry, stake } = fixture.deployment;
      for (const program of [registry, stake]) {
        await on.refused({ tag: await tagOf({ program: program.toBytes() }) }, 'WrongTag');
      }
    });

    it('attack 34: of another generation', async () => {
      const { generation } = await fixture.readChannel();
      for (const other of [generation - 1n, generation + 1n, 0n]) {
        await on.refused({ tag: await tagOf({ generation: other }) }, 'WrongTag');
      }
    });

    it('attack 35: of another cluster', async () => {
      const genesis = createHash('sha256').update('another cluster').digest();
      await on.refused({ tag: await tagOf({ genesis }) }, 'WrongTag');
    });

    it('attack 34: off by a bit at either end', async () => {
      for (const at of [0, 15]) {
        const tag = await tagOf();
        tag[at] = (tag[at] ?? 0) ^ 1;
        await on.refused({ tag }, 'WrongTag');
      }
    });
  });

  it('attack 34: wrong generation, replayed on a channel reopened at the same address', async () => {
    const { deployment, channelRef, payer, payoutOwner, mint, mandate } = fixture;
    const [paid, unspent] = [await on.voucher(), await on.voucher({ cumulative: 90_000n, calls: 41 })];
    await fixture.send(on.settleOf(paid));
    await on.close(payer);
    await chain.advance({ seconds: 100 });
    await fixture.send(await channelDrain(deployment, channelRef));
    await fixture.send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    await chain.advance({ seconds: 200 });
    const old = await fixture.readChannel();
    const finish = await channelFinish(deployment, channelRef, payer.publicKey, payer.publicKey);
    await fixture.send(finish, payer);
    await on.refusedItem('NotAChannel', unspent);

    assert.deepEqual(await openChannel(fixture, { mandate, amount: 200_000n }), fixture.channel);
    const reopened = await fixture.readChannel();
    assert.ok(reopened.generation > old.generation);
    assert.deepEqual([reopened.settled, reopened.calls, reopened.allotted], [0n, 0, 200_000n]);
    for (const item of [paid, unspent]) await on.refusedItem('WrongTag', item);
    await on.settle();
  });

  it('attack 36: equal or lower cumulative, whatever else is newer', async () => {
    await on.settle({ cumulative: 50_000n, calls: 5 });
    for (const cumulative of [50_000n, 49_999n, 1n, 0n]) {
      for (const calls of [5, 6, 0xffff_ffff]) await on.refused({ cumulative, calls }, 'NotMonotonic');
    }
    const transcript = new Uint8Array(32).fill(1);
    await on.refused({ cumulative: 50_000n, calls: 6, transcript }, 'NotMonotonic');
    await on.settle({ cumulative: 50_001n, calls: 6 });
  });

  it('attack 37: above what is allotted, until more is', async () => {
    const { deployment, channelRef, session } = fixture;
    await on.refused({ cumulative: 200_001n }, 'AboveAllotment');
    await on.settle({ cumulative: 200_000n });
    await on.refused({ cumulative: 200_001n, calls: 41 }, 'AboveAllotment');
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 1n, NOW + 800n);
    await fixture.send(rearm, session);
    await on.refused({ cumulative: 200_002n, calls: 41 }, 'AboveAllotment');
    await on.settle({ cumulative: 200_001n, calls: 41 });
  });

  it('attack 37: above what is allotted, after a return', async () => {
    await on.settle({ cumulative: 10_000n, calls: 1 });
    // instructions return only while draining
    await rewrite(chain, 'channel', fixture.channel, { returned: 100_000n });
    await on.refused({ cumulative: 100_001n }, 'AboveAllotment');
    await on.settle({ cumulative: 100_000n });
    await rewrite(chain, 'channel', fixture.channel, { status: 2 });
    await on.refused({ cumulative: 100_000n, calls: 41 }, 'ChannelDraining');
  });

  it('attack 38: expiry boundary of the voucher', async () => {
    const item = await on.voucher({ expires: Number(NOW) + 50 });
    for (const seconds of [50n, 51n, 700n]) {
      await chain.setUnixTime(NOW + seconds);
      await on.refusedItem('VoucherExpired', item);
    }
    for (const expires of [0, 1]) await on.refused({ expires }, 'VoucherExpired');
    await chain.setUnixTime(NOW + 49n);
    await fixture.send(on.settleOf(item));
    await on.settle({ cumulative: 10_001n, calls: 41, expires: 0xffff_ffff });
  });

  it('attack 38: expiry boundary of the channel', async () => {
    for (const seconds of [800n, 801n]) {
      await chain.setUnixTime(NOW + seconds);
      await on.refused({}, 'ChannelExpired');
    }
    await chain.setUnixTime(NOW + 799n);
    await on.settle();
  });

  it('attack 38: expiry boundary of the grace, which never outlives the channel', async () => {
    await on.close(fixture.session);
    for (const seconds of [100n, 101n, 799n]) {
      await chain.setUnixTime(NOW + seconds);
      await on.refused({}, 'GraceOver');
    }
    await chain.setUnixTime(NOW + 99n);
    await on.settle();

    const late = await openChannel(fixture, { n: 1 });
    const ref = { ...fixture.channelRef, channel: late };
    await chain.advance({ seconds: 651, slots: 1 });
    const { payer, deployment } = fixture;
    await fixture.send(await channelClose(deployment, ref, payer.publicKey), payer);
    await chain.setUnixTime(NOW + 799n);
    await on.settle({}, late);
    await chain.setUnixTime(NOW + 800n);
    await on.refused({ cumulative: 10_001n, calls: 41 }, 'ChannelExpired', late);
  });

  it('attack 38: a grace undone binds no more', async () => {
    const { deployment, channelRef, payer } = fixture;
    await on.close(payer);
    await fixture.send(await channelReopen(deployment, channelRef, payer.publicKey), payer);
    await chain.advance({ seconds: 100 });
    await on.settle();
  });

  it('attack 40: the payer closes and withdraws at once', async () => {
    const { deployment, mandateRef, channelRef, payer, session } = fixture;
    const item = await on.voucher({ cumulative: 200_000n });
    const closing = await channelClose(deployment, channelRef, payer.publicKey);
    const withdraw = (amount: bigint) => mandateWithdraw(deployment, mandateRef, amount);
    const drain = await channelDrain(deployment, channelRef);
    const watched = [fixture.vault, fixture.payerTokens];
    for (const [list, error] of [
      [[closing, await withdraw(800_001n)], 'InsufficientFree'],
      [[closing, drain, await withdraw(1_000_000n)], 'NotDrainable'],
    ] as const) {
      await expectRefused(chain, [...list], [payer], error, watched);
    }
    await fixture.send([closing, await withdraw(800_000n)], payer);
    // nor does a top-up cancel the close, or shorten the grace
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 1n, NOW + 800n);
    await expectRefused(chain, rearm, [session], 'NotOpen');
    await expectRefused(chain, closing, [payer], 'NotOpen');
    await chain.advance({ seconds: 99 });
    await expectRefused(chain, drain, [], 'NotDrainable');
    await fixture.send(on.settleOf(item));
    await chain.advance({ seconds: 60 });
    const payout = await channelPayout(deployment, channelRef, fixture.mint, fixture.payoutOwner.publicKey);
    await fixture.send(payout);
    assert.equal(await tokenBalance(chain, fixture.payoutTokens), 198_000n);
  });

  it('attack 41: what is settled is paid from no other vault, to no other account', async () => {
    const { deployment, channelRef, mint, payoutOwner, vault, treasuryTokens, payerTokens } = fixture;
    const other = await openMandate(fixture, 2n);
    const otherVault = (await fixture.readMandate(other.mandate)).vault;
    await on.settle();
    await chain.advance({ seconds: 60 });
    const payout = await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey);
    const attempts = [
      ['vault', otherVault, 'VaultMismatch'],
      ['mandate', other.mandate, 'VaultMismatch'],
      ['destination', treasuryTokens, 'DestinationMismatch'],
      ['destination', payerTokens, 'DestinationMismatch'],
      ['destination', vault, 'DestinationMismatch'],
    ] as const;
    for (const [name, pubkey, error] of attempts) {
      await expectRefused(chain, withAccount(payout, name, { pubkey }), [], error, [vault, otherVault]);
    }
  });
});

interface TagParts {
  domain: string;
  genesis: Uint8Array;
  program: Uint8Array;
  channel: Uint8Array;
  generation: bigint;
}
