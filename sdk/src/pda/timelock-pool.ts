import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { idlBytes } from '../idl.js';

const POOL = idlBytes(timelockIdl, 'POOL_SEED');
const POOL_TOKENS = idlBytes(timelockIdl, 'POOL_TOKENS_SEED');
const MEMBER = idlBytes(timelockIdl, 'MEMBER_SEED');

function u64Seed(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

/** `["pool", creator, id]` */
export function poolAddress(deployment: Deployment, creator: PublicKey, id: bigint): PublicKey {
  return PublicKey.findProgramAddressSync([POOL, creator.toBytes(), u64Seed(id)], deployment.timelock)[0];
}

/** `["pool_tokens", pool]`, a token account */
export function poolVaultAddress(deployment: Deployment, pool: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([POOL_TOKENS, pool.toBytes()], deployment.timelock)[0];
}

/** `["member", pool, wallet]` */
export function membershipAddress(deployment: Deployment, pool: PublicKey, wallet: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([MEMBER, pool.toBytes(), wallet.toBytes()], deployment.timelock)[0];
}
