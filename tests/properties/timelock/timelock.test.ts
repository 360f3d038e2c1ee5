import assert from 'node:assert/strict';
import { configAddress } from '@agent-labs/sdk';
import fc from 'fast-check';
import { type RegistryFixture, registryFixture, startProgramChain } from '../../fixtures/registry';
import { hunt, hunted } from '../hunt';
import { type Bug, PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { KINDS } from './commands';
import { LOCK_BUGS } from './planted';
import { lockProperty } from './property';

const DEFAULT_RUNS = 40;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_130);
const MOST = 100;
const MOST_PLANTED_RUNS = 30;

/** Errors that a run must have met, beside its successes. */
const ERRORS = [
  ...['Paused', 'AmountZero', 'NotFunder', 'TopUpNotAllowed', 'LockStopped', 'ScheduleOver', 'AddressTaken'],
  ...['CliffAboveTotal', 'NothingDue', 'DestinationMismatch', 'NotApprover', 'GenerationMismatch'],
  ...['DeadlineOver', 'MilestoneUnknown', 'MilestoneApproved', 'CancelNotAllowed', 'NothingToReclaim'],
  ...['ChangeNotAllowed', 'FormerUnpaid', 'RecipientInvalid', 'NotPendingRecipient', 'ClaimedMeanwhile'],
  ...['RentPayerMismatch', 'LockNotOver'],
];

describe('locks, any steps in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();
  let registry: RegistryFixture;
  before(async () => {
    registry = await registryFixture(await startProgramChain('litesvm'));
  });

  it(`does what the model says, and all money gets out (seed ${SEED}, ${RUNS} runs)`, async () => {
    try {
      await fc.assert(lockProperty(registry, statistics, { most: MOST, reasons: true }), {
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
    return lockProperty({ ...registry, chain }, new Statistics(), { most: MOST, reasons: false });
  };

  it('finds nothing where no bug is planted', async () => {
    const harmless: Bug = { invariant: 0, name: 'none', on: 'lock_claim', plant: async () => ({}) };
    await hunted(planted(harmless), { seed: SEED, runs: 3 });
  });

  for (const bug of LOCK_BUGS) {
    it(`catches a planted bug by its own invariant: ${bug.invariant}: ${bug.name}`, async () => {
      await hunt(planted(bug), bug, { seed: SEED, mostRuns: MOST_PLANTED_RUNS });
    });
  }

  it('there is a bug for every invariant of locks', () => {
    const invariants = new Set(LOCK_BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...invariants].sort((a, b) => a - b),
      [1, 6, 9, 11, 12, 13, 14],
    );
  });
});
