import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InvariantViolated } from './invariants';
import { BUGS } from './planted';
import { type Bug, PlantedChain } from './planted-chain';
import { escrowProperty } from './run';
import { Statistics } from './statistics';

/** Runs the property on chains with a bug. The model is not asked: the invariants stand alone. */
async function check(bug: Bug, numRuns: number) {
  const property = escrowProperty({
    statistics: new Statistics(),
    maxCommands: 200,
    compare: false,
    wrap: (chain, addresses) => new PlantedChain(chain, bug, addresses.at('config')),
  });
  return fc.check(property, { numRuns, seed: SEED, unbiased: true, endOnFailure: true });
}

const SEED = 7;
const MOST_RUNS = 40;

describe('a planted bug is caught by its own invariant', function () {
  this.timeout(120_000);

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'channel_settle', plant: async () => ({}) };
    const found = await check(harmless, 3);
    assert.equal(found.failed, false, String(found.errorInstance));
  });

  for (const bug of BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      const found = await check(bug, MOST_RUNS);
      assert.ok(found.failed, `not caught in ${MOST_RUNS} runs`);
      assert.ok(found.errorInstance instanceof InvariantViolated, String(found.errorInstance));
      assert.equal(found.errorInstance.invariant, bug.invariant, found.errorInstance.message);
    });
  }

  it('there is one for every invariant of escrow', () => {
    const planted = new Set(BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...planted].sort((a, b) => a - b),
      [1, 4, 5, 6, 8, 9, 11, 12, 13, 14, 16],
    );
  });
});
