import assert from 'node:assert/strict';
import { configAddress, timelockIdl } from '@agent-labs/sdk';
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
const MOST = 200;
const MOST_PLANTED_RUNS = 30;

/** Errors that a run must have met, beside its successes. */
const ERRORS = [
  ...['Paused', 'AmountZero', 'NotFunder', 'TopUpNotAllowed', 'LockStopped', 'ScheduleOver', 'AddressTaken'],
  ...[
    'CliffAboveTotal',
    'MilestoneSumMismatch',
    'NothingDue',
    'DestinationMismatch',
    'NotApprover',
    'GenerationMismatch',
  ],
  ...['DeadlineOver', 'MilestoneUnknown', 'MilestoneApproved', 'CancelNotAllowed', 'NothingToReclaim'],
  ...['ChangeNotAllowed', 'FormerUnpaid', 'RecipientInvalid', 'NotPendingRecipient', 'ClaimedMeanwhile'],
  ...['RentPayerMismatch', 'LockNotOver'],
];

/** Errors of locks that no run meets, and why; the instructions' own tests do. */
const APART: Record<string, string> = {
  MathOverflow: 'amounts of this world fit',
  UnknownLayout: 'accounts are the program’s own',
  InvariantBroken: 'the program would have to be wrong',
  ConfigMismatch: 'accounts are built by the SDK',
  EventAuthorityMismatch: 'accounts are built by the SDK',
  ProgramMismatch: 'accounts are built by the SDK',
  MintMismatch: 'there is one mint',
  TokenProgramMismatch: 'there is one mint',
  VaultMismatch: 'accounts are built by the SDK',
  StartAfterEnd: 'schedules are of three shapes',
  CliffOutsideSchedule: 'schedules are of three shapes',
  PeriodInvalid: 'schedules are of three shapes',
  ScheduleOutOfRange: 'schedules are of three shapes',
  MilestonesInvalid: 'schedules are of three shapes',
  MilestoneOutOfOrder: 'milestones come in any order',
  ApproverInvalid: 'the approver is none of the wallets',
  ClosedInOpeningSlot: 'each step is a slot of its own',
  IntakeTermsInvalid: 'intakes make locks of this kind, and have tests of their own',
  BelowMinimum: 'intakes make locks of this kind, and have tests of their own',
  NotIntakeRecipient: 'intakes make locks of this kind, and have tests of their own',
  RelayNotAllowed: 'intakes make locks of this kind, and have tests of their own',
  EscrowMismatch: 'intakes make locks of this kind, and have tests of their own',
};
/** Numbers from this on are of pools and batches. */
const OF_POOLS = 6_060;

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

  it('every error of locks is met, or it is said why not', () => {
    const known = [...ERRORS, ...Object.keys(APART)];
    const own = timelockIdl.errors.filter(({ code, name }) => code < OF_POOLS && !name.startsWith('mint'));
    assert.deepEqual(
      own
        .map(({ name }) => name as string)
        .filter((name) => !known.includes(name) && !/^Mint[A-Z]/.test(name)),
      [],
    );
  });

  it('there is a bug for every invariant of locks', () => {
    const invariants = new Set(LOCK_BUGS.map(({ invariant }) => invariant));
    assert.deepEqual(
      [...invariants].sort((a, b) => a - b),
      [1, 6, 9, 11, 12, 13, 14],
    );
  });
});
