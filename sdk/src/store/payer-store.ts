import {
  type ChannelId,
  decodeVoucher,
  HASH_LENGTH,
  SIGNATURE_LENGTH,
  tagKey,
  VOUCHER_LENGTH,
  ZERO_HASH,
} from '../voucher/format.js';
import { type ChannelFold, ChannelJournal, type StoreOptions } from './channel-journal.js';
import { StoreStateError } from './errors.js';
import { count, pack, unpack } from './fields.js';
import type { JournalRecord } from './journal-line.js';
import type { CallEvidence, PayerRecords, PayerState, PendingCall } from './records.js';

const FOLD: ChannelFold<PayerState> = {
  kind: 'payer',
  empty: () => ({
    calls: 0,
    cumulative: 0n,
    transcript: ZERO_HASH.slice(),
    lastResponse: ZERO_HASH.slice(),
    pending: null,
    highestSigned: { calls: 0, cumulative: 0n },
  }),
  apply(state, record) {
    switch (record.type) {
      case 'prepared': {
        const pending = pendingCall(record);
        expectNext(state, pending.callNumber);
        const { calls, cumulative } = decodeVoucher(pending.voucher);
        const highest = state.highestSigned;
        state.pending = pending;
        state.highestSigned = {
          calls: Math.max(calls, highest.calls),
          cumulative: larger(cumulative, highest.cumulative),
        };
        break;
      }
      case 'completed': {
        const { voucher, callNumber } = expectPending(state, count(record, 'call'));
        const { cumulative, transcript } = decodeVoucher(voucher);
        const lastResponse = unpack(record, 'response', HASH_LENGTH);
        Object.assign(state, { calls: callNumber, cumulative, transcript, lastResponse, pending: null });
        break;
      }
      case 'abandoned':
        expectPending(state, count(record, 'call'));
        state.pending = null;
        break;
      default:
        throw new StoreStateError(`a record of unknown type ${record.type}`);
    }
    return 0;
  },
  compacted: (_, record) => record,
};

/**
 * What a payer must not lose: for each generation of each channel the calls paid, the voucher in flight, and
 * the evidence of every answered call. One file, for one process at a time. A voucher is written before it
 * leaves. Grows by about 1 KB a call until a channel is forgotten and the file compacted.
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
    return new PayerStore(await ChannelJournal.open(path, FOLD, options));
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
    await this.#channels.append(id, (state) => {
      expectNext(state, call.callNumber);
      return {
        type: 'prepared',
        call: call.callNumber,
        voucher: pack(call.voucher),
        signature: pack(call.signature),
        request: pack(call.requestHash),
      };
    });
  }

  /** @throws StoreStateError when that call is not pending; JournalFailed */
  async completed(
    id: ChannelId,
    callNumber: number,
    responseHash: Uint8Array,
    responseProof: Uint8Array,
  ): Promise<void> {
    await this.#channels.append(id, (state) => {
      expectPending(state, callNumber);
      return {
        type: 'completed',
        call: callNumber,
        response: pack(responseHash),
        proof: pack(responseProof),
      };
    });
  }

  /** @throws StoreStateError when that call is not pending; JournalFailed */
  async abandoned(id: ChannelId, callNumber: number): Promise<void> {
    await this.#channels.append(id, (state) => {
      expectPending(state, callNumber);
      return { type: 'abandoned', call: callNumber };
    });
  }

  /** Every answered call, in order, read from disk. */
  async evidence(id: ChannelId): Promise<CallEvidence[]> {
    const evidence: CallEvidence[] = [];
    let previousTranscript: Uint8Array = ZERO_HASH.slice();
    let pending: PendingCall | null = null;
    for (const record of await this.#channels.records(id)) {
      if (record.type === 'prepared') pending = pendingCall(record);
      if (record.type !== 'completed' || !pending) continue;
      const { cumulative, transcript } = decodeVoucher(pending.voucher);
      evidence.push({
        ...pending,
        cumulative,
        previousTranscript,
        responseHash: unpack(record, 'response', HASH_LENGTH),
        responseProof: unpack(record, 'proof', SIGNATURE_LENGTH),
      });
      previousTranscript = transcript;
    }
    return evidence;
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

function pendingCall(record: JournalRecord): PendingCall {
  return {
    callNumber: count(record, 'call'),
    voucher: unpack(record, 'voucher', VOUCHER_LENGTH),
    signature: unpack(record, 'signature', SIGNATURE_LENGTH),
    requestHash: unpack(record, 'request', HASH_LENGTH),
  };
}

function expectNext(state: PayerState, callNumber: number): void {
  if (state.pending) throw new StoreStateError(`call ${state.pending.callNumber} is pending`);
  if (callNumber !== state.calls + 1) {
    throw new StoreStateError(`call ${callNumber} does not follow call ${state.calls}`);
  }
}

function expectPending(state: PayerState, callNumber: number): PendingCall {
  if (state.pending?.callNumber !== callNumber)
    throw new StoreStateError(`call ${callNumber} is not pending`);
  return state.pending;
}

/** Math.max takes no bigint. */
function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
