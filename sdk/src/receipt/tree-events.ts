import type { PublicKey } from '@solana/web3.js';
import type { InnerInstruction } from '../chain.js';
import { RECEIPT_PROGRAMS } from '../pda/reputation.js';
import { equalBytes } from '../voucher/bytes.js';
import { decodeLeafTold, decodeTreeChange, type LeafTold, type TreeChange } from './change-log.js';
import { leafHash, leafOf } from './leaf.js';
import { decodeLeafMetadata, type LeafMetadata } from './metadata.js';

/** Where an instruction stands in its transaction. */
interface Position {
  /** index of the top-level instruction it ran under */
  outerIndex: number;
  /** index among the instructions that ran inside that one */
  innerIndex: number;
}

/** A change of a tree, and what Bubblegum minted with it: null for what is no mint of version 1 in another program. */
export type TreeEvent = Position & { change: TreeChange; mint: LeafMint | null };

/** A leaf as it was minted, with the metadata it is hashed from. */
export interface LeafMint extends LeafTold {
  tree: PublicKey;
  metadata: LeafMetadata;
}

const { bubblegum: BUBBLEGUM, compression: ACCOUNT_COMPRESSION, noop: NOOP } = RECEIPT_PROGRAMS;

/** Instructions of account compression that change a tree. Each calls noop once, with the change, and no more. */
const CHANGING = [
  Uint8Array.of(191, 11, 119, 7, 180, 107, 220, 110), // init_empty_merkle_tree
  Uint8Array.of(67, 221, 160, 236, 108, 179, 112, 198), // init_merkle_tree_with_root
  Uint8Array.of(149, 120, 18, 222, 236, 225, 88, 203), // append
  Uint8Array.of(6, 42, 50, 190, 51, 109, 178, 168), // insert_or_append
  Uint8Array.of(204, 165, 76, 100, 73, 147, 0, 128), // replace_leaf
];
const MINT_V1 = Uint8Array.of(145, 98, 192, 118, 184, 147, 118, 104);
const TAG = 8;

/**
 * The changes of trees in a transaction, in order, whichever program asked for them. A call of noop counts only
 * right after the instruction of account compression that makes it: anybody may call noop with anything. Give
 * the inner instructions of a transaction that landed.
 * @param wanted tells which trees; of others nothing is decoded further
 * @throws RangeError for a change that account compression would not have written
 */
export function treeEventsOf(
  inner: readonly InnerInstruction[],
  wanted: (tree: PublicKey) => boolean = () => true,
): TreeEvent[] {
  const nth = new Map<number, number>();
  return inner.flatMap(({ outerIndex, programId, data }, at) => {
    const innerIndex = nth.get(outerIndex) ?? 0;
    nth.set(outerIndex, innerIndex + 1);
    if (!programId.equals(NOOP) || !isChanging(before(inner, at, 1))) return [];
    const change = decodeTreeChange(data);
    if (change === null || !wanted(change.tree)) return [];
    return [{ outerIndex, innerIndex, change, mint: mintOf(inner, at, change) }];
  });
}

/** The instruction that ran `back` before the one at `at`, under the same top-level instruction. */
function before(inner: readonly InnerInstruction[], at: number, back: number): InnerInstruction | undefined {
  const found = inner[at - back];
  return found?.outerIndex === inner[at]?.outerIndex ? found : undefined;
}

function isChanging(instruction: InnerInstruction | undefined): boolean {
  if (instruction === undefined || !instruction.programId.equals(ACCOUNT_COMPRESSION)) return false;
  const tag = instruction.data.subarray(0, TAG);
  return CHANGING.some((changing) => equalBytes(changing, tag));
}

/** What was minted: Bubblegum calls noop with the leaf, then account compression, which calls noop with the change. */
function mintOf(inner: readonly InnerInstruction[], at: number, change: TreeChange): LeafMint | null {
  const [told, mint] = [before(inner, at, 2), before(inner, at, 3)];
  if (!told?.programId.equals(NOOP) || !mint?.programId.equals(BUBBLEGUM)) return null;
  if (!equalBytes(mint.data.subarray(0, TAG), MINT_V1)) return null;
  const read = readMint(told.data, mint.data.subarray(TAG));
  if (read === null) return null;
  const hash = leafHash(read.leaf.asset, leafOf(read.metadata, read.leaf));
  const same = [read.leaf.hash, change.path[0]?.node].every((node) => node && equalBytes(node, hash));
  return same ? { ...read.leaf, tree: change.tree, metadata: read.metadata } : null;
}

/**
 * null where the bytes are not exactly as reputation's mints are: Bubblegum lets others put more behind theirs,
 * and what they write must not keep the rest of a transaction from being read.
 */
function readMint(told: Uint8Array, args: Uint8Array): { leaf: LeafTold; metadata: LeafMetadata } | null {
  try {
    const leaf = decodeLeafTold(told);
    return leaf && { leaf, metadata: decodeLeafMetadata(args) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
