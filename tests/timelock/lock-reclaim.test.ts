import assert from 'node:assert/strict';
import { type LockReclaimParams, lockReclaim } from '@agent-labs/sdk';
import { arriveAt, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { LOCKED, type LockFixture, milestones } from '../fixtures/timelock';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, key } from '../registry/support';
import { assertLockBooks, sharedLocks } from './shared';

describe('lock reclaim', () => {
  const { locked, onBothChains } = sharedLocks();
  const reclaiming = (on: LockFixture, changes: Partial<LockReclaimParams> = {}) =>
    lockReclaim(on.deployment, { ...on.ref, funder: on.funder.publicKey, ...changes });
  const refused = async (on: LockFixture, error: string, changes: Partial<LockReclaimParams> = {}) =>
    expectRefused(on.chain, await reclaiming(on, changes), [on.funder, on.recipient], error);
  const at = (on: LockFixture, seconds: bigint) => arriveAt(on.chain, on.began + seconds);
  const cancelled = async () => {
    const on = await locked();
    await at(on, 50n);
    await on.cancel();
    return on;
  };

  onBothChains(
    "what a deadline left unapproved goes back, at the deadline's second and not one before",
    async (on, kind) => {
      await on.approve(0);
      await at(on, 999n);
      await refused(on, 'NothingToReclaim');
      await at(on, 1_000n);
      const outcome = await on.send(
        await reclaiming(on, { authority: on.recipient.publicKey }),
        on.recipient,
      );
      assert.equal(await tokenBalance(on.chain, on.funderTokens), PURSE - 500_000n);
      assertRecorded(kind, outcome, 'lockReclaimed', {
        lock: on.lock,
        funder: on.funder.publicKey,
        authority: on.recipient.publicKey,
        destination: on.funderTokens,
        amount: 500_000n,
        returnedBefore: 0n,
        returnedAfter: 500_000n,
      });
      await refused(on, 'NothingToReclaim');
      await on.claim();
      assert.equal(await tokenBalance(on.chain, on.recipientTokens), 500_000n);
      await assertLockBooks(on);
    },
    { schedule: milestones },
  );

  refusesForgeries(
    async () => {
      const on = await cancelled();
      return { chain: on.chain, instruction: await reclaiming(on), signers: [on.funder] };
    },
    { twice: { 'destination as tokens': 'VaultMismatch', 'tokens as destination': 'DestinationMismatch' } },
  );

  it('NothingToReclaim: nothing of a lock that goes on, or is over by time', async () => {
    const on = await locked();
    await refused(on, 'NothingToReclaim');
    await at(on, 1_000n);
    await refused(on, 'NothingToReclaim');
    const stopped = await cancelled();
    await stopped.reclaim();
    await refused(stopped, 'NothingToReclaim');
    await assertLockBooks(stopped);
  });

  it('DestinationMismatch: the funder chooses among accounts of its own, others pay the associated one', async () => {
    const on = await cancelled();
    const own = await tokenAccount(on.chain, on.mint, on.funder.publicKey, 0n, { at: key() });
    const mint = await createMint(on.chain, key());
    const other = await tokenAccount(on.chain, mint, on.funder.publicKey, 0n);
    const authority = on.recipient.publicKey;
    for (const destination of [on.recipientTokens, other, on.tokens]) {
      await refused(on, 'DestinationMismatch', { destination });
      await refused(on, 'DestinationMismatch', { destination, authority });
    }
    await refused(on, 'DestinationMismatch', { destination: own, authority });
    await on.send(await reclaiming(on, { destination: own }), on.funder);
    assert.equal(await tokenBalance(on.chain, own), LOCKED);
  });

  it('MintMismatch, VaultMismatch: takes what belongs together; is never paused', async () => {
    const [on, another] = [await cancelled(), await cancelled()];
    const mint = await createMint(on.chain, key());
    for (const [name, pubkey, error] of [
      ['lock', another.lock, 'VaultMismatch'],
      ['tokens', another.tokens, 'VaultMismatch'],
      ['mint', mint, 'MintMismatch'],
    ] as const) {
      const forged = withAccount(await reclaiming(on), name, { pubkey });
      await expectRefused(on.chain, forged, [on.funder], error);
    }
    await whilePaused(on, () => on.reclaim());
  });
});
