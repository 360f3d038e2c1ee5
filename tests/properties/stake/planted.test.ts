import assert from 'node:assert/strict';
import { hunt, hunted } from '../hunt';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { STAKE_BUGS } from './planted';
import { stakeProperty } from './run';

const SEED = 11;
const MOST_RUNS = 40;

/** Runs the property on chains with a bug. The model is not asked: the invariants stand alone. */
function planted(bug: Bug) {
  return stakeProperty({
    statistics: new Statistics(),
    maxCommands: 120,
    compare: false,
    wrap: (chain, { addresses }) => {
      const config = addresses.get('config');
      assert.ok(config);
      return new PlantedChain(chain, bug, config);
    },
  });
}

describe('a bug planted in stake is caught by its own invariant', function () {
  this.timeout(180_000);

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'stake', plant: async () => ({}) };
    await hunted(planted(harmless), { seed: SEED, runs: 3 });
  });

  for (const bug of STAKE_BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      await hunt(planted(bug), bug, { seed: SEED, mostRuns: MOST_RUNS });
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
