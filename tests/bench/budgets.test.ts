import assert from 'node:assert/strict';
import recorded from '../../docs/benchmarks.json';
import { type Measured, measureUnits } from './units';

/** What a change may add before it has to be looked at: 5 %. */
const SLACK = 1.05;

describe('budgets', () => {
  let rows: Measured[];
  before(async () => {
    rows = await measureUnits();
  });

  it('hold', () => {
    for (const { name, value, unit, budget } of rows) {
      if (budget !== null) assert.ok(value <= budget, `${name}: ${value} ${unit}, budget ${budget}`);
    }
  });

  it('are not eaten up: nothing costs over 5 % more than recorded', () => {
    const known: Record<string, number> = recorded;
    assert.deepEqual(
      rows.map(({ name }) => name).sort(),
      Object.keys(known).sort(),
      'npm run bench records rows',
    );
    for (const { name, value, unit } of rows) {
      const before = known[name] ?? 0;
      assert.ok(
        value <= before * SLACK,
        `${name}: ${value} ${unit}, was ${before}; npm run bench records it`,
      );
    }
  });
});
