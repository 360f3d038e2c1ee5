import { getAssociatedTokenAddressSync, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import {
  type PublicKey,
  SYSVAR_INSTRUCTIONS_PUBKEY,
  SystemProgram,
  type TransactionInstruction,
} from '@solana/web3.js';
import type { SubjectKindName } from '../accounts/stake-dispute.js';
import type { Deployment } from '../deployment.js';
import { stakeIdl } from '../generated/stake.js';
import { encoder, eventAuthority, u64 } from '../idl.js';
import { mandateVaultAddress } from '../pda/escrow.js';
import { configAddress, delegatesAddress } from '../pda/registry.js';
import {
  claimAuthority,
  disputeAddress,
  positionAddress,
  stakeVaultAddress,
  type TrancheName,
  vaultTokensAddress,
} from '../pda/stake.js';
import { evidenceInstruction, type SignedCall } from './ed25519.js';

export interface DisputeOpenParams {
  /** The mandate's payer; signs, pays the bond, and the rent, which comes back. */
  claimant: PublicKey;
  agent: PublicKey;
  /** Mint of the agent's vault. */
  stakeMint: PublicKey;
  mandate: PublicKey;
  /** Channel, or job, by `kind`. */
  subject: PublicKey;
  /** A channel unless given. */
  kind?: SubjectKindName;
  /** The vault's `nextDispute`. */
  nonce: bigint;
  /** The vault's `lastDispute`; null where its list is empty. */
  lastDispute: PublicKey | null;
  /** Base units of the mandate's mint. */
  claim: bigint;
  /** 32 bytes: SHA-256 of what the claimant brings. */
  evidenceHash: Uint8Array;
  /** Most to put in as a bond, base units of the stake mint; see `claimantBond`. */
  bond: bigint;
  /** Pays the bond; the claimant's associated token account unless given. */
  source?: PublicKey;
}

/** Disputes what a channel cost, or a job. Signers: claimant. */
export async function disputeOpen(
  deployment: Deployment,
  params: DisputeOpenParams,
): Promise<{ instruction: TransactionInstruction; dispute: PublicKey }> {
  const { agent, claimant, kind = 'Channel', mandate, stakeMint, subject } = params;
  const dispute = disputeAddress(deployment, subject, params.nonce);
  const { vault, tokens } = vaultOf(deployment, agent);
  const instruction = await encoder(stakeIdl, deployment.stake)
    .methods.disputeOpen({
      claim: u64(params.claim, 'claim'),
      evidenceHash: [...params.evidenceHash],
      bond: u64(params.bond, 'bond'),
      kind: kind === 'Job' ? { job: {} } : { channel: {} },
    })
    .accountsStrict({
      claimant,
      config: configAddress(deployment),
      agent,
      vault,
      dispute,
      lastDispute: params.lastDispute,
      mandate,
      subject,
      ...positionsOf(deployment, vault, claimant),
      tokens,
      source: params.source ?? getAssociatedTokenAddressSync(stakeMint, claimant, true),
      ...claiming(deployment),
      tokenProgram: TOKEN_PROGRAM_ID,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, dispute };
}

export interface DisputeCiteParams {
  /** Signs. */
  claimant: PublicKey;
  dispute: PublicKey;
  call: SignedCall;
  /** 32 bytes: transcript of the call before; zeros before the first. */
  transcriptBefore: Uint8Array;
  /** 32 bytes: hash of the response before; zeros before the first. */
  responseBefore: Uint8Array;
}

/**
 * Cites a call that both sides signed: the Ed25519 instruction and the one that must follow right behind it.
 * Calls are cited in rising order. Signers: claimant.
 */
export async function disputeCite(
  deployment: Deployment,
  params: DisputeCiteParams,
): Promise<[TransactionInstruction, TransactionInstruction]> {
  const { claimant, dispute, transcriptBefore, responseBefore } = params;
  const cite = await encoder(stakeIdl, deployment.stake)
    .methods.disputeCite({ transcriptBefore: [...transcriptBefore], responseBefore: [...responseBefore] })
    .accountsStrict({
      claimant,
      dispute,
      instructions: SYSVAR_INSTRUCTIONS_PUBKEY,
      ...emitting(deployment),
    })
    .instruction();
  return [evidenceInstruction(params.call), cite];
}

/** A dispute and what instructions on the agent's side of it need to name it by. */
export interface DisputeRef {
  dispute: PublicKey;
  agent: PublicKey;
  /** Mint of the agent's vault. */
  stakeMint: PublicKey;
}

/** Whoever takes a side in a dispute, with a bond. */
export interface DisputeSide {
  /** Signs, and pays the bond. */
  wallet: PublicKey;
  /** Tranche that a backer has stake in; left out by owner and claimant. */
  tranche?: TrancheName;
  /** Most to put in as a bond, base units of the stake mint. */
  bond: bigint;
  /** Pays the bond; the wallet's associated token account unless given. */
  source?: PublicKey;
}

/**
 * Answers for the agent; `bond` is the claimant's, 0 for the owner where another has answered. Signers: wallet.
 * @param statementHash 32 bytes: SHA-256 of what is stated
 */
export function disputeAnswer(
  deployment: Deployment,
  ref: DisputeRef,
  side: DisputeSide,
  statementHash: Uint8Array,
): Promise<TransactionInstruction> {
  return encoder(stakeIdl, deployment.stake)
    .methods.disputeAnswer({ statementHash: [...statementHash], bond: u64(side.bond, 'bond') })
    .accountsStrict({ author: side.wallet, ...sideAccounts(deployment, ref, side) })
    .instruction();
}

/** Takes a ruling to the second panel; for `bond` see `appealBond`. Signers: wallet. */
export function disputeAppeal(
  deployment: Deployment,
  ref: DisputeRef,
  side: DisputeSide,
): Promise<TransactionInstruction> {
  return encoder(stakeIdl, deployment.stake)
    .methods.disputeAppeal(u64(side.bond, 'bond'))
    .accountsStrict({ appellant: side.wallet, ...sideAccounts(deployment, ref, side) })
    .instruction();
}

/**
 * Votes as a member of the panel that decides now. Signers: arbiter.
 * @param awardBps part of the claim to award, basis points
 * @param destination takes the fee: any token account of the arbiter, the associated one unless given
 */
export function disputeVote(
  deployment: Deployment,
  ref: DisputeRef,
  arbiter: PublicKey,
  awardBps: number,
  destination = getAssociatedTokenAddressSync(ref.stakeMint, arbiter, true),
): Promise<TransactionInstruction> {
  const { vault, tokens } = vaultOf(deployment, ref.agent);
  return encoder(stakeIdl, deployment.stake)
    .methods.disputeVote(awardBps)
    .accountsStrict({
      arbiter,
      agent: ref.agent,
      vault,
      dispute: ref.dispute,
      delegates: delegatesAddress(deployment, ref.agent),
      ...positionsOf(deployment, vault, arbiter),
      tokens,
      destination,
      tokenProgram: TOKEN_PROGRAM_ID,
      ...emitting(deployment),
    })
    .instruction();
}

/** What ends a dispute needs to know of it. Token accounts of who gets nothing may be null. */
export interface DisputeEnding {
  dispute: PublicKey;
  agent: PublicKey;
  claimant: PublicKey;
  mandate: PublicKey;
  /** Of the claim, the mandate's. */
  mint: PublicKey;
  /** The mint's, SPL Token unless given: the mandate's account tells it. */
  tokenProgram?: PublicKey;
  subject: PublicKey;
  /** Neighbours in the vault's list; null at its ends. */
  previous: PublicKey | null;
  next: PublicKey | null;
  /** Of the claim's mint, any of the claimant: takes what the hold pays. Of a job the mandate's vault. */
  awardDestination: PublicKey;
  /** Of the stake mint, any of the claimant. */
  claimantTokens: PublicKey | null;
  /** Of the stake mint, any of the answerer, of the owner where nobody answered. */
  answererTokens: PublicKey | null;
  /** Of the stake mint, any of an appellant who is neither claimant nor answerer. */
  appellantTokens: PublicKey | null;
  /** Of the stake mint, any of the treasury. */
  treasuryTokens: PublicKey | null;
}

/** Carries out what a dispute came to. Signers: authority (anyone). */
export function disputeExecute(
  deployment: Deployment,
  ending: DisputeEnding,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(stakeIdl, deployment.stake)
    .methods.disputeExecute()
    .accountsStrict({ authority, ...endingAccounts(deployment, ending) })
    .instruction();
}

/** Takes a claim back before a ruling. Signers: claimant, unless another `authority` is to be refused. */
export function disputeWithdraw(
  deployment: Deployment,
  ending: DisputeEnding,
  authority = ending.claimant,
): Promise<TransactionInstruction> {
  return encoder(stakeIdl, deployment.stake)
    .methods.disputeWithdraw()
    .accountsStrict({ authority, ...endingAccounts(deployment, ending) })
    .instruction();
}

function endingAccounts(deployment: Deployment, ending: DisputeEnding) {
  const { mandate, mint, tokenProgram, ...rest } = ending;
  return {
    ...rest,
    config: configAddress(deployment),
    ...vaultOf(deployment, ending.agent),
    mandate,
    mandateMint: mint,
    mandateVault: mandateVaultAddress(deployment, mandate),
    mandateTokenProgram: tokenProgram ?? TOKEN_PROGRAM_ID,
    ...claiming(deployment),
    tokenProgram: TOKEN_PROGRAM_ID,
    ...emitting(deployment),
  };
}

function sideAccounts(deployment: Deployment, ref: DisputeRef, side: DisputeSide) {
  const { vault, tokens } = vaultOf(deployment, ref.agent);
  const { tranche, wallet } = side;
  return {
    agent: ref.agent,
    vault,
    dispute: ref.dispute,
    position: tranche === undefined ? null : positionAddress(deployment, vault, wallet, tranche),
    tokens,
    source: side.source ?? getAssociatedTokenAddressSync(ref.stakeMint, wallet, true),
    tokenProgram: TOKEN_PROGRAM_ID,
    ...emitting(deployment),
  };
}

function vaultOf(deployment: Deployment, agent: PublicKey) {
  const vault = stakeVaultAddress(deployment, agent);
  return { vault, tokens: vaultTokensAddress(deployment, vault) };
}

function positionsOf(deployment: Deployment, vault: PublicKey, wallet: PublicKey) {
  return {
    firstLossPosition: positionAddress(deployment, vault, wallet, 'FirstLoss'),
    backerPosition: positionAddress(deployment, vault, wallet, 'Backers'),
  };
}

function claiming(deployment: Deployment) {
  return {
    claimAuthority: claimAuthority(deployment),
    escrowProgram: deployment.escrow,
    escrowEventAuthority: eventAuthority(deployment.escrow),
  };
}

function emitting(deployment: Deployment) {
  return { eventAuthority: eventAuthority(deployment.stake), program: deployment.stake };
}
