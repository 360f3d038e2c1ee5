import { createHash } from 'node:crypto';
import { PublicKey, type VersionedMessage } from '@solana/web3.js';
import { MAX_BLOCKHASH_AGE, RecentBlockhashes } from '../recent-blockhashes.js';

/**
 * The node's blockhashes, each made of the chain's secret and its height, so that a block's is known for as
 * long as the chain is. LiteSVM's own come in the same order in every run, and a transaction of an earlier run
 * must not be good for a second one. Block height and slot are the same number here, and none recurs.
 */
export class NodeBlockhashes {
  readonly #secret: Uint8Array;
  readonly #recent = new RecentBlockhashes();
  readonly #heights = new Map<string, number>();
  #latest = '';

  /** @param secret 32 bytes that only this chain has: nobody can sign for a block to come */
  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** Of the block at a height. */
  at(height: number): string {
    const own = createHash('sha256').update('blockhash').update(this.#secret).update(String(height));
    return new PublicKey(own.digest()).toBase58();
  }

  /** Makes a new latest one, at a height. */
  renew(height: number, blocks: number): void {
    this.#latest = this.at(height);
    this.#recent.register(this.#latest, BigInt(blocks));
    this.#heights.set(this.#latest, height);
    for (const known of this.#heights.keys()) {
      if (this.#recent.has(known)) break;
      this.#heights.delete(known);
    }
  }

  get latest(): { blockhash: string; lastValidBlockHeight: number } {
    const height = this.#heights.get(this.#latest) ?? 0;
    return { blockhash: this.#latest, lastValidBlockHeight: height + Number(MAX_BLOCKHASH_AGE) };
  }

  has(blockhash: string): boolean {
    return this.#recent.has(blockhash);
  }

  /** Whether a message was processed, whatever its signatures: nobody can run it again by signing it anew. */
  processed(message: VersionedMessage): boolean {
    return this.#recent.processed(message.recentBlockhash, idOf(message));
  }

  record(message: VersionedMessage): void {
    this.#recent.record(message.recentBlockhash, idOf(message));
  }
}

function idOf(message: VersionedMessage): string {
  return createHash('sha256').update(message.serialize()).digest('base64');
}
