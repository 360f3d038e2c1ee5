import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InvariantViolated } from '../invariants';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { DISPUTE_BUGS } from './planted';
import { disputeProperty } from './run';

const SEED = 13;
const MOST_RUNS = 80;

/** Runs the property on chains with a bug. Nothing is foretold: the invariants stand alone. */
async function check(bug: Bug, numRuns: number) {
  const property = disputeProperty({
    statistics: new Statistics(),
    maxCommands: 200,
    compare: false,
    wrap: (chain, world) => new PlantedChain(chain, bug, world.at('config')),
  });
  return fc.check(property, { numRuns, seed: SEED, unbiased: true, endOnFailure: true });
}

describe('a bug planted in disputes is caught by its own invariant', function () {
  this.timeout(400_000);

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'dispute_open', plant: async () => ({}) };
    const found = await check(harmless, 2);
    assert.equal(found.failed, false, String(found.errorInstance));
  });

  for (const bug of DISPUTE_BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      const found = await check(bug, MOST_RUNS);
      assert.ok(found.failed, `not caught in ${MOST_RUNS} runs`);
      assert.ok(found.errorInstance instanceof InvariantViolated, String(found.errorInstance));
      assert.equal(found.errorInstance.invariant, bug.invariant, found.errorInstance.message);
    });
  }

  it('there is one for every invariant of disputes', () => {
    const planted = new Set(DISPUTE_BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...planted].sort((a, b) => a - b),
      [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14],
    );
  });
});
