import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Reputation, reputationIdl } from '../generated/reputation.js';
import { encoder, type Plain, plain } from '../idl.js';

type Stored = Plain<IdlAccounts<Reputation>>;

/** What ratings add up to; see `Tally` in the program. */
export type Tally = Stored['score']['current'];
export type ScoreAccount = Stored['score'];
export type PairAccount = Stored['pair'];
export type PendingReceiptAccount = Stored['pendingReceipt'];
export type ResponseAccount = Stored['response'];
/** A tree pool with the trees in use alone, one a shard. */
export type TreePoolAccount = Omit<Stored['treePool'], 'trees' | 'count'> & { trees: PublicKey[] };
/** A tree with its base readable. */
export type TreeAccount = Omit<Stored['tree'], 'uriBase' | 'uriBaseLen'> & { uriBase: string };

function decode<K extends keyof Stored>(name: K, data: Uint8Array): Stored[K] {
  const { coder } = encoder(reputationIdl, new PublicKey(reputationIdl.address));
  return plain(coder.accounts.decode(name, Buffer.from(data))) as Stored[K];
}

/** Decodes a score. @throws Error for other bytes */
export function decodeScore(data: Uint8Array): ScoreAccount {
  return decode('score', data);
}

/** Decodes a pair. @throws Error for other bytes */
export function decodePair(data: Uint8Array): PairAccount {
  return decode('pair', data);
}

/** Decodes a receipt that waits. @throws Error for other bytes */
export function decodePendingReceipt(data: Uint8Array): PendingReceiptAccount {
  return decode('pendingReceipt', data);
}

/** Decodes an answer to a rating. @throws Error for other bytes */
export function decodeResponse(data: Uint8Array): ResponseAccount {
  return decode('response', data);
}

/** Decodes the tree pool. @throws Error for other bytes */
export function decodeTreePool(data: Uint8Array): TreePoolAccount {
  const { trees, count, ...rest } = decode('treePool', data);
  return { ...rest, trees: trees.slice(0, count) };
}

/** Decodes a tree's record. @throws Error for other bytes */
export function decodeTree(data: Uint8Array): TreeAccount {
  const { uriBase, uriBaseLen, ...rest } = decode('tree', data);
  return { ...rest, uriBase: Buffer.from(uriBase.slice(0, uriBaseLen)).toString('latin1') };
}

/** The Merkle tree that an agent's receipts go to; null where the pool has none. */
export function treeOf({ trees }: Pick<TreePoolAccount, 'trees'>, agent: PublicKey): PublicKey | null {
  if (trees.length === 0) return null;
  const shard = Buffer.from(agent.toBytes()).readBigUInt64LE(0) % BigInt(trees.length);
  return trees[Number(shard)] ?? null;
}

/** Weighted mean in thousandths of a star, rounded down as on chain; null while no rating has weight. */
export function meanMilliStars({
  weight,
  weightedStars,
}: Pick<Tally, 'weight' | 'weightedStars'>): number | null {
  return weight === 0n ? null : Number((weightedStars * 1_000n) / weight);
}
