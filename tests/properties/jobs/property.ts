import assert from 'node:assert/strict';
import { feesSweep, mandateClose } from '@agent-labs/sdk';
import fc from 'fast-check';
import { PURSE, tokenBalance } from '../../fixtures/escrow';
import type { RegistryFixture } from '../../fixtures/registry';
import type { Statistics } from '../statistics';
import { InvariantViolated } from '../violated';
import { errorName } from '../world';
import { planOf, resolved, type Wish, wishes } from './commands';
import { hasEnded, type Job, type Model } from './model';
import { World } from './world';

interface Life {
  world: World;
  model: Model;
  statistics: Statistics;
}

/** Steps of jobs of one mandate, as they are drawn; what lands is what the model lets land, and all money gets out. */
export function jobProperty(registry: RegistryFixture, statistics: Statistics, most: number) {
  return fc.asyncProperty(wishes(most), async (drawn) => {
    const life = { ...(await World.start(registry)), statistics };
    statistics.runs += 1;
    for (const wish of drawn) await step(life, wish);
    await unwind(life);
  });
}

async function step({ world, model, statistics }: Life, drawnWish: Wish, drawn = true): Promise<string> {
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
  const foretold = plan.refusal ?? 'ok';
  if (outcome === 'ok' && foretold !== 'ok') throw new InvariantViolated(9, `${wish.kind}: not ${foretold}`);
  if (outcome !== 'ok' && foretold === 'ok') throw new InvariantViolated(14, `${wish.kind}: ${outcome}`);
  assert.equal(outcome, foretold, wish.kind);
  if (outcome === 'ok') plan.apply();
  await chain.advance({ slots: 1 });
  await world.check(model);
  return outcome;
}

/** 14: from every state all money gets out, by those who are entitled alone. */
async function unwind(life: Life): Promise<void> {
  const { world, model } = life;
  const { chain, deployment, mandateRef, payer, payerTokens, send, treasury } = world.on;
  const plain = { by: 'right', stale: false, amount: 'half', seconds: 1_000n } as const;
  const must = async (kind: string, at: number) => {
    const outcome = await step(life, { ...plain, kind, at }, false);
    if (outcome !== 'ok') throw new InvariantViolated(14, `${kind}: ${outcome}`);
  };
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
  const closed = await send(await mandateClose(deployment, mandateRef), payer).then(() => 'ok', errorName);
  if (closed !== 'ok') throw new InvariantViolated(14, `mandate_close: ${closed}`);
  const back = PURSE - model.paid - feesAccrued;
  if ((await tokenBalance(chain, payerTokens)) !== back)
    throw new InvariantViolated(14, `not ${back} came back`);
}
