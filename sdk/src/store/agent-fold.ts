import { decodeVoucher, HASH_LENGTH, SIGNATURE_LENGTH, VOUCHER_LENGTH } from '../voucher/format.js';
import type { ChannelFold } from './channel-journal.js';
import { StoreStateError } from './errors.js';
import { amount, count, pack, text, unpack } from './fields.js';
import type { JournalRecord } from './journal-line.js';
import type { AcceptedCall, AgentState, SettledWatermark } from './records.js';

/** Where the body of an answer is: in the record itself, or in a file with that hash. */
export type BodyPlace = { inline: Uint8Array } | { file: string; hash: Uint8Array };

export interface KeptAnswer {
  contentType: string;
  body: BodyPlace;
}

/** An agent's state with the one answer that is kept for retries. */
export interface AgentEntry extends AgentState {
  answer: KeptAnswer | null;
}

export function acceptedRecord(call: AcceptedCall, answer: KeptAnswer): JournalRecord {
  const { body } = answer;
  return {
    type: 'accepted',
    voucher: pack(call.voucher),
    signature: pack(call.signature),
    request: pack(call.requestHash),
    response: pack(call.responseHash),
    proof: pack(call.responseProof),
    contentType: answer.contentType,
    ...('inline' in body ? { body: pack(body.inline) } : { file: body.file, hash: pack(body.hash) }),
  };
}

/** @throws TypeError */
export function acceptedCall(record: JournalRecord): AcceptedCall {
  const voucher = unpack(record, 'voucher', VOUCHER_LENGTH);
  const { calls, cumulative, transcript } = decodeVoucher(voucher);
  return {
    callNumber: calls,
    cumulative,
    transcript,
    voucher,
    signature: unpack(record, 'signature', SIGNATURE_LENGTH),
    requestHash: unpack(record, 'request', HASH_LENGTH),
    responseHash: unpack(record, 'response', HASH_LENGTH),
    responseProof: unpack(record, 'proof', SIGNATURE_LENGTH),
  };
}

/** @throws StoreStateError */
export function expectNextCall(state: AgentState, call: AcceptedCall): void {
  const { callNumber, cumulative } = state.last ?? { callNumber: 0, cumulative: 0n };
  if (call.callNumber !== callNumber + 1 || call.cumulative <= cumulative) {
    throw new StoreStateError(`call ${call.callNumber} does not follow call ${callNumber}`);
  }
}

/** @throws StoreStateError when the chain's watermark would fall */
export function expectNotLower(state: AgentState, settled: SettledWatermark): void {
  if (settled.calls < state.settled.calls || settled.cumulative < state.settled.cumulative) {
    throw new StoreStateError(`settled ${settled.calls} calls after ${state.settled.calls}`);
  }
}

export const AGENT_FOLD: ChannelFold<AgentEntry> = {
  kind: 'agent',
  empty: () => ({ last: null, settled: { calls: 0, cumulative: 0n }, answer: null }),
  apply(state, record) {
    if (record.type === 'settled') {
      const settled = { calls: count(record, 'calls'), cumulative: amount(record, 'cumulative') };
      expectNotLower(state, settled);
      state.settled = settled;
      return 0;
    }
    if (record.type !== 'accepted') throw new StoreStateError(`a record of unknown type ${record.type}`);
    const call = acceptedCall(record);
    expectNextCall(state, call);
    const before = state.answer?.body;
    state.last = call;
    state.answer = keptAnswer(record);
    return before && 'inline' in before ? Math.ceil((before.inline.length * 4) / 3) : 0;
  },
  compacted(state, record) {
    // a later one than the state knows may be on disk already
    if (record.type !== 'accepted' || acceptedCall(record).callNumber >= (state.last?.callNumber ?? 0)) {
      return record;
    }
    // the evidence stays; the answer was kept for a retry of the last call alone
    const { body: _body, file: _file, hash: _hash, ...evidence } = record;
    return evidence;
  },
};

function keptAnswer(record: JournalRecord): KeptAnswer | null {
  const contentType = text(record, 'contentType');
  if (record.body !== undefined) return { contentType, body: { inline: unpack(record, 'body') } };
  // compacted: not the last call
  if (record.file === undefined) return null;
  return { contentType, body: { file: text(record, 'file'), hash: unpack(record, 'hash', HASH_LENGTH) } };
}
