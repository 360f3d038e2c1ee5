/// <reference lib="dom" />
import { type ChannelId, tagKey } from '../voucher/format.js';
import { ChannelForgotten, JournalClosed, JournalFailed, StoreLocked } from './errors.js';
import { text } from './fields.js';
import type { JournalRecord } from './journal-line.js';
import { KeyedMutex } from './mutex.js';
import { abandonedRecord, completedRecord, evidenceOf, PAYER_FOLD, preparedRecord } from './payer-fold.js';
import type { CallEvidence, PayerRecords, PayerState, PendingCall } from './records.js';

const RECORDS = 'records';

/**
 * A payer's store in a browser: records in IndexedDB, written with strict durability before a voucher leaves.
 * One page at a time has it open; another one is refused. Clearing the site's data loses it: a channel whose
 * vouchers were lost is closed rather than guessed at.
 */
export class BrowserPayerStore implements PayerRecords {
  readonly #database: IDBDatabase;
  readonly #release: () => Promise<void>;
  readonly #states = new Map<string, PayerState>();
  readonly #forgotten = new Set<string>();
  readonly #turns = new KeyedMutex();
  readonly #writes = new KeyedMutex();
  #closed = false;

  private constructor(database: IDBDatabase, release: () => Promise<void>) {
    this.#database = database;
    this.#release = release;
  }

  /**
   * @param name tells several stores of one site apart, by wallet for instance
   * @throws StoreLocked while another page has it; JournalFailed where the browser keeps nothing
   */
  static async open(name: string): Promise<BrowserPayerStore> {
    const full = `agent-labs-payer:${name}`;
    const release = await lock(full);
    try {
      const opening = indexedDB.open(full, 1);
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore(RECORDS, { autoIncrement: true });
      };
      const store = new BrowserPayerStore(await done(opening, full), release);
      for (const record of await store.#all()) store.#apply(record);
      return store;
    } catch (error) {
      await release();
      throw error;
    }
  }

  state(id: ChannelId): PayerState {
    return structuredClone(this.#states.get(tagKey(id.tag)) ?? PAYER_FOLD.empty(id));
  }

  turn<T>(id: ChannelId, work: () => Promise<T>): Promise<T> {
    return this.#turns.run(tagKey(id.tag), work);
  }

  /** @throws StoreStateError when a call is pending or another number is next; ChannelForgotten, JournalFailed */
  prepared(id: ChannelId, call: PendingCall): Promise<void> {
    return this.#append(id, (state) => preparedRecord(state, call));
  }

  /** @throws StoreStateError when that call is not pending; JournalFailed */
  completed(
    id: ChannelId,
    callNumber: number,
    responseHash: Uint8Array,
    responseProof: Uint8Array,
  ): Promise<void> {
    return this.#append(id, (state) => completedRecord(state, callNumber, responseHash, responseProof));
  }

  /** @throws StoreStateError when that call is not pending; JournalFailed */
  abandoned(id: ChannelId, callNumber: number): Promise<void> {
    return this.#append(id, (state) => abandonedRecord(state, callNumber));
  }

  /** Every answered call, in order. */
  async evidence(id: ChannelId): Promise<CallEvidence[]> {
    const tag = tagKey(id.tag);
    return evidenceOf((await this.#all()).filter((record) => record.tag === tag));
  }

  /** Refuses a generation from now on, for good, once nothing of its channel can be disputed any more. */
  forget(id: ChannelId): Promise<void> {
    return this.#append(id, () => ({ type: 'forgotten' }));
  }

  /** Resolves once another page may open it. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#database.close();
    await this.#release();
  }

  #append(id: ChannelId, build: (state: PayerState) => JournalRecord): Promise<void> {
    const tag = tagKey(id.tag);
    return this.#writes.run(tag, async () => {
      if (this.#closed) throw new JournalClosed(this.#database.name);
      if (this.#forgotten.has(tag)) throw new ChannelForgotten(tag);
      const record = { ...build(this.state(id)), tag };
      const transaction = this.#database.transaction(RECORDS, 'readwrite', { durability: 'strict' });
      transaction.objectStore(RECORDS).add(record);
      await new Promise<void>((resolve, reject) => {
        const failed = () =>
          reject(
            new JournalFailed(this.#database.name, 'a record could not be written', {
              cause: transaction.error,
            }),
          );
        transaction.oncomplete = () => resolve();
        transaction.onabort = failed;
        transaction.onerror = failed;
      });
      this.#apply(record);
    });
  }

  #apply(record: JournalRecord): void {
    const tag = text(record, 'tag');
    if (record.type === 'forgotten') {
      this.#states.delete(tag);
      this.#forgotten.add(tag);
      return;
    }
    const state = this.#states.get(tag) ?? PAYER_FOLD.empty({} as ChannelId);
    PAYER_FOLD.apply(state, record);
    this.#states.set(tag, state);
  }

  #all(): Promise<JournalRecord[]> {
    const { name } = this.#database;
    return done(this.#database.transaction(RECORDS).objectStore(RECORDS).getAll(), name);
  }
}

function done<T>(request: IDBRequest<T>, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () =>
      reject(new JournalFailed(name, 'the browser keeps nothing here', { cause: request.error }));
  });
}

/** Holds a Web Lock. @returns lets it go, which the browser takes a moment for. @throws StoreLocked */
function lock(name: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const over = navigator.locks.request(name, { ifAvailable: true }, (held) => {
      if (held === null) throw new StoreLocked(name, 0, 'another page of this site');
      return new Promise<void>((release) =>
        resolve(async () => {
          release();
          await over;
        }),
      );
    });
    over.catch(reject);
  });
}
