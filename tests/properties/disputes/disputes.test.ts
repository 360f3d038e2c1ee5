import assert from 'node:assert/strict';
import { stakeIdl } from '@agent-labs/sdk';
import fc from 'fast-check';
import { Statistics } from '../statistics';
import { PLANNERS } from './commands';
import { disputeProperty } from './run';

const DEFAULT_RUNS = 24;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_127);
const MAX_COMMANDS = 300;

/** Errors of stake that no command here can reach, and why. */
const UNREACHABLE: Record<string, string> = {
  UnknownLayout: 'there is one layout version; accounts of another would have to be forged',
  InvariantBroken: 'what these tests show not to happen',
  MathOverflow: 'all tokens together are far from 64 bits',
  PoolFull: 'the same',
  Token2022Refused: 'the vault opens before anything is drawn; tests/stake/vault-open.test.ts tries mints',
  MintInvalid: 'the same',
  AgentRetiring: 'the agent retires at the end of a run alone; tests/properties/stake has it retire before',
  PositionsRemain: 'the same',
  NotAllShares: 'the same',
  NoCallsToCite: 'no jobs here; tests/stake/dispute-job.test.ts cites for one',
};

describe('escrow, stake and disputes, any commands in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();

  it(`keeps every invariant and does what was foretold (seed ${SEED}, ${RUNS} runs)`, async () => {
    const property = disputeProperty({ statistics, maxCommands: MAX_COMMANDS, compare: true });
    try {
      await fc.assert(property, { numRuns: RUNS, seed: SEED, unbiased: true });
    } finally {
      console.log(statistics.report());
    }
  });

  it('tried every command with success, and every way to be refused', function () {
    if (RUNS < DEFAULT_RUNS) this.skip();
    const kinds = Object.keys(PLANNERS).filter((kind) => kind !== 'vault');
    assert.deepEqual(statistics.rarelySuccessful(kinds, 0.05), [], 'commands that hardly ever succeed');
    const names = stakeIdl.errors.map(({ name }) => name as string);
    const missed = names.filter((name) => !statistics.errors.has(name) && UNREACHABLE[name] === undefined);
    assert.deepEqual(missed, [], 'errors never seen');
    const reached = Object.keys(UNREACHABLE).filter((name) => statistics.errors.has(name));
    assert.deepEqual(reached, [], 'errors that were thought out of reach');
  });
});
