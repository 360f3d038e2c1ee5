import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { escrowIdl } from '../generated/escrow.js';
import { encoder, eventAuthority, i64, u64 } from '../idl.js';
import { mandateAddress, mandateVaultAddress } from '../pda/escrow.js';
import { configAddress } from '../pda/registry.js';
import { associatedTokens } from '../tokens.js';
import { bytes32 } from './registry-shared.js';

/** A cap of this value is no cap. */
export const UNCAPPED = (1n << 64n) - 1n;

/** Limits of a new mandate; amounts in base units of `mint`, times in Unix seconds. */
export interface MandateOpenParams {
  payer: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given; see `tokenProgramOf`. */
  tokenProgram?: PublicKey;
  /** Tells the payer's mandates apart. */
  id: bigint;
  sessionKey: PublicKey;
  perCallMax: bigint;
  dailyCap: bigint;
  totalCap: bigint;
  expiresAt: bigint;
  /** At most 16, or 9 beside 8 approvers, which is what a transaction holds; empty allows every agent. */
  allowList?: PublicKey[];
  /** Root of an `AllowTree`, for longer lists; instead of `allowList`. */
  allowRoot?: Uint8Array;
  /** Must vouch for an agent's owner when money is allotted. */
  attestor?: PublicKey;
  approval?: ApprovalTerms;
  deposit: bigint;
  /** Stake behind an agent that channels may open to, base units of the stake mint; 0, the default, asks for none. */
  minStake?: bigint;
  /** Score of such an agent, 1,000 to 5,000 thousandths of a star; 0, the default, asks for none. */
  minScore?: number;
  /** The payer's associated token account unless given. */
  source?: PublicKey;
}

/** Who signs off larger sums. No program asks them yet: an allotment that would need them is refused. */
export interface ApprovalTerms {
  /** At most 8 wallets, neither payer nor session key. */
  approvers: PublicKey[];
  /** How many of them must approve. */
  threshold: number;
  /** An allotment of as much or more needs approval, base units, above 0; `UNCAPPED` for none. */
  above: bigint;
  /** A job's release of as much or more needs approval, the same way; `UNCAPPED`, the default, for none. */
  releaseAbove?: bigint;
}

/** Opens a mandate with its vault. Signers: payer. */
export async function mandateOpen(
  deployment: Deployment,
  params: MandateOpenParams,
): Promise<{ instruction: TransactionInstruction; mandate: PublicKey; vault: PublicKey }> {
  const mandate = mandateAddress(deployment, params.payer, params.id);
  const vault = mandateVaultAddress(deployment, mandate);
  const { approval } = params;
  const releaseAbove = approval === undefined ? 0n : (approval.releaseAbove ?? UNCAPPED);
  const tokenProgram = params.tokenProgram ?? TOKEN_PROGRAM_ID;
  const instruction = await encoder(escrowIdl, deployment.escrow)
    .methods.mandateOpen({
      id: u64(params.id, 'id'),
      sessionKey: params.sessionKey,
      perCallMax: u64(params.perCallMax, 'perCallMax'),
      dailyCap: u64(params.dailyCap, 'dailyCap'),
      totalCap: u64(params.totalCap, 'totalCap'),
      expiresAt: i64(params.expiresAt, 'expiresAt'),
      allowList: params.allowList ?? [],
      deposit: u64(params.deposit, 'deposit'),
      minStake: u64(params.minStake ?? 0n, 'minStake'),
      minScore: params.minScore ?? 0,
      allowRoot: params.allowRoot === undefined ? null : bytes32(params.allowRoot, 'allowRoot'),
      attestor: params.attestor ?? null,
      approvers: approval?.approvers ?? [],
      approvalThreshold: approval?.threshold ?? 0,
      approvalAbove: u64(approval?.above ?? 0n, 'above'),
      releaseApprovalAbove: u64(releaseAbove, 'releaseAbove'),
    })
    .accountsStrict({
      payer: params.payer,
      config: configAddress(deployment),
      mandate,
      mint: params.mint,
      vault,
      source: params.source ?? associatedTokens(params.mint, params.payer, tokenProgram),
      tokenProgram,
      systemProgram: SystemProgram.programId,
      eventAuthority: eventAuthority(deployment.escrow),
      program: deployment.escrow,
    })
    .instruction();
  return { instruction, mandate, vault };
}

/** A mandate and what its instructions need to name it by. */
export interface MandateRef {
  mandate: PublicKey;
  payer: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given: the mandate's account tells it. */
  tokenProgram?: PublicKey;
}

function common(deployment: Deployment, ref: MandateRef) {
  return {
    payer: ref.payer,
    mandate: ref.mandate,
    eventAuthority: eventAuthority(deployment.escrow),
    program: deployment.escrow,
  };
}

function withTokens(deployment: Deployment, ref: MandateRef) {
  return {
    ...common(deployment, ref),
    mint: ref.mint,
    vault: mandateVaultAddress(deployment, ref.mandate),
    tokenProgram: ref.tokenProgram ?? TOKEN_PROGRAM_ID,
  };
}

/** Adds free money from the payer's token account. Signers: payer. */
export function mandateDeposit(
  deployment: Deployment,
  ref: MandateRef,
  amount: bigint,
  source = associatedTokens(ref.mint, ref.payer, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.mandateDeposit(u64(amount, 'amount'))
    .accountsStrict({ ...withTokens(deployment, ref), config: configAddress(deployment), source })
    .instruction();
}

/** Takes free money out. Signers: payer. */
export function mandateWithdraw(
  deployment: Deployment,
  ref: MandateRef,
  amount: bigint,
  destination = associatedTokens(ref.mint, ref.payer, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.mandateWithdraw(u64(amount, 'amount'))
    .accountsStrict({ ...withTokens(deployment, ref), destination })
    .instruction();
}

/** Replaces the session key. Signers: payer. */
export function mandateRotate(
  deployment: Deployment,
  ref: MandateRef,
  sessionKey: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.mandateRotate(sessionKey)
    .accountsStrict(common(deployment, ref))
    .instruction();
}

/** Ends all allotting, for good. Signers: payer. */
export function mandateKill(deployment: Deployment, ref: MandateRef): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.mandateKill()
    .accountsStrict(common(deployment, ref))
    .instruction();
}

/** Ends a mandate without channels; every token goes to `destination`. Signers: payer. */
export function mandateClose(
  deployment: Deployment,
  ref: MandateRef,
  destination = associatedTokens(ref.mint, ref.payer, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.mandateClose()
    .accountsStrict({ ...withTokens(deployment, ref), destination })
    .instruction();
}

/** Pays accrued fees to the treasury's associated token account. Signers: none. */
export function feesSweep(
  deployment: Deployment,
  ref: Pick<MandateRef, 'mandate' | 'mint' | 'tokenProgram'>,
  treasury: PublicKey,
  destination = associatedTokens(ref.mint, treasury, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(escrowIdl, deployment.escrow)
    .methods.feesSweep()
    .accountsStrict({
      config: configAddress(deployment),
      mandate: ref.mandate,
      mint: ref.mint,
      vault: mandateVaultAddress(deployment, ref.mandate),
      destination,
      tokenProgram: ref.tokenProgram ?? TOKEN_PROGRAM_ID,
      eventAuthority: eventAuthority(deployment.escrow),
      program: deployment.escrow,
    })
    .instruction();
}
