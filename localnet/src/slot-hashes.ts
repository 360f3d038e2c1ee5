import { createHash } from 'node:crypto';

/** Entries the SlotHashes sysvar holds at most. */
const CAPACITY = 512;
const ENTRY_BYTES = 40;

/**
 * The SlotHashes sysvar: the latest 512 slots before the current one, newest first. A lookup table is
 * created from one of these slots, and can be closed once its deactivation slot has left them. LiteSVM
 * itself never adds to it. The hashes are made up, each from the one before.
 */
export class SlotHashes {
  /** the sysvar's data: a count u64, then (slot u64, hash 32) each */
  readonly data = Buffer.alloc(8 + CAPACITY * ENTRY_BYTES);
  #newest: Buffer;

  /** @param seed 32 bytes from which the first hash is derived */
  constructor(seed: Uint8Array) {
    this.#newest = Buffer.from(seed);
  }

  /** Enters every slot from `from` to before `to`; of more than 512 only the last 512. */
  append(from: bigint, to: bigint): void {
    const oldest = to - BigInt(CAPACITY);
    const first = from > oldest ? from : oldest;
    const added = Math.max(0, Number(to - first));
    this.data.copyWithin(8 + added * ENTRY_BYTES, 8, this.data.length - added * ENTRY_BYTES);
    for (let i = 0; i < added; i++) {
      const at = 8 + (added - 1 - i) * ENTRY_BYTES;
      this.#newest = createHash('sha256').update(this.#newest).digest();
      this.data.writeBigUInt64LE(first + BigInt(i), at);
      this.data.set(this.#newest, at + 8);
    }
    const count = Number(this.data.readBigUInt64LE(0)) + added;
    this.data.writeBigUInt64LE(BigInt(Math.min(CAPACITY, count)), 0);
  }
}
