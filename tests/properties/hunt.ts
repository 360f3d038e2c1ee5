import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Bug } from './planted-chain';
import { InvariantViolated } from './violated';

/** Runs from which on it is worth to write down where a bug is found. */
const LONG = 3;

/**
 * Runs a property on chains with a bug until an invariant breaks: the one that the bug is planted for. Begins at
 * the run that the bug names, which finds it sooner; whatever changes the runs may make that another one.
 */
export async function hunt<T>(
  property: fc.IAsyncPropertyWithHooks<T>,
  bug: Bug,
  { seed, mostRuns }: { seed: number; mostRuns: number },
): Promise<void> {
  const found = await fc.check(property, {
    numRuns: mostRuns,
    seed,
    unbiased: true,
    endOnFailure: true,
    path: String(bug.from ?? 0),
  });
  assert.ok(found.failed, `not caught in ${mostRuns} runs`);
  assert.ok(found.errorInstance instanceof InvariantViolated, String(found.errorInstance));
  assert.equal(found.errorInstance.invariant, bug.invariant, found.errorInstance.message);
  if (found.numRuns >= LONG)
    console.log(`      found by run ${found.counterexamplePath}: \`from\` saves time`);
}

/** The same property without a bug: nothing breaks. */
export async function hunted<T>(
  property: fc.IAsyncPropertyWithHooks<T>,
  { seed, runs }: { seed: number; runs: number },
): Promise<void> {
  const found = await fc.check(property, { numRuns: runs, seed, unbiased: true, endOnFailure: true });
  assert.equal(found.failed, false, String(found.errorInstance));
}
