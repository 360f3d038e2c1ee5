import assert from 'node:assert/strict';
import { channelHold, channelRefund, mandateKill } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { agentOn, type EscrowFixture, escrowOn } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { answerOf, claimClose, claimOpen, claimRegistry, throughStake } from './claims';
import { arriveAt, assertBooks, drained, FAR, rewrite, whilePaused } from './shared';

describe('escrow claim_open', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await claimRegistry();
  });

  const opening = async (on: EscrowFixture, claim: bigint) =>
    throughStake(on.deployment)(await claimOpen(on, claim));
  const open = async (on: EscrowFixture, claim: bigint) => on.send(await opening(on, claim));
  const refused = async (on: EscrowFixture, error: string, claim: bigint) =>
    expectRefused(on.chain, await opening(on, claim), [], error, [on.vault]);
  /** An agent and a channel of their own, with 100,000 settled just now and `held` of it held. */
  const settled = async (held = 0n): Promise<EscrowFixture> => {
    const on = await escrowOn(await agentOn(registry));
    await on.settle({ cumulative: 100_000n, calls: 3 });
    if (held > 0n) {
      const hold = await channelHold(on.deployment, on.channelRef, on.payer.publicKey, held);
      await on.send(hold, on.payer);
    }
    return on;
  };
  const refund = async (on: EscrowFixture, amount: bigint) => {
    const parties = [on.mint, on.payoutOwner.publicKey, on.payer.publicKey] as const;
    await on.send(await channelRefund(on.deployment, on.channelRef, ...parties, amount), on.payoutOwner);
  };

  it('takes the hold up to the claim, releases the rest, and answers what may be claimed of whom', async () => {
    const on = await settled(40_000n);
    const { agent, channel, mandate, mint, payer, readChannel } = on;
    await refund(on, 7n);
    const [before, mandateBefore] = [await readChannel(), await on.readMandate()];
    const outcome = await open(on, 30_000n);
    assertSame(await readChannel(), {
      ...before,
      ...{ claimed: 30_000n, openDisputes: 1, held: 30_000n, heldUntil: 0n, holdDisputed: 1 },
    });
    assertSame(await on.readMandate(), mandateBefore);
    await assertBooks(on);
    assertSame(answerOf(on, outcome, 'claimRight'), {
      ...{ subject: channel, generation: before.generation, agent, payer: payer.publicKey },
      ...{ payoutOwner: on.payoutOwner.publicKey, sessionKey: on.session.publicKey },
      ...{ agentKey: on.agentKey.publicKey, mint, tag: before.tag, ownershipEpoch: 1, agentVersion: 1 },
      ...{ perCallMax: 50_000n, held: 30_000n, refunded: 7n },
    });
    const common = { channel, mandate, agent, generation: before.generation };
    assertSame(eventsOf(outcome), [
      {
        name: 'holdReleased',
        data: {
          ...common,
          ...{ amount: 10_000n, heldBefore: 40_000n, heldAfter: 30_000n },
          why: { aboveClaim: {} },
        },
      },
      {
        name: 'claimOpened',
        data: {
          ...common,
          ...{ payer: payer.publicKey, claim: 30_000n, claimedBefore: 0n, claimedAfter: 30_000n },
          ...{ refunded: 7n, taken: 30_000n, held: 30_000n },
          ...{ openDisputesBefore: 0, openDisputesAfter: 1 },
        },
      },
    ]);
  });

  refusesForgeries(async () => {
    const on = await settled(40_000n);
    const through = throughStake(on.deployment);
    return { chain: on.chain, instruction: await claimOpen(on, 5n), signers: [], through };
  });

  it('NotClaimAuthority: obeys stake’s claim authority alone', async () => {
    const on = await settled();
    const instruction = await claimOpen(on, 5n);
    const by = (signer: Keypair) =>
      withAccount(instruction, 'claim_authority', { pubkey: signer.publicKey, isSigner: true });
    for (const signer of [on.payer, on.session, on.creator, on.admin]) {
      await expectRefused(on.chain, by(signer), [signer], 'NotClaimAuthority');
    }
    const stranger = withAccount(instruction, 'claim_authority', { pubkey: key(), isSigner: false });
    await expectRefused(on.chain, stranger, [], 'AccountNotSigner');
  });

  it('takes all of a hold below the claim, and nothing where nothing is held', async () => {
    for (const held of [30_000n, 20_000n, 0n]) {
      const on = await settled(held);
      const outcome = await open(on, 30_000n);
      assert.equal(answerOf(on, outcome, 'claimRight').held, held);
      assert.deepEqual(
        eventsOf(outcome).map(({ name }) => name),
        ['claimOpened'],
      );
      const channel = await on.readChannel();
      assert.deepEqual(
        [channel.held, channel.heldUntil, channel.holdDisputed, channel.openDisputes],
        [held, 0n, held > 0n ? 1 : 0, 1],
      );
    }
  });

  it('leaves a hold that another dispute has', async () => {
    const on = await settled(40_000n);
    await open(on, 40_000n);
    const outcome = await open(on, 50_000n);
    assert.equal(answerOf(on, outcome, 'claimRight').held, 0n);
    assert.deepEqual(
      eventsOf(outcome).map(({ name, data }) => [name, data.taken, data.held]),
      [['claimOpened', 0n, 40_000n]],
    );
    const { claimed, held, holdDisputed, openDisputes } = await on.readChannel();
    assert.deepEqual([claimed, held, holdDisputed, openDisputes], [90_000n, 40_000n, 1, 2]);
  });

  it('lets a hold lapse whose time is over, and takes nothing of it', async () => {
    const on = await settled(40_000n);
    const { heldUntil } = await on.readChannel();
    await arriveAt(on.chain, heldUntil);
    const outcome = await open(on, 30_000n);
    assert.equal(answerOf(on, outcome, 'claimRight').held, 0n);
    const [lapsed, ...more] = eventsOf(outcome);
    assertSame(
      [lapsed?.name, lapsed?.data.amount, lapsed?.data.why],
      ['holdReleased', 40_000n, { lapsed: {} }],
    );
    assert.equal(more.length, 1);
    const { held, holdDisputed } = await on.readChannel();
    assert.deepEqual([held, holdDisputed], [0n, 0]);
  });

  it('does not lapse from then on, whatever time passes', async () => {
    const on = await settled(40_000n);
    const { heldUntil } = await on.readChannel();
    await arriveAt(on.chain, heldUntil - 1n);
    await open(on, 30_000n);
    await arriveAt(on.chain, heldUntil + 100n);
    await refund(on, 1n);
    assert.equal((await on.readChannel()).held, 30_000n);
  });

  it('goes on while paused, drained and killed', async () => {
    const on = await settled(40_000n);
    await whilePaused(on, () => open(on, 1n));
    await drained(on);
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await open(on, 1n);
    assert.equal((await on.readChannel()).openDisputes, 2);
  });

  it('AmountZero, ClaimTooHigh: claims what is settled, neither claimed nor given back, once', async () => {
    const on = await settled();
    await refused(on, 'escrow:AmountZero', 0n);
    for (const claim of [100_001n, 2n ** 64n - 1n]) await refused(on, 'escrow:ClaimTooHigh', claim);
    await refund(on, 10_000n);
    await refused(on, 'escrow:ClaimTooHigh', 90_001n);
    await open(on, 60_000n);
    await refused(on, 'escrow:ClaimTooHigh', 30_001n);
    await open(on, 30_000n);
    await refused(on, 'escrow:ClaimTooHigh', 1n);
    // what is given back while it is claimed makes nothing claimable, nor does the end of a claim
    await refund(on, 20_000n);
    await refused(on, 'escrow:ClaimTooHigh', 1n);
    const close = await claimClose(on, { loss: 0n, tookHold: false });
    await on.send(throughStake(on.deployment)(close));
    await refused(on, 'escrow:ClaimTooHigh', 1n);
    await on.settle({ cumulative: 150_000n, calls: 9 });
    await refused(on, 'escrow:ClaimTooHigh', 30_001n);
    await open(on, 30_000n);
    assert.equal((await on.readChannel()).claimed, 120_000n);
  });

  it('counts once what a claim was paid', async () => {
    const on = await settled(60_000n);
    await open(on, 60_000n);
    await on.send(throughStake(on.deployment)(await claimClose(on, { loss: 60_000n })));
    await refused(on, 'escrow:ClaimTooHigh', 40_001n);
    await open(on, 40_000n);
  });

  it('ClaimWindowOver: comes within the window after the last settle, to the second', async () => {
    const on = await settled();
    const { lastSettleAt, claimWindow } = await on.readChannel();
    await arriveAt(on.chain, lastSettleAt + claimWindow - 1n);
    await open(on, 5n);
    await arriveAt(on.chain, lastSettleAt + claimWindow);
    await refused(on, 'escrow:ClaimWindowOver', 5n);
    await on.settle({ cumulative: 100_001n, calls: 4 });
    await open(on, 5n);
  });

  it("MandateMismatch: claims nothing in another mandate's name", async () => {
    const [on, another] = [await settled(), await settled()];
    for (const [name, pubkey] of [
      ['mandate', another.mandate],
      ['channel', another.channel],
    ] as const) {
      const wrong = withAccount(await claimOpen(on, 5n), name, { pubkey });
      await expectRefused(on.chain, throughStake(on.deployment)(wrong), [], 'escrow:MandateMismatch');
    }
  });

  it('MathOverflow, InvariantBroken: claims nothing within books that do not add up', async () => {
    const on = await settled();
    const state = await on.chain.getAccount(on.channel);
    for (const [fields, error] of [
      [{ openDisputes: 2 ** 32 - 1 }, 'escrow:MathOverflow'],
      [{ claimWindow: 2n ** 63n - 1n }, 'escrow:MathOverflow'],
      [{ awarded: 1n }, 'escrow:MathOverflow'],
      [{ matured: 100_001n }, 'escrow:InvariantBroken'],
      [{ held: 100_001n, heldUntil: FAR }, 'escrow:InvariantBroken'],
      [{ heldUntil: FAR }, 'escrow:InvariantBroken'],
      [{ holdDisputed: 2, openDisputes: 1 }, 'escrow:InvariantBroken'],
    ] as const) {
      await rewrite(on.chain, 'channel', on.channel, fields);
      const claim = 'held' in fields ? 100_000n : 5n;
      // the hold is cut to the claim, so that one above the settled amount shows by what is paid
      if ('held' in fields) await rewrite(on.chain, 'channel', on.channel, { paidGross: 1n });
      await refused(on, error, claim);
      await on.chain.setAccount(on.channel, state);
    }
  });
});
