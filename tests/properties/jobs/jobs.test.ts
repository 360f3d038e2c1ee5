import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimRegistry } from '../../escrow/claims';
import { type RegistryFixture, TEST_WINDOWS } from '../../fixtures/registry';
import { Statistics } from '../statistics';
import { KINDS } from './commands';
import { jobProperty } from './property';

const DEFAULT_RUNS = 40;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_126);
const MOST = 120;

/** Errors that a run must have met, beside its successes. */
const ERRORS = [
  ...['NotPayerOrSession', 'MandateKilled', 'JobDeadlinesInvalid', 'HashMissing', 'JobGenerationMismatch'],
  ...[
    'TermsMismatch',
    'JobNotFunded',
    'JobNotAccepted',
    'JobNotDelivered',
    'JobNotUnderWay',
    'AcceptanceOver',
  ],
  ...[
    'DeliveryOver',
    'ReviewOpen',
    'ReviewOver',
    'JobNotExpired',
    'NotJobAgent',
    'JobSplitTooHigh',
    'NotPayee',
  ],
  ...['JobRefundTooHigh', 'JobClaimTooHigh', 'JobNothingPayable', 'JobNotEnded', 'JobUnpaid', 'JobsRemain'],
  ...['AmountZero', 'InsufficientFree', 'DailyCapExceeded', 'RatingWindowOpen', 'ClaimMismatch', 'system:0'],
];

describe('jobs, any steps in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();
  let registry: RegistryFixture;
  before(async () => {
    registry = await claimRegistry();
  });

  it(`does what the model says, and all money gets out (seed ${SEED}, ${RUNS} runs)`, async () => {
    const property = jobProperty(registry, statistics, MOST);
    try {
      await fc.assert(property, { numRuns: RUNS, seed: SEED, unbiased: true });
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

  it('times of the world are those of the config', () => {
    assert.ok(TEST_WINDOWS.holdbackMin <= 40n && 40n <= TEST_WINDOWS.claim);
  });
});
