import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder, i64, u64 } from '../idl.js';
import { agentAddress, configAddress, delegatesAddress, versionAddress } from '../pda/registry.js';
import { stakeVaultAddress } from '../pda/stake.js';
import { bytes32, eventAccounts } from './registry-shared.js';

/** Where an agent stands, as stored. */
export const AgentStatus = { Draft: 0, Active: 1, Suspended: 2, Retiring: 3 } as const;
export type AgentStatusName = keyof typeof AgentStatus;

export interface AgentRegisterParams {
  /** Becomes the owner, and pays the rent; signs. */
  creator: PublicKey;
  /** 3 to 32 of a-z, 0-9 and single hyphens. */
  handle: string;
  /** Signs responses and heartbeats. */
  agentKey: PublicKey;
  /** Wallet that payouts go to. */
  payoutOwner: PublicKey;
  /** Seconds that settled money is held back. */
  holdback: bigint;
  /** At most 4, each 1 to 16 of a-z, 0-9 and single hyphens. */
  tags?: string[];
}

/**
 * Registers an agent. Signers: creator.
 *
 * @example
 * const { instruction, agent } = await agentRegister(deployment, {
 *   creator, handle: 'doc-analyst', agentKey, payoutOwner: creator, holdback: 3600n, tags: ['pdf'],
 * });
 */
