import type { PublicKey } from '@solana/web3.js';
import { equalBytes } from '../voucher/bytes.js';
import type { Leaf } from './leaf.js';
import { MAX_DEPTH } from './merkle.js';
import { BorshReader } from './reader.js';

/** A node of a tree as a change left it. */
export interface PathNode {
  /** the root is 1, the children of n are 2n and 2n + 1 */
  number: number;
  /** 32 bytes */
  node: Uint8Array;
}

/** What account compression tells of one change of a tree. */
export interface TreeChange {
  tree: PublicKey;
  /** from the leaf to the root, one more than the tree is deep */
  path: PathNode[];
  /** counts the tree's changes; 0 when it was made */
  seq: bigint;
  /** of the leaf that changed, from 0 */
  index: number;
}

/** What Bubblegum tells of a leaf. */
export interface LeafTold extends Leaf {
  asset: PublicKey;
  /** 32 bytes, as Bubblegum hashed it */
  hash: Uint8Array;
}

const CHANGE_LOG = Uint8Array.of(0, 0);
const APPLICATION_DATA = Uint8Array.of(1, 0);
/** Kind of event 1, a leaf; version V1; schema V1. */
const LEAF_EVENT = [1, 0, 0] as const;
const PATH_NODE_LENGTH = 36;

function startsWith(data: Uint8Array, bytes: Uint8Array): boolean {
  return equalBytes(data.subarray(0, bytes.length), bytes);
}

/**
 * The change that a call of noop tells; null for any other call of it. Anybody may call noop with anything:
 * only what account compression itself called it with counts, see `treeEventsOf`.
 * @throws RangeError for a change log that account compression would not have written
 */
export function decodeTreeChange(data: Uint8Array): TreeChange | null {
  if (!startsWith(data, CHANGE_LOG)) return null;
  const reader = new BorshReader(data, 'change log');
  reader.bytes(CHANGE_LOG.length);
  const tree = reader.key();
  const path = reader.list(PATH_NODE_LENGTH, () => ({ node: reader.bytes(32), number: reader.u32() }));
  const seq = reader.u64();
  const index = reader.u32();
  reader.end();
  const depth = path.length - 1;
  if (depth < 1 || depth > MAX_DEPTH) throw new RangeError(`change log of a tree ${depth} deep`);
  for (const [level, { number }] of path.entries()) {
    if (number === Math.floor((2 ** depth + index) / 2 ** level)) continue;
    throw new RangeError(`change log names node ${number} at level ${level} over leaf ${index}`);
  }
  return { tree, path, seq, index };
}

/**
 * The leaf that a call of noop tells; null for any other call of it, and for leaves of later versions.
 * @throws RangeError for one that Bubblegum would not have written
 */
export function decodeLeafTold(data: Uint8Array): LeafTold | null {
  if (!startsWith(data, APPLICATION_DATA)) return null;
  const outer = new BorshReader(data, 'application data');
  outer.bytes(APPLICATION_DATA.length);
  const payload = outer.bytes(outer.u32());
  outer.end();
  const reader = new BorshReader(payload, 'leaf event');
  if (LEAF_EVENT.some((byte, at) => payload[at] !== byte)) return null;
  reader.bytes(LEAF_EVENT.length);
  const asset = reader.key();
  const [owner, delegate] = [reader.key(), reader.key()];
  const nonce = reader.u64();
  const [dataHash, creatorHash, hash] = [reader.bytes(32), reader.bytes(32), reader.bytes(32)];
  reader.end();
  return { asset, owner, delegate, nonce, dataHash, creatorHash, hash };
}
