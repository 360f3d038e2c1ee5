import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { registryIdl } from '../generated/registry.js';
import { encoder, i64, u64 } from '../idl.js';
import { agentAddress, configAddress, versionAddress } from '../pda/registry.js';
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

export interface VersionPublishParams extends OwnedAgent {
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

/** Publishes the agent's next version; the owner pays its rent. Signers: owner. */
export async function versionPublish(
  deployment: Deployment,
  params: VersionPublishParams,
): Promise<{ instruction: TransactionInstruction; version: PublicKey }> {
  const { agent, owner, number, semver, manifestHash, uri, price, priceMint } = params;
  const version = versionAddress(deployment, agent, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.versionPublish({
      semver,
      manifestHash: bytes32(manifestHash, 'manifestHash'),
      uri,
      price: u64(price, 'price'),
    })
    .accountsStrict({
      owner,
      config: configAddress(deployment),
      agent,
      version,
      priceMint,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, version };
}

/** Withdraws a version for good. Signers: owner. */
export async function versionYank(
  deployment: Deployment,
  { agent, owner, number }: OwnedAgent & { number: number },
): Promise<{ instruction: TransactionInstruction; version: PublicKey }> {
  const version = versionAddress(deployment, agent, number);
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.versionYank(number)
    .accountsStrict({ owner, agent, version, ...eventAccounts(deployment) })
    .instruction();
  return { instruction, version };
}

/** The fields to change; what is left out stays. */
export interface AgentUpdateParams extends OwnedAgent {
  agentKey?: PublicKey;
  payoutOwner?: PublicKey;
  /** Seconds. */
  holdback?: bigint;
  tags?: string[];
}

/** Changes an agent's key, payout wallet, holdback or tags. Signers: owner. */
export async function agentUpdate(
  deployment: Deployment,
  { agent, owner, ...fields }: AgentUpdateParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentUpdate({
      agentKey: fields.agentKey ?? null,
      payoutOwner: fields.payoutOwner ?? null,
      holdback: fields.holdback === undefined ? null : i64(fields.holdback, 'holdback'),
      tags: fields.tags ?? null,
    })
    .accountsStrict({ owner, config: configAddress(deployment), agent, ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}

const STATUS_VARIANTS = {
  Draft: { draft: {} },
  Active: { active: {} },
  Suspended: { suspended: {} },
  Retiring: { retiring: {} },
} as const;

/** Opens an agent for business, suspends or retires it. Signers: owner. */
export async function agentSetStatus(
  deployment: Deployment,
  { agent, owner, status }: OwnedAgent & { status: AgentStatusName },
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentSetStatus(STATUS_VARIANTS[status])
    .accountsStrict({ owner, config: configAddress(deployment), agent, ...eventAccounts(deployment) })
    .instruction();
  return { instruction };
}

export interface AgentHeartbeatParams {
  agent: PublicKey;
  /** The agent's key or its owner; signs. */
  signer: PublicKey;
}

/** Renews an agent's liveness lease. Signers: signer. */
export async function agentHeartbeat(
  deployment: Deployment,
  { agent, signer }: AgentHeartbeatParams,
): Promise<{ instruction: TransactionInstruction }> {
  const instruction = await encoder(registryIdl, deployment.registry)
    .methods.agentHeartbeat()
    .accountsStrict({ signer, config: configAddress(deployment), agent, ...eventAccounts(deployment) })
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
