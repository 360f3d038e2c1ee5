import assert from 'node:assert/strict';
import {
  channelHold,
  channelPayout,
  channelRearm,
  channelRefund,
  mandateKill,
  UNCAPPED,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { type EscrowFixture, escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, registryFixture, startProgramChain } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, drained, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow channel_refund', () => {
  const { escrow, onBothChains } = sharedChain();

  const refunding = (on: EscrowFixture, amount: bigint, destination?: PublicKey) => {
    const parties = [on.mint, on.payoutOwner.publicKey, on.payer.publicKey] as const;
    return channelRefund(on.deployment, on.channelRef, ...parties, amount, destination);
  };
  const refund = async (on: EscrowFixture, amount: bigint) =>
    on.send(await refunding(on, amount), on.payoutOwner);
  const refused = async (on: EscrowFixture, error: string, amount: bigint, destination?: PublicKey) =>
    expectRefused(on.chain, await refunding(on, amount, destination), [on.payoutOwner], error);
  /** With 100,000 settled just now. */
  const settled = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.settle({ cumulative: 100_000n, calls: 3 });
    return on;
  };

  onBothChains('gives settled money back before it matures, without a fee', async (registry, kind) => {
    const on = await settled(await escrowOn(registry));
    const { agent, chain, channel, mandate, payer, payerTokens, readChannel, readMandate, vault } = on;
    const [before, mandateBefore] = [await readChannel(), await readMandate()];
    await refund(on, 1n);
    const outcome = await refund(on, 30_000n);
    assertSame(await readChannel(), { ...before, refunded: 30_001n });
    assertSame(await readMandate(), { ...mandateBefore, allotted: 169_999n });
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - 1_000_000n + 30_001n);
    assert.equal(await tokenBalance(chain, vault), 969_999n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'channelRefunded', {
      channel,
      mandate,
      agent,
      generation: before.generation,
      payer: payer.publicKey,
      amount: 30_000n,
      refundedBefore: 1n,
      refundedAfter: 30_001n,
      heldBefore: 0n,
      heldAfter: 0n,
    });
  });

  refusesForgeries(
    async () => {
      const on = await settled(await escrow());
      return { chain: on.chain, instruction: await refunding(on, 5n), signers: [on.payoutOwner] };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('goes on while paused, killed, expired and drained', async () => {
    const on = await settled(await escrow());
    await whilePaused(on, () => refund(on, 1n));
    await drained(on);
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    await refund(on, 99_999n);
    await assertBooks(on);
  });

  it('AmountZero, RefundTooHigh, attack 14: gives back what is settled and unpaid, exactly', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, mint, payoutOwner, send } = on;
    await refused(on, 'AmountZero', 0n);
    await refused(on, 'RefundTooHigh', 1n);
    await settled(on);
    await refused(on, 'AmountZero', 0n);
    for (const amount of [100_001n, 200_000n, UNCAPPED]) await refused(on, 'RefundTooHigh', amount);
    await refund(on, 10_000n);
    await refused(on, 'RefundTooHigh', 90_001n);
    await chain.advance({ seconds: 60, slots: 1 });
    await send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
    await refused(on, 'RefundTooHigh', 1n);
    await on.settle({ cumulative: 150_000n, calls: 9 });
    await refused(on, 'RefundTooHigh', 50_001n);
    await refund(on, 50_000n);
    await refused(on, 'RefundTooHigh', 1n);
    await assertBooks(on);
  });

  onBothChains('takes unheld money first, and the hold as far as it must', async (registry, kind) => {
    const on = await settled(await escrowOn(registry));
    const { agent, channel, channelRef, deployment, mandate, payer, readChannel, send } = on;
    await send(await channelHold(deployment, channelRef, payer.publicKey, 60_000n), payer);
    const { generation, heldUntil } = await readChannel();
    for (const [amount, refundedAfter, heldBefore, heldAfter] of [
      [40_000n, 40_000n, 60_000n, 60_000n],
      [15_000n, 55_000n, 60_000n, 45_000n],
      [45_000n, 100_000n, 45_000n, 0n],
    ] as const) {
      const outcome = await refund(on, amount);
      const channelNow = await readChannel();
      assert.deepEqual(
        [channelNow.refunded, channelNow.held, channelNow.heldUntil],
        [refundedAfter, heldAfter, heldAfter > 0n ? heldUntil : 0n],
      );
      assertRecorded(kind, outcome, 'channelRefunded', {
        ...{ channel, mandate, agent, generation, amount, refundedAfter, heldBefore, heldAfter },
        payer: payer.publicKey,
        refundedBefore: refundedAfter - amount,
      });
      await assertBooks(on);
    }
    await refused(on, 'RefundTooHigh', 1n);
  });

  it('takes of a hold that a dispute has, which stays the dispute’s when nothing is left of it', async () => {
    const on = await settled(await escrow());
    const taken = { held: 60_000n, holdDisputed: 1, openDisputes: 1, claimed: 60_000n };
    await rewrite(on.chain, 'channel', on.channel, taken);
    await refund(on, 100_000n);
    const { held, heldUntil, holdDisputed } = await on.readChannel();
    assert.deepEqual([held, heldUntil, holdDisputed], [0n, 0n, 1]);
  });

  it('lets a hold lapse whose time is over, and tells so first', async () => {
    const on = await settled(await escrowOn(await registryFixture(await startProgramChain('litesvm'))));
    await on.send(await channelHold(on.deployment, on.channelRef, on.payer.publicKey, 60_000n), on.payer);
    await arriveAt(on.chain, (await on.readChannel()).heldUntil);
    const [released, refunded, ...more] = eventsOf(await refund(on, 50_000n));
    assert.equal(more.length, 0);
    assertSame([released?.name, released?.data.heldAfter], ['holdReleased', 0n]);
    assertSame(released?.data.why, { lapsed: {} });
    assertSame([refunded?.name, refunded?.data.heldBefore], ['channelRefunded', 0n]);
  });

  it('leaves nothing to pay of what it gave back', async () => {
    const on = await settled(await escrow());
    const { chain, channelRef, deployment, mint, payoutOwner } = on;
    await refund(on, 100_000n);
    await chain.advance({ seconds: 60, slots: 1 });
    const pay = await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey);
    await expectRefused(chain, pay, [], 'NothingPayable');
  });

  it('never credits the caps', async () => {
    const on = await settled(await escrow({ mandate: { totalCap: 400_000n } }));
    const { chain, channelRef, deployment, readChannel, send, session } = on;
    await refund(on, 100_000n);
    const { expiresAt } = await readChannel();
    const rearm = (amount: bigint) =>
      channelRearm(deployment, channelRef, session.publicKey, amount, expiresAt);
    await expectRefused(chain, await rearm(200_001n), [session], 'DailyCapExceeded');
    await send(await rearm(200_000n), session);
    assert.equal((await on.readMandate()).totalCharged, 400_000n);
  });

  it("NotPayee: is for the channel's payout owner alone", async () => {
    const on = await settled(await escrow());
    for (const signer of [on.payer, on.session, on.creator, on.agentKey, on.feePayer]) {
      const instruction = await refunding(on, 5n);
      const signed = withAccount(instruction, 'payout_owner', { pubkey: signer.publicKey });
      await expectRefused(on.chain, signed, [signer], 'NotPayee');
    }
  });

  it("DestinationMismatch: pays into the payer's associated account alone, while it is the payer's", async () => {
    const on = await settled(await escrow());
    const { chain, mint, mintAuthority, payer, payerTokens, payoutTokens } = on;
    const other = await createMint(chain, mintAuthority.publicKey);
    for (const destination of [
      payoutTokens,
      await tokenAccount(chain, mint, payer.publicKey, 0n, { at: key() }),
      await tokenAccount(chain, other, payer.publicKey, 0n),
    ]) {
      await refused(on, 'DestinationMismatch', 5n, destination);
    }
    await tokenAccount(chain, mint, key(), 0n, { at: payerTokens });
    await refused(on, 'DestinationMismatch', 5n);
  });

  it("MandateMismatch: pays out of no one else's mandate", async () => {
    const [on, another] = [await settled(await escrow()), await escrow()];
    const instruction = await refunding(on, 5n);
    const theirs = withAccount(instruction, 'mandate', { pubkey: another.mandate });
    const both = withAccount(theirs, 'vault', { pubkey: another.vault });
    await expectRefused(on.chain, both, [on.payoutOwner], 'MandateMismatch');
    const channel = withAccount(instruction, 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, channel, [on.payoutOwner], 'MandateMismatch');
  });

  it("VaultMismatch, attack 41: pays out of no vault but the mandate's", async () => {
    const [on, another] = [await settled(await escrow()), await escrow()];
    const unofficial = await tokenAccount(on.chain, on.mint, on.mandate, 900_000n);
    for (const pubkey of [another.vault, unofficial]) {
      const other = withAccount(await refunding(on, 5n), 'vault', { pubkey });
      await expectRefused(on.chain, other, [on.payoutOwner], 'VaultMismatch');
    }
  });

  it('MathOverflow, InvariantBroken: gives back nothing that the books do not hold', async () => {
    const on = await settled(await escrow());
    await rewrite(on.chain, 'mandate', on.mandate, { allotted: 4n });
    await refused(on, 'MathOverflow', 5n);
    await rewrite(on.chain, 'mandate', on.mandate, { allotted: 200_001n });
    await refused(on, 'InvariantBroken', 5n);
  });

  it('attack 42: a frozen payer account stops only the refund', async () => {
    const on = await settled(await escrow());
    const { chain, channelRef, deployment, mint, payer, payoutOwner, send } = on;
    await tokenAccount(chain, mint, payer.publicKey, 0n, { frozen: true });
    await refused(on, 'token:AccountFrozen', 5n);
    await chain.advance({ seconds: 60, slots: 1 });
    await send(await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey));
  });
});