export async function agentRegister(
  deployment: Deployment,
  params: AgentRegisterParams,
): Promise<{ instruction: TransactionInstruction; agent: PublicKey }> {
  const { creator, handle, agentKey, payoutOwner, tags = [] } = params;
  const agent = agentAddress(deployment, creator, handle);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentRegister({
      handle,
      agentKey,
      payoutOwner,
      holdback: i64(params.holdback, 'holdback'),
      tags,
    })
    .accountsStrict({
      creator,
      config: configAddress(deployment),
      agent,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, agent };
}

/** An agent and who owns it; the owner signs. */
export interface OwnedAgent {
  agent: PublicKey;
  owner: PublicKey;
}

/** An agent and a delegate who acts for its owner; the delegate signs. */
export interface DelegatedAgent {
  agent: PublicKey;
  delegate: PublicKey;
}

/** An agent and who acts on it: its owner, or a delegate with the permission. */
export type ActedAgent = OwnedAgent | DelegatedAgent;

/** The accounts by which an instruction knows who acts on an agent. */
function actorOf(deployment: Deployment, acted: ActedAgent) {
  const { agent } = acted;
  if ('owner' in acted) return { signer: acted.owner, agent, delegates: null };
  return { signer: acted.delegate, agent, delegates: delegatesAddress(deployment, agent) };
}

/** What a version is, and its number. */
export interface VersionContent {
  /** The number it gets: the agent's latest version plus one. */
  number: number;
  /** Semantic version, at most 32 bytes. */
  semver: string;
  /** SHA-256 of the manifest's RFC 8785 canonical JSON. */
  manifestHash: Uint8Array;
  /** `https://`, `ipfs://` or `ar://`, at most 200 bytes. */
  uri: string;
  /** Price of one call, base units of `priceMint`. */
  price: bigint;
  /** A mint of the SPL Token program. */
  priceMint: PublicKey;
}

export type VersionPublishParams = ActedAgent & VersionContent;

/** Publishes the agent's next version; whoever signs pays its rent. Signers: owner, or delegate with `Publish`. */
export async function versionPublish(
  deployment: Deployment,
  params: VersionPublishParams,
): Promise<{ instruction: TransactionInstruction; version: PublicKey }> {
  const { number, semver, manifestHash, uri, price, priceMint } = params;
  const version = versionAddress(deployment, params.agent, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.versionPublish({
      semver,
      manifestHash: bytes32(manifestHash, 'manifestHash'),
      uri,
      price: u64(price, 'price'),
    })
    .accountsStrict({
      ...actorOf(deployment, params),
      config: configAddress(deployment),
      version,
      priceMint,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, version };
}

/** Withdraws a version for good. Signers: owner, or delegate with `Yank`. */
export async function versionYank(
  deployment: Deployment,
  { number, ...acted }: ActedAgent & { number: number },
): Promise<{ instruction: TransactionInstruction; version: PublicKey }> {
  const version = versionAddress(deployment, acted.agent, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.versionYank(number)
    .accountsStrict({ ...actorOf(deployment, acted), version, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, version };
}

/** The fields to change; what is left out stays. */
export interface AgentChanges {
  agentKey?: PublicKey;
  payoutOwner?: PublicKey;
  /** Seconds. */
  holdback?: bigint;
  tags?: string[];
}

export type AgentUpdateParams = ActedAgent & AgentChanges;

/**
 * Changes an agent's key, payout wallet, holdback or tags. Signers: owner; for holdback and tags a delegate with
 * `Update` too.
 */
export async function agentUpdate(
  deployment: Deployment,
  fields: AgentUpdateParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentUpdate({
      agentKey: fields.agentKey ?? null,
      payoutOwner: fields.payoutOwner ?? null,
      holdback: fields.holdback === undefined ? null : i64(fields.holdback, 'holdback'),
      tags: fields.tags ?? null,
    })
    .accountsStrict({
      ...actorOf(deployment, fields),
      config: configAddress(deployment),
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction };
}

const STATUS_VARIANTS = {
  Draft: { draft: {} },
  Active: { active: {} },
  Suspended: { suspended: {} },
  Retiring: { retiring: {} },
} as const;

/** Opens an agent for business, suspends or retires it. Signers: owner; but to retire, a delegate with `Status` too. */
export async function agentSetStatus(
  deployment: Deployment,
  { status, ...acted }: ActedAgent & { status: AgentStatusName },
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentSetStatus(STATUS_VARIANTS[status])
    .accountsStrict({
      ...actorOf(deployment, acted),
      config: configAddress(deployment),
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction };
}

export type AgentHeartbeatParams =
  | DelegatedAgent
  | {
      agent: PublicKey;
      /** The agent's key or its owner; signs. */
      signer: PublicKey;
    };

/** Renews an agent's liveness lease. Signers: signer, or delegate with `Heartbeat`. */
export async function agentHeartbeat(
  deployment: Deployment,
  params: AgentHeartbeatParams,
): Promise<{ instruction: TransactionInstruction }> {
  const acted = 'signer' in params ? { agent: params.agent, owner: params.signer } : params;
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentHeartbeat()
    .accountsStrict({
      ...actorOf(deployment, acted),
      config: configAddress(deployment),
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction };
}

/** Offers an agent to `newOwner`; `PublicKey.default` takes the offer back. Signers: owner. */
export async function agentTransferPropose(
  deployment: Deployment,
  { agent, owner, newOwner }: OwnedAgent & { newOwner: PublicKey },
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentTransferPropose(newOwner)
    .accountsStrict({ owner, agent, ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}

export interface AgentTransferAcceptParams {
  agent: PublicKey;
  /** The key the agent was offered to; signs. */
  pendingOwner: PublicKey;
  /** Another than the former owner's. */
  agentKey: PublicKey;
  payoutOwner: PublicKey;
}

/** Takes over an agent that was offered. Signers: pending owner. */
export async function agentTransferAccept(
  deployment: Deployment,
  { agent, pendingOwner, agentKey, payoutOwner }: AgentTransferAcceptParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentTransferAccept(agentKey, payoutOwner)
    .accountsStrict({ pendingOwner, agent, ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}

/** Ends a retired agent; the rent but for a tombstone's goes to its creator. Signers: owner. */
export async function agentClose(
  deployment: Deployment,
  { agent, owner, creator }: OwnedAgent & { creator: PublicKey },
): Promise<{ instruction: TransactionInstruction; stakeVault: PublicKey }> {
  const stakeVault = stakeVaultAddress(deployment, agent);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentClose()
    .accountsStrict({ owner, agent, creator, stakeVault, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, stakeVault };
}

export interface VersionCloseParams {
  /** Address of the closed agent. */
  agent: PublicKey;
  number: number;
  /** Published the version, and gets its rent. */
  publisher: PublicKey;
}

/** Returns the rent of a closed agent's version. Signers: none. */
export async function versionClose(
  deployment: Deployment,
  { agent, number, publisher }: VersionCloseParams,
): Promise<{ instruction: TransactionInstruction; version: PublicKey }> {
  const version = versionAddress(deployment, agent, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.versionClose(number)
    .accountsStrict({ agent, version, publisher, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, version };
}
