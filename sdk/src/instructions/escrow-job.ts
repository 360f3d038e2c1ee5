import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { encoder, eventAuthority, i64, u64 } from '../idl.js';
import { jobAddress, mandateVaultAddress } from '../pda/escrow.js';
import { configAddress, versionAddress } from '../pda/registry.js';
import { scoreAddress } from '../pda/reputation.js';
import { stakeVaultAddress } from '../pda/stake.js';
import { associatedTokens } from '../tokens.js';
import { bytes32 } from './registry-shared.js';

export interface JobOpenParams {
  /** Payer or session key; signs. */
  authority: PublicKey;
  /** Pays the rent and gets it back; signs. */
  rentPayer: PublicKey;
  mandate: PublicKey;
  agent: PublicKey;
  /** Number of the agent's latest version. */
  versionNumber: number;
  /** Tells the mandate's jobs apart. */
  id: bigint;
  /** Allotted, base units. */
  amount: bigint;
  /** 32 bytes: SHA-256 of what is agreed. */
  termsHash: Uint8Array;
  /** The agent accepts before then, Unix seconds. */
  acceptBy: bigint;
  /** The agent delivers before then, Unix seconds. */
  deliverBy: bigint;
  /** From delivery on, how long the payer may dispute, seconds. */
  reviewWindow: bigint;
  /** Of the agent, where the mandate allows agents by a tree. */
  allowProof?: readonly Uint8Array[];
  /** Of the agent's owner, where the mandate names an attestor. */
  attestation?: PublicKey;
}

/** Offers an agent a job, and allots its money. Signers: authority, rent payer. */
export async function jobOpen(
  deployment: Deployment,
  params: JobOpenParams,
): Promise<{ instruction: TransactionInstruction; job: PublicKey }> {
  const { agent, authority, mandate, rentPayer } = params;
  const job = jobAddress(deployment, mandate, params.id);
  const instruction = await encoder(escrowIdl, deployment.escrow)
    .methods.jobOpen({
      id: u64(params.id, 'id'),
      amount: u64(params.amount, 'amount'),
      termsHash: bytes32(params.termsHash, 'termsHash'),
      acceptBy: i64(params.acceptBy, 'acceptBy'),
      deliverBy: i64(params.deliverBy, 'deliverBy'),
      reviewWindow: i64(params.reviewWindow, 'reviewWindow'),
      allowProof: (params.allowProof ?? []).map((hash) => bytes32(hash, 'hash of allowProof')),
    })
    .accountsStrict({
      authority,
      rentPayer,
      config: configAddress(deployment),
      mandate,
      agent,
      version: versionAddress(deployment, agent, params.versionNumber),
      job,
      stakeVault: stakeVaultAddress(deployment, agent),
      score: scoreAddress(deployment, agent),
      attestation: params.attestation ?? null,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, job };
}

/** A job and what its instructions need to name it by. */
export interface JobRef {
  job: PublicKey;
  mandate: PublicKey;
  agent: PublicKey;
  /** Slot that it opened in: what is signed for it counts for no other at its address. */
  generation: bigint;
}

/** A job that money moves of. */
export interface PaidJobRef extends JobRef {
  /** The mint's, SPL Token unless given: the mandate's account tells it. */
  tokenProgram?: PublicKey;
}

/**
 * Takes a job on. Signers: authority (the job's agent key, or the agent's owner).
 * @param termsHash 32 bytes: SHA-256 of what is agreed, as the agent has it
 */
export function jobAccept(
  deployment: Deployment,
  ref: JobRef,
  authority: PublicKey,
  termsHash: Uint8Array,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobAccept({ ...generation(ref), termsHash: [...termsHash] })
    .accountsStrict({ ...common(deployment, ref), agent: ref.agent, authority })
    .instruction();
}

/** Declines a job. Signers: authority (the job's agent key, or the agent's owner). */
export function jobReject(
  deployment: Deployment,
  ref: JobRef,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobReject()
    .accountsStrict({ ...common(deployment, ref), agent: ref.agent, authority })
    .instruction();
}

/** Takes a job back before it is accepted. Signers: authority (payer, or the session key it was opened with). */
export function jobCancel(
  deployment: Deployment,
  ref: JobRef,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobCancel()
    .accountsStrict({ ...common(deployment, ref), authority })
    .instruction();
}

/**
 * Delivers the result, and starts the payer's review. Signers: the job's agent key.
 * @param resultHash 32 bytes: SHA-256 of what is delivered
 */
export function jobDeliver(
  deployment: Deployment,
  ref: JobRef,
  agentKey: PublicKey,
  resultHash: Uint8Array,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobDeliver({ ...generation(ref), resultHash: [...resultHash] })
    .accountsStrict({ job: ref.job, agentKey, ...emitting(deployment) })
    .instruction();
}

/**
 * Accepts the result. Signers: authority (payer, or the session key it was opened with; anyone once the review is
 * over).
 */
export function jobRelease(
  deployment: Deployment,
  ref: JobRef,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobRelease(generation(ref).generation)
    .accountsStrict({ ...common(deployment, ref), authority })
    .instruction();
}

/**
 * Ends a job as both sides agree. Signers: authority (payer, or the session key it was opened with), payout owner.
 * @param toAgent of what the job has left, base units; the rest goes back to the mandate
 */
export function jobSplit(
  deployment: Deployment,
  ref: JobRef,
  authority: PublicKey,
  payoutOwner: PublicKey,
  toAgent: bigint,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobSplit({ ...generation(ref), toAgent: u64(toAgent, 'toAgent') })
    .accountsStrict({ ...common(deployment, ref), authority, payoutOwner })
    .instruction();
}

/** Ends a job that was not accepted, or not delivered, in time. Signers: none. */
export function jobExpire(deployment: Deployment, ref: JobRef): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobExpire()
    .accountsStrict(common(deployment, ref))
    .instruction();
}

/** Gives money of an accepted job back to the mandate; all of it ends the job. Signers: payout owner. */
export function jobRefund(
  deployment: Deployment,
  ref: JobRef,
  payoutOwner: PublicKey,
  amount: bigint,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobRefund({ ...generation(ref), amount: u64(amount, 'amount') })
    .accountsStrict({ ...common(deployment, ref), payoutOwner })
    .instruction();
}

/** Pays what is earned. Signers: none. */
export function jobPayout(
  deployment: Deployment,
  ref: PaidJobRef,
  mint: PublicKey,
  payoutOwner: PublicKey,
  destination = associatedTokens(mint, payoutOwner, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobPayout()
    .accountsStrict({
      ...common(deployment, ref),
      mint,
      vault: mandateVaultAddress(deployment, ref.mandate),
      destination,
      tokenProgram: ref.tokenProgram ?? TOKEN_PROGRAM_ID,
    })
    .instruction();
}

/** Ends the account of a job that is over. Signers: authority (anyone; the payer need not wait for ratings). */
export function jobFinish(
  deployment: Deployment,
  ref: JobRef,
  authority: PublicKey,
  rentPayer: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.jobFinish()
    .accountsStrict({ ...common(deployment, ref), authority, rentPayer })
    .instruction();
}

function generation(ref: JobRef) {
  return { generation: u64(ref.generation, 'generation') };
}

function common(deployment: Deployment, { job, mandate }: JobRef) {
  return { mandate, job, ...emitting(deployment) };
}

function emitting(deployment: Deployment) {
  return { eventAuthority: eventAuthority(deployment.escrow), program: deployment.escrow };
}
