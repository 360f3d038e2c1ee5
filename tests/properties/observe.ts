import {
  type AccountState,
  ChannelStatus,
  decodeAttestation,
  decodeChannel,
  decodeMandate,
  escrowIdl,
} from '@agent-labs/sdk';
import { BorshAccountsCoder, type Idl } from '@coral-xyz/anchor';
import { AccountLayout } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { TestChain } from '../helpers/chains/test-chain';
import { type Addresses, LABELS } from './addresses';
import type { Agent, Channel, Mandate } from './model';

/** An account as it was read, and as a record of the model where it is one. */
export interface Seen {
  readonly state: AccountState | null;
  readonly mandate?: Mandate;
  readonly channel?: Channel;
  readonly agent?: Agent;
  /** base units in a token account */
  readonly tokens?: bigint;
  readonly pauseBits?: number;
  /** Fee of the config. */
  readonly feeBps?: number;
  /** End of an attestation. */
  readonly attestedUntil?: bigint;
}

/** All accounts by label at one moment. An entry stays the same object while its account does not change. */
export type Snapshot = ReadonlyMap<string, Seen>;

const WATCHED = new Set(LABELS);
const registry = new BorshAccountsCoder(escrowIdl as unknown as Idl);
const PAUSE_BITS = 8 + 4;
const FEE_BPS = 8 + 6;

/** Reads accounts, all of them by default; takes the others over from `last`. Decodes only what changed. */
export async function observe(
  chain: TestChain,
  addresses: Addresses,
  last?: Snapshot,
  labels: readonly string[] = LABELS,
): Promise<Snapshot> {
  const seen = new Map<string, Seen>(last);
  for (const label of labels) {
    const state = await chain.getAccount(addresses.at(label));
    const before = last?.get(label);
    const same = before !== undefined && sameState(before.state, state);
    if (!same) seen.set(label, decode(label, state, addresses));
  }
  return seen;
}

/** Accounts that instructions name, of those that are watched: no other can change by them. */
export function namedBy(instructions: TransactionInstruction[], addresses: Addresses): string[] {
  const keys = instructions.flatMap((instruction) => instruction.keys.map(({ pubkey }) => pubkey));
  const labels = keys.map((key) => addresses.labelOf(key));
  return [...new Set(labels)].filter((label): label is string => label !== undefined && WATCHED.has(label));
}

function sameState(a: AccountState | null, b: AccountState | null): boolean {
  if (a === null || b === null) return a === b;
  return a.lamports === b.lamports && a.owner.equals(b.owner) && Buffer.compare(a.data, b.data) === 0;
}

function decode(label: string, state: AccountState | null, addresses: Addresses): Seen {
  if (state === null) return { state };
  const data = Buffer.from(state.data);
  if (label.startsWith('mandate')) return { state, mandate: readMandate(data, addresses) };
  if (label.startsWith('channel')) return { state, channel: readChannel(data, addresses) };
  if (label.startsWith('agent')) return { state, agent: readAgent(data, addresses) };
  if (label.startsWith('attestation')) return { state, attestedUntil: decodeAttestation(data).expiresAt };
  if (label === 'config') {
    return { state, pauseBits: data.readUInt16LE(PAUSE_BITS), feeBps: data.readUInt16LE(FEE_BPS) };
  }
  const holdsTokens = /^(vault|tokens:|foreign:)/.test(label);
  return holdsTokens ? { state, tokens: AccountLayout.decode(data).amount } : { state };
}

function readMandate(data: Buffer, addresses: Addresses): Mandate {
  const { payer, sessionKey, feesAccrued, allowList, allowRoot, attestor, ...read } = decodeMandate(data);
  const { id, generation, keyEpoch, channels, perCallMax, dailyCap, totalCap, expiresAt, day } = read;
  const { dayCharged, totalCharged, killedAt, free, allotted, approvalAbove } = read;
  return {
    payer: addresses.nameOf(payer),
    session: addresses.nameOf(sessionKey),
    tree: Buffer.compare(Buffer.from(allowRoot), addresses.tree.root) === 0,
    attestor: addresses.nameOf(attestor),
    allow: allowList.map((agent) => addresses.nameOf(agent).replace('agent', '')).join(),
    fees: feesAccrued,
    ...{ id, generation, keyEpoch, channels, perCallMax, dailyCap, totalCap, expiresAt, day },
    ...{ dayCharged, totalCharged, killedAt, free, allotted, approvalAbove },
  };
}

