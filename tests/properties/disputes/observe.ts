import {
  type AccountState,
  type AgentAccount,
  type ChannelAccount,
  type ConfigAccount,
  type DisputeAccount,
  decodeAgent,
  decodeChannel,
  decodeConfig,
  decodeDispute,
  decodeMandate,
  decodePosition,
  decodeStakeVault,
  type MandateAccount,
  type PositionAccount,
  type StakeVaultAccount,
} from '@agent-labs/sdk';
import { AccountLayout } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { TestChain } from '../../helpers/chains/test-chain';
import type { Place } from './cast';
import type { World } from './world';

/** An account as it was read, and decoded where it is one of ours. */
export interface Seen {
  readonly state: AccountState | null;
  readonly vault?: StakeVaultAccount;
  readonly position?: PositionAccount;
  readonly dispute?: DisputeAccount;
  readonly channel?: ChannelAccount;
  readonly mandate?: MandateAccount;
  readonly agent?: AgentAccount;
  readonly config?: ConfigAccount;
  /** base units in a token account */
  readonly tokens?: bigint;
}

/** Accounts by label at one moment. An entry stays the same object while its account does not change. */
export type Snapshot = ReadonlyMap<string, Seen>;

/** Reads accounts, all that were ever named by default; takes the others over from `last`. */
export async function observe(
  chain: TestChain,
  world: World,
  last?: Snapshot,
  labels: readonly string[] = world.labels,
): Promise<Snapshot> {
  const seen = new Map<string, Seen>(last);
  for (const label of labels) {
    const read = await chain.getAccount(world.at(label));
    const state = read !== null && read.lamports === 0n ? null : read;
    const before = last?.get(label);
    if (before === undefined || !sameState(before.state, state)) seen.set(label, decode(label, state));
  }
  return seen;
}

/** Labels of the accounts that instructions name: no other can change by them. */
export function namedBy(instructions: TransactionInstruction[], world: World): string[] {
  const known = new Set(world.labels);
  const labels = instructions.flatMap(({ keys }) => keys.map(({ pubkey }) => world.labelOf(pubkey)));
  return [...new Set(labels)].filter((label) => known.has(label));
}

export function sameState(a: AccountState | null, b: AccountState | null): boolean {
  if (a === null || b === null) return a === b;
  return a.lamports === b.lamports && a.owner.equals(b.owner) && Buffer.compare(a.data, b.data) === 0;
}

function decode(label: string, state: AccountState | null): Seen {
  if (state === null || state.data.length === 0) return { state };
  const { data } = state;
  if (label === 'vault') return { state, vault: decodeStakeVault(data) };
  if (label === 'agent') return { state, agent: decodeAgent(data) };
  if (label === 'config') return { state, config: decodeConfig(data) };
  if (label.startsWith('position:')) return { state, position: decodePosition(data) };
  if (label.startsWith('dispute:')) return { state, dispute: decodeDispute(data) };
  if (label.startsWith('channel')) return { state, channel: decodeChannel(data) };
  if (label.startsWith('mandate')) return { state, mandate: decodeMandate(data) };
  const holdsTokens = /^(tokens$|money|purse:)/.test(label);
  return holdsTokens ? { state, tokens: AccountLayout.decode(Buffer.from(data)).amount } : { state };
}

/** Labels whose account differs between two snapshots. */
export function changed(before: Snapshot, after: Snapshot): string[] {
  return [...after].filter(([label, seen]) => !same(before.get(label), seen)).map(([label]) => label);
}

// what was never read before was not there
function same(before: Seen | undefined, after: Seen): boolean {
  return before === after || (before === undefined && after.state === null);
}

type Kind = 'dispute' | 'channel' | 'mandate' | 'position';

/** Accounts of one kind that exist, by label. */
export function records<K extends Kind>(seen: Snapshot, kind: K): [string, NonNullable<Seen[K]>][] {
  return [...seen].flatMap(([label, one]) => {
    const record = one[kind];
    return record === undefined ? [] : [[label, record as NonNullable<Seen[K]>]];
  });
}

export const tokensOf = (seen: Snapshot, label: string) => seen.get(label)?.tokens ?? 0n;
export const lamportsOf = (seen: Snapshot, label: string) => seen.get(label)?.state?.lamports ?? 0n;
export const positionOf = (seen: Snapshot, place: Place) => seen.get(`position:${place}`)?.position;

/** The vault, which is there from a run's beginning to its end. */
export function vaultOf(seen: Snapshot): StakeVaultAccount {
  const vault = seen.get('vault')?.vault;
  if (vault === undefined) throw new Error('no vault');
  return vault;
}

export function agentOf(seen: Snapshot): AgentAccount {
  const agent = seen.get('agent')?.agent;
  if (agent === undefined) throw new Error('no agent');
  return agent;
}

export function configOf(seen: Snapshot): ConfigAccount {
  const config = seen.get('config')?.config;
  if (config === undefined) throw new Error('no config');
  return config;
}

export const isKey = (a: PublicKey | null | undefined, b: PublicKey) => a?.equals(b) ?? false;
