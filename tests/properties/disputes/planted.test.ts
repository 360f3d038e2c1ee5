import assert from 'node:assert/strict';
import { hunt, hunted } from '../hunt';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { DISPUTE_BUGS } from './planted';
import { disputeProperty } from './run';

const SEED = 13;
const MOST_RUNS = 80;

/** Runs the property on chains with a bug. Nothing is foretold: the invariants stand alone. */
function planted(bug: Bug) {
  return disputeProperty({
    statistics: new Statistics(),
    maxCommands: 200,
    compare: false,
    wrap: (chain, world) => new PlantedChain(chain, bug, world.at('config')),
  });
}

describe('a bug planted in disputes is caught by its own invariant', function () {
  this.timeout(400_000);

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'dispute_open', plant: async () => ({}) };
    await hunted(planted(harmless), { seed: SEED, runs: 2 });
  });

  for (const bug of DISPUTE_BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      await hunt(planted(bug), bug, { seed: SEED, mostRuns: MOST_RUNS });
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
