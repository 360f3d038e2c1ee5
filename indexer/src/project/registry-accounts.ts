import { decodeAgent, decodeAgentVersion, registryIdl } from '@agent-labs/sdk';
import type { AccountKind } from '../fold/module.js';
import { addressOrNull, discriminatorOf, hex } from './values.js';

const program: AccountKind['program'] = ({ registry }) => registry.toBase58();

export const registryAccounts: AccountKind[] = [
  {
    name: 'agent',
    program,
    discriminator: discriminatorOf(registryIdl, 'agent'),
    table: 'agents',
    key: 'address',
    live: "status <> 'Closed'",
    columns: (address, data) => {
      const agent = decodeAgent(data);
      return {
        address,
        creator: agent.creator.toBase58(),
        owner: agent.owner.toBase58(),
        pending_owner: addressOrNull(agent.pendingOwner.toBase58()),
        ownership_epoch: agent.ownershipEpoch,
        handle: agent.handle,
        agent_key: agent.agentKey.toBase58(),
        payout_owner: agent.payoutOwner.toBase58(),
        status: agent.status,
        holdback: Number(agent.holdback),
        tags: agent.tags,
        lease_expires_at: Number(agent.leaseExpiresAt),
        retires_at: Number(agent.retiresAt),
        latest_version: agent.latestVersion,
        price: agent.price.toString(),
        price_mint: agent.priceMint.toBase58(),
      };
    },
  },
  {
    name: 'version',
    program,
    discriminator: discriminatorOf(registryIdl, 'agentVersion'),
    table: 'versions',
    key: 'address',
    live: 'NOT closed',
    columns: (address, data) => {
      const version = decodeAgentVersion(data);
      return {
        address,
        agent: version.agent.toBase58(),
        number: version.number,
        publisher: version.publisher.toBase58(),
        semver: version.semver,
        manifest_hash: hex(version.manifestHash),
        uri: version.uri,
        price: version.price.toString(),
        price_mint: version.priceMint.toBase58(),
        published_at: Number(version.publishedAt),
        yanked: version.yanked,
      };
    },
  },
];
