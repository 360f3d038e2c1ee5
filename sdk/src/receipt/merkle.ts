import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes, expectBytes } from '../voucher/bytes.js';

/** Deepest tree that account compression has. */
export const MAX_DEPTH = 30;

const empty: Uint8Array[] = [new Uint8Array(32)];

/**
 * The node of an empty subtree.
 * @param level 0 for a leaf, the depth of the tree for its root
 */
export function emptyNode(level: number): Uint8Array {
  for (let below = empty.length - 1; below < level; below += 1) {
    const node = empty[below] as Uint8Array;
    empty.push(keccak_256(concatBytes(node, node)));
  }
  return (empty[level] as Uint8Array).slice();
}

/**
 * The root that a proof leads to.
 * @param proof siblings from the leaf to below the root, 32 bytes each; their number is the tree's depth
 * @throws RangeError for an index that a tree of that depth does not have
 * @throws TypeError for a node that is not 32 bytes
 */
export function rootOf(leaf: Uint8Array, index: number, proof: readonly Uint8Array[]): Uint8Array {
  expectIndex(index, proof.length);
  return proof.reduce(
    (node, sibling, level) => {
      expectBytes(sibling, 32, `node ${level} of the proof`);
      return keccak_256(isRight(index, level) ? concatBytes(sibling, node) : concatBytes(node, sibling));
    },
    expectBytes(leaf, 32, 'leaf'),
  );
}

/**
 * A node's number as change logs and proofs count them: the root is 1, the children of n are 2n and 2n + 1.
 * @param level 0 for the leaf
 */
export function nodeNumber(index: number, depth: number, level: number): number {
  expectIndex(index, depth);
  return Math.floor((2 ** depth + index) / 2 ** level);
}

/** Numbers of the siblings that a proof of this leaf is made of, from the leaf up. */
export function siblingNumbers(index: number, depth: number): number[] {
  return Array.from({ length: depth }, (_, level) => {
    const node = nodeNumber(index, depth, level);
    return node % 2 === 0 ? node + 1 : node - 1;
  });
}

/** @throws RangeError */
function expectIndex(index: number, depth: number): void {
  if (depth > MAX_DEPTH) throw new RangeError(`no tree is ${depth} deep`);
  if (!Number.isInteger(index) || index < 0 || index >= 2 ** depth) {
    throw new RangeError(`a tree of depth ${depth} has no leaf ${index}`);
  }
}

function isRight(index: number, level: number): boolean {
  return Math.floor(index / 2 ** level) % 2 === 1;
}
