import assert from 'node:assert/strict';
import { feesSweep, mandateClose } from '@agent-labs/sdk';
import fc from 'fast-check';
import { claimRegistry } from '../../escrow/claims';
import { PURSE, tokenBalance } from '../../fixtures/escrow';
import { type RegistryFixture, TEST_WINDOWS } from '../../fixtures/registry';
import { Statistics } from '../statistics';
import { errorName } from '../world';
import { KINDS, planOf, resolved, type Wish, wishes } from './commands';
import { hasEnded, type Job, type Model } from './model';
import { World } from './world';

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

  async function step(world: World, model: Model, drawnWish: Wish, drawn = true): Promise<string> {
    const wish = resolved(model, drawnWish);
    const { chain, feePayer } = world.on;
    if (wish.kind === 'clock') {
      await chain.advance({ seconds: wish.seconds, slots: 1 });
      model.now = await chain.unixTime();
      return 'ok';
    }
    const plan = await planOf(world, model, wish);
    if (plan === null) return 'nothing';
    const signers = plan.signers.filter((key) => key !== feePayer);
    const outcome = await chain
      .send([plan.instruction], { payer: feePayer, signers })
      .then(() => 'ok', errorName);
    statistics.count(wish.kind, outcome, drawn);
    model.now = await chain.unixTime();
    assert.equal(outcome, plan.refusal ?? 'ok', wish.kind);
    if (outcome === 'ok') plan.apply();
    await chain.advance({ slots: 1 });
    await world.check(model);
    return outcome;
  }

  /** 14: from every state all money gets out, by those who are entitled alone. */
  async function unwind(world: World, model: Model): Promise<void> {
    const { chain, deployment, mandateRef, payer, payerTokens, send, treasury } = world.on;
    const plain = { by: 'right', stale: false, amount: 'half', seconds: 1_000n } as const;
    const must = async (kind: string, at: number) =>
      assert.equal(await step(world, model, { ...plain, kind, at }, false), 'ok', `invariant 14: ${kind}`);
    await must('clock', 0);
    for (const at of model.jobs.keys()) {
      const job = () => model.jobs[at] as Job;
      if (!job()) continue;
      if (['Funded', 'Accepted'].includes(job().status)) await must('job_expire', at);
      if (job().status === 'Delivered') await must('job_release', at);
      if (job().status === 'Disputed') await must('claim_close', at);
      assert.ok(hasEnded(job()));
      if (job().earned > job().paidGross) await must('job_payout', at);
      await must('job_finish', at);
    }
    const { feesAccrued } = model.mandate;
    if (feesAccrued > 0n) await send(await feesSweep(deployment, mandateRef, treasury.publicKey));
    await send(await mandateClose(deployment, mandateRef), payer);
    assert.equal(await tokenBalance(chain, payerTokens), PURSE - model.paid - feesAccrued, 'invariant 14');
  }

  it(`does what the model says, and all money gets out (seed ${SEED}, ${RUNS} runs)`, async () => {
    const property = fc.asyncProperty(wishes(MOST), async (drawn) => {
      const { world, model } = await World.start(registry);
      statistics.runs += 1;
      for (const wish of drawn) await step(world, model, wish);
      await unwind(world, model);
    });
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
