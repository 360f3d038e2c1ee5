import assert from 'node:assert/strict';
import { pairAddress, scoreAddress } from '@agent-labs/sdk';
import fc from 'fast-check';
import { rewrite as rewriteEscrow } from '../../escrow/shared';
import { pairOf, rewrite, scoreOf } from '../../reputation/support';
import { Statistics } from '../statistics';
import { commands, KINDS } from './commands';
import { checkAll, InvariantViolated } from './invariants';
import { type Plant, startWorld } from './world';

const DEFAULT_RUNS = 8;
const RUNS = Number(process.env.PROPERTY_RUNS ?? DEFAULT_RUNS);
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_126);
const MAX_COMMANDS = 150;
const MOST_PLANTED_RUNS = 5;

function property(statistics: Statistics, plant: Plant = async () => undefined) {
  return fc.asyncProperty(commands(MAX_COMMANDS), async (drawn) => {
    const world = await startWorld(plant);
    statistics.runs += 1;
    await checkAll(world);
    await fc.asyncModelRun(() => ({ model: world.model, real: { world, statistics } }), drawn);
  });
}

describe('reputation, any payments and ratings in any order', function () {
  this.timeout(0);
  const statistics = new Statistics();

  it(`counts each right once, and each score is the sum of its ratings (seed ${SEED}, ${RUNS} runs)`, async () => {
    try {
      await fc.assert(property(statistics), { numRuns: RUNS, seed: SEED, unbiased: true });
    } finally {
      console.log(statistics.report());
    }
  });

  it('tried every command with success', function () {
    if (RUNS < DEFAULT_RUNS) this.skip();
    assert.deepEqual(statistics.rarelySuccessful(KINDS, 0.05), []);
    assert.ok((statistics.errors.get('RatingRightMissing') ?? 0) > 0);
  });

  const BUGS: { name: string; invariant: 10 | 'tally'; plant: Plant }[] = [
    {
      name: 'a right is not used up',
      invariant: 10,
      plant: async ({ registry }, { kind, on }) => {
        if (kind === 'Job') return;
        await rewriteEscrow(registry.chain, 'channel', on.channel, { ratedPaid: 0n, ratedRefunded: 0n });
      },
    },
    {
      name: 'a job’s right is not used up',
      invariant: 10,
      plant: async ({ registry }, { kind, on }) => {
        if (kind === 'Channel') return;
        await rewriteEscrow(registry.chain, 'job', on.job, { ratedPaid: 0n, ratedReturned: 0n });
      },
    },
    {
      name: 'a job’s rating counts in its payer’s pair twice',
      invariant: 'tally',
      plant: async ({ registry }, { epoch, kind, on }) => {
        if (kind === 'Channel') return;
        const at = pairAddress(registry.deployment, on.agent, epoch, on.payer.publicKey);
        const pair = await pairOf(on, epoch);
        if (pair !== null) await rewrite(registry, 'pair', at, { ratings: pair.ratings + 1n });
      },
    },
    {
      name: 'a rating is counted twice',
      invariant: 'tally',
      plant: async ({ registry }, { on }) => {
        const score = await scoreOf(on);
        assert.ok(score);
        const at = scoreAddress(registry.deployment, on.agent);
        await rewrite(registry, 'score', at, { ratings: score.ratings + 1n });
      },
    },
    {
      name: 'a payer is counted with each rating',
      invariant: 'tally',
      plant: async ({ registry }, { on }) => {
        const score = await scoreOf(on);
        assert.ok(score);
        const payers = Number(score.current.ratings);
        await rewrite(registry, 'score', scoreAddress(registry.deployment, on.agent), { payers });
      },
    },
  ];
  for (const { name, invariant, plant } of BUGS) {
    it(`catches a planted bug: ${name}`, async () => {
      const found = await fc.check(property(new Statistics(), plant), {
        numRuns: MOST_PLANTED_RUNS,
        seed: SEED,
        unbiased: true,
        endOnFailure: true,
      });
      assert.ok(found.failed, `not caught in ${MOST_PLANTED_RUNS} runs`);
      assert.ok(found.errorInstance instanceof InvariantViolated, String(found.errorInstance));
      assert.equal(found.errorInstance.invariant, invariant, found.errorInstance.message);
    });
  }
});
