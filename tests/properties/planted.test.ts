import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InvariantViolated } from './invariants';
import { BUGS } from './planted';
import { PlantedChain } from './planted-chain';
import { escrowProperty } from './run';
import { Statistics } from './statistics';

describe('a planted bug is caught by its own invariant', function () {
  this.timeout(120_000);
  for (const bug of BUGS) {
    it(`${bug.invariant}: ${bug.name}`, async () => {
      const statistics = new Statistics();
      const chains: PlantedChain[] = [];
      const property = escrowProperty({
        statistics,
        maxCommands: 200,
        compare: false,
        wrap: (chain, addresses) => {
          const planted = new PlantedChain(chain, bug, addresses.at('config'));
          chains.push(planted);
          return planted;
        },
      });
      const found = await fc.check(property, { numRuns: 40, seed: 7, unbiased: true, endOnFailure: true });
      assert.ok(found.failed, `not caught in ${statistics.steps} steps`);
      assert.ok(found.errorInstance instanceof InvariantViolated, String(found.errorInstance));
      assert.equal(found.errorInstance.invariant, bug.invariant, found.errorInstance.message);
    });
  }
});
