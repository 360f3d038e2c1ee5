import { PublicKey } from '@solana/web3.js';
import type { AccountState } from '../chain.js';
import { RECEIPT_PROGRAMS, treeConfigAddress } from '../pda/reputation.js';
import { equalBytes } from '../voucher/bytes.js';
import { ReceiptRefused } from './errors.js';
import { emptyNode, nodeNumber } from './merkle.js';
import { merkleTreeBytes } from './tree-size.js';

/** One of a tree's last changes. */
export interface BufferedChange {
  /** 32 bytes: the root after it */
  root: Uint8Array;
  /** nodes from the leaf to below the root as it left them, 32 bytes each */
  path: Uint8Array[];
  /** of the leaf that changed */
  index: number;
}

/** A tree as account compression keeps it. */
export interface MerkleTreeState {
  depth: number;
  bufferSize: number;
  /** levels below the root that the account holds itself, so that proofs may leave them out */
  canopyDepth: number;
  authority: PublicKey;
  /** of the slot it was made in */
  creationSlot: bigint;
  /** number of changes so far */
  seq: bigint;
  /** number of leaves so far */
  leaves: number;
  /** newest first; each of their roots was the tree's, the first one still is */
  changes: BufferedChange[];
  /** the canopy's nodes, number 2 first; 32 zero bytes for an empty subtree */
  canopy: Uint8Array;
}

const HEADER = 56;
const HASH = 32;
const CONCURRENT_MERKLE_TREE = 1;
const HEADER_V1 = 0;
/** Counters of the tree: changes, place of the newest, how many are kept. */
const COUNTERS = 24;
/** Sizes that account compression makes trees in: depth to numbers of changes that it keeps. */
const SIZES: ReadonlyMap<number, readonly number[]> = new Map([
  [3, [8]],
  [5, [8]],
  ...[6, 7, 8, 9].map((depth): [number, number[]] => [depth, [16]]),
  ...[10, 11, 12, 13].map((depth): [number, number[]] => [depth, [32]]),
  [14, [64, 256, 1_024, 2_048]],
  ...[15, 16, 17, 18, 19].map((depth): [number, number[]] => [depth, [64]]),
  [20, [64, 256, 1_024, 2_048]],
  [24, [64, 256, 512, 1_024, 2_048]],
  [26, [512, 1_024, 2_048]],
  [30, [512, 1_024, 2_048]],
]);

function canopyLength(depth: number): number {
  return (2 ** (depth + 1) - 2) * HASH;
}

/**
 * Reads a tree's account as the chain gives it.
 * @throws ReceiptRefused `ForeignTree` where it is no account of account compression, or where another program
 *   than Bubblegum fills it; `TreeMalformed` where its bytes are not those of a tree
 */
export function decodeMerkleTree(
  at: PublicKey,
  { owner, data }: Pick<AccountState, 'owner' | 'data'>,
): MerkleTreeState {
  if (!owner.equals(RECEIPT_PROGRAMS.compression)) {
    throw new ReceiptRefused('ForeignTree', `${at.toBase58()} belongs to ${owner.toBase58()}, it is no tree`);
  }
  const tree = parse(data);
  if (!tree.authority.equals(treeConfigAddress(at))) {
    throw new ReceiptRefused('ForeignTree', `${at.toBase58()} is not filled by Bubblegum`);
  }
  return tree;
}

function malformed(why: string): ReceiptRefused {
  return new ReceiptRefused('TreeMalformed', `the account's bytes are not those of a tree: ${why}`);
}

function parse(data: Uint8Array): MerkleTreeState {
  if (data.length < HEADER + COUNTERS) throw malformed(`it has ${data.length} of them`);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data[0] !== CONCURRENT_MERKLE_TREE || data[1] !== HEADER_V1) throw malformed('wrong kind or version');
  const bufferSize = view.getUint32(2, true);
  const depth = view.getUint32(6, true);
  const canopyDepth = canopyDepthOf(data.length, depth, bufferSize);
  if (data.subarray(50, HEADER).some((byte) => byte !== 0)) throw malformed('its header has no padding');
  const seq = view.getBigUint64(HEADER, true);
  const newest = view.getBigUint64(HEADER + 8, true);
  const kept = view.getBigUint64(HEADER + 16, true);
  if (newest >= BigInt(bufferSize) || kept < 1n || kept > BigInt(bufferSize) || kept > seq + 1n) {
    throw malformed(`change ${seq} at ${newest} of ${kept} kept`);
  }
  const changeLength = HASH + HASH * depth + 8;
  const node = (at: number) => data.slice(at, at + HASH);
  const changes = Array.from({ length: Number(kept) }, (_, back): BufferedChange => {
    const place = (Number(newest) - back + bufferSize) % bufferSize;
    const start = HEADER + COUNTERS + place * changeLength;
    const path = Array.from({ length: depth }, (_, level) => node(start + HASH * (level + 1)));
    const index = view.getUint32(start + HASH * (depth + 1), true);
    if (index >= 2 ** depth) throw malformed(`a change of leaf ${index} at depth ${depth}`);
    return { root: node(start), path, index };
  });
  const rightmost = HEADER + COUNTERS + bufferSize * changeLength;
  const leaves = view.getUint32(rightmost + HASH * (depth + 1), true);
  if (leaves > 2 ** depth) throw malformed(`${leaves} leaves at depth ${depth}`);
  return {
    depth,
    bufferSize,
    canopyDepth,
    authority: new PublicKey(data.subarray(10, 42)),
    creationSlot: view.getBigUint64(42, true),
    seq,
    leaves,
    changes,
    canopy: data.slice(rightmost + changeLength),
  };
}

function canopyDepthOf(length: number, depth: number, bufferSize: number): number {
  if (!SIZES.get(depth)?.includes(bufferSize)) throw malformed(`depth ${depth}, ${bufferSize} changes`);
  const canopy = length - merkleTreeBytes(depth, bufferSize, 0);
  for (let levels = 0; levels <= depth; levels += 1) {
    if (canopyLength(levels) === canopy) return levels;
  }
  throw malformed(`${length} of them at depth ${depth} with ${bufferSize} changes`);
}

/** A proof with the siblings that the canopy holds put behind those given. */
export function completeProof(
  tree: MerkleTreeState,
  index: number,
  proof: readonly Uint8Array[],
): Uint8Array[] {
  const complete = [...proof];
  for (let level = proof.length; level < tree.depth; level += 1) {
    const sibling = nodeNumber(index, tree.depth, level) ^ 1;
    if (sibling >= 2 ** (tree.canopyDepth + 1)) break;
    const at = (sibling - 2) * HASH;
    const node = tree.canopy.slice(at, at + HASH);
    complete.push(equalBytes(node, new Uint8Array(HASH)) ? emptyNode(level) : node);
  }
  return complete;
}
