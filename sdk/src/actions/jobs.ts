import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, Signer } from '@solana/web3.js';
import { type JobAccount, jobUndecided } from '../accounts/escrow.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  type JobRef,
  jobAccept,
  jobDeliver,
  jobOpen,
  jobPayout,
  jobRelease,
} from '../instructions/escrow-job.js';
import { mandateDeposit } from '../instructions/escrow-mandate.js';
import { AccountMismatch } from '../rpc/errors.js';
import { associatedTokens } from '../tokens.js';
import { beside, type TransactionSigner } from '../transactions/signers.js';
import { bringClaim } from './disputes.js';
import { type Allowed, attestationFor, proofFor, requireUnapprovedJob } from './limits.js';
import { AgentUnavailable, MandateUnusable } from './open-channel.js';
import { readAgent, readJob, readMandate } from './read.js';

export interface OpenJobParams {
  /** Pays fees and rent; signs deposits. */
  payer: TransactionSigner;
  /** Signs the allotment. */
  session: Signer;
  mandate: PublicKey;
  agent: PublicKey;
  /** Tells the mandate's jobs apart. */
  id: bigint;
  /** Base units of the mandate's mint. */
  amount: bigint;
  /** 32 bytes: SHA-256 of what is agreed. */
  termsHash: Uint8Array;
  /** Seconds from now: until when the agent accepts, and delivers. */
  acceptWithin: bigint;
  deliverWithin: bigint;
  /** Seconds from delivery, in which the payer may dispute. */
  reviewWindow: bigint;
  /** Where the mandate stores the root of an allow-list: that list, or the agent's proof. */
  allowed?: Allowed;
}

/**
 * Offers an agent a job, and deposits what the mandate lacks for it, in one transaction.
 * @throws AgentUnavailable, MandateUnusable, AllowListUnknown, AgentNotInTree, ApprovalNeeded: nothing was sent; AccountMismatch; ProgramError; what sending throws
 */
export async function openJob(
  chain: Chain,
  deployment: Deployment,
  params: OpenJobParams,
): Promise<{ job: PublicKey; account: JobAccount; outcome: TransactionOutcome }> {
  const { agent, amount, mandate, payer, session } = params;
  const now = await chain.unixTime();
  const [registered, budget] = await Promise.all([
    readAgent(chain, deployment, agent),
    readMandate(chain, deployment, mandate),
  ]);
  if (registered?.status !== 'Active' || registered.leaseExpiresAt <= now) {
    throw new AgentUnavailable(`${agent.toBase58()} is not registered, not active, or its lease is over`);
  }
  if (budget === null) throw new MandateUnusable(`there is no mandate at ${mandate.toBase58()}`);
  requireUnapprovedJob(budget, amount);
  const { instruction, job } = await jobOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    versionNumber: registered.latestVersion,
    ...{ mandate, agent, id: params.id, amount, termsHash: params.termsHash },
    acceptBy: now + params.acceptWithin,
    deliverBy: now + params.deliverWithin,
    reviewWindow: params.reviewWindow,
    ...proofFor(budget, agent, params.allowed),
    ...attestationFor(deployment, budget, registered),
  });
  const instructions = [instruction];
  if (budget.free < amount && budget.payer.equals(payer.publicKey)) {
    const { mint, tokenProgram } = budget;
    const ref = { mandate, payer: payer.publicKey, mint, tokenProgram };
    instructions.unshift(await mandateDeposit(deployment, ref, amount - budget.free));
  }
  const signers = session.publicKey.equals(payer.publicKey) ? [] : [session];
  const outcome = await chain.send(instructions, { payer, signers });
  const { account } = await theJob(chain, deployment, job);
  return { job, account, outcome };
}

/** A job, and what its instructions name it by. @throws AccountMismatch where there is none */
async function theJob(
  chain: Chain,
  deployment: Deployment,
  job: PublicKey,
): Promise<{ account: JobAccount; ref: JobRef }> {
  const account = await readJob(chain, deployment, job);
  if (account === null) throw new AccountMismatch(`there is no job at ${job.toBase58()}`);
  return { account, ref: jobRef(job, account) };
}

/** What instructions on a job name it by. */
export function jobRef(job: PublicKey, { agent, generation, mandate }: JobAccount): JobRef {
  return { job, mandate, agent, generation };
}

