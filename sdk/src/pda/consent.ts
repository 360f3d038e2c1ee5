import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { consentIdl } from '../generated/consent.js';
import { idlBytes } from '../idl.js';
import { expectBytes } from '../voucher/bytes.js';

const GRANT = idlBytes(consentIdl, 'GRANT_SEED');
const APPROVAL = idlBytes(consentIdl, 'APPROVAL_SEED');
const AUDIT_LOG = idlBytes(consentIdl, 'AUDIT_LOG_SEED');
const APPROVAL_CONSUMER = idlBytes(consentIdl, 'APPROVAL_CONSUMER_SEED');

/**
 * A wallet's consent to one purpose of one controller: `["grant", subject, controller, purpose]`
 * @param purpose 32 bytes: `purposeHash`
 */
export function grantAddress(
  deployment: Deployment,
  subject: PublicKey,
  controller: PublicKey,
  purpose: Uint8Array,
): PublicKey {
  expectBytes(purpose, 32, 'purpose');
  const seeds = [GRANT, subject.toBytes(), controller.toBytes(), purpose];
  return PublicKey.findProgramAddressSync(seeds, deployment.consent)[0];
}

/**
 * Signatures of a mandate's approvers over one call: `["approval", mandate, digest]`
 * @param digest 32 bytes: `approvalDigest`
 */
export function approvalAddress(deployment: Deployment, mandate: PublicKey, digest: Uint8Array): PublicKey {
  expectBytes(digest, 32, 'digest');
  return PublicKey.findProgramAddressSync([APPROVAL, mandate.toBytes(), digest], deployment.consent)[0];
}

/** The anchors of an operator's log: `["audit_log", operator, id: u64 LE]` */
export function auditLogAddress(deployment: Deployment, operator: PublicKey, id: bigint): PublicKey {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(id);
  return PublicKey.findProgramAddressSync([AUDIT_LOG, operator.toBytes(), bytes], deployment.consent)[0];
}

/** Who uses approvals up, escrow's `["approval_consumer"]`. */
export function approvalConsumerAddress(deployment: Deployment): PublicKey {
  return PublicKey.findProgramAddressSync([APPROVAL_CONSUMER], deployment.escrow)[0];
}
