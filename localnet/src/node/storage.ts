import { join } from 'node:path';
import { Journal } from '@agent-labs/sdk';
import { HISTORY } from './history.js';
import type { StoredAccount, StoredRecord } from './records.js';

const KIND = 'agent-labs-localnet-1';
/** Bytes of journal after which a start writes it anew. */
const COMPACT_ABOVE = 32 * 1024 * 1024;

/** One entry of the chain's journal. */
export type Entry =
  /** The first: what makes this chain this chain. */
  | { type: 'genesis'; genesisHash: string; faucet: string }
  /** A transaction that was charged, and the accounts it wrote, as they are after it. */
  | { type: 'transaction'; record: StoredRecord; accounts: StoredAccount[] }
  /** Accounts written past the rules; one without lamports is gone. */
  | { type: 'write'; accounts: StoredAccount[] }
  /** Where the clock is: chain time is the host's plus the offset, seconds. */
  | { type: 'clock'; slot: number; offset: number };

/** Keeps what the chain must not lose: nothing of it when there is no directory. */
export class Storage {
  readonly #journal: Journal | null;

  private constructor(journal: Journal | null) {
    this.#journal = journal;
  }

  /**
   * Reads back everything, oldest first.
   * @throws StoreLocked when another process has that chain; JournalCorrupt, JournalFormatUnknown: removing
   *   the directory starts a new chain
   */
  static async open(directory: string | null, replay: (entry: Entry) => void): Promise<Storage> {
    if (directory === null) return new Storage(null);
    const journal = await Journal.open(join(directory, 'chain.journal'), KIND, (record) => {
      replay(record as unknown as Entry);
    });
    try {
      if (journal.size > COMPACT_ABOVE) await compact(journal);
    } catch (error) {
      await journal.close();
      throw error;
    }
    return new Storage(journal);
  }

  /** Resolves once it is on disk, fsync included. */
  async append(entry: Entry): Promise<void> {
    await this.#journal?.append(entry as unknown as Record<string, unknown>);
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }
}

/** Keeps the last state of each account and the latest transactions. */
async function compact(journal: Journal): Promise<void> {
  const lastWrite = new Map<string, number>();
  let transactions = 0;
  let at = 0;
  await journal.scan((record) => {
    const entry = record as unknown as Entry;
    if ('accounts' in entry) for (const [address] of entry.accounts) lastWrite.set(address, at);
    if (entry.type === 'transaction') transactions += 1;
    at += 1;
  });
  let seen = 0;
  at = 0;
  await journal.compact((record) => {
    const entry = record as unknown as Entry;
    const index = at;
    at += 1;
    if (!('accounts' in entry)) return record;
    const accounts = entry.accounts.filter(([address]) => lastWrite.get(address) === index);
    if (entry.type === 'transaction') {
      seen += 1;
      if (transactions - seen < HISTORY) return { ...record, accounts };
    }
    return accounts.length === 0 ? null : { type: 'write', accounts };
  });
}
