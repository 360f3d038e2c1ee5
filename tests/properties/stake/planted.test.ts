import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InvariantViolated } from '../invariants';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { STAKE_BUGS } from './planted';
import { stakeProperty } from './run';

const SEED = 11;
const MOST_RUNS = 40;

/** Runs the property on chains with a bug. The model is not asked: the invariants stand alone. */
async function check(bug: Bug, numRuns: number) {
  const property = stakeProperty({
    statistics: new Statistics(),
    maxCommands: 120,
    compare: false,
    wrap: (chain, { addresses }) => {
      const config = addresses.get('config');
      assert.ok(config);
      return new PlantedChain(chain, bug, config);
    },
  });
  return fc.check(property, { numRuns, seed: SEED, unbiased: true, endOnFailure: true });
}

describe('a bug planted in stake is caught by its own invariant', function () {
  this.timeout(180_000);

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'stake', plant: async () => ({}) };
    const found = await check(harmless, 3);
    assert.equal(found.failed, false, String(found.errorInstance));
  });

  for (const bug of STAKE_BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      const found = await check(bug, MOST_RUNS);
      assert.ok(found.failed, `not caught in ${MOST_RUNS} runs`);
      assert.ok(found.errorInstance instanceof InvariantViolated, String(found.errorInstance));
      assert.equal(found.errorInstance.invariant, bug.invariant, found.errorInstance.message);
    });
  }

  it('there is one for every invariant of stake', () => {
    const planted = new Set(STAKE_BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...planted].sort((a, b) => a - b),
      [1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14],
    );
  });
});
