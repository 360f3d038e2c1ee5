import assert from 'node:assert/strict';
import {
  channelClose,
  channelHold,
  channelPayout,
  channelRefund,
  mandateKill,
  mandateRotate,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { registryFixture, startProgramChain } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { arriveAt, assertBooks, drained, rewrite, sharedChain, whilePaused } from './shared';

describe('escrow channel_hold', () => {
  const { escrow, onBothChains } = sharedChain();

  const holding = (on: EscrowFixture, amount: bigint, authority: Keypair = on.payer) =>
    channelHold(on.deployment, on.channelRef, authority.publicKey, amount);
  const hold = async (on: EscrowFixture, amount: bigint, authority: Keypair = on.payer) =>
    on.send(await holding(on, amount, authority), authority);
  const refused = async (on: EscrowFixture, error: string, amount: bigint, authority: Keypair = on.payer) =>
    expectRefused(on.chain, await holding(on, amount, authority), [authority], error);
  const pay = async (on: EscrowFixture) =>
    on.send(await channelPayout(on.deployment, on.channelRef, on.mint, on.payoutOwner.publicKey));
  /** With 100,000 settled just now. */
  const settled = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.settle({ cumulative: 100_000n, calls: 3 });
    return on;
  };

  onBothChains('keeps money that has not matured from being paid, and moves none', async (registry, kind) => {
    for (const who of ['payer', 'session'] as const) {
      const on = await settled(await escrowOn(registry));
      const { agent, chain, channel, mandate, readChannel, readMandate } = on;
      const [before, mandateBefore] = [await readChannel(), await readMandate()];
      const heldUntil = (await chain.unixTime()) + before.holdLapse;
      const outcome = await hold(on, 40_000n, on[who]);
      assertSame(await readChannel(), { ...before, held: 40_000n, heldUntil });
      assertSame(await readMandate(), mandateBefore);
      await assertBooks(on);
      assertRecorded(kind, outcome, 'channelHeld', {
        ...{ channel, mandate, agent, generation: before.generation, amount: 40_000n, heldUntil },
        heldBy: on[who].publicKey,
      });
      await chain.advance({ seconds: 60, slots: 1 });
      await pay(on);
      assert.equal((await readChannel()).paidGross, 60_000n);
    }
  });

  refusesForgeries(async () => {
    const on = await settled(await escrow());
    return { chain: on.chain, instruction: await holding(on, 5n), signers: [on.payer] };
  });

  it('works while paused, closing, draining, killed and expired', async () => {
    const paused = await settled(await escrow());
    await whilePaused(paused, () => hold(paused, 1n));
    const closing = await settled(await escrow());
    await closing.send(
      await channelClose(closing.deployment, closing.channelRef, closing.payer.publicKey),
      closing.payer,
    );
    await hold(closing, 1n, closing.session);
    // so long a holdback that nothing matures meanwhile
    const draining = await settled(await escrow());
    await rewrite(draining.chain, 'channel', draining.channel, { holdback: 10_000n });
    await drained(draining);
    await draining.send(await mandateKill(draining.deployment, draining.mandateRef), draining.payer);
    await arriveAt(draining.chain, (await draining.readMandate()).expiresAt);
    await hold(draining, 100_000n, draining.session);
    await assertBooks(draining);
  });

  it('AmountZero, HoldTooHigh: holds what has neither matured nor gone, exactly', async () => {
    const on = await escrow();
    const { chain, channelRef, deployment, mint, payer, payoutOwner, readChannel, send } = on;
    const start = await chain.unixTime();
    await refused(on, 'AmountZero', 0n);
    await refused(on, 'HoldTooHigh', 1n);
    await on.settle({ cumulative: 30_000n, calls: 1 });
    await arriveAt(chain, start + 50n);
    await on.settle({ cumulative: 100_000n, calls: 3 });
    await refused(on, 'HoldTooHigh', 100_001n);
    await arriveAt(chain, start + 60n);
    // it rolls before it asks
    assert.equal((await readChannel()).matured, 0n);
    await refused(on, 'HoldTooHigh', 70_001n);
    const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
    await send(await channelRefund(deployment, channelRef, ...parties, 30_000n), payoutOwner);
    await refused(on, 'HoldTooHigh', 70_001n);
    await send(await channelRefund(deployment, channelRef, ...parties, 5_000n), payoutOwner);
    await refused(on, 'HoldTooHigh', 65_001n);
    await hold(on, 65_000n);
    const { held, matured } = await readChannel();
    assert.deepEqual([held, matured], [65_000n, 30_000n]);
    await assertBooks(on);
  });

  it('HoldTooHigh: holds nothing that has matured, be it unpaid, or paid', async () => {
    const on = await settled(await escrow());
    await on.chain.advance({ seconds: 60, slots: 1 });
    await refused(on, 'HoldTooHigh', 1n);
    await pay(on);
    await refused(on, 'HoldTooHigh', 1n);
  });

  it('HoldExists: one hold at a time, also one that a dispute has used up', async () => {
    const on = await settled(await escrow());
    await hold(on, 10n);
    for (const authority of [on.payer, on.session]) await refused(on, 'HoldExists', 10n, authority);
    const disputed = { heldUntil: 0n, holdDisputed: 1, openDisputes: 1, claimed: 10n };
    await rewrite(on.chain, 'channel', on.channel, disputed);
    await refused(on, 'HoldExists', 10n);
    await rewrite(on.chain, 'channel', on.channel, { held: 0n });
    await refused(on, 'HoldExists', 10n);
  });

  it('takes the place of a hold that lapsed, and tells of both', async () => {
    const on = await settled(await escrowOn(await registryFixture(await startProgramChain('litesvm'))));
    const { agent, chain, channel, mandate, payer, readChannel } = on;
    await hold(on, 10_000n);
    const { generation, heldUntil: until } = await readChannel();
    await arriveAt(chain, until - 1n);
    await refused(on, 'HoldExists', 1n);
    await arriveAt(chain, until);
    await refused(on, 'HoldTooHigh', 1n);
    await on.settle({ cumulative: 120_000n, calls: 5 });
    const outcome = await hold(on, 20_000n);
    const common = { channel, mandate, agent, generation };
    const heldUntil = until + (await readChannel()).holdLapse;
    assertSame(eventsOf(outcome), [
      {
        name: 'holdReleased',
        data: {
          ...common,
          ...{ amount: 10_000n, heldBefore: 10_000n, heldAfter: 0n },
          why: { lapsed: {} },
        },
      },
      {
        name: 'channelHeld',
        data: { ...common, heldBy: payer.publicKey, amount: 20_000n, heldUntil },
      },
    ]);
    const after = await readChannel();
    assert.deepEqual([after.held, after.heldUntil], [20_000n, heldUntil]);
  });

  it('NotPayerOrSession: is for the payer, and the session key that is both mandate’s and channel’s', async () => {
    const [on, another] = [await settled(await escrow()), await escrow()];
    const { agentKey, chain, creator, deployment, feePayer, mandateRef, payer, payoutOwner, send } = on;
    for (const authority of [feePayer, creator, agentKey, payoutOwner, another.payer, another.session]) {
      await refused(on, 'NotPayerOrSession', 5n, authority);
    }
    const next = another.payer;
    await send(await mandateRotate(deployment, mandateRef, next.publicKey), payer);
    for (const authority of [on.session, next]) await refused(on, 'NotPayerOrSession', 5n, authority);
    await chain.advance({ slots: 1 });
    await hold(on, 5n);
  });

  it("MandateMismatch: holds nothing of another's channel", async () => {
    const [on, another] = [await settled(await escrow()), await settled(await escrow())];
    const theirs = withAccount(await holding(on, 5n), 'channel', { pubkey: another.channel });
    await expectRefused(on.chain, theirs, [on.payer], 'MandateMismatch');
  });

  it('MathOverflow, InvariantBroken: holds nothing within books that do not add up', async () => {
    const on = await settled(await escrow());
    const { chain, channel } = on;
    const state = await chain.getAccount(channel);
    for (const [fields, error] of [
      [{ holdLapse: 2n ** 63n - 1n }, 'MathOverflow'],
      [{ refunded: 100_001n }, 'MathOverflow'],
      [{ claimed: 100_001n }, 'InvariantBroken'],
      [{ awarded: 1n }, 'InvariantBroken'],
      [{ awarded: 1n, claimed: 1n }, 'InvariantBroken'],
      [{ closingEndsAt: 1n }, 'InvariantBroken'],
    ] as const) {
      await rewrite(chain, 'channel', channel, fields);
      await refused(on, error, 5n);
      await chain.setAccount(channel, state);
    }
    await hold(on, 5n);
  });

  it('attack: a stolen session key holds settled money back, once, and takes nothing', async () => {
    const on = await settled(await escrow());
    const { chain, readChannel, session } = on;
    await hold(on, 100_000n, session);
    const { heldUntil } = await readChannel();
    await arriveAt(chain, heldUntil);
    await refused(on, 'HoldTooHigh', 1n, session);
    await pay(on);
    assert.equal((await readChannel()).paidGross, 100_000n);
  });
});
