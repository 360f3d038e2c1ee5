import { PublicKey } from '@solana/web3.js';
import { escrowIdl } from './generated/escrow.js';
import { registryIdl } from './generated/registry.js';
import { reputationIdl } from './generated/reputation.js';
import { idlKey } from './idl.js';

/** Where the programs live. Passed to every call, never global: one process may talk to several clusters. */
export interface Deployment {
  registry: PublicKey;
  escrow: PublicKey;
  stake: PublicKey;
  reputation: PublicKey;
  /** 32 bytes that tell the cluster; part of every voucher's tag. */
  genesisHash: Uint8Array;
}

/** The deployment under the ids that the programs are built with, on the cluster with this genesis hash. */
export function builtDeployment(genesisHash: Uint8Array): Deployment {
  return {
    registry: new PublicKey(registryIdl.address),
    escrow: new PublicKey(escrowIdl.address),
    stake: idlKey(registryIdl, 'STAKE_PROGRAM'),
    reputation: new PublicKey(reputationIdl.address),
    genesisHash,
  };
}
