import assert from 'node:assert/strict';
import { channelHold, channelPayout, channelRefund, mandateKill, mandateWithdraw } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { agentOn, type EscrowFixture, escrowOn, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, type RegistryFixture } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { answerOf, claimClose, claimOpen, claimRegistry, type End, throughStake } from './claims';
import { arriveAt, assertBooks, drained, finished, rewrite, whilePaused } from './shared';

describe('escrow claim_close', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await claimRegistry();
  });

  const closing = async (on: EscrowFixture, end: End, destination?: PublicKey) =>
    throughStake(on.deployment)(await claimClose(on, end, destination));
  const close = async (on: EscrowFixture, end: End, destination?: PublicKey) =>
    on.send(await closing(on, end, destination));
  const refused = async (on: EscrowFixture, error: string, end: End, destination?: PublicKey) =>
    expectRefused(on.chain, await closing(on, end, destination), [], error);
  const hold = async (on: EscrowFixture, amount: bigint) =>
    on.send(await channelHold(on.deployment, on.channelRef, on.payer.publicKey, amount), on.payer);
  const claim = async (on: EscrowFixture, amount: bigint) =>
    on.send(throughStake(on.deployment)(await claimOpen(on, amount)));
  const refund = async (on: EscrowFixture, amount: bigint) => {
    const parties = [on.mint, on.payoutOwner.publicKey, on.payer.publicKey] as const;
    await on.send(await channelRefund(on.deployment, on.channelRef, ...parties, amount), on.payoutOwner);
  };
  const pay = async (on: EscrowFixture) =>
    on.send(await channelPayout(on.deployment, on.channelRef, on.mint, on.payoutOwner.publicKey));
  /** An agent and a channel of their own: 100,000 settled just now, `held` held, and 60,000 claimed. */
  const claimed = async (held = 40_000n): Promise<EscrowFixture> => {
    const on = await escrowOn(await agentOn(registry));
    await on.settle({ cumulative: 100_000n, calls: 3 });
    if (held > 0n) await hold(on, held);
    await claim(on, 60_000n);
    return on;
  };

  it('pays a loss out of the hold, releases the rest, and answers and tells every part of it', async () => {
    const on = await claimed();
    const { agent, channel, mandate, payer, payerTokens, readChannel, readMandate, vault } = on;
    const [before, mandateBefore] = [await readChannel(), await readMandate()];
    const [purse, funds] = [await tokenBalance(on.chain, payerTokens), await tokenBalance(on.chain, vault)];
    const outcome = await close(on, { loss: 25_000n });
    assertSame(await readChannel(), {
      ...before,
      ...{ held: 0n, holdDisputed: 0, openDisputes: 0, refunded: 25_000n, awarded: 25_000n },
    });
    assertSame(await readMandate(), { ...mandateBefore, allotted: mandateBefore.allotted - 25_000n });
    assert.equal(await tokenBalance(on.chain, payerTokens), purse + 25_000n);
    assert.equal(await tokenBalance(on.chain, vault), funds - 25_000n);
    await assertBooks(on);
    const parts = { refundedSince: 0n, paid: 25_000n, released: 15_000n, shortfall: 0n };
    assertSame(answerOf(on, outcome, 'claimPaid'), parts);
    assertSame(eventsOf(outcome), [
      {
        name: 'claimClosed',
        data: {
          ...{ channel, mandate, agent, generation: before.generation, payer: payer.publicKey },
          ...{ destination: payerTokens, loss: 25_000n, ...parts, tookHold: true },
          ...{ heldBefore: 40_000n, heldAfter: 0n, refundedBefore: 0n, refundedAfter: 25_000n },
          ...{ openDisputesBefore: 1, openDisputesAfter: 0 },
        },
      },
    ]);
    // the agent is paid the rest
    await on.chain.advance({ seconds: 60, slots: 1 });
    await pay(on);
    assert.equal((await readChannel()).paidGross, 75_000n);
    await assertBooks(on);
  });

  refusesForgeries(
    async () => {
      const on = await claimed();
      const through = throughStake(on.deployment);
      return { chain: on.chain, instruction: await claimClose(on, { loss: 5n }), signers: [], through };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('NotClaimAuthority: obeys stake’s claim authority alone', async () => {
    const on = await claimed();
    const instruction = await claimClose(on, { loss: 5n });
    const by = (signer: Keypair) =>
      withAccount(instruction, 'claim_authority', { pubkey: signer.publicKey, isSigner: true });
    for (const signer of [on.payer, on.session, on.creator, on.admin]) {
      await expectRefused(on.chain, by(signer), [signer], 'NotClaimAuthority');
    }
    const stranger = withAccount(instruction, 'claim_authority', { pubkey: key(), isSigner: false });
    await expectRefused(on.chain, stranger, [], 'AccountNotSigner');
  });

  it('takes refunds since the opening off the loss first, then the hold, and says what is short', async () => {
    for (const [refunds, loss, parts] of [
      [0n, 0n, [0n, 0n, 40_000n, 0n]],
      [0n, 40_000n, [0n, 40_000n, 0n, 0n]],
      [0n, 60_000n, [0n, 40_000n, 0n, 20_000n]],
      [10_000n, 60_000n, [10_000n, 40_000n, 0n, 10_000n]],
      [30_000n, 20_000n, [20_000n, 0n, 40_000n, 0n]],
      [30_000n, 50_000n, [30_000n, 20_000n, 20_000n, 0n]],
      // 60,000 of it unheld, the rest out of the hold
      [75_000n, 60_000n, [60_000n, 0n, 25_000n, 0n]],
      [100_000n, 60_000n, [60_000n, 0n, 0n, 0n]],
    ] as const) {
      const on = await claimed();
      if (refunds > 0n) await refund(on, refunds);
      const purse = await tokenBalance(on.chain, on.payerTokens);
      const [refundedSince, paid, released, shortfall] = parts;
      const outcome = await close(on, { loss });
      assertSame(answerOf(on, outcome, 'claimPaid'), { refundedSince, paid, released, shortfall });
      assert.equal(await tokenBalance(on.chain, on.payerTokens), purse + paid);
      const { refunded, held, openDisputes } = await on.readChannel();
      assert.deepEqual([refunded, held, openDisputes], [refunds + paid, 0n, 0]);
      await assertBooks(on);
    }
  });

  it('counts no refund from before the opening', async () => {
    const on = await escrowOn(await agentOn(registry));
    await on.settle({ cumulative: 100_000n, calls: 3 });
    await refund(on, 30_000n);
    await hold(on, 40_000n);
    await claim(on, 60_000n);
    await refund(on, 5_000n);
    const outcome = await close(on, { loss: 60_000n, refundedBefore: 30_000n });
    const parts = { refundedSince: 5_000n, paid: 40_000n, released: 0n, shortfall: 15_000n };
    assertSame(answerOf(on, outcome, 'claimPaid'), parts);
  });

  it('counts no payment of one claim toward the loss of another', async () => {
    const on = await claimed();
    await claim(on, 40_000n);
    await close(on, { loss: 40_000n });
    const outcome = await close(on, { loss: 40_000n, tookHold: false });
    const parts = { refundedSince: 0n, paid: 0n, released: 0n, shortfall: 40_000n };
    assertSame(answerOf(on, outcome, 'claimPaid'), parts);
    const { refunded, awarded, openDisputes } = await on.readChannel();
    assert.deepEqual([refunded, awarded, openDisputes], [40_000n, 40_000n, 0]);
  });

  it('leaves a hold to the claim that took it, whichever ends first, and a later hold to nobody', async () => {
    const on = await claimed();
    await claim(on, 40_000n);
    await close(on, { loss: 40_000n, tookHold: false });
    const { held, holdDisputed } = await on.readChannel();
    assert.deepEqual([held, holdDisputed], [40_000n, 1]);
    await close(on, { loss: 60_000n });
    assert.equal((await on.readChannel()).held, 0n);

    const unheld = await claimed(0n);
    await hold(unheld, 10_000n);
    const outcome = await close(unheld, { loss: 60_000n, tookHold: false });
    assert.equal(answerOf(unheld, outcome, 'claimPaid').paid, 0n);
    const later = await unheld.readChannel();
    assert.deepEqual([later.held, later.holdDisputed], [10_000n, 0]);
    assert.ok(later.heldUntil > 0n);
  });

  it('ends once the channel is drained, paused and killed, and lets the channel end then', async () => {
    const on = await claimed();
    await drained(on);
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    await pay(on);
    await whilePaused(on, () => close(on, { loss: 10_000n }));
    await pay(on);
    await assertBooks(on);
    const { refunded, paidGross } = await on.readChannel();
    assert.deepEqual([refunded, paidGross], [10_000n, 90_000n]);
  });

  it('takes nothing of other channels of the mandate, nor of what is free', async () => {
    const on = await claimed();
    const free = (await on.readMandate()).free;
    await on.send(await mandateWithdraw(on.deployment, on.mandateRef, free), on.payer);
    await close(on, { loss: 60_000n });
    assert.equal((await on.readMandate()).free, 0n);
    await assertBooks(on);
  });

  it('ClaimMismatch: ends no claim that was not opened so', async () => {
    const fresh = await escrowOn(await agentOn(registry));
    await fresh.settle({ cumulative: 100_000n, calls: 3 });
    await hold(fresh, 40_000n);
    for (const tookHold of [true, false]) {
      await refused(fresh, 'escrow:ClaimMismatch', { loss: 0n, tookHold });
    }
    const on = await claimed();
    await refused(on, 'escrow:ClaimMismatch', { loss: 60_001n });
    await refused(on, 'escrow:ClaimMismatch', { loss: 5n, refundedBefore: 1n });
    await close(on, { loss: 5n });
    await refused(on, 'escrow:ClaimMismatch', { loss: 0n });
    await refused(on, 'escrow:ClaimMismatch', { loss: 0n, tookHold: false });
    const unheld = await claimed(0n);
    await refused(unheld, 'escrow:ClaimMismatch', { loss: 5n });
    await hold(unheld, 10n);
    await refused(unheld, 'escrow:ClaimMismatch', { loss: 5n });
  });

  it('DestinationMismatch: pays into accounts of the payer alone, and of the mint', async () => {
    const on = await claimed();
    const { chain, mint, mintAuthority, payer, payoutOwner, payoutTokens, vault } = on;
    const other = await createMint(chain, mintAuthority.publicKey);
    for (const destination of [
      payoutTokens,
      vault,
      await tokenAccount(chain, mint, payoutOwner.publicKey, 0n, { at: key() }),
      await tokenAccount(chain, other, payer.publicKey, 0n),
    ]) {
      for (const loss of [5n, 0n]) {
        await refused(on, 'escrow:DestinationMismatch', { loss }, destination);
      }
    }
  });

  it('attack 42: pays into any account of the payer, so that one given away or frozen stops nothing', async () => {
    const on = await claimed();
    const { chain, mint, payer, payerTokens } = on;
    await tokenAccount(chain, mint, key(), 0n, { at: payerTokens });
    await refused(on, 'escrow:DestinationMismatch', { loss: 5n });
    await tokenAccount(chain, mint, payer.publicKey, 0n, { frozen: true });
    await refused(on, 'token:AccountFrozen', { loss: 5n });
    await chain.setAccount(payerTokens, null);
    await refused(on, 'AccountNotInitialized', { loss: 5n });
    const another = await tokenAccount(chain, mint, payer.publicKey, 0n, { at: key() });
    await close(on, { loss: 5n }, another);
    assert.equal(await tokenBalance(chain, another), 5n);
    const unpaid = await claimed();
    await tokenAccount(chain, mint, unpaid.payer.publicKey, 0n, { frozen: true });
    await close(unpaid, { loss: 0n });
  });

  it("MandateMismatch, VaultMismatch, attack 41: pays out of no one else's mandate or vault", async () => {
    const [on, another] = [await claimed(), await claimed()];
    const instruction = await claimClose(on, { loss: 5n });
    const through = throughStake(on.deployment);
    const theirs = withAccount(instruction, 'mandate', { pubkey: another.mandate });
    await expectRefused(on.chain, through(theirs), [], 'escrow:VaultMismatch');
    const both = withAccount(theirs, 'vault', { pubkey: another.vault });
    await expectRefused(on.chain, through(both), [], 'escrow:MandateMismatch');
    const channel = withAccount(instruction, 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, through(channel), [], 'escrow:MandateMismatch');
    const unofficial = await tokenAccount(on.chain, on.mint, on.mandate, 900_000n, { at: key() });
    for (const pubkey of [another.vault, unofficial]) {
      const vault = withAccount(instruction, 'vault', { pubkey });
      await expectRefused(on.chain, through(vault), [], 'escrow:VaultMismatch');
    }
  });

  it('MathOverflow, InvariantBroken: pays nothing that the books do not hold', async () => {
    const on = await claimed();
    const { chain, channel, mandate } = on;
    const [channelState, mandateState] = [await chain.getAccount(channel), await chain.getAccount(mandate)];
    for (const [type, fields, error] of [
      ['mandate', { allotted: 4n }, 'escrow:MathOverflow'],
      ['mandate', { free: 900_000n }, 'escrow:InvariantBroken'],
      ['channel', { awarded: 1n }, 'escrow:MathOverflow'],
      ['channel', { matured: 100_001n }, 'escrow:InvariantBroken'],
      ['channel', { held: 100_001n, paidGross: 100_000n }, 'escrow:InvariantBroken'],
    ] as const) {
      await rewrite(chain, type, type === 'channel' ? channel : mandate, fields);
      await refused(on, error, { loss: 5n });
      await chain.setAccount(channel, channelState);
      await chain.setAccount(mandate, mandateState);
    }
    await close(on, { loss: 5n });
  });

  it('leaves a channel that ends like any other', async () => {
    const on = await claimed();
    await close(on, { loss: 60_000n });
    await on.settle({ cumulative: 100_001n, calls: 4 });
    await finished(on, 150_000n);
    assert.equal(await on.chain.getAccount(on.channel).then((state) => state?.data.length ?? 0), 0);
  });
});
