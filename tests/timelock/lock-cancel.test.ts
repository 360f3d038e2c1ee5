import assert from 'node:assert/strict';
import { type LockSideName, lockCancel } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { AT_CLIFF, LOCKED, type LockFixture, milestones, periodic } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused } from '../helpers/refused';
import { assertRecorded } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('lock cancel', () => {
  const { locked, onBothChains } = sharedLocks();
  const cancelling = (on: LockFixture, by: Keypair = on.funder) =>
    lockCancel(on.deployment, on.lock, by.publicKey);
  const refused = async (on: LockFixture, error: string, by = on.funder) =>
    expectRefused(on.chain, await cancelling(on, by), [by], error);
  const at = (on: LockFixture, seconds: bigint) => arriveAt(on.chain, on.began + seconds);
  const half = AT_CLIFF + (LOCKED - AT_CLIFF) / 2n;

  onBothChains('stops what is released, and splits the rest off', async (on, kind) => {
    await at(on, 500n);
    const outcome = await on.cancel();
    const now = on.began + 500n;
    assert.equal((await assertLockBooks(on)).stoppedAt, now);
    assertRecorded(kind, outcome, 'lockCancelled', {
      lock: on.lock,
      cancelledBy: on.funder.publicKey,
      stoppedAt: now,
      released: half,
      returnable: LOCKED - half,
    });
    await at(on, 2_000n);
    await on.claim();
    await on.reclaim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), half);
    assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - half);
    await assertLockBooks(on);
  });

  refusesForgeries(async () => {
    const on = await locked();
    return { chain: on.chain, instruction: await cancelling(on), signers: [on.funder] };
  });

  it('CancelNotAllowed: each of the four modes lets in whom it says', async () => {
    const modes: [LockSideName, creator: boolean, recipient: boolean][] = [
      ['Nobody', false, false],
      ['Creator', true, false],
      ['Recipient', false, true],
      ['Either', true, true],
    ];
    for (const [cancel, creator, recipient] of modes) {
      for (const [allowed, side] of [[creator, 'funder'] as const, [recipient, 'recipient'] as const]) {
        const on = await locked({ cancel });
        await refused(on, 'CancelNotAllowed', on.feePayer);
        if (allowed) await on.cancel(on[side]);
        else await refused(on, 'CancelNotAllowed', on[side]);
      }
    }
  });

  it('invariant 6: a second before the cliff all goes back, at its second the cliff stays', async () => {
    for (const [seconds, stays] of [
      [99n, 0n],
      [100n, AT_CLIFF + (LOCKED - AT_CLIFF) / 10n],
    ] as const) {
      const on = await locked();
      await at(on, seconds);
      await on.cancel();
      await on.reclaim();
      assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - stays);
      if (stays > 0n) await on.claim();
      assert.equal(await tokenBalance(on.chain, on.recipientTokens), stays);
      assert.equal(await tokenBalance(on.chain, on.tokens), 0n);
      await assertLockBooks(on);
    }
  });

  it('what was claimed stays claimed, and a periodic or milestone lock is stopped alike', async () => {
    const on = await locked({ schedule: periodic });
    await at(on, 250n);
    await on.claim();
    await at(on, 350n);
    await on.cancel(on.recipient);
    await on.reclaim();
    await on.claim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), AT_CLIFF + 300_000n);
    const other = await locked({ schedule: milestones });
    await other.approve(2);
    await other.cancel();
    await other.reclaim();
    await other.claim();
    assert.equal(await tokenBalance(other.chain, other.recipientTokens), 200_000n);
    for (const lock of [on, other]) assert.equal(await tokenBalance(lock.chain, lock.tokens), 0n);
  });

  it("neither side's token account can hold it up", async () => {
    const on = await locked();
    await at(on, 500n);
    await tokenAccount(on.chain, on.mint, on.recipient.publicKey, 0n, { frozen: true });
    await on.chain.setAccount(on.recipientTokens, null);
    await on.cancel();
    await on.reclaim();
    assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - half);
    await tokenAccount(on.chain, on.mint, on.recipient.publicKey, 0n);
    await on.claim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), half);
  });

  it('LockStopped, ScheduleOver: stops once, and nothing that is over', async () => {
    const on = await locked();
    await at(on, 999n);
    await on.cancel();
    await refused(on, 'LockStopped');
    await refused(on, 'LockStopped', on.recipient);
    const late = await locked();
    await at(late, 1_000n);
    await refused(late, 'ScheduleOver');
    const done = await locked({ schedule: milestones });
    for (const index of [0, 1, 2]) await done.approve(index);
    await refused(done, 'ScheduleOver');
    const missed = await locked({ schedule: milestones });
    await at(missed, 1_000n);
    await refused(missed, 'ScheduleOver');
  });

  it('is never paused', async () => {
    const on = await locked();
    await whilePaused(on, () => on.cancel());
  });
});
