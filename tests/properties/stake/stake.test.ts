import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Statistics } from '../statistics';
import { KINDS } from './commands';
import { stakeProperty } from './run';

const DEFAULT_RUNS = 40;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_126);

describe('stake, any commands in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();

  it(`keeps every invariant and does what the model says (seed ${SEED}, ${RUNS} runs)`, async () => {
    const property = stakeProperty({ statistics, maxCommands: 120, compare: true });
    try {
      await fc.assert(property, { numRuns: RUNS, seed: SEED, unbiased: true });
    } finally {
      console.log(statistics.report());
    }
  });

  it('tried every command with success, and the ways to be refused', function () {
    if (RUNS < DEFAULT_RUNS) this.skip();
    // a vault is opened before anything is drawn, and closed when everything was
    const kinds = KINDS.filter((kind) => !kind.startsWith('vault_'));
    assert.deepEqual(statistics.rarelySuccessful(kinds, 0.01), [], 'commands that hardly ever succeed');
    const expected = [
      ...['Paused', 'AgentRetiring', 'NotOwner', 'TrancheNotReleased', 'VaultExists', 'NotStaker'],
      ...['SharesExceeded', 'NothingCooling', 'StillCooling', 'DisputeOpen', 'PositionNotWorthless'],
      ...['NothingToRelease', 'PositionsRemain'],
    ];
    const missed = expected.filter((name) => !statistics.errors.has(name));
    assert.deepEqual(missed, [], 'errors never seen');
  });
});
