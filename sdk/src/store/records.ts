import type { ChannelId } from '../voucher/format.js';

/** A signed voucher whose answer is not there yet. */
export interface PendingCall {
  callNumber: number;
  /** 64 bytes */
  voucher: Uint8Array;
  /** 64 bytes, the session key's */
  signature: Uint8Array;
  /** 32 bytes */
  requestHash: Uint8Array;
}

/** Where a payer stands with one generation of a channel. Amounts in base units. */
export interface PayerState {
  /** calls answered so far */
  calls: number;
  /** owed for them */
  cumulative: bigint;
  /** of the last answered call, 32 bytes; zeros before the first */
  transcript: Uint8Array;
  /** response hash of the last answered call, 32 bytes; zeros before the first */
  lastResponse: Uint8Array;
  pending: PendingCall | null;
  /** what the agent could settle at most, abandoned vouchers included */
  highestSigned: { calls: number; cumulative: bigint };
}

/** A call that both sides signed: all that a dispute or a receipt needs to show about it. */
export interface CallEvidence extends PendingCall {
  /** base units owed with this call */
  cumulative: bigint;
  /** transcript of the call before, 32 bytes */
  previousTranscript: Uint8Array;
  /** 32 bytes */
  responseHash: Uint8Array;
  /** 64 bytes, the agent's signature */
  responseProof: Uint8Array;
}

/** A call as the agent took it. */
export interface AcceptedCall extends PendingCall {
  cumulative: bigint;
  /** 32 bytes */
  transcript: Uint8Array;
  /** 32 bytes */
  responseHash: Uint8Array;
  /** 64 bytes */
  responseProof: Uint8Array;
}

/** An accepted call with the answer that was given. */
export interface StoredAnswer extends AcceptedCall {
  contentType: string;
  body: Uint8Array;
}

/** What the chain has settled of a channel. */
export interface SettledWatermark {
  calls: number;
  /** base units */
  cumulative: bigint;
}

/** Where an agent stands with one generation of a channel. */
export interface AgentState {
  /** null before the first */
  last: AcceptedCall | null;
  settled: SettledWatermark;
}

/**
 * What a payer's channel needs of a store. Each write is durable when it resolves, and is made within the
 * channel's turn.
 */
export interface PayerRecords {
  /** a copy; zeros for a channel that was never used */
  state(id: ChannelId): PayerState;
  /** runs work on one channel one at a time */
  turn<T>(id: ChannelId, work: () => Promise<T>): Promise<T>;
  prepared(id: ChannelId, call: PendingCall): Promise<void>;
  completed(
    id: ChannelId,
    callNumber: number,
    responseHash: Uint8Array,
    responseProof: Uint8Array,
  ): Promise<void>;
  abandoned(id: ChannelId, callNumber: number): Promise<void>;
}

/** What an agent's channel needs of a store; as {@link PayerRecords}. */
export interface AgentRecords {
  state(id: ChannelId): AgentState;
  /** waits for the channel's turn; the result ends it */
  acquire(id: ChannelId): Promise<() => void>;
  accepted(
    id: ChannelId,
    call: AcceptedCall,
    answer: { contentType: string; body: Uint8Array },
  ): Promise<void>;
  /** of the last accepted call, which must exist */
  lastAnswer(id: ChannelId): Promise<StoredAnswer>;
}
