import { type PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type ApprovalScope, approvalDigest, type Call } from '../consent-hashes.js';
import type { Deployment } from '../deployment.js';
import { consentIdl } from '../generated/consent.js';
import { encoder, eventAuthority, i64, u64 } from '../idl.js';
import { approvalAddress, approvalConsumerAddress, auditLogAddress, grantAddress } from '../pda/consent.js';
import { configAddress } from '../pda/registry.js';
import { bytes32 } from './registry-shared.js';

function emitting({ consent }: Deployment) {
  return { eventAuthority: eventAuthority(consent), program: consent };
}

function methods(deployment: Deployment) {
  return encoder(consentIdl, deployment.consent).methods;
}

export interface GrantRef {
  /** Whose consent it is; signs. */
  subject: PublicKey;
  controller: PublicKey;
  /** 32 bytes: `purposeHash` */
  purpose: Uint8Array;
}

export interface GrantGiveParams extends GrantRef {
  /** Pays the rent of a new grant, and gets it back; signs. The subject unless given. */
  rentPayer?: PublicKey;
  /** 32 bytes: `purposeHash` of the terms */
  termsHash: Uint8Array;
  /** From 1. */
  termsVersion: number;
  /** The grant's `revision`; 0 where there is none. */
  revision: number;
  /** Unix seconds. */
  expiresAt: bigint;
}

/** Consents, or does so anew. Signers: subject, rent payer. */
export async function grantGive(
  deployment: Deployment,
  params: GrantGiveParams,
): Promise<{ instruction: TransactionInstruction; grant: PublicKey }> {
  const { subject, controller, purpose, termsVersion, revision } = params;
  const grant = grantAddress(deployment, subject, controller, purpose);
  const instruction = await methods(deployment)
    .grantGive({
      controller,
      purpose: bytes32(purpose, 'purpose'),
      termsHash: bytes32(params.termsHash, 'termsHash'),
      termsVersion,
      revision,
      expiresAt: i64(params.expiresAt, 'expiresAt'),
    })
    .accountsStrict({
      subject,
      rentPayer: params.rentPayer ?? subject,
      grant,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, grant };
}

/** Takes a consent back. Signers: subject. */
export function grantRevoke(
  deployment: Deployment,
  { subject, controller, purpose }: GrantRef,
): Promise<TransactionInstruction> {
  const grant = grantAddress(deployment, subject, controller, purpose);
  return methods(deployment)
    .grantRevoke()
    .accountsStrict({ subject, grant, ...emitting(deployment) })
    .instruction();
}

/** Ends a grant's account, a day after it counted last. Signers: subject. */
export function grantClose(
  deployment: Deployment,
  { subject, controller, purpose }: GrantRef,
  rentPayer: PublicKey,
): Promise<TransactionInstruction> {
  const grant = grantAddress(deployment, subject, controller, purpose);
  return methods(deployment)
    .grantClose()
    .accountsStrict({ subject, grant, rentPayer, ...emitting(deployment) })
    .instruction();
}

export interface ApprovalRequestParams extends ApprovalScope {
  /** The mandate's payer or session key; signs. */
  requester: PublicKey;
  /** Pays the rent, and gets it back; signs. The requester unless given. */
  rentPayer?: PublicKey;
  call: Call;
  /** Unix seconds; at most 30 days from now. */
  expiresAt: bigint;
}

/** Asks a mandate's approvers for one call. Signers: requester, rent payer. */
export async function approvalRequest(
  deployment: Deployment,
  params: ApprovalRequestParams,
): Promise<{ instruction: TransactionInstruction; approval: PublicKey; digest: Uint8Array }> {
  const { call, mandate, requester } = params;
  const digest = approvalDigest(deployment, params, call);
  const approval = approvalAddress(deployment, mandate, digest);
  const instruction = await methods(deployment)
    .approvalRequest({
      program: call.programId,
      data: Buffer.from(call.data),
      nonce: u64(params.nonce, 'nonce'),
      expiresAt: i64(params.expiresAt, 'expiresAt'),
    })
    .accountsStrict({
      requester,
      rentPayer: params.rentPayer ?? requester,
      config: configAddress(deployment),
      mandate,
      approval,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .remainingAccounts(call.keys.map((pubkey) => ({ pubkey, isSigner: false, isWritable: false })))
    .instruction();
  return { instruction, approval, digest };
}

/** Signs an approval until `expiresAt`, which must be the approval's. Signers: approver. */
export function approvalSign(
  deployment: Deployment,
  approval: PublicKey,
  approver: PublicKey,
  expiresAt: bigint,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .approvalSign(i64(expiresAt, 'expiresAt'))
    .accountsStrict({ approver, approval, ...emitting(deployment) })
    .instruction();
}

/** Takes an approver's signature back. Signers: approver. */
export function approvalWithdraw(
  deployment: Deployment,
  approval: PublicKey,
  approver: PublicKey,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .approvalWithdraw()
    .accountsStrict({ approver, approval, ...emitting(deployment) })
    .instruction();
}

/** Ends an approval that is not to be used. Signers: authority (who asked, the payer; anyone once it expired). */
export function approvalClose(
  deployment: Deployment,
  approval: PublicKey,
  authority: PublicKey,
  rentPayer: PublicKey,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .approvalClose()
    .accountsStrict({ authority, approval, rentPayer, ...emitting(deployment) })
    .instruction();
}

/** An approval, and who paid its rent. */
export interface ApprovalRef {
  approval: PublicKey;
  rentPayer: PublicKey;
}

/** An escrow instruction with the accounts behind it by which its approval is used up. Signers: the instruction's. */
export function withApproval(
  deployment: Deployment,
  { programId, data, keys }: TransactionInstruction,
  { approval, rentPayer }: ApprovalRef,
): TransactionInstruction {
  const account = (pubkey: PublicKey, isWritable = false) => ({ pubkey, isSigner: false, isWritable });
  const behind = [
    account(approval, true),
    account(rentPayer, true),
    account(approvalConsumerAddress(deployment)),
    account(eventAuthority(deployment.consent)),
    account(deployment.consent),
  ];
  return new TransactionInstruction({ programId, data, keys: [...keys, ...behind] });
}

/** Opens a log of anchors. Signers: operator, rent payer. */
export async function auditLogOpen(
  deployment: Deployment,
  { operator, rentPayer = operator, id }: { operator: PublicKey; rentPayer?: PublicKey; id: bigint },
): Promise<{ instruction: TransactionInstruction; log: PublicKey }> {
  const log = auditLogAddress(deployment, operator, id);
  const instruction = await methods(deployment)
    .auditLogOpen(u64(id, 'id'))
    .accountsStrict({
      operator,
      rentPayer,
      log,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, log };
}

export interface AuditAnchorParams {
  /** Signs. */
  operator: PublicKey;
  log: PublicKey;
  /** The log's plus one. */
  sequence: bigint;
  /** 32 bytes: the log's root; zeros before the first anchor. */
  previousRoot: Uint8Array;
  /** 32 bytes: Merkle root over all entries. */
  root: Uint8Array;
  entries: bigint;
}

/** Anchors a log as it stands. Signers: operator. */
export function auditAnchor(
  deployment: Deployment,
  params: AuditAnchorParams,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .auditAnchor({
      sequence: u64(params.sequence, 'sequence'),
      previousRoot: bytes32(params.previousRoot, 'previousRoot'),
      root: bytes32(params.root, 'root'),
      entries: u64(params.entries, 'entries'),
    })
    .accountsStrict({ operator: params.operator, log: params.log, ...emitting(deployment) })
    .instruction();
}
