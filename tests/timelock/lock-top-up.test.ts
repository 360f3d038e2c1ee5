import assert from 'node:assert/strict';
import { type LockRef, lockEndsAt, lockReleased, lockTopUp } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { extend, mint2022, REFUSED } from '../escrow/mints';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { AT_CLIFF, LOCKED, type LockFixture, lockOn, milestones, periodic } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, key } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('lock top up', () => {
  const { locked, onBothChains, registry } = sharedLocks();
  interface Wish {
    amount?: bigint;
    funder?: Keypair;
    source?: PublicKey;
    ref?: Partial<LockRef>;
  }
  const adding = (
    on: LockFixture,
    { amount = 500n, funder = on.funder, source = on.funderTokens, ref }: Wish = {},
  ) => lockTopUp(on.deployment, { ...on.ref, ...ref }, funder.publicKey, amount, source);
  const refused = async (on: LockFixture, error: string, wish: Wish = {}) =>
    expectRefused(on.chain, await adding(on, wish), [wish.funder ?? on.funder], error);
  const at = (on: LockFixture, seconds: bigint) => arriveAt(on.chain, on.began + seconds);

  onBothChains('adds to what is released over the same time', async (on, kind) => {
    await at(on, 500n);
    const outcome = await on.topUp(90_000n);
    assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - LOCKED - 90_000n);
    const lock = await assertLockBooks(on);
    const ends = on.began + 1_000n;
    assert.equal(lock.deposited, LOCKED + 90_000n);
    assert.equal(lockReleased(lock, on.began + 500n), AT_CLIFF + (LOCKED + 90_000n - AT_CLIFF) / 2n);
    assertRecorded(kind, outcome, 'lockToppedUp', {
      lock: on.lock,
      funder: on.funder.publicKey,
      amount: 90_000n,
      depositedBefore: LOCKED,
      depositedAfter: LOCKED + 90_000n,
      endsAtBefore: ends,
      endsAtAfter: ends,
    });
  });

  refusesForgeries(
    async () => {
      const on = await locked();
      return { chain: on.chain, instruction: await adding(on), signers: [on.funder] };
    },
    { twice: { 'source as tokens': 'VaultMismatch', 'tokens as source': 'token:OwnerMismatch' } },
  );

  it('lowers and delays nothing, at no moment', async () => {
    for (const schedule of [undefined, periodic]) {
      const on = await locked(schedule && { schedule });
      const before = await on.readLock();
      await at(on, 321n);
      await on.topUp(1n);
      await on.topUp(54_321n);
      const lock = await assertLockBooks(on);
      for (let at = on.began; at <= on.began + 1_500n; at += 7n) {
        assert.ok(lockReleased(lock, at) >= lockReleased(before, at), `at ${at - on.began}`);
      }
    }
  });

  it('a periodic lock takes longer', async () => {
    const on = await locked({ schedule: periodic });
    await on.topUp(100_001n);
    assert.equal(lockEndsAt(await on.readLock()), on.began + 1_100n);
    await at(on, 1_099n);
    await on.claim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), LOCKED + 100_000n);
    await at(on, 1_100n);
    await on.claim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), LOCKED + 100_001n);
    await assertLockBooks(on);
  });

  it('ScheduleOver: adds until the second before the end', async () => {
    const on = await locked();
    await at(on, 999n);
    await on.topUp(5n);
    await at(on, 1_000n);
    await refused(on, 'ScheduleOver');
    await on.claim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), LOCKED + 5n);
  });

  it('NotFunder, TopUpNotAllowed, LockStopped, AmountZero: is for the funder of a lock that takes more', async () => {
    const on = await locked();
    await refused(on, 'AmountZero', { amount: 0n });
    await refused(on, 'NotFunder', { funder: on.recipient, source: on.recipientTokens });
    await on.cancel();
    await refused(on, 'LockStopped');
    await refused(await locked({ topUp: false }), 'TopUpNotAllowed');
    await refused(await locked({ schedule: milestones }), 'TopUpNotAllowed');
  });

  it('ScheduleOutOfRange, MathOverflow: adds no more than the schedule can release', async () => {
    const on = await locked({
      schedule: (began) => ({ ...periodic(began), period: 10_000_000_000n, periodAmount: 500_000n }) as never,
    });
    await refused(on, 'ScheduleOutOfRange', { amount: 1_000_000n });
    await refused(await locked(), 'MathOverflow', { amount: 2n ** 64n - 1n });
  });

  it('Paused: adds nothing while locking is paused', async () => {
    const on = await locked();
    await whilePaused(on, () => refused(on, 'Paused'), 1 << 4);
    await whilePaused(on, () => on.topUp(1n), 127 - (1 << 4));
  });

  it('looks at the mint at each inflow', async () => {
    const mint = await mint2022(registry().chain, registry().mintAuthority.publicKey);
    const on = await lockOn({ ...registry(), mint });
    await on.topUp(5n);
    for (const [error, extension] of REFUSED) {
      await extend(on.chain, mint, [extension]);
      await refused(on, error);
    }
    // what came in before goes out all the same
    await at(on, 1_000n);
    await on.claim();
    assert.equal(await tokenBalance(on.chain, on.recipientTokens), LOCKED + 5n);
  });

  it('MintMismatch, VaultMismatch, TokenProgramMismatch: takes what belongs together', async () => {
    const [on, another] = [await locked(), await locked()];
    const mint = await createMint(on.chain, key());
    const source = await tokenAccount(on.chain, mint, on.funder.publicKey, PURSE);
    await refused(on, 'MintMismatch', { source });
    const forged = withAccount(await adding(on), 'tokens', { pubkey: another.tokens });
    await expectRefused(on.chain, forged, [on.funder], 'VaultMismatch');
    const swapped = withAccount(await adding(on), 'mint', { pubkey: mint });
    await expectRefused(on.chain, swapped, [on.funder], 'MintMismatch');
  });
});
