import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Registry, registryIdl } from '../generated/registry.js';
import { encoder, type Plain, plain } from '../idl.js';
import { AgentStatus, type AgentStatusName } from '../instructions/registry.js';
import type { ArbiterPanel, ConfigSettings, ConfigWindows } from '../instructions/registry-config.js';
import type { ConfigChanges } from '../instructions/registry-proposals.js';

type Stored = Plain<IdlAccounts<Registry>>;

/** An agent, its texts and status readable. */
export type AgentAccount = Omit<Stored['agent'], 'status' | 'handle' | 'handleLen' | 'tags'> & {
  status: AgentStatusName;
  handle: string;
  tags: string[];
};
/** The config, its lists without the unused places. */
export type ConfigAccount = Omit<Stored['config'], 'panels' | 'settlementMints' | 'settlementMintCount'> & {
  panels: [ArbiterPanel, ArbiterPanel];
  settlementMints: ConfigSettings['settlementMints'];
};
/** A change of the config that waits: the settings it names alone. */
export type ConfigProposalAccount = Omit<Stored['configProposal'], 'changes'> & { changes: ConfigChanges };
/** Who acts for an agent's owner. */
export type DelegatesAccount = Omit<Stored['delegates'], 'entries' | 'count'> & { entries: DelegateEntry[] };
export interface DelegateEntry {
  key: PublicKey;
  /** `DelegatePermission`s, or-ed. */
  permissions: number;
  /** Unix seconds. */
  expiresAt: bigint;
}
/** What an attestor vouches for about a wallet. */
export type AttestationAccount = Stored['attestation'];
export type AgentVersionAccount = Stored['agentVersion'];
/** What stays of a closed agent. */
export type TombstoneAccount = Stored['tombstone'];

function decode<K extends keyof Stored>(name: K, data: Uint8Array): Stored[K] {
  const { coder } = encoder(registryIdl, new PublicKey(registryIdl.address));
  return plain(coder.accounts.decode(name, Buffer.from(data))) as Stored[K];
}

/** Decodes an agent. @throws Error for other bytes, a tombstone's too */
export function decodeAgent(data: Uint8Array): AgentAccount {
  const { status, handle, handleLen, tags, ...rest } = decode('agent', data);
  const name = (Object.keys(AgentStatus) as AgentStatusName[]).find((key) => AgentStatus[key] === status);
  if (name === undefined) throw new Error(`unknown status ${status} of an agent`);
  return {
    ...rest,
    status: name,
    handle: text(handle.slice(0, handleLen)),
    tags: tags.map(text).filter((tag) => tag !== ''),
  };
}

/** Zero-padded ASCII. */
function text(bytes: number[]): string {
  return Buffer.from(bytes).toString('latin1').replace(/\0+$/, '');
}

/** Decodes a version. @throws Error for other bytes */
export function decodeAgentVersion(data: Uint8Array): AgentVersionAccount {
  return decode('agentVersion', data);
}

/** Decodes a tombstone. @throws Error for other bytes, a live agent's too */
export function decodeTombstone(data: Uint8Array): TombstoneAccount {
  return decode('tombstone', data);
}

/** Decodes the config. @throws Error for other bytes */
export function decodeConfig(data: Uint8Array): ConfigAccount {
  const { panels, settlementMints, settlementMintCount, ...rest } = decode('config', data);
  const [first, second] = panels.map(({ members, count, threshold }) => ({
    members: members.slice(0, count),
    threshold,
  }));
  if (first === undefined || second === undefined) throw new Error('a config has two panels');
  const mints = settlementMints.slice(0, settlementMintCount);
  return {
    ...rest,
    panels: [first, second],
    settlementMints: mints.map(({ mint, weightBps }) => ({ mint, weightBps })),
  };
}

/** Decodes a proposal. @throws Error for other bytes */
export function decodeConfigProposal(data: Uint8Array): ConfigProposalAccount {
  const { changes, ...rest } = decode('configProposal', data);
  return { ...rest, changes: namedChanges(changes) };
}

/** The settings that stored or recorded changes name, without those they leave alone. */
export function namedChanges(stored: Stored['configProposal']['changes']): ConfigChanges {
  const { windows, firstPanel, secondPanel, settlementMints, ...rest } = stored;
  const moved: Partial<ConfigWindows> = given(windows);
  return {
    ...given(rest),
    ...(Object.keys(moved).length > 0 && { windows: moved }),
    ...(firstPanel && { firstPanel }),
    ...(secondPanel && { secondPanel }),
    ...(settlementMints && { settlementMints }),
  };
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

function given<T extends object>(options: T): Given<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null)) as Given<T>;
}

/** Decodes an attestation. @throws Error for other bytes */
export function decodeAttestation(data: Uint8Array): AttestationAccount {
  return decode('attestation', data);
}

/** Decodes an agent's delegates. @throws Error for other bytes */
export function decodeDelegates(data: Uint8Array): DelegatesAccount {
  const { entries, count, ...rest } = decode('delegates', data);
  const named = entries.slice(0, count);
  return {
    ...rest,
    entries: named.map(({ key, permissions, expiresAt }) => ({ key, permissions, expiresAt })),
  };
}
