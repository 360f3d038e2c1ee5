import { z } from 'zod';
import type { Row } from '../store/database.js';
import { amount, unixTime } from './schemas.js';

/** Column names as the API writes them. */
function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** A row by the names of the API; what a schema does not name is left out when it is sent. */
export function view(row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value]));
}

const key = z.string();

export const agentView = z.object({
  address: key,
  creator: key,
  owner: key,
  pendingOwner: key.nullable(),
  ownershipEpoch: z.int(),
  handle: z.string(),
  agentKey: key,
  payoutOwner: key,
  status: z.string(),
  holdback: z.int().meta({ description: 'seconds' }),
  tags: z.array(z.string()),
  leaseExpiresAt: unixTime,
  live: z.boolean().meta({ description: 'Active, and its lease has not expired' }),
  retiresAt: unixTime.meta({ description: 'Unix seconds; 0 unless Retiring' }),
  registeredAt: unixTime,
  latestVersion: z.int(),
  price: amount,
  priceMint: key,
  name: z.string().nullable().meta({ description: 'of a manifest whose hash is the one on the chain' }),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  capabilities: z.array(z.string()),
  channels: z.int(),
  payers: z.int(),
  calls: z.int(),
  settled: amount,
  paid: amount,
  stake: amount,
  score: z.int().nullable().meta({ description: 'thousandths of a star' }),
  ratings: z.int(),
});

export const versionView = z.object({
  address: key,
  agent: key,
  number: z.int(),
  publisher: key,
  semver: z.string(),
  manifestHash: z.string().meta({ description: 'SHA-256, hex' }),
  uri: z.string(),
  price: amount,
  priceMint: key,
  publishedAt: unixTime,
  yanked: z.boolean(),
  closed: z.boolean(),
  manifestState: z
    .enum(['verified', 'mismatch', 'invalid', 'unavailable', 'waiting'])
    .meta({ description: 'verified: its hash is the one on the chain' }),
  manifestMessage: z.string().nullable(),
  manifest: z.unknown().meta({ description: 'where it is verified; null else' }),
});

export const channelView = z.object({
  address: key,
  generation: z.int().meta({ description: 'slot that it opened in' }),
  mandate: key,
  agent: key,
  n: z.int(),
  status: z.enum(['Open', 'Closing', 'Draining', 'Finished']),
  tag: z.string().meta({ description: 'hex' }),
  sessionKey: key,
  agentKey: key,
  payoutOwner: key,
  rentPayer: key,
  agentVersion: z.int(),
  ownershipEpoch: z.int(),
  price: amount,
  perCallMax: amount,
  feeBps: z.int(),
  holdback: z.int().meta({ description: 'seconds' }),
  expiresAt: unixTime,
  closingEndsAt: unixTime.meta({ description: 'Unix seconds; 0 unless Closing' }),
  calls: z.int(),
  allotted: amount,
  settled: amount,
  paidGross: amount,
  fees: amount,
  returned: amount,
  refunded: amount,
  held: amount.meta({ description: 'kept from being paid out' }),
  heldUntil: unixTime.meta({ description: 'Unix seconds; 0 while nothing is held, or a dispute has it' }),
  holdDisputed: z.boolean(),
  claimed: amount,
  awarded: amount.meta({ description: 'of what was refunded, by claims' }),
  openDisputes: z.int(),
});

export const mandateView = z.object({
  address: key,
  generation: z.int().meta({ description: 'slot that it opened in' }),
  payer: key,
  id: z.string(),
  mint: key,
  sessionKey: key,
  keyEpoch: z.int(),
  perCallMax: amount,
  dailyCap: amount,
  totalCap: amount,
  totalCharged: amount,
  expiresAt: unixTime,
  killedAt: unixTime.meta({ description: 'Unix seconds; 0 while it lives' }),
  allowList: z.array(key),
  allowRoot: z.string().nullable().meta({ description: 'of the tree of agents that may be paid, hex' }),
  minStake: amount,
  minScore: z.int().meta({ description: 'thousandths of a star; 0 asks for none' }),
  attestor: key.nullable().meta({ description: 'must vouch for an agent’s owner' }),
  approvers: z.array(key),
  approvalThreshold: z.int(),
  approvalAbove: amount.meta({ description: 'an allotment of as much or more needs approval' }),
  releaseApprovalAbove: amount,
  channels: z.int(),
  jobs: z.int(),
  free: amount,
  allotted: amount,
  feesAccrued: amount,
  closed: z.boolean(),
});

export const attestationView = z.object({
  address: key,
  attestor: key,
  subject: key,
  issuedAt: unixTime,
  expiresAt: unixTime.meta({ description: 'worth nothing from then on' }),
  evidence: z.string().meta({ description: 'hash of a salt and the evidence, hex' }),
});

export const activityView = z.object({
  id: z.string().meta({ description: 'sorts as the chain did it' }),
  signature: z.string(),
  slot: z.int(),
  blockTime: unixTime.nullable(),
  outerIndex: z.int(),
  innerIndex: z.int(),
  program: z.string(),
  kind: z.string(),
  final: z.boolean().meta({ description: 'false: confirmed, and may still vanish' }),
  data: z.record(z.string(), z.unknown()),
});

/** A page of something. */
export function pageView<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