/**
 * Takes a job on, if its terms are those that the agent knows.
 * @param termsHash 32 bytes: SHA-256 of what is agreed, as the agent has it
 * @throws AccountMismatch; ProgramError, escrow's `TermsMismatch` for one; what sending throws
 */
export async function acceptJob(
  chain: Chain,
  deployment: Deployment,
  params: { job: PublicKey; agentKey: Signer; termsHash: Uint8Array; feePayer: TransactionSigner },
): Promise<TransactionOutcome> {
  const { agentKey, feePayer, job, termsHash } = params;
  const { ref } = await theJob(chain, deployment, job);
  const instruction = await jobAccept(deployment, ref, agentKey.publicKey, termsHash);
  return chain.send([instruction], { payer: feePayer, signers: beside(feePayer, agentKey) });
}

/**
 * Delivers the result of a job, by its hash.
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function deliverJob(
  chain: Chain,
  deployment: Deployment,
  params: { job: PublicKey; agentKey: Signer; resultHash: Uint8Array; feePayer: TransactionSigner },
): Promise<TransactionOutcome> {
  const { agentKey, feePayer, job, resultHash } = params;
  const { ref } = await theJob(chain, deployment, job);
  const instruction = await jobDeliver(deployment, ref, agentKey.publicKey, resultHash);
  return chain.send([instruction], { payer: feePayer, signers: beside(feePayer, agentKey) });
}

/**
 * Accepts the result of a job; once its review is over, anybody may.
 * @throws AccountMismatch; ProgramError, escrow's `ReviewOpen` for one; what sending throws
 */
export async function releaseJob(
  chain: Chain,
  deployment: Deployment,
  job: PublicKey,
  authority: TransactionSigner,
): Promise<TransactionOutcome> {
  const { ref } = await theJob(chain, deployment, job);
  return chain.send([await jobRelease(deployment, ref, authority.publicKey)], { payer: authority });
}

/**
 * Pays out what a job earned, and makes its payee's associated token account where that is missing. Anyone may.
 * @throws AccountMismatch; ProgramError, escrow's `JobNothingPayable` for one; what sending throws
 */
export async function payOutJob(
  chain: Chain,
  deployment: Deployment,
  job: PublicKey,
  feePayer: TransactionSigner,
): Promise<TransactionOutcome> {
  const { account, ref } = await theJob(chain, deployment, job);
  const mandate = await readMandate(chain, deployment, ref.mandate);
  if (mandate === null) throw new AccountMismatch(`there is no mandate at ${ref.mandate.toBase58()}`);
  const { payoutOwner } = account;
  const { mint, tokenProgram } = mandate;
  const at = associatedTokens(mint, payoutOwner, tokenProgram);
  const pays = await jobPayout(deployment, { ...ref, tokenProgram }, mint, payoutOwner, at);
  const made =
    (await chain.getAccount(at)) === null
      ? [
          createAssociatedTokenAccountIdempotentInstruction(
            feePayer.publicKey,
            at,
            payoutOwner,
            mint,
            tokenProgram,
          ),
        ]
      : [];
  return chain.send([...made, pays], { payer: feePayer });
}

export interface DisputeJobParams {
  /** The mandate's payer; signs and pays. */
  claimant: TransactionSigner;
  job: PublicKey;
  /** Base units of the mandate's mint; all that the job has left unless given. The rest is the agent's at once. */
  claim?: bigint;
  /** 32 bytes: SHA-256 of what the claimant brings. */
  evidenceHash: Uint8Array;
}

/**
 * Disputes the result of a job. Terms and result stand on the chain: nothing is cited.
 * @throws AccountMismatch, where there is no job or its agent has no vault; ProgramError; what sending throws
 */
export async function disputeJob(
  chain: Chain,
  deployment: Deployment,
  params: DisputeJobParams,
): Promise<{ dispute: PublicKey; outcome: TransactionOutcome }> {
  const { claimant, evidenceHash, job } = params;
  const { account } = await theJob(chain, deployment, job);
  const claim = params.claim ?? jobUndecided(account);
  const { agent, mandate } = account;
  const about = { subject: job, kind: 'Job' as const, agent, mandate };
  return bringClaim(chain, deployment, { ...about, claim, claimant, evidenceHash });
}
