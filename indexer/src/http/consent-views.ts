import { approvalDigest, callHash, type Deployment } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { z } from 'zod';
import type { Row } from '../store/database.js';
import { unixTime } from './schemas.js';
import { view } from './views.js';

const key = z.string();
const hash = z.string().meta({ description: 'SHA-256, hex' });

export const GRANT_STATES = ['Valid', 'Revoked', 'Expired', 'Closed'] as const;

export const grantView = z.object({
  address: key,
  subject: key,
  controller: key,
  purpose: z.string().meta({ description: 'keyed hash of the purpose, hex' }),
  termsVersion: z.int(),
  termsHash: z.string().meta({ description: 'keyed hash of the terms, hex' }),
  revision: z.int().meta({ description: 'how often it was given or taken back' }),
  rentPayer: key,
  givenAt: unixTime.meta({ description: 'the last time' }),
  expiresAt: unixTime,
  revokedAt: unixTime.meta({ description: 'Unix seconds; 0 where it was not since it was given last' }),
  state: z
    .enum(GRANT_STATES)
    .meta({ description: 'Valid alone is consent; Closed: its account is gone, which is none' }),
});

/** Grants with their state at $1, Unix seconds. */
export const GRANTS = `SELECT g.*, CASE WHEN g.closed THEN 'Closed' WHEN g.revoked_at <> 0 THEN 'Revoked'
  WHEN g.expires_at <= $1 THEN 'Expired' ELSE 'Valid' END AS state FROM consent_grants g`;

export const APPROVAL_STATES = ['Waiting', 'Approved', 'Expired', 'Consumed', 'Closed'] as const;

const callView = z.object({
  program: key,
  data: z.string().meta({ description: 'of the instruction, hex' }),
  keys: z.array(key).meta({ description: 'of its accounts, in order' }),
});

export const approvalView = z.object({
  address: key,
  mandate: key,
  mandateGeneration: z.int(),
  payer: key,
  requester: key,
  rentPayer: key,
  nonce: z.string(),
  digest: hash.meta({ description: 'what is signed; SHA-256, hex' }),
  callHash: hash,
  matches: z
    .boolean()
    .meta({ description: 'whether the digest, made again from the call, is the one signed' }),
  call: callView.nullable().meta({ description: 'what is approved; null where it does not match' }),
  threshold: z.int(),
  approvers: z.array(key).meta({ description: 'the mandate’s' }),
  signers: z.array(key).meta({ description: 'of them, those whose signature stands' }),
  requestedAt: unixTime,
  expiresAt: unixTime.meta({ description: 'neither signed nor used from then on' }),
  requestedIn: z.string().meta({ description: 'signature' }),
  state: z.enum(APPROVAL_STATES).meta({ description: 'Consumed: the call was made; Closed: it was not' }),
  endedAt: unixTime.meta({ description: 'Unix seconds; 0 while its account is there' }),
  endedBy: key.nullable().meta({ description: 'who closed it' }),
  endedIn: z
    .string()
    .nullable()
    .meta({ description: 'signature of the transaction that used it, or closed it' }),
});
export type Approval = z.infer<typeof approvalView>;

/** Approvals with their state at $1, Unix seconds. */
export const APPROVALS = `SELECT a.*, a.address || ' ' || lpad(a.life::text, 10, '0') AS life_key,
  CASE WHEN a.outcome <> 'Open' THEN a.outcome WHEN a.expires_at <= $1 THEN 'Expired'
  WHEN cardinality(a.signers) >= a.threshold THEN 'Approved' ELSE 'Waiting' END AS state FROM approvals a`;

/** An approval with its call, if that is what its digest is of: nobody is shown anything else to sign. */
export function approvalOf(deployment: Deployment, row: Row): Approval {
  const [program, data, keys] = [row.program as string, row.data as string, row.keys as string[]];
  const call = {
    programId: new PublicKey(program),
    data: Buffer.from(data, 'hex'),
    keys: keys.map((one) => new PublicKey(one)),
  };
  const scope = {
    mandate: new PublicKey(row.mandate as string),
    mandateGeneration: BigInt(row.mandate_generation as number),
    nonce: BigInt(row.nonce as string),
  };
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const matches =
    hexOf(callHash(call)) === row.call_hash && hexOf(approvalDigest(deployment, scope, call)) === row.digest;
  return { ...(view(row) as Approval), matches, call: matches ? { program, data, keys } : null };
}

export const auditLogView = z.object({
  address: key,
  operator: key,
  id: z.string(),
  rentPayer: key,
  sequence: z.string().meta({ description: 'anchors so far' }),
  entries: z.string().meta({ description: 'of the log, under the last root' }),
  root: hash.meta({ description: 'Merkle root over all entries, hex; zeros before the first anchor' }),
  previousRoot: hash,
  chain: hash.meta({ description: 'over all anchors in order' }),
  openedAt: unixTime,
  anchoredAt: unixTime.meta({ description: 'Unix seconds; 0 before the first anchor' }),
});

export const anchorView = z.object({
  log: key,
  sequence: z.string(),
  previousRoot: hash,
  root: hash,
  entriesBefore: z.string(),
  entries: z.string(),
  chainBefore: hash,
  chain: hash,
  anchoredAt: unixTime,
  signature: z.string(),
});
