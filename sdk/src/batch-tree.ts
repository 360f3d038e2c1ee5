import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { sha256 } from '#crypto';
import type { LockSchedule } from './accounts/timelock.js';
import { timelockIdl } from './generated/timelock.js';
import { idlBytes, idlNumber } from './idl.js';
import { encodeSchedule, requireSchedule } from './schedule.js';
import { concatBytes, toU64 } from './voucher/bytes.js';

const DOMAIN = idlBytes(timelockIdl, 'BATCH_DOMAIN');
/** Most leaves of a batch. */
export const MAX_BATCH = idlNumber(timelockIdl, 'MAX_BATCH');
const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];

/** What a batch gives one recipient. */
export interface Grant {
  recipient: PublicKey;
  /** Base units, above 0. */
  amount: bigint;
  schedule: LockSchedule;
}

/** A grant and its place in the batch. */
export interface BatchLeaf extends Grant {
  index: number;
}

/** The tree has no such leaf. */
export class LeafUnknown extends Error {
  override readonly name = 'LeafUnknown';
}

/**
 * The grants of a batch as a Merkle tree. The batch stores its root; who claims a grant proves that it is a leaf, so
 * publish the list (`writeBatchFile`). The order of the grants is part of the tree: it numbers them. A wallet may
 * have several.
 * @example
 * const batch = batchAddress(deployment, creator, id);
 * const tree = new BatchTree(batch, grants);
 * await batchCreate(deployment, { creator, mint, id, root: tree.root, count: tree.count, total: tree.total, ... });
 * await batchClaim(deployment, ref, tree.leaf(7), tree.proof(7), rentPayer);
 */
export class BatchTree {
  /** 32 bytes; never to be written to. */
  readonly root: Uint8Array;
  /** Of all grants, base units. */
  readonly total: bigint;
  readonly #grants: readonly Grant[];
  /** From the leaves up to the root alone. */
  readonly #levels: readonly (readonly Uint8Array[])[];

  /**
   * @param batch the batch's address, which is known before the batch is made
   * @throws TypeError for no grants, more than 65,536, more than 2^64 − 1 base units in all, or a grant that no lock
   *   can be made of; it names the grant
   */
  constructor(
    readonly batch: PublicKey,
    grants: Iterable<Grant>,
  ) {
    this.#grants = Array.from(grants, (grant, index) => checked(grant, index));
    if (this.#grants.length === 0) throw new TypeError('a batch without grants gives nobody anything');
    if (this.#grants.length > MAX_BATCH) throw new TypeError(`a batch has at most ${MAX_BATCH} grants`);
    this.total = toU64(
      this.#grants.reduce((sum, { amount }) => sum + amount, 0n),
      'the sum of all grants',
    );
    const levels = [this.#grants.map((grant, index) => batchLeafHash(batch, { ...grant, index }))];
    for (let below = levels[0] ?? []; below.length > 1; ) {
      const above: Uint8Array[] = [];
      for (let at = 0; at < below.length; at += 2) {
        const [left, right] = [below[at] as Uint8Array, below[at + 1]];
        // without a sibling it moves up as it is
        above.push(right === undefined ? left : nodeOf(left, right));
      }
      levels.push(above);
      below = above;
    }
    this.#levels = levels;
    this.root = levels.at(-1)?.[0] as Uint8Array;
  }

  get count(): number {
    return this.#grants.length;
  }

  /** All leaves, in order. */
  get leaves(): BatchLeaf[] {
    return this.#grants.map((grant, index) => ({ ...grant, index }));
  }

  /** @throws LeafUnknown */
  leaf(index: number): BatchLeaf {
    const grant = this.#grants[index];
    if (grant === undefined)
      throw new LeafUnknown(`the batch has ${this.count} leaves and no number ${index}`);
    return { ...grant, index };
  }

  /** The leaves of a wallet, none where it has none. */
  leavesOf(recipient: PublicKey): BatchLeaf[] {
    return this.leaves.filter((leaf) => leaf.recipient.equals(recipient));
  }

  /** The siblings from a leaf up; none for a tree of one. @throws LeafUnknown */
  proof(index: number): Uint8Array[] {
    let place = this.leaf(index).index;
    const siblings: Uint8Array[] = [];
    for (const level of this.#levels) {
      const sibling = level[place ^ 1];
      if (sibling !== undefined) siblings.push(sibling);
      place >>= 1;
    }
    return siblings;
  }
}

/** Whether `proof` leads from a leaf of `batch` to `root`, as the timelock program finds it. */
export function isGranted(
  root: Uint8Array,
  batch: PublicKey,
  leaf: BatchLeaf,
  proof: readonly Uint8Array[],
): boolean {
  const reached = proof.reduce(nodeOf, batchLeafHash(batch, leaf));
  return Buffer.compare(reached, root) === 0;
}

function checked({ recipient, amount, schedule }: Grant, index: number): Grant {
  const who = `grant ${index}`;
  if (recipient.equals(PublicKey.default)) throw new TypeError(`${who} is for the zero address`);
  if (toU64(amount, `the amount of ${who}`) === 0n) throw new TypeError(`${who} is of nothing`);
  requireSchedule(schedule, amount, who);
  if (schedule.kind === 'Milestones' && schedule.approver.equals(recipient)) {
    throw new TypeError(`the recipient of ${who} would approve its own milestones`);
  }
  return { recipient, amount, schedule };
}

/** SHA-256 of a leaf as the program hashes it: no check of what is in it. */
export function batchLeafHash(
  batch: PublicKey,
  { index, recipient, amount, schedule }: BatchLeaf,
): Uint8Array {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32LE(index, 0);
  numbers.writeBigUInt64LE(amount, 4);
  return sha256(
    concatBytes(
      ...[LEAF, DOMAIN, batch.toBytes(), numbers.subarray(0, 4), recipient.toBytes()],
      ...[numbers.subarray(4), encodeSchedule(schedule)],
    ),
  );
}

function nodeOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const [smaller, larger] = Buffer.compare(a, b) <= 0 ? [a, b] : [b, a];
  return sha256(concatBytes(NODE, DOMAIN, smaller, larger));
}
