import assert from 'node:assert/strict';
import { hunt, hunted } from './hunt';
import { BUGS } from './planted';
import { type Bug, PlantedChain } from './planted-chain';
import { escrowProperty } from './run';
import { Statistics } from './statistics';

/** Runs the property on chains with a bug. The model is not asked: the invariants stand alone. */
function planted(bug: Bug) {
  return escrowProperty({
    statistics: new Statistics(),
    maxCommands: 200,
    compare: false,
    wrap: (chain, addresses) => new PlantedChain(chain, bug, addresses.at('config')),
  });
}

const SEED = 7;
const MOST_RUNS = 40;

describe('a planted bug is caught by its own invariant', function () {
  this.timeout(120_000);

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'channel_settle', plant: async () => ({}) };
    await hunted(planted(harmless), { seed: SEED, runs: 3 });
  });

  for (const bug of BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      await hunt(planted(bug), bug, { seed: SEED, mostRuns: MOST_RUNS });
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
