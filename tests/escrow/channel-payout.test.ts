import assert from 'node:assert/strict';
import {
  channelDrain,
  channelHold,
  channelOpen,
  channelPayout,
  channelRefund,
  channelSettle,
  mandateKill,
  mandateWithdraw,
  UNCAPPED,
} from '@agent-labs/sdk';
import { createAssociatedTokenAccountInstruction } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import { type EscrowFixture, escrowOn, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, registryFixture, startProgramChain } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key } from '../registry/support';
import { arriveAt, assertBooks, drained, FAR, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow channel_payout', () => {
  const { escrow, escrowOfAgent, onBothChains } = sharedChain();

  const paying = (on: EscrowFixture, destination?: PublicKey) =>
    channelPayout(on.deployment, on.channelRef, on.mint, on.payoutOwner.publicKey, destination);
  const pay = async (on: EscrowFixture) => on.send(await paying(on));
  const refused = async (on: EscrowFixture, error: string, destination?: PublicKey) =>
    expectRefused(on.chain, await paying(on, destination), [], error, [on.mandate, on.channel]);
  /** With 100,001 settled a holdback ago. */
  const matured = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.settle({ cumulative: 100_001n, calls: 3 });
    await on.chain.advance({ seconds: 60, slots: 1 });
    return on;
  };

  onBothChains('pays what has matured, less the fee, whoever asks', async (registry, kind) => {
    const on = await matured(await escrowOn(registry));
    const { agent, chain, channel, mandate, payoutOwner, payoutTokens, readChannel, readMandate, vault } = on;
    const [before, mandateBefore, now] = [await readChannel(), await readMandate(), await chain.unixTime()];
    const outcome = await pay(on);
    assertSame(await readChannel(), {
      ...before,
      matured: 100_001n,
      pending: 100_001n,
      pendingSince: before.lastSettleAt,
      paidGross: 100_001n,
      lastPayoutAt: now,
    });
    assertSame(await readMandate(), { ...mandateBefore, allotted: 99_999n, feesAccrued: 1_001n });
    assert.equal(await tokenBalance(chain, payoutTokens), 99_000n);
    assert.equal(await tokenBalance(chain, vault), 901_000n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'channelPaid', {
      channel,
      mandate,
      agent,
      generation: before.generation,
      payoutOwner: payoutOwner.publicKey,
      gross: 100_001n,
      fee: 1_001n,
      net: 99_000n,
      paidGrossBefore: 0n,
      paidGrossAfter: 100_001n,
    });
  });

  refusesForgeries(
    async () => {
      const on = await matured(await escrow());
      return { chain: on.chain, instruction: await paying(on), signers: [] };
    },
    {
      twice: { 'vault as destination': 'DestinationMismatch', 'destination as vault': 'VaultMismatch' },
    },
  );

  it('NothingPayable: pays one holdback after the settle, not a second sooner, and once', async () => {
    const on = await escrow();
    await refused(on, 'NothingPayable');
    const settledAt = await on.chain.unixTime();
    await on.settle({ cumulative: 100_001n, calls: 3 });
    await refused(on, 'NothingPayable');
    await arriveAt(on.chain, settledAt + 59n);
    await refused(on, 'NothingPayable');
    await arriveAt(on.chain, settledAt + 60n);
    await pay(on);
    await refused(on, 'NothingPayable');
  });

  it('pays the earlier of two settles first, and the later one with its own holdback', async () => {
    const on = await escrow();
    const start = await on.chain.unixTime();
    await on.settle({ cumulative: 30_000n, calls: 1 });
    await arriveAt(on.chain, start + 50n);
    await on.settle({ cumulative: 70_000n, calls: 2 });
    await arriveAt(on.chain, start + 60n);
    await pay(on);
    assert.equal((await on.readChannel()).paidGross, 30_000n);
    await arriveAt(on.chain, start + 109n);
    await refused(on, 'NothingPayable');
    await arriveAt(on.chain, start + 110n);
    await pay(on);
    assert.equal((await on.readChannel()).paidGross, 70_000n);
    await assertBooks(on);
  });

  it('pays all at once when the last settle is a holdback old and nobody came before', async () => {
    for (const [wait, gross] of [
      [59n, 30_000n],
      [60n, 70_000n],
    ] as const) {
      const on = await escrow();
      const start = await on.chain.unixTime();
      await on.settle({ cumulative: 30_000n, calls: 1 });
      await arriveAt(on.chain, start + 50n);
      await on.settle({ cumulative: 70_000n, calls: 2 });
      await arriveAt(on.chain, start + 50n + wait);
      await pay(on);
      assert.equal((await on.readChannel()).paidGross, gross);
    }
  });

  it('rounds the fee up once for all payouts of a channel, dust included', async () => {
    const on = await escrowOfAgent();
    const { chain, payoutTokens, readMandate } = on;
    for (const [cumulative, fees] of [
      [1n, 1n],
      [2n, 1n],
      [99n, 1n],
      [100n, 1n],
      [101n, 2n],
      [100_001n, 1_001n],
    ] as const) {
      const { calls } = await on.readChannel();
      await on.settle({ cumulative, calls: calls + 10 });
      await chain.advance({ seconds: 60, slots: 1 });
      await pay(on);
      assert.equal((await readMandate()).feesAccrued, fees);
      assert.equal(await tokenBalance(chain, payoutTokens), cumulative - fees);
    }
    await assertBooks(on);
  });

  it('goes on while paused, killed, expired and drained, to the last unit', async () => {
    const on = await matured(await escrow());
    await on.settle({ cumulative: 200_000n, calls: 9 });
    await whilePaused(on, () => pay(on));
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    await on.send(await channelDrain(on.deployment, on.channelRef));
    await pay(on);
    assert.deepEqual((await on.readChannel()).paidGross, 200_000n);
    await assertBooks(on);
  });

  it('pays neither what was refunded nor what is held', async () => {
    const on = await matured(await escrow());
    const { channel, channelRef, deployment, mint, payer, payoutOwner } = on;
    const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
    await on.send(await channelRefund(deployment, channelRef, ...parties, 60_001n), payoutOwner);
    await rewrite(on.chain, 'channel', channel, { held: 15_000n, heldUntil: FAR });
    await pay(on);
    assert.equal((await on.readChannel()).paidGross, 25_000n);
    await refused(on, 'NothingPayable');
    await assertBooks(on);
  });

  it('pays what was held from the second it lapses, unless a dispute has it, and tells of it first', async () => {
    const on = await escrowOn(await registryFixture(await startProgramChain('litesvm')));
    const { agent, chain, channel, channelRef, deployment, mandate, payer, readChannel, send } = on;
    await on.settle({ cumulative: 100_000n, calls: 3 });
    await send(await channelHold(deployment, channelRef, payer.publicKey, 40_000n), payer);
    const { generation, heldUntil } = await readChannel();
    await chain.advance({ seconds: 60, slots: 1 });
    await pay(on);
    assert.equal((await readChannel()).paidGross, 60_000n);
    await arriveAt(chain, heldUntil - 1n);
    await refused(on, 'NothingPayable');
    await arriveAt(chain, heldUntil);
    const state = await chain.getAccount(channel);
    const taken = { heldUntil: 0n, holdDisputed: 1, openDisputes: 1, claimed: 40_000n };
    await rewrite(chain, 'channel', channel, taken);
    await refused(on, 'NothingPayable');
    await chain.setAccount(channel, state);
    const [released, paid, ...more] = eventsOf(await pay(on));
    assert.equal(more.length, 0);
    assertSame(released, {
      name: 'holdReleased',
      data: {
        ...{ channel, mandate, agent, generation, amount: 40_000n, heldBefore: 40_000n, heldAfter: 0n },
        why: { lapsed: {} },
      },
    });
    assertSame([paid?.name, paid?.data.gross], ['channelPaid', 40_000n]);
    const after = await readChannel();
    assert.deepEqual([after.held, after.heldUntil, after.paidGross], [0n, 0n, 100_000n]);
    await assertBooks(on);
  });

  it("DestinationMismatch: pays into the payee's associated account alone, while it is the payee's", async () => {
    const on = await matured(await escrow());
    const { chain, mint, mintAuthority, payerTokens, payoutOwner, payoutTokens, treasuryTokens } = on;
    const other = await createMint(chain, mintAuthority.publicKey);
    for (const destination of [
      payerTokens,
      treasuryTokens,
      await tokenAccount(chain, mint, payoutOwner.publicKey, 0n, { at: key() }),
      await tokenAccount(chain, other, payoutOwner.publicKey, 0n),
    ]) {
      await refused(on, 'DestinationMismatch', destination);
    }
    await tokenAccount(chain, mint, key(), 0n, { at: payoutTokens });
    await refused(on, 'DestinationMismatch');
  });

  it("MandateMismatch: pays out of no one else's mandate", async () => {
    const [on, another] = [await matured(await escrow()), await escrow()];
    const instruction = await paying(on);
    const theirs = withAccount(instruction, 'mandate', { pubkey: another.mandate });
    const both = withAccount(theirs, 'vault', { pubkey: another.vault });
    await expectRefused(on.chain, both, [], 'MandateMismatch');
    await expectRefused(on.chain, theirs, [], 'VaultMismatch');
    const channel = withAccount(instruction, 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, channel, [], 'MandateMismatch');
  });

  it("VaultMismatch, attack 41: pays out of no vault but the mandate's", async () => {
    const [on, another] = [await matured(await escrow()), await escrow()];
    const unofficial = await tokenAccount(on.chain, on.mint, on.mandate, 900_000n);
    for (const pubkey of [another.vault, unofficial]) {
      await expectRefused(on.chain, withAccount(await paying(on), 'vault', { pubkey }), [], 'VaultMismatch');
    }
  });

  it('InvariantBroken, MathOverflow: pays nothing that the books do not hold', async () => {
    const on = await matured(await escrow());
    const { chain, channel, mandate } = on;
    const [mandateState, channelState] = [await chain.getAccount(mandate), await chain.getAccount(channel)];
    for (const [fields, error] of [
      [{ allotted: 100_000n }, 'MathOverflow'],
      [{ free: 800_001n }, 'InvariantBroken'],
      [{ feesAccrued: UNCAPPED }, 'MathOverflow'],
    ] as const) {
      await rewrite(chain, 'mandate', mandate, fields);
      await refused(on, error);
      await chain.setAccount(mandate, mandateState);
    }
    for (const [fields, error] of [
      [{ held: UNCAPPED, heldUntil: FAR, refunded: 1n }, 'MathOverflow'],
      [{ returned: 100_000n }, 'InvariantBroken'],
      [{ closingEndsAt: 1n }, 'InvariantBroken'],
      [{ status: 3 }, 'InvariantBroken'],
    ] as const) {
      await rewrite(chain, 'channel', channel, fields);
      await refused(on, error);
      await chain.setAccount(channel, channelState);
    }
    await pay(on);
  });

  it('attack 42: a frozen or missing payee account stops only itself', async () => {
    const other = await escrowOfAgent({ channel: null });
    const stuck = await matured(await escrowOfAgent());
    const { chain, deployment, mandate, mandateRef, mint, payer, payoutOwner, payoutTokens, session } = stuck;
    await tokenAccount(chain, mint, payoutOwner.publicKey, 0n, { frozen: true });
    await refused(stuck, 'token:AccountFrozen');
    // another agent of the same mandate is paid
    const second = await channelOpen(deployment, {
      authority: session.publicKey,
      rentPayer: payer.publicKey,
      mandate,
      agent: other.agent,
      versionNumber: 1,
      amount: 50_000n,
      expiresAt: (await chain.unixTime()) + 500n,
    });
    await stuck.send(second.instruction, session, payer);
    const voucher = await stuck.voucher({ cumulative: 50_000n }, second.channel);
    await stuck.send(channelSettle(deployment, [voucher]));
    await drained(stuck);
    const ref = { channel: second.channel, mandate };
    await stuck.send(await channelPayout(deployment, ref, mint, other.payoutOwner.publicKey));
    assert.equal(await tokenBalance(chain, other.payoutTokens), 49_500n);
    // and the rest of the money gets out
    await stuck.send(await mandateWithdraw(deployment, mandateRef, 849_999n), payer);
    assert.equal((await stuck.readMandate()).free, 0n);
    await refused(stuck, 'token:AccountFrozen');
    // and anyone can make an account that is not there
    await chain.setAccount(payoutTokens, null);
    await refused(stuck, 'AccountNotInitialized');
    const make = [stuck.feePayer.publicKey, payoutTokens, payoutOwner.publicKey, mint] as const;
    await stuck.send([createAssociatedTokenAccountInstruction(...make), await paying(stuck)]);
    assert.equal(await tokenBalance(chain, payoutTokens), 99_000n);
    await assertBooks(stuck, [stuck.channel, second.channel]);
  });
});
