import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes, expectBytes } from '../voucher/bytes.js';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of a line of a log, as bytes without its newline: SHA-256(0x00 | line), by RFC 6962. */
export function auditLeafHash(line: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, line));
}

/** Hash of a node over two others: SHA-256(0x01 | left | right), so that no node passes for a line. */
export function auditNodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right));
}

/** The root of a complete subtree. */
interface Peak {
  hash: Uint8Array;
  /** leaves under it, a power of two */
  size: number;
  /** whether the leaf whose path is wanted is among them */
  holds: boolean;
}

/**
 * The Merkle tree of RFC 6962 over lines that are added one by one: a root over all so far at any time, in memory
 * that grows with the logarithm of their number.
 */
export class AuditTree {
  readonly #peaks: Peak[] = [];
  readonly #path: Uint8Array[] = [];
  readonly #wanted: number | null;
  #size = 0;

  /** @param wanted number of the leaf, from 0, whose path is kept */
  constructor(wanted: number | null = null) {
    this.#wanted = wanted;
  }

  get size(): number {
    return this.#size;
  }

  /** @param leaf 32 bytes: `auditLeafHash` */
  add(leaf: Uint8Array): void {
    let peak: Peak = { hash: expectBytes(leaf, 32, 'leaf'), size: 1, holds: this.#size === this.#wanted };
    this.#size += 1;
    for (let left = this.#peaks.at(-1); left?.size === peak.size; left = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = this.#join(left, peak, this.#path);
    }
    this.#peaks.push(peak);
  }

  /** Root over all lines so far. @throws RangeError without any */
  root(): Uint8Array {
    return this.#fold([]).hash;
  }

  /** Siblings of the wanted leaf, from it up to below the present root. @throws RangeError while it is not there */
  path(): Uint8Array[] {
    const path = [...this.#path];
    if (!this.#fold(path).holds) throw new RangeError(`the log has no line ${(this.#wanted ?? -1) + 1} yet`);
    return path;
  }

  #fold(path: Uint8Array[]): Peak {
    const [last, ...others] = this.#peaks.toReversed();
    if (last === undefined) throw new RangeError('a log without lines has no root');
    return others.reduce((right, left) => this.#join(left, right, path), last);
  }

  #join(left: Peak, right: Peak, path: Uint8Array[]): Peak {
    if (left.holds) path.push(right.hash);
    if (right.holds) path.push(left.hash);
    const hash = auditNodeHash(left.hash, right.hash);
    return { hash, size: left.size + right.size, holds: left.holds || right.holds };
  }
}

/**
 * Whether a path leads from a leaf to a root, by RFC 9162, 2.1.3.2.
 * @param index of the leaf, from 0
 * @param size leaves under the root
 */
export function isUnderAuditRoot(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  const halve = () => {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  };
  for (const sibling of path) {
    if (last === 0 || sibling.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      hash = auditNodeHash(sibling, hash);
      // where it is the last of its row, rows in which it has no sibling are left out
      while (at % 2 === 0 && at !== 0) halve();
    } else {
      hash = auditNodeHash(hash, sibling);
    }
    halve();
  }
  return last === 0 && equalBytes(hash, root);
}
