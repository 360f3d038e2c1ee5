import { readRaw, signatureOf } from './decode/raw.js';
import type { Database } from './store/database.js';
import {
  type Incoming,
  type Letter,
  letterOf,
  storeLetters,
  storeTransactions,
} from './store/transactions.js';

/** Transactions that one database transaction stores at most. */
const MOST_AT_ONCE = 2_000;

/** What became of a delivery. */
export interface Taken {
  /** not there before */
  stored: number;
  /** could not be taken, and lies among the dead letters */
  dead: number;
}

interface Delivery {
  incoming: Incoming[];
  letters: Letter[];
  done(): void;
  failed(error: unknown): void;
}

/**
 * Stores what sources deliver, before it is acknowledged. Deliveries that come while one is being stored share
 * the next database transaction.
 */
export class Intake {
  readonly #database: Database;
  readonly #onStored: () => void;
  readonly #waiting: Delivery[] = [];
  #running: Promise<void> | null = null;

  /** @param onStored called when there is something new to fold */
  constructor(database: Database, onStored: () => void) {
    this.#database = database;
    this.#onStored = onStored;
  }

  /**
   * Resolves once all of it is durable.
   * @throws what the database throws; nothing of it counts as delivered then
   */
  async take(items: unknown[]): Promise<Taken> {
    const incoming: Incoming[] = [];
    const letters: Letter[] = [];
    for (const item of items) {
      const text = JSON.stringify(item);
      try {
        incoming.push({ raw: readRaw(item), text });
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        letters.push(letterOf(error, text, signatureOf(item)));
      }
    }
    await new Promise<void>((done, failed) => {
      this.#waiting.push({ incoming, letters, done, failed });
      this.#running ??= this.#run().finally(() => {
        this.#running = null;
      });
    });
    return { stored: incoming.length, dead: letters.length };
  }

  /** Resolves when nothing is being stored. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch: Delivery[] = [];
      let size = 0;
      do {
        const next = this.#waiting.shift() as Delivery;
        batch.push(next);
        size += next.incoming.length;
      } while (this.#waiting.length > 0 && size < MOST_AT_ONCE);
      await this.#store(batch);
    }
  }

  async #store(batch: Delivery[]): Promise<void> {
    try {
      const stored = await this.#database.transaction(async (queries) => {
        await storeLetters(
          queries,
          batch.flatMap(({ letters }) => letters),
        );
        return storeTransactions(
          queries,
          batch.flatMap(({ incoming }) => incoming),
        );
      });
      for (const { done } of batch) done();
      if (stored > 0) this.#onStored();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}
