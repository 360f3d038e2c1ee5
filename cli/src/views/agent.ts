import {
  type AgentAccount,
  type AgentReputation,
  type AgentVersionAccount,
  type Listed,
  type StakeVaultAccount,
  standingStake,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { Tokens } from '../tokens.js';
import { type ShownRecord, Span, Stars, Time } from '../values.js';

const key = (of: PublicKey) => (of.equals(PublicKey.default) ? null : of);

/** An agent in a list. */
export async function agentRow(
  { address, account }: Listed<AgentAccount>,
  tokens: Tokens,
  now: bigint,
): Promise<ShownRecord> {
  return {
    agent: address,
    handle: account.handle,
    status: account.status,
    live: account.status === 'Active' && account.leaseExpiresAt > now,
    price: account.latestVersion === 0 ? null : await tokens.amount(account.price, account.priceMint),
    tags: account.tags,
    owner: account.owner,
  };
}

export async function agentView(
  agent: PublicKey,
  account: AgentAccount,
  beside: {
    version: AgentVersionAccount | null;
    vault: StakeVaultAccount | null;
    reputation: AgentReputation | null;
    stakeMint: PublicKey;
    now: bigint;
    tokens: Tokens;
  },
): Promise<ShownRecord> {
  const { now, reputation, stakeMint, tokens, vault, version } = beside;
  const standing = standingStake(vault, account.ownershipEpoch);
  const mint = vault?.mint ?? stakeMint;
  return {
    ...(await agentRow({ address: agent, account }, tokens, now)),
    creator: account.creator,
    pendingOwner: key(account.pendingOwner),
    agentKey: account.agentKey,
    payoutOwner: account.payoutOwner,
    ownershipEpoch: account.ownershipEpoch,
    holdback: new Span(account.holdback),
    leaseExpires: new Time(account.leaseExpiresAt),
    registered: new Time(account.registeredAt),
    ...(account.status === 'Retiring' && { retires: new Time(account.retiresAt) }),
    version: version === null ? null : await versionView(version, tokens),
    stake: {
      firstLoss: await tokens.amount(standing.firstLoss, mint),
      backers: await tokens.amount(standing.backers, mint),
      slashed: await tokens.amount(vault?.slashed ?? 0n, mint),
      openDisputes: vault?.openDisputes ?? 0,
    },
    reputation:
      reputation === null
        ? null
        : {
            score: new Stars(reputation.milliStars),
            ratings: reputation.ratings,
            payers: reputation.payers,
            ofVersion: new Stars(reputation.version.milliStars),
            disputesLost: reputation.lifetime.disputesLost,
          },
  };
}

export async function versionView(version: AgentVersionAccount, tokens: Tokens): Promise<ShownRecord> {
  return {
    number: version.number,
    semver: version.semver,
    uri: version.uri,
    manifestHash: Uint8Array.from(version.manifestHash),
    price: await tokens.amount(version.price, version.priceMint),
    published: new Time(version.publishedAt),
    publisher: version.publisher,
    yanked: version.yanked,
  };
}
