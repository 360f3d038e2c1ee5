import assert from 'node:assert/strict';
import { configAddress } from '@agent-labs/sdk';
import fc from 'fast-check';
import { initialized, withoutCredits } from '../../escrow/credits';
import type { RegistryFixture } from '../../fixtures/registry';
import { hunt } from '../hunt';
import { PlantedChain } from '../planted-chain';
import { Statistics } from '../statistics';
import { CREDIT_BUGS } from './planted';
import { creditsProperty, KINDS } from './property';

const DEFAULT_RUNS = 24;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_128);
const MOST = 60;
const MOST_PLANTED_RUNS = 20;

const ERRORS = [
  ...['CreditPaymentUsed', 'Paused', 'AmountZero', 'CreditReferenceMissing', 'IssuerInactive'],
  ...['IssuerCapExceeded', 'NotAdmin', 'token:1'],
];

describe('credits, any steps in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();
  let registry: RegistryFixture;
  before(async () => {
    registry = await initialized(await withoutCredits('litesvm'));
  });

  it(`mints once a payment, within the day's cap, and burns what is held (seed ${SEED}, ${RUNS} runs)`, async () => {
    try {
      await fc.assert(creditsProperty(registry, statistics, { most: MOST, reasons: true }), {
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

  for (const bug of CREDIT_BUGS) {
    it(`catches a planted bug by its own invariant: ${bug.invariant}: ${bug.name}`, async () => {
      const chain = new PlantedChain(registry.chain, bug, configAddress(registry.deployment));
      const property = creditsProperty({ ...registry, chain }, new Statistics(), {
        most: MOST,
        reasons: false,
      });
      await hunt(property, bug, { seed: SEED, mostRuns: MOST_PLANTED_RUNS });
    });
  }
});
