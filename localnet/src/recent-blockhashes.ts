/** Blocks for which a transaction may cite a blockhash, as on a cluster. */
export const MAX_BLOCKHASH_AGE = 150n;

interface Recent {
  /** block height at which the blockhash appeared */
  height: bigint;
  /** the transactions that cited it and were charged, each by its signature or what else tells it */
  processed: Set<string>;
}

/**
 * The blockhashes that a transaction may cite, and what was processed under each. LiteSVM alone accepts
 * only the very latest blockhash and remembers only the last few signatures; with this, transactions
 * prepared side by side all land, and none lands twice.
 */
export class RecentBlockhashes {
  readonly #recent = new Map<string, Recent>();
  #height = 0n;

  /** Makes `blockhash` the latest, `blocks` blocks after the one before it, and forgets what is too old. */
  register(blockhash: string, blocks: bigint): void {
    this.#height += blocks;
    this.#recent.set(blockhash, { height: this.#height, processed: new Set() });
    for (const [old, { height }] of this.#recent) {
      // Insertion order is age order: the first one young enough ends the search.
      if (this.#height - height <= MAX_BLOCKHASH_AGE) break;
      this.#recent.delete(old);
    }
  }

  has(blockhash: string): boolean {
    return this.#recent.has(blockhash);
  }

  /** Whether the transaction that is told by `id` was processed under `blockhash`. */
  processed(blockhash: string, id: string): boolean {
    return this.#recent.get(blockhash)?.processed.has(id) ?? false;
  }

  /** Remembers a processed transaction; one under a blockhash that is not recent needs no remembering. */
  record(blockhash: string, id: string): void {
    this.#recent.get(blockhash)?.processed.add(id);
  }
}
