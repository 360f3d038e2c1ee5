import assert from 'node:assert/strict';
import { milestoneApprove } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import { tokenBalance } from '../fixtures/escrow';
import { LOCKED, type LockFixture, milestones } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused } from '../helpers/refused';
import { assertRecorded } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('milestone approve', () => {
  const { locked, onBothChains } = sharedLocks();
  interface Wish {
    index?: number;
    approver?: Keypair;
    generation?: bigint;
  }
  const approving = async (on: LockFixture, { index = 0, approver = on.approver, generation }: Wish = {}) =>
    milestoneApprove(
      on.deployment,
      on.lock,
      approver.publicKey,
      index,
      generation ?? (await on.readLock()).generation,
    );
  const refused = async (on: LockFixture, error: string, wish: Wish = {}) =>
    expectRefused(on.chain, await approving(on, wish), [wish.approver ?? on.approver], error);
  const paid = (on: LockFixture) => tokenBalance(on.chain, on.recipientTokens);

  onBothChains(
    "makes a milestone's amount due",
    async (on, kind) => {
      const outcome = await on.approve(1);
      const { approved } = await assertLockBooks(on);
      assert.equal(approved, 0b010);
      assertRecorded(kind, outcome, 'milestoneApproved', {
        lock: on.lock,
        approver: on.approver.publicKey,
        index: 1,
        amount: 300_000n,
        approvedBefore: 0,
        approvedAfter: 0b010,
      });
      await on.claim();
      assert.equal(await paid(on), 300_000n);
      await on.approve(0);
      await on.approve(2);
      await on.claim();
      assert.equal(await paid(on), LOCKED);
      await assertLockBooks(on);
    },
    { schedule: milestones },
  );

  refusesForgeries(async () => {
    const on = await locked({ schedule: milestones });
    return { chain: on.chain, instruction: await approving(on), signers: [on.approver] };
  });

  it('NotApprover: is for the approver alone, and no lock by time has one', async () => {
    const on = await locked({ schedule: milestones });
    for (const approver of [on.funder, on.recipient, Keypair.generate()]) {
      await refused(on, 'NotApprover', { approver });
    }
    await refused(await locked(), 'NotApprover');
  });

  it('MilestoneUnknown, MilestoneApproved: approves each once', async () => {
    const on = await locked({ schedule: milestones });
    for (const index of [3, 7, 8, 255]) await refused(on, 'MilestoneUnknown', { index });
    await on.approve(0);
    await refused(on, 'MilestoneApproved');
    await on.claim();
    await refused(on, 'MilestoneApproved');
  });

  it('MilestoneOutOfOrder: one after the other where the lock has it', async () => {
    const on = await locked({ schedule: (began, approver) => milestones(began, approver, true) });
    for (const index of [1, 2]) await refused(on, 'MilestoneOutOfOrder', { index });
    await on.approve(0);
    await refused(on, 'MilestoneOutOfOrder', { index: 2 });
    await on.approve(1);
    await on.approve(2);
    await on.claim();
    assert.equal(await paid(on), LOCKED);
  });

  it('the eighth of eight is the last', async () => {
    const on = await locked({
      schedule: (began, approver) =>
        ({
          ...milestones(began, approver),
          amounts: Array.from({ length: 8 }, () => LOCKED / 8n),
        }) as never,
    });
    await on.approve(7);
    await on.claim();
    assert.equal(await paid(on), LOCKED / 8n);
    await refused(on, 'MilestoneUnknown', { index: 8 });
  });

  it('DeadlineOver: until the second before the deadline', async () => {
    const on = await locked({ schedule: milestones });
    await arriveAt(on.chain, on.began + 999n);
    await on.approve(0);
    await arriveAt(on.chain, on.began + 1_000n);
    await refused(on, 'DeadlineOver', { index: 1 });
    await on.claim();
    await on.reclaim();
    await assertLockBooks(on);
  });

  it('LockStopped, GenerationMismatch: approves nothing of a stopped lock, nor of another', async () => {
    const on = await locked({ schedule: milestones });
    const { generation } = await on.readLock();
    for (const other of [generation - 1n, generation + 1n, 0n]) {
      await refused(on, 'GenerationMismatch', { generation: other });
    }
    await on.cancel();
    await refused(on, 'LockStopped');
  });

  it('is never paused', async () => {
    const on = await locked({ schedule: milestones });
    await whilePaused(on, () => on.approve(0));
  });
});
