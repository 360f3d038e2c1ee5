import assert from 'node:assert/strict';
import { configAddress } from '@agent-labs/sdk';
import { claimRegistry } from '../../escrow/claims';
import type { RegistryFixture } from '../../fixtures/registry';
import { hunt, hunted } from '../hunt';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { JOB_BUGS } from './planted';
import { jobProperty } from './property';

const SEED = 17;
const MOST_RUNS = 40;
const MOST_STEPS = 120;

describe('a bug planted in jobs is caught by its own invariant', function () {
  this.timeout(180_000);
  let registry: RegistryFixture;
  before(async () => {
    registry = await claimRegistry();
  });

  const planted = (bug: Bug) => {
    const chain = new PlantedChain(registry.chain, bug, configAddress(registry.deployment));
    return jobProperty({ ...registry, chain }, new Statistics(), MOST_STEPS);
  };

  it('and without one nothing is', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'job_open', plant: async () => ({}) };
    await hunted(planted(harmless), { seed: SEED, runs: 3 });
  });

  for (const bug of JOB_BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      await hunt(planted(bug), bug, { seed: SEED, mostRuns: MOST_RUNS });
    });
  }

  it('there is one for every invariant of jobs', () => {
    const invariants = new Set(JOB_BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...invariants].sort((a, b) => a - b),
      [1, 3, 4, 8, 9, 14, 16],
    );
  });
});
