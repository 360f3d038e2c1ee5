import {
  type AgentAccount,
  type AgentVersionAccount,
  decodeAgent,
  readAgent,
  readVersion,
  registryIdl,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { AgentDetail, AgentRow, VersionView } from '../data/views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';

/** Versions of an agent that are read at most, the newest first. */
const MOST_VERSIONS = 50;

/** Every agent, from the registry's accounts: what the indexer tells better while it is there. */
export async function listAgents(): Promise<AgentRow[]> {
  const chain = await connectChain();
  const now = Number(await chain.unixTime());
  const found = await accountsOf(deployment().registry, registryIdl, 'Agent', {});
  return found.map(({ address, data }) => rowOf(address, decodeAgent(data), now));
}

function rowOf(address: string, agent: AgentAccount, now: number): AgentRow {
  return {
    address,
    handle: agent.handle,
    name: null,
    summary: null,
    tags: agent.tags,
    owner: agent.owner.toBase58(),
    status: agent.status,
    live: isLive(agent, now),
    version: agent.latestVersion,
    price: agent.price,
    mint: agent.priceMint.toBase58(),
    leaseExpiresAt: Number(agent.leaseExpiresAt),
    registeredAt: Number(agent.registeredAt),
    stake: null,
    score: null,
    settled: null,
  };
}

const isLive = (agent: AgentAccount, now: number) =>
  agent.status === 'Active' && Number(agent.leaseExpiresAt) > now;

/** null where there is none. @throws AccountMismatch; TypeError for what is no address */
export async function agentDetail(address: string): Promise<AgentDetail | null> {
  const chain = await connectChain();
  const [agent, now] = await Promise.all([
    readAgent(chain, deployment(), addressOf(address)),
    chain.unixTime(),
  ]);
  if (agent === null) return null;
  const { pendingOwner } = agent;
  return {
    address,
    handle: agent.handle,
    creator: agent.creator.toBase58(),
    owner: agent.owner.toBase58(),
    pendingOwner: pendingOwner.equals(PublicKey.default) ? null : pendingOwner.toBase58(),
    ownershipEpoch: agent.ownershipEpoch,
    agentKey: agent.agentKey.toBase58(),
    payoutOwner: agent.payoutOwner.toBase58(),
    status: agent.status,
    live: isLive(agent, Number(now)),
    latestVersion: agent.latestVersion,
    price: agent.price,
    mint: agent.priceMint.toBase58(),
    holdback: Number(agent.holdback),
    leaseExpiresAt: Number(agent.leaseExpiresAt),
    registeredAt: Number(agent.registeredAt),
    tags: agent.tags,
  };
}

/** The newest versions of an agent, newest first. @throws AccountMismatch */
export async function versionsOf(address: string, latest: number): Promise<VersionView[]> {
  const chain = await connectChain();
  const numbers = Array.from({ length: Math.min(latest, MOST_VERSIONS) }, (_, at) => latest - at);
  const found = await Promise.all(
    numbers.map((number) => readVersion(chain, deployment(), addressOf(address), number)),
  );
  return found.flatMap((version) => (version === null ? [] : [versionView(version)]));
}

function versionView(version: AgentVersionAccount): VersionView {
  return {
    number: version.number,
    semver: version.semver,
    manifestHash: Buffer.from(version.manifestHash).toString('hex'),
    uri: version.uri,
    price: version.price,
    mint: version.priceMint.toBase58(),
    publishedAt: Number(version.publishedAt),
    yanked: version.yanked,
  };
}
