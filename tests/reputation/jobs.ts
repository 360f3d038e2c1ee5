import { jobSplit, type RateParams, rate, type TransactionOutcome } from '@agent-labs/sdk';
import { agentOn, type EscrowFixtureOptions, escrowOn } from '../fixtures/escrow';
import { type JobFixture, openJobOn } from '../fixtures/jobs';
import type { RegistryFixture } from '../fixtures/registry';
import { RATE_LIMIT, scoreOf } from './support';

/** A job of a payer of its own, with an agent of its own, that is accepted. */
export async function acceptedJob(
  registry: RegistryFixture,
  options: EscrowFixtureOptions = {},
): Promise<JobFixture> {
  const on = await openJobOn(await escrowOn(await agentOn(registry, options), { channel: null, ...options }));
  await on.accept();
  return on;
}

/** Its result is released and paid for. */
export async function paidJob(
  registry: RegistryFixture,
  options: EscrowFixtureOptions = {},
): Promise<JobFixture> {
  return finishedWork(await acceptedJob(registry, options));
}

/** Delivers, releases and pays an accepted job. */
export async function finishedWork(on: JobFixture): Promise<JobFixture> {
  await on.deliver();
  await on.release();
  await on.payOut();
  return on;
}

/** Both sides agree on the agent's part of an accepted job, which is paid out then. */
export async function splitJob(on: JobFixture, toAgent: bigint): Promise<JobFixture> {
  const { deployment, jobRef, payer, payoutOwner, send } = on;
  await send(
    await jobSplit(deployment, jobRef, payer.publicKey, payoutOwner.publicKey, toAgent),
    payer,
    payoutOwner,
  );
  if (toAgent > 0n) await on.payOut();
  return on;
}

/** The instruction that rates the agent by the job, without a tree unless told. */
export async function jobRating(on: JobFixture, changes: Partial<RateParams> = {}) {
  const { ownershipEpoch } = await on.readJob();
  return rate(on.deployment, {
    payer: on.payer.publicKey,
    agent: on.agent,
    mandate: on.mandate,
    subject: on.job,
    kind: 'Job',
    ownershipEpoch,
    stars: 5,
    number: (await scoreOf(on))?.ratings ?? 0n,
    merkleTree: null,
    ...changes,
  });
}

/** Sends it, signed by the payer. */
export async function jobRated(
  on: JobFixture,
  stars: number,
  changes: Partial<RateParams> = {},
): Promise<TransactionOutcome> {
  const { instruction } = await jobRating(on, { stars, ...changes });
  const options = { payer: on.feePayer, signers: [on.payer], computeUnitLimit: RATE_LIMIT };
  return on.chain.send([instruction], options);
}
