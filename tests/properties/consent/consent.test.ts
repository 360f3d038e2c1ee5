import assert from 'node:assert/strict';
import { configAddress } from '@agent-labs/sdk';
import fc from 'fast-check';
import {
  type RegistryFixture,
  registryFixture,
  startProgramChain,
  TEST_WINDOWS,
} from '../../fixtures/registry';
import { hunt } from '../hunt';
import { PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { CONSENT_BUGS } from './planted';
import { consentProperty, KINDS } from './property';

const DEFAULT_RUNS = 24;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_126);
const MOST = 70;
const MOST_PLANTED_RUNS = 20;

const ERRORS = [
  ...['RevisionMismatch', 'TermsVersionTooLow', 'GrantUnchanged', 'GrantRevoked', 'GrantStays'],
  ...['NotPayerOrSession', 'ApprovalExists', 'NotApprover', 'AlreadySigned', 'ApprovalExpired'],
  ...['ExpiryMismatch', 'NotSigned', 'NotRequester', 'CallMismatch', 'ThresholdNotReached'],
  ...['SequenceMismatch', 'EntriesNotGrowing', 'ChannelExpiryInvalid', 'AccountOwnedByWrongProgram'],
];

describe('consents, approvals and anchors, any steps in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();
  let registry: RegistryFixture;
  before(async () => {
    // so long a lease that no run outlives it
    const windows = { ...TEST_WINDOWS, lease: 315_360_000n };
    registry = await registryFixture(await startProgramChain('litesvm'), { settings: { windows } });
  });

  it(`binds each to what was signed, once, and rent comes back (seed ${SEED}, ${RUNS} runs)`, async () => {
    try {
      await fc.assert(consentProperty(registry, statistics, { most: MOST, reasons: true }), {
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
    assert.deepEqual(statistics.rarelySuccessful(KINDS, 0.03), [], 'steps that hardly ever succeed');
    assert.deepEqual(
      ERRORS.filter((name) => !statistics.errors.has(name)),
      [],
      'errors never seen',
    );
  });

  for (const bug of CONSENT_BUGS) {
    it(`catches a planted bug by its own invariant: ${bug.invariant}: ${bug.name}`, async () => {
      const chain = new PlantedChain(registry.chain, bug, configAddress(registry.deployment));
      const property = consentProperty({ ...registry, chain }, new Statistics(), {
        most: MOST,
        reasons: false,
      });
      await hunt(property, bug, { seed: SEED, mostRuns: MOST_PLANTED_RUNS });
    });
  }
});
