import assert from 'node:assert/strict';
import { configAddress } from '@agent-labs/sdk';
import fc from 'fast-check';
import { type RegistryFixture, registryFixture, startProgramChain } from '../../fixtures/registry';
import { hunt, hunted } from '../hunt';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { vested } from './model';
import { BATCH_BUGS } from './planted';
import { batchProperty, KINDS } from './property';

const DEFAULT_RUNS = 40;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_127);
const MOST = 90;
const MOST_PLANTED_RUNS = 40;

/** Errors that a run must have met, beside its successes. */
const ERRORS = [
  ...['Paused', 'AmountZero', 'BatchOverfunded', 'BatchNotFunded', 'LeafProofInvalid', 'LeafClaimed'],
  ...['BatchExhausted', 'NothingDue', 'NotCreator', 'CancelNotAllowed', 'BatchCancelled', 'NothingFree'],
  ...['BatchOpen', 'BatchOver'],
];

describe('batches, any steps in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();
  let registry: RegistryFixture;
  before(async () => {
    registry = await registryFixture(await startProgramChain('litesvm'));
  });

  it(`does what the model says, and all money gets out (seed ${SEED}, ${RUNS} runs)`, async () => {
    try {
      await fc.assert(batchProperty(registry, statistics, { most: MOST, reasons: true }), {
        numRuns: RUNS,
        seed: SEED,
        unbiased: true,
      });
    } finally {
      console.log(statistics.report());
    }
  });

  it('tried every step with success, and every way to be refused', function () {
    if (RUNS < DEFAULT_RUNS) this.skip();
    assert.deepEqual(statistics.rarelySuccessful(KINDS, 0.05), [], 'steps that hardly ever succeed');
    assert.deepEqual(
      ERRORS.filter((name) => !statistics.errors.has(name)),
      [],
      'errors never seen',
    );
  });

  const planted = (bug: Bug) => {
    const chain = new PlantedChain(registry.chain, bug, configAddress(registry.deployment));
    return batchProperty({ ...registry, chain }, new Statistics(), { most: MOST, reasons: false });
  };

  it('without a bug nothing is caught', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'batch_claim', plant: async () => ({}) };
    await hunted(planted(harmless), { seed: SEED, runs: 3 });
  });

  for (const bug of BATCH_BUGS) {
    it(`catches a planted bug by its own invariant: ${bug.invariant}: ${bug.name}`, async () => {
      await hunt(planted(bug), bug, { seed: SEED, mostRuns: MOST_PLANTED_RUNS });
    });
  }

  it('there is a bug for every invariant of batches', () => {
    const invariants = new Set(BATCH_BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...invariants].sort((a, b) => a - b),
      [1, 5, 6, 9, 10, 11, 12, 13, 14],
    );
  });

  it('counts what has vested as a person would', () => {
    const linear = { kind: 'Linear', start: 0n, cliffAt: 2n, cliffAmount: 4n, end: 10n } as const;
    assert.deepEqual(
      [1n, 2n, 5n, 9n, 10n, 99n].map((at) => vested(linear, 14n, at)),
      [0n, 6n, 9n, 13n, 14n, 14n],
    );
    const steps = {
      ...{ kind: 'Periodic', start: 0n, cliffAt: 0n, cliffAmount: 1n, period: 10n },
      periodAmount: 4n,
    } as const;
    assert.deepEqual(
      [0n, 9n, 10n, 29n, 30n].map((at) => vested(steps, 10n, at)),
      [1n, 1n, 5n, 9n, 10n],
    );
  });
});
