import { PublicKey } from '@solana/web3.js';
import type { Backfill } from './backfill.js';
import type { ChainClient } from './chain-client.js';
import type { StatusView } from './http/status-routes.js';
import { Refused } from './refused.js';
import { statusOf } from './status.js';
import type { Database } from './store/database.js';
import { haltedBecause } from './store/standing.js';

/** Milliseconds for which it is remembered whether the tables may be believed. */
const TRUST_FOR = 1_000;

export interface WatchOptions {
  database: Database;
  chain: ChainClient;
  /** 32 bytes */
  genesisHash: Uint8Array;
}

/** Knows how far chain and tables are, and whether the tables may be believed. */
export class Watch {
  readonly #options: WatchOptions;
  readonly #genesisHash: string;
  #head: { slot: number; unixTime: number; at: number } | null = null;
  /** a moment up to which nothing is missing */
  #complete: { slot: number; unixTime: number } | null = null;
  #trust: { reading: Promise<string | null>; at: number } | null = null;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#genesisHash = new PublicKey(options.genesisHash).toBase58();
  }

  /** Looks at the chain's clock. @throws RpcUnavailable, RpcRefused */
  async look(): Promise<void> {
    this.#head = { ...(await this.#options.chain.head()), at: performance.now() };
  }

  /** Backfills, and notes up to when nothing is missing. @throws what the backfill throws */
  async backfill(backfill: Backfill): Promise<number> {
    const before = await this.#options.chain.head();
    const fetched = await backfill.run();
    this.#complete = before;
    return fetched;
  }

  /** Unix seconds by the chain's clock; by this machine's while the chain was not heard. */
  now(): number {
    if (this.#head === null) return Math.floor(Date.now() / 1_000);
    return this.#head.unixTime + Math.floor((performance.now() - this.#head.at) / 1_000);
  }

  /** Why the tables must not be believed; null: they may be. */
  halted(): Promise<string | null> {
    const now = performance.now();
    if (this.#trust === null || now - this.#trust.at >= TRUST_FOR) {
      const reading = haltedBecause(this.#options.database);
      reading.catch(() => {
        this.#trust = null;
      });
      this.#trust = { reading, at: now };
    }
    return this.#trust.reading;
  }

  /** @throws Refused 503 `Halted` */
  async requireTrust(): Promise<void> {
    const reason = await this.halted();
    if (reason === null) return;
    const message = `${reason}; nothing is answered until that is explained, see GET /v1/status`;
    throw new Refused(503, 'Halted', message, { headers: { 'retry-after': '60' } });
  }

  async status(): Promise<StatusView> {
    const status = await statusOf(this.#options.database);
    const lag = this.#complete && {
      slots: Math.max(0, (this.#head?.slot ?? this.#complete.slot) - this.#complete.slot),
      seconds: Math.max(0, this.now() - this.#complete.unixTime),
    };
    return { ...status, genesisHash: this.#genesisHash, headSlot: this.#head?.slot ?? null, lag };
  }
}
