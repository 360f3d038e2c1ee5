import { type ChannelId, tagKey } from '../voucher/format.js';
import { ChannelForgotten } from './errors.js';
import { amount, pack, text, unpack } from './fields.js';
import { Journal } from './journal.js';
import type { JournalRecord } from './journal-line.js';
import { KeyedMutex } from './mutex.js';

/** Bytes that compaction has to gain before it is done by itself. */
const WORTH_COMPACTING = 32 * 1024 * 1024;

export interface StoreOptions {
  /** gets errors of work done on the side, such as a compaction; a process warning without it */
  onWarning?: (error: Error) => void;
  /** bytes to gain from which on the file is compacted by itself; 32 MiB without it */
  compactAbove?: number;
}

/** What a store makes of the records of its channels. */
export interface ChannelFold<S> {
  /** tells the journals of payers and agents apart */
  kind: string;
  empty(id: ChannelId): S;
  /**
   * Takes a record into the state.
   * @returns bytes of earlier records that compaction could drop now
   * @throws when the record cannot follow
   */
  apply(state: S, record: JournalRecord): number;
  /** The record as compaction keeps it, given the state after it and maybe later ones. */
  compacted(state: S, record: JournalRecord): JournalRecord;
}

interface Entry<S> {
  id: ChannelId;
  state: S;
  bytes: number;
}

/** A journal whose records each belong to a channel generation, and the state of each, in memory. */
export class ChannelJournal<S> {
  /** for the callers' turns at a channel, which may last */
  readonly turns = new KeyedMutex();
  readonly #writes = new KeyedMutex();
  readonly #fold: ChannelFold<S>;
  readonly #entries = new Map<string, Entry<S>>();
  readonly #forgotten = new Set<string>();
  readonly #onWarning: (error: Error) => void;
  readonly #compactAbove: number;
  #journal: Journal | null = null;
  #droppable = 0;
  #compacting = false;

  private constructor(fold: ChannelFold<S>, options: StoreOptions) {
    this.#fold = fold;
    this.#onWarning = options.onWarning ?? ((error) => process.emitWarning(error));
    this.#compactAbove = options.compactAbove ?? WORTH_COMPACTING;
  }

  /** @throws StoreLocked, JournalCorrupt, JournalFormatUnknown */
  static async open<S>(
    path: string,
    fold: ChannelFold<S>,
    options: StoreOptions,
  ): Promise<ChannelJournal<S>> {
    const channels = new ChannelJournal(fold, options);
    channels.#journal = await Journal.open(path, fold.kind, (record, bytes) => {
      channels.#apply(record, bytes);
    });
    return channels;
  }

  get path(): string {
    return this.#open().path;
  }

  /** The state itself, not a copy; an empty one for a channel that was never used. */
  state(id: ChannelId): S {
    return this.#entries.get(tagKey(id.tag))?.state ?? this.#fold.empty(id);
  }

  /** The channel generation with this tag, if it was used and not forgotten; the state itself, not a copy. */
  find(tag: Uint8Array): { id: ChannelId; state: S } | undefined {
    return this.#entries.get(tagKey(tag));
  }

  all(): { id: ChannelId; state: S }[] {
    return [...this.#entries.values()].map(({ id, state }) => ({ id, state }));
  }

  /**
   * Writes a record of a channel and takes it into its state once it is on disk.
   * @param build makes the record from the state that it will follow, or throws; nothing is written then
   * @throws ChannelForgotten, JournalFailed, JournalClosed
   */
  append(id: ChannelId, build: (state: S) => JournalRecord): Promise<void> {
    const tag = tagKey(id.tag);
    // whatever the callers do at once, no record gets to disk that could not be replayed
    return this.#writes.run(tag, async () => {
      if (this.#forgotten.has(tag)) throw new ChannelForgotten(tag);
      const journal = this.#open();
      const records = [{ ...build(this.state(id)), tag }];
      if (!this.#entries.has(tag)) records.unshift(introduction(id, tag));
      // together, so that they share one write
      const lengths = await Promise.all(records.map((record) => journal.append(record)));
      records.forEach((record, index) => {
        this.#apply(record, lengths[index] ?? 0);
      });
      this.#compactWhenWorthIt(journal);
    });
  }

  /** The channel's records, in order, from disk. */
  async records(id: ChannelId): Promise<JournalRecord[]> {
    const tag = tagKey(id.tag);
    const found: JournalRecord[] = [];
    await this.#open().scan((record) => {
      if (record.tag === tag) found.push(record);
    });
    return found;
  }

  forget(id: ChannelId): Promise<void> {
    return this.append(id, () => ({ type: 'forgotten' }));
  }

  async compact(): Promise<void> {
    const before = this.#droppable;
    await this.#open().compact((record) => {
      const tag = text(record, 'tag');
      if (this.#forgotten.has(tag)) return record.type === 'forgotten' ? record : null;
      const entry = this.#entries.get(tag);
      return entry && record.type !== 'channel' ? this.#fold.compacted(entry.state, record) : record;
    });
    this.#droppable -= before;
  }

  close(): Promise<void> {
    return this.#open().close();
  }

  #apply(record: JournalRecord, bytes: number): void {
    const tag = text(record, 'tag');
    if (record.type === 'channel') {
      if (this.#entries.has(tag)) return;
      const id = {
        channel: unpack(record, 'channel', 32),
        generation: amount(record, 'generation'),
        tag: new Uint8Array(Buffer.from(tag, 'hex')),
      };
      this.#entries.set(tag, { id, state: this.#fold.empty(id), bytes });
      return;
    }
    const entry = this.#entries.get(tag);
    if (record.type === 'forgotten') {
      // compaction leaves nothing of a forgotten channel but this
      this.#droppable += entry?.bytes ?? 0;
      this.#entries.delete(tag);
      this.#forgotten.add(tag);
      return;
    }
    if (!entry) throw new Error(`a record of channel generation ${tag}, which was not introduced`);
    entry.bytes += bytes;
    this.#droppable += this.#fold.apply(entry.state, record);
  }

  #compactWhenWorthIt(journal: Journal): void {
    const worthIt = this.#droppable > this.#compactAbove && this.#droppable > journal.size / 2;
    if (!worthIt || this.#compacting) return;
    this.#compacting = true;
    this.compact()
      .catch((error: Error) => {
        // the journal is as it was: try again once as much more can be gained
        this.#droppable = 0;
        this.#onWarning(error);
      })
      .finally(() => {
        this.#compacting = false;
      });
  }

  #open(): Journal {
    if (!this.#journal) throw new Error('the journal is still being opened');
    return this.#journal;
  }
}

function introduction(id: ChannelId, tag: string): JournalRecord & { tag: string } {
  return { type: 'channel', tag, channel: pack(id.channel), generation: id.generation.toString() };
}
