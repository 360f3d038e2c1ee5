import assert from 'node:assert/strict';
import { type LockAccount, lockReleased } from '@agent-labs/sdk';
import { tokenBalance } from '../fixtures/escrow';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { type LockFixture, type LockWish, lockOn } from '../fixtures/timelock';
import type { ChainKind } from '../helpers/chains/test-chain';

export interface SharedLocks {
  /** Another funder with a lock for another recipient. */
  locked(wish?: LockWish): Promise<LockFixture>;
  /** The registry that all share. */
  registry(): RegistryFixture;
  /** Runs a test on the shared chain, and on one of LiteSVM, which tells events. */
  onBothChains(
    title: string,
    test: (on: LockFixture, kind: ChainKind) => Promise<void>,
    wish?: LockWish,
  ): void;
}

/** One chain of bankrun with a registry for all tests of a file. Call it in their `describe`. */
export function sharedLocks(): SharedLocks {
  let registry: RegistryFixture;
  before(async () => {
    // so long a lease that no test outlives it
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    registry = await registryFixture(await startProgramChain('bankrun'), { settings: { windows } });
  });
  return {
    locked: (wish) => lockOn(registry, wish),
    registry: () => registry,
    onBothChains: (title, test, wish) => {
      it(`${title} (bankrun)`, async () => test(await lockOn(registry, wish), 'bankrun'));
      it(`${title} (litesvm)`, async () => {
        await test(await lockOn(await registryFixture(await startProgramChain('litesvm')), wish), 'litesvm');
      });
    },
  };
}

/**
 * Checks a lock's books: its token account holds what it owes, to the unit without donations, and no more was paid
 * than is released by now.
 */
export async function assertLockBooks(
  on: Pick<LockFixture, 'chain' | 'readLock' | 'tokens'>,
  donated = 0n,
): Promise<LockAccount> {
  const lock = await on.readLock();
  const held = await tokenBalance(on.chain, on.tokens);
  assert.equal(lock.deposited + donated, lock.claimed + lock.returned + held);
  const released = lockReleased(lock, await on.chain.unixTime());
  assert.ok(lock.claimed + lock.formerDue <= released, 'no more than is released');
  assert.ok(released <= lock.deposited, 'no more released than there is');
  return lock;
}