const STATUSES = Object.keys(ChannelStatus) as Channel['status'][];

function readChannel(data: Buffer, addresses: Addresses): Channel {
  const { status, tag, sessionKey, ...read } = decodeChannel(data);
  const { agentKey, payoutOwner, rentPayer, mandate, agent } = read;
  const { n, generation, agentVersion, ownershipEpoch, keyEpoch, price, perCallMax, feeBps } = read;
  const { holdback, closeGrace, holdLapse, claimWindow, ratingWindow, openedAt, expiresAt } = read;
  const { closingEndsAt, lastSettleAt, lastPayoutAt, calls, allotted, settled, returned } = read;
  const { paidGross, refunded, claimed, held, heldUntil, openDisputes } = read;
  const { matured, pending, pendingSince } = read;
  return {
    status: STATUSES[status] as Channel['status'],
    tag: Buffer.from(tag).toString('hex'),
    session: addresses.nameOf(sessionKey),
    agentKey: addresses.nameOf(agentKey),
    payoutOwner: addresses.nameOf(payoutOwner),
    rentPayer: addresses.nameOf(rentPayer),
    mandate: addresses.nameOf(mandate),
    agent: addresses.nameOf(agent),
    ...{ n, generation, agentVersion, ownershipEpoch, keyEpoch, price, perCallMax, feeBps },
    ...{ holdback, closeGrace, holdLapse, claimWindow, ratingWindow, openedAt, expiresAt },
    ...{ closingEndsAt, lastSettleAt, lastPayoutAt, calls, allotted, settled, returned },
    ...{ paidGross, refunded, claimed, held, heldUntil, openDisputes, matured, pending, pendingSince },
  };
}

interface RawAgent {
  status: number;
  latest_version: number;
  ownership_epoch: number;
  owner: PublicKey;
  pending_owner: PublicKey;
  agent_key: PublicKey;
  payout_owner: PublicKey;
  holdback: { toString(): string };
  lease_expires_at: { toString(): string };
}

function readAgent(data: Buffer, addresses: Addresses): Agent {
  const read = registry.decode<RawAgent>('Agent', data);
  return {
    status: read.status === 1 ? 'Active' : 'Suspended',
    latestVersion: read.latest_version,
    ownershipEpoch: read.ownership_epoch,
    owner: addresses.nameOf(read.owner),
    pendingOwner: addresses.nameOf(read.pending_owner),
    agentKey: addresses.nameOf(read.agent_key),
    payoutOwner: addresses.nameOf(read.payout_owner),
    holdback: BigInt(read.holdback.toString()),
    leaseEnds: BigInt(read.lease_expires_at.toString()),
  };
}

/** Labels whose account differs between two snapshots. */
export function changed(before: Snapshot, after: Snapshot): string[] {
  return [...after].filter(([label, seen]) => before.get(label) !== seen).map(([label]) => label);
}

/** Records of one kind that exist, by label. */
export function records<K extends 'mandate' | 'channel' | 'agent'>(
  snapshot: Snapshot,
  kind: K,
): [string, NonNullable<Seen[K]>][] {
  return [...snapshot].flatMap(([label, seen]) => {
    const record = seen[kind];
    return record === undefined ? [] : [[label, record as NonNullable<Seen[K]>]];
  });
}

/** Base units in a token account; 0 where there is none. */
export function tokensOf(snapshot: Snapshot, label: string): bigint {
  return snapshot.get(label)?.tokens ?? 0n;
}

/** Lamports of an account; 0 where there is none. */
export function lamportsOf(snapshot: Snapshot, label: string): bigint {
  return snapshot.get(label)?.state?.lamports ?? 0n;
}
