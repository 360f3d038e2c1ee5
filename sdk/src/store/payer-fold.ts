import {
  decodeVoucher,
  HASH_LENGTH,
  SIGNATURE_LENGTH,
  VOUCHER_LENGTH,
  ZERO_HASH,
} from '../voucher/format.js';
import type { ChannelFold } from './channel-journal.js';
import { StoreStateError } from './errors.js';
import { count, pack, unpack } from './fields.js';
import type { JournalRecord } from './journal-line.js';
import type { CallEvidence, PayerState, PendingCall } from './records.js';

/** What a payer's records come to, whatever they are kept in. */
export const PAYER_FOLD: ChannelFold<PayerState> = {
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

/** @throws StoreStateError when a call is pending or another number is next */
export function preparedRecord(state: PayerState, call: PendingCall): JournalRecord {
  expectNext(state, call.callNumber);
  return {
    type: 'prepared',
    call: call.callNumber,
    voucher: pack(call.voucher),
    signature: pack(call.signature),
    request: pack(call.requestHash),
  };
}

/** @throws StoreStateError when that call is not pending */
export function completedRecord(
  state: PayerState,
  callNumber: number,
  responseHash: Uint8Array,
  responseProof: Uint8Array,
): JournalRecord {
  expectPending(state, callNumber);
  return {
    type: 'completed',
    call: callNumber,
    response: pack(responseHash),
    proof: pack(responseProof),
  };
}

/** @throws StoreStateError when that call is not pending */
export function abandonedRecord(state: PayerState, callNumber: number): JournalRecord {
  expectPending(state, callNumber);
  return { type: 'abandoned', call: callNumber };
}

/** The answered calls among a channel's records, in order. */
export function evidenceOf(records: Iterable<JournalRecord>): CallEvidence[] {
  const evidence: CallEvidence[] = [];
  let previousTranscript: Uint8Array = ZERO_HASH.slice();
  let pending: PendingCall | null = null;
  for (const record of records) {
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
