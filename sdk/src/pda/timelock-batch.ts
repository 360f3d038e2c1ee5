import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { idlBytes, idlNumber } from '../idl.js';
import { lockAddress, lockTokensAddress } from './timelock.js';

const BATCH = idlBytes(timelockIdl, 'BATCH_SEED');
const BATCH_TOKENS = idlBytes(timelockIdl, 'BATCH_TOKENS_SEED');
const INDEX_BITS = BigInt(idlNumber(timelockIdl, 'LOCK_INDEX_BITS'));

function u64Seed(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

/** `["batch", creator, id]`, known before the batch is made: its leaves are hashed with it */
export function batchAddress(deployment: Deployment, creator: PublicKey, id: bigint): PublicKey {
  return PublicKey.findProgramAddressSync([BATCH, creator.toBytes(), u64Seed(id)], deployment.timelock)[0];
}

/** `["batch_tokens", batch]`, a token account */
export function batchVaultAddress(deployment: Deployment, batch: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([BATCH_TOKENS, batch.toBytes()], deployment.timelock)[0];
}

/** The lock that a leaf becomes, and its token account. @param generation the batch's */
export function batchLockAddress(
  deployment: Deployment,
  batch: PublicKey,
  generation: bigint,
  index: number,
): { lock: PublicKey; tokens: PublicKey } {
  const lock = lockAddress(deployment, batch, (generation << INDEX_BITS) | BigInt(index));
  return { lock, tokens: lockTokensAddress(deployment, lock) };
}
