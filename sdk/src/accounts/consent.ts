import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Call } from '../consent-hashes.js';
import { type Consent, consentIdl } from '../generated/consent.js';
import { encoder, type Plain, plain } from '../idl.js';

type Stored = Plain<IdlAccounts<Consent>>;

export type ConsentGrantAccount = Stored['consentGrant'];
export type AuditLogAccount = Stored['auditLog'];
/** An approval with its approvers, who of them signed, and the call it is of. */
export type ApprovalAccount = Omit<Stored['approval'], 'program' | 'call'> & {
  approvers: PublicKey[];
  signers: PublicKey[];
  /** Hash of `call`. */
  callHash: Uint8Array;
  call: Call;
};

function decode<K extends keyof Stored>(name: K, data: Uint8Array): Stored[K] {
  const { coder } = encoder(consentIdl, new PublicKey(consentIdl.address));
  return plain(coder.accounts.decode(name, Buffer.from(data))) as Stored[K];
}

/** Decodes a grant. @throws Error for other bytes */
export function decodeConsentGrant(data: Uint8Array): ConsentGrantAccount {
  return decode('consentGrant', data);
}

/** Decodes a log of anchors. @throws Error for other bytes */
export function decodeAuditLog(data: Uint8Array): AuditLogAccount {
  return decode('auditLog', data);
}

/** Decodes an approval with what stands behind it. @throws Error for other bytes */
export function decodeApproval(data: Uint8Array): ApprovalAccount {
  const { program, call, ...approval } = decode('approval', data);
  const { approverCount, keyCount, dataLen, signed } = approval;
  const listed = 32 * (approverCount + keyCount);
  const start = data.length - dataLen - listed;
  const keys = Array.from(
    { length: approverCount + keyCount },
    (_, at) => new PublicKey(data.slice(start + 32 * at, start + 32 * (at + 1))),
  );
  const approvers = keys.slice(0, approverCount);
  return {
    ...approval,
    approvers,
    signers: approvers.filter((_, at) => (signed & (1 << at)) !== 0),
    callHash: Uint8Array.from(call),
    call: { programId: program, data: data.slice(data.length - dataLen), keys: keys.slice(approverCount) },
  };
}

/** Whether enough approvers signed an approval that has not expired. @param now Unix seconds */
export function isApproved({ signers, threshold, expiresAt }: ApprovalAccount, now: bigint): boolean {
  return signers.length >= threshold && now < expiresAt;
}

/**
 * Whether a grant counts: given, not taken back, not over, and of these terms or newer ones. No grant is no consent.
 * @param now Unix seconds
 * @param termsVersion of the terms that must have been consented to; any unless given
 */
export function isGrantValid(grant: ConsentGrantAccount | null, now: bigint, termsVersion = 1): boolean {
  return (
    grant !== null && grant.revokedAt === 0n && now < grant.expiresAt && grant.termsVersion >= termsVersion
  );
}
