import { type ChannelId, tagKey } from '../voucher/format.js';
import { ChannelJournal, type StoreOptions } from './channel-journal.js';
import { abandonedRecord, completedRecord, evidenceOf, PAYER_FOLD, preparedRecord } from './payer-fold.js';
import type { CallEvidence, PayerRecords, PayerState, PendingCall } from './records.js';

/**
 * What a payer must not lose: for each generation of each channel the calls paid, the voucher in flight, and
 * the evidence of every answered call. One file, for one process at a time. A voucher is written before it
 * leaves. Grows by about 1.3 KB a call until a channel is forgotten and the file compacted.
 */
export class PayerStore implements PayerRecords {
  readonly #channels: ChannelJournal<PayerState>;

  private constructor(channels: ChannelJournal<PayerState>) {
    this.#channels = channels;
  }

  /**
   * @param path of the journal; `.lock`, `.lock.beat` and `.new` beside it are used too
   * @throws StoreLocked, JournalCorrupt, JournalFormatUnknown
   */
  static async open(path: string, options: StoreOptions = {}): Promise<PayerStore> {
    return new PayerStore(await ChannelJournal.open(path, PAYER_FOLD, options));
  }

  /** Every channel generation that was used and not forgotten. */
  channels(): { id: ChannelId; state: PayerState }[] {
    return this.#channels.all().map(({ id, state }) => ({ id, state: structuredClone(state) }));
  }

  state(id: ChannelId): PayerState {
    return structuredClone(this.#channels.state(id));
  }

  turn<T>(id: ChannelId, work: () => Promise<T>): Promise<T> {
    return this.#channels.turns.run(tagKey(id.tag), work);
  }

  /** @throws StoreStateError when a call is pending or another number is next; ChannelForgotten, JournalFailed */
  async prepared(id: ChannelId, call: PendingCall): Promise<void> {
    await this.#channels.append(id, (state) => preparedRecord(state, call));
  }

  /** @throws StoreStateError when that call is not pending; JournalFailed */
  async completed(
    id: ChannelId,
    callNumber: number,
    responseHash: Uint8Array,
    responseProof: Uint8Array,
  ): Promise<void> {
    await this.#channels.append(id, (state) =>
      completedRecord(state, callNumber, responseHash, responseProof),
    );
  }

  /** @throws StoreStateError when that call is not pending; JournalFailed */
  async abandoned(id: ChannelId, callNumber: number): Promise<void> {
    await this.#channels.append(id, (state) => abandonedRecord(state, callNumber));
  }

  /** Every answered call, in order, read from disk. */
  async evidence(id: ChannelId): Promise<CallEvidence[]> {
    return evidenceOf(await this.#channels.records(id));
  }

  /**
   * Gives up all that is known of a generation, for good, once its channel is gone from the chain and nothing
   * can be disputed any more. Its tag is refused from then on.
   */
  forget(id: ChannelId): Promise<void> {
    return this.turn(id, () => this.#channels.forget(id));
  }

  /** Drops forgotten channels from the file. Also done by itself when half of the file could go. */
  compact(): Promise<void> {
    return this.#channels.compact();
  }

  close(): Promise<void> {
    return this.#channels.close();
  }
}
