import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { reputationIdl } from '../generated/reputation.js';
import { idlBytes, idlKey } from '../idl.js';

const SCORE = idlBytes(reputationIdl, 'SCORE_SEED');
const PAIR = idlBytes(reputationIdl, 'PAIR_SEED');
const TREE_POOL = idlBytes(reputationIdl, 'TREE_POOL_SEED');
const TREE = idlBytes(reputationIdl, 'TREE_SEED');
const RECEIPT = idlBytes(reputationIdl, 'RECEIPT_SEED');
const RESPONSE = idlBytes(reputationIdl, 'RESPONSE_SEED');
const RATING_AUTHORITY = idlBytes(reputationIdl, 'RATING_AUTHORITY_SEED');

/** Programs of others that receipts go through. */
export const RECEIPT_PROGRAMS = {
  bubblegum: idlKey(reputationIdl, 'BUBBLEGUM_PROGRAM'),
  compression: idlKey(reputationIdl, 'COMPRESSION_PROGRAM'),
  noop: idlKey(reputationIdl, 'NOOP_PROGRAM'),
} as const;

/** What paying customers said of an agent: `["score", agent]` */
export function scoreAddress(deployment: Deployment, agent: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([SCORE, agent.toBytes()], deployment.reputation)[0];
}

/**
 * What one payer's ratings add up to in one ownership epoch: `["pair", agent, epoch: u32 LE, payer]`
 * @throws RangeError for an epoch that is not a u32
 */
export function pairAddress(
  deployment: Deployment,
  agent: PublicKey,
  ownershipEpoch: number,
  payer: PublicKey,
): PublicKey {
  const epoch = Buffer.alloc(4);
  epoch.writeUInt32LE(ownershipEpoch);
  const seeds = [PAIR, agent.toBytes(), epoch, payer.toBytes()];
  return PublicKey.findProgramAddressSync(seeds, deployment.reputation)[0];
}

/** The trees that receipts go to at present: `["trees"]` */
export function treePoolAddress(deployment: Deployment): PublicKey {
  return PublicKey.findProgramAddressSync([TREE_POOL], deployment.reputation)[0];
}

/** The record of a registered Merkle tree: `["tree", merkle tree]` */
export function treeAddress(deployment: Deployment, merkleTree: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([TREE, merkleTree.toBytes()], deployment.reputation)[0];
}

/** Where the receipt of an agent's rating waits for a tree: `["receipt", agent, number: u64 LE]` */
export function pendingReceiptAddress(deployment: Deployment, agent: PublicKey, number: bigint): PublicKey {
  return numbered(deployment, RECEIPT, agent, number);
}

/** The agent's answer to a rating: `["response", agent, number: u64 LE]` */
export function responseAddress(deployment: Deployment, agent: PublicKey, number: bigint): PublicKey {
  return numbered(deployment, RESPONSE, agent, number);
}

function numbered({ reputation }: Deployment, seed: Uint8Array, agent: PublicKey, number: bigint): PublicKey {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(number);
  return PublicKey.findProgramAddressSync([seed, agent.toBytes(), bytes], reputation)[0];
}

/** Who signs for escrow and Bubblegum, and is the verified creator of every receipt: `["rating_authority"]` */
export function ratingAuthorityAddress(deployment: Deployment): PublicKey {
  return PublicKey.findProgramAddressSync([RATING_AUTHORITY], deployment.reputation)[0];
}

/** Bubblegum's account of a tree: `[merkle tree]` under Bubblegum. */
export function treeConfigAddress(merkleTree: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([merkleTree.toBytes()], RECEIPT_PROGRAMS.bubblegum)[0];
}

/** The asset id of a receipt: `["asset", merkle tree, nonce: u64 LE]` under Bubblegum. */
export function receiptAssetId(merkleTree: PublicKey, nonce: bigint): PublicKey {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(nonce);
  const seeds = [Buffer.from('asset'), merkleTree.toBytes(), bytes];
  return PublicKey.findProgramAddressSync(seeds, RECEIPT_PROGRAMS.bubblegum)[0];
}
