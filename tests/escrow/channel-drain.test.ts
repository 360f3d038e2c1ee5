import assert from 'node:assert/strict';
import {
  ChannelStatus,
  channelClose,
  channelDrain,
  channelRearm,
  mandateKill,
  mandateWithdraw,
  UNCAPPED,
} from '@agent-labs/sdk';
import { type EscrowFixture, escrowOn, PURSE, tokenBalance } from '../fixtures/escrow';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import {
  arriveAt,
  assertBooks,
  channelOpening,
  openAnother,
  rewrite,
  sharedChain,
  whilePaused,
} from './shared';

describe('escrow channel_drain', () => {
  const { escrow, onBothChains } = sharedChain();

  const draining = (on: EscrowFixture) => channelDrain(on.deployment, on.channelRef);
  const drain = async (on: EscrowFixture) => on.send(await draining(on));
  const refused = async (on: EscrowFixture, error: string) =>
    expectRefused(on.chain, await draining(on), [], error);
  const closed = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await on.send(await channelClose(on.deployment, on.channelRef, on.payer.publicKey), on.payer);
    return on;
  };
  /** With its grace over. */
  const over = async (on: EscrowFixture): Promise<EscrowFixture> => {
    await closed(on);
    await on.chain.advance({ seconds: 100, slots: 1 });
    return on;
  };

  onBothChains('returns what was not settled to the mandate, whoever asks', async (registry, kind) => {
    const on = await escrowOn(registry);
    await on.settle({ cumulative: 70_000n, calls: 3 });
    await over(on);
    const { agent, chain, channel, mandate, readChannel, readMandate, vault } = on;
    const [before, mandateBefore] = [await readChannel(), await readMandate()];
    const outcome = await drain(on);
    assertSame(await readChannel(), {
      ...before,
      status: ChannelStatus.Draining,
      closingEndsAt: 0n,
      returned: 130_000n,
    });
    assertSame(await readMandate(), { ...mandateBefore, free: 930_000n, allotted: 70_000n });
    assert.equal(await tokenBalance(chain, vault), 1_000_000n);
    await assertBooks(on);
    assertRecorded(kind, outcome, 'channelDrained', {
      channel,
      mandate,
      agent,
      generation: before.generation,
      settled: 70_000n,
      calls: 3,
      returned: 130_000n,
    });
  });

  refusesForgeries(async () => {
    const on = await over(await escrow());
    return { chain: on.chain, instruction: await draining(on), signers: [] };
  });

  it('NotDrainable: waits for the grace to the second', async () => {
    const on = await escrow();
    await refused(on, 'NotDrainable');
    await closed(on);
    const { closingEndsAt } = await on.readChannel();
    await arriveAt(on.chain, closingEndsAt - 1n);
    await refused(on, 'NotDrainable');
    await arriveAt(on.chain, closingEndsAt);
    await drain(on);
  });

  it('NotDrainable: drains an expired channel without Closing, to the second', async () => {
    const on = await escrow();
    const { expiresAt } = await on.readChannel();
    await arriveAt(on.chain, expiresAt - 1n);
    await on.settle({ cumulative: 50_000n });
    await refused(on, 'NotDrainable');
    await arriveAt(on.chain, expiresAt);
    await assert.rejects(on.settle({ cumulative: 60_000n, calls: 2 }), /ChannelExpired/);
    await drain(on);
    assert.equal((await on.readChannel()).status, ChannelStatus.Draining);
    assert.equal((await on.readMandate()).free, 950_000n);
    await assert.rejects(on.settle({ cumulative: 60_000n, calls: 2 }), /Channel(Expired|Draining)/);
    await assertBooks(on);
  });

  it('drains at the expiry when it comes before the end of the grace', async () => {
    const on = await escrow();
    const { expiresAt } = await on.readChannel();
    await arriveAt(on.chain, expiresAt - 10n);
    await closed(on);
    await arriveAt(on.chain, expiresAt - 1n);
    await refused(on, 'NotDrainable');
    await arriveAt(on.chain, expiresAt);
    await drain(on);
  });

  it('a re-armed channel drains at its new end', async () => {
    const on = await escrow();
    const { channelRef, deployment, send, session } = on;
    const { expiresAt } = await on.readChannel();
    const rearm = await channelRearm(deployment, channelRef, session.publicKey, 1n, expiresAt + 100n);
    await send(rearm, session);
    await arriveAt(on.chain, expiresAt);
    await refused(on, 'NotDrainable');
    await arriveAt(on.chain, expiresAt + 100n);
    await drain(on);
    await assertBooks(on);
  });

  it('ChannelDraining: returns once', async () => {
    const on = await over(await escrow());
    await drain(on);
    await refused(on, 'ChannelDraining');
  });

  it('returns nothing of a channel that was settled in full', async () => {
    const on = await escrow();
    await on.settle({ cumulative: 200_000n, calls: 4 });
    await over(on);
    await drain(on);
    assert.deepEqual([(await on.readChannel()).returned, (await on.readMandate()).free], [0n, 800_000n]);
  });

  it('goes on while paused, killed and expired, and the money gets out', async () => {
    const on = await escrow();
    const { chain, deployment, mandateRef, payer, payerTokens, send } = on;
    await send(await mandateKill(deployment, mandateRef), payer);
    await arriveAt(chain, (await on.readMandate()).expiresAt);
    await whilePaused(on, () => drain(on));
    await send(await mandateWithdraw(deployment, mandateRef, 1_000_000n), payer);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE);
  });

  it('never credits the caps: what was allotted once counts, though all of it came back', async () => {
    const on = await escrow({ mandate: { dailyCap: 300_000n, totalCap: 300_000n } });
    const before = await on.readMandate();
    await over(on);
    await drain(on);
    const { dayCharged, totalCharged, free } = await on.readMandate();
    assert.deepEqual([free, dayCharged, totalCharged], [1_000_000n, before.dayCharged, before.totalCharged]);
    const over300 = await channelOpening(on, { n: 1, amount: 100_001n });
    await rewrite(on.chain, 'mandate', on.mandate, { dayCharged: 0n });
    await expectRefused(on.chain, over300.instruction, [on.session, on.payer], 'TotalCapExceeded');
    await rewrite(on.chain, 'mandate', on.mandate, { dayCharged });
    await expectRefused(on.chain, over300.instruction, [on.session, on.payer], 'DailyCapExceeded');
    await openAnother(on, { n: 1, amount: 100_000n });
  });

  it("MandateMismatch: returns nothing to another's mandate", async () => {
    const [on, another] = [await over(await escrow()), await escrow()];
    const instruction = await draining(on);
    for (const [name, pubkey] of [
      ['mandate', another.mandate],
      ['channel', another.channel],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [], 'MandateMismatch');
    }
  });

  it('MathOverflow, InvariantBroken: returns nothing that the books do not hold', async () => {
    const on = await over(await escrow());
    const { chain, channel, mandate } = on;
    const [mandateState, channelState] = [await chain.getAccount(mandate), await chain.getAccount(channel)];
    for (const [fields, error] of [
      [{ allotted: 199_999n }, 'MathOverflow'],
      [{ free: UNCAPPED - 199_999n }, 'MathOverflow'],
      [{ feesAccrued: UNCAPPED }, 'InvariantBroken'],
    ] as const) {
      await rewrite(chain, 'mandate', mandate, fields);
      await refused(on, error);
      await chain.setAccount(mandate, mandateState);
    }
    for (const [fields, error] of [
      [{ settled: 200_001n }, 'MathOverflow'],
      [{ refunded: 1n }, 'InvariantBroken'],
      [{ status: 3 }, 'NotDrainable'],
    ] as const) {
      await rewrite(chain, 'channel', channel, fields);
      await refused(on, error);
      await chain.setAccount(channel, channelState);
    }
    await drain(on);
  });
});
