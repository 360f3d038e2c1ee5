import { PublicKey } from '@solana/web3.js';
import { consentIdl } from './generated/consent.js';
import { escrowIdl } from './generated/escrow.js';
import { registryIdl } from './generated/registry.js';
import { reputationIdl } from './generated/reputation.js';
import { stakeIdl } from './generated/stake.js';

/** Where the programs live. Passed to every call, never global: one process may talk to several clusters. */
export interface Deployment {
  registry: PublicKey;
  escrow: PublicKey;
  stake: PublicKey;
  reputation: PublicKey;
  consent: PublicKey;
  /** 32 bytes that tell the cluster; part of every voucher's tag. */
  genesisHash: Uint8Array;
}

/** The deployment under the ids that the programs are built with, on the cluster with this genesis hash. */
export function builtDeployment(genesisHash: Uint8Array): Deployment {
  return {
    registry: new PublicKey(registryIdl.address),
    escrow: new PublicKey(escrowIdl.address),
    stake: new PublicKey(stakeIdl.address),
    reputation: new PublicKey(reputationIdl.address),
    consent: new PublicKey(consentIdl.address),
    genesisHash,
  };
}

/** Genesis hashes of public clusters, base58, by their names in wallets. */
const PUBLIC_CLUSTERS: Record<string, string> = {
  '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d': 'mainnet',
  EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG: 'devnet',
  '4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY': 'testnet',
};

/** The name of a cluster in wallets; `localnet` for every one that is not public. @param genesisHash 32 bytes */
export function clusterName(genesisHash: Uint8Array): string {
  return PUBLIC_CLUSTERS[new PublicKey(genesisHash).toBase58()] ?? 'localnet';
}
