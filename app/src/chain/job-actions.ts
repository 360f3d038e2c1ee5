import {
  disputeJob,
  jobAccept,
  jobCancel,
  jobExpire,
  jobFinish,
  jobOpen,
  jobRefund,
  jobReject,
  jobRelease,
  mandateDeposit,
  payOutJob,
  readAgent,
} from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { JobView } from '../data/job-views.js';
import type { MandateView } from '../data/views.js';
import { refOf, sendAs } from './actions.js';
import { allowProofFor } from './allow-lists.js';
import { signer } from './app-chain.js';
import { askFor } from './approval-actions.js';
import { attestationFor } from './channel-actions.js';
import { addressOf, deployment } from './connection.js';

/** What is offered: `amount` in base units of the mandate's mint, the hash hexadecimal, times in seconds. */
export interface JobOffer {
  mandate: MandateView;
  agent: string;
  amount: bigint;
  termsHash: string;
  acceptWithin: number;
  deliverWithin: number;
  reviewWindow: number;
}

/** The agent cannot be offered anything. Nothing was signed. */
export class NoSuchAgent extends Error {
  override readonly name = 'NoSuchAgent';
}

/** The offer as an instruction of the payer's wallet, and where the job will be. @throws NoSuchAgent */
async function offering(offer: JobOffer) {
  const { chain, wallet } = await signer();
  const { agent, amount, mandate, termsHash } = offer;
  const [registered, now] = await Promise.all([
    readAgent(chain, deployment(), addressOf(agent)),
    chain.unixTime(),
  ]);
  if (registered === null) throw new NoSuchAgent(`There is no agent at ${agent.slice(0, 60)}.`);
  return jobOpen(deployment(), {
    authority: wallet.publicKey,
    rentPayer: wallet.publicKey,
    mandate: addressOf(mandate.address),
    agent: addressOf(agent),
    versionNumber: registered.latestVersion,
    // no two jobs of a mandate may share one: the moment tells them apart, to the millisecond
    id: BigInt(Date.now()),
    amount,
    termsHash: Buffer.from(termsHash, 'hex'),
    acceptBy: now + BigInt(offer.acceptWithin),
    deliverBy: now + BigInt(offer.deliverWithin),
    reviewWindow: BigInt(offer.reviewWindow),
    ...(await allowProofFor(mandate, agent)),
    ...(await attestationFor(mandate, agent)),
  });
}

/**
 * Offers an agent a job by the payer's wallet; what the mandate lacks is set aside in the same transaction.
 * @returns its address
 */
export async function offerJob(offer: JobOffer): Promise<string> {
  const { instruction, job } = await offering(offer);
  const { amount, mandate } = offer;
  const missing = amount - mandate.free;
  await sendAs('Offer the job', [
    ...(missing > 0n ? [await mandateDeposit(deployment(), await refOf(mandate), missing)] : []),
    instruction,
  ]);
  return job.toBase58();
}

/** Asks the mandate's approvers for an offer, whose times run from now. @returns the request's address */
export async function askForOffer(offer: JobOffer, lifetime: number): Promise<string> {
  const { instruction } = await offering(offer);
  return askFor('offer a job', offer.mandate, instruction, lifetime);
}

const refOfJob = ({ address, mandate, agent, generation }: JobView) => ({
  job: addressOf(address),
  mandate: addressOf(mandate),
  agent: addressOf(agent),
  generation: BigInt(generation),
});

/** @param termsHash hexadecimal, of the terms as the agent has them: the program refuses others */
export async function acceptOffer(job: JobView, termsHash: string): Promise<void> {
  const { wallet } = await signer();
  const hash = Buffer.from(termsHash, 'hex');
  await sendAs('Accept the job', [await jobAccept(deployment(), refOfJob(job), wallet.publicKey, hash)]);
}

export async function rejectOffer(job: JobView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Reject the job', [await jobReject(deployment(), refOfJob(job), wallet.publicKey)]);
}

export async function cancelOffer(job: JobView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Take the offer back', [await jobCancel(deployment(), refOfJob(job), wallet.publicKey)]);
}

export async function acceptResult(job: JobView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Accept the result', [await jobRelease(deployment(), refOfJob(job), wallet.publicKey)]);
}

/** Asks the mandate's approvers to have the result accepted. @returns the request's address */
export async function askForRelease(job: JobView, mandate: MandateView, lifetime: number): Promise<string> {
  const { wallet } = await signer();
  const instruction = await jobRelease(deployment(), refOfJob(job), wallet.publicKey);
  return askFor('accept the result', mandate, instruction, lifetime);
}

export async function expireJob(job: JobView): Promise<void> {
  await sendAs('Return the money of the job', [await jobExpire(deployment(), refOfJob(job))]);
}

/** Gives a part of an accepted job's money back, by the one who is paid; all of it ends the job. */
export async function giveBack(job: JobView, amount: bigint): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Give back', [await jobRefund(deployment(), refOfJob(job), wallet.publicKey, amount)]);
}

export async function payJobOut(job: JobView): Promise<void> {
  const { chain, wallet } = await signer();
  await payOutJob(chain.named('Pay out the job'), deployment(), addressOf(job.address), wallet);
}

export async function finishJob(job: JobView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Take the job off the chain', [
    await jobFinish(deployment(), refOfJob(job), wallet.publicKey, addressOf(job.rentPayer)),
  ]);
}

/** Disputes the result. @param wish `claim` in base units, the hash hexadecimal. @returns the dispute's address */
export async function disputeResult(
  job: JobView,
  { claim, evidenceHash }: { claim: bigint; evidenceHash: string },
): Promise<string> {
  const { chain, wallet } = await signer();
  const { dispute } = await disputeJob(chain.named('Open a dispute'), deployment(), {
    claimant: wallet,
    job: addressOf(job.address),
    claim,
    evidenceHash: Buffer.from(evidenceHash, 'hex'),
  });
  return dispute.toBase58();
}
