import type { PayerRecords, PayerState, PendingCall } from '../store/records.js';
import { type Amount, expectBytes, toU32, toU64, U32_MAX } from './bytes.js';
import {
  AbandonedCallSettled,
  AllotmentExhausted,
  BadResponseProof,
  CallInFlight,
  CallNotInFlight,
  CallNumbersExhausted,
  ChannelExpired,
  PerCallMaximumExceeded,
  SessionKeyMismatch,
  StoreBehindChain,
  VoucherExpired,
} from './errors.js';
import {
  type ChannelId,
  decodeVoucher,
  encodeVoucher,
  HASH_LENGTH,
  nextTranscript,
  responseProofMessage,
  SIGNATURE_LENGTH,
} from './format.js';
import { type MessageSigner, verifySignature } from './sign.js';

/** What a payer knows of its channel from the chain. Amounts in base units, times in Unix seconds. */
export interface PayerTerms {
  id: ChannelId;
  /** 32 bytes: the key that signs answers */
  agentKey: Uint8Array;
  perCallMax: Amount;
  allotted: Amount;
  returned: Amount;
  expiresAt: Amount;
  /** the chain's watermark; an old copy of the store is recognised by it */
  settled?: { calls: Amount; cumulative: Amount };
}

type CheckedTerms = Pick<PayerTerms, 'id' | 'agentKey'> &
  Record<'perCallMax' | 'allotted' | 'returned' | 'expiresAt', bigint>;

/** What travels with a request. */
export interface PreparedCall {
  /** 64 bytes */
  voucher: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
  callNumber: number;
  /** base units owed with this call */
  cumulative: bigint;
  /** 32 bytes */
  requestHash: Uint8Array;
}

/**
 * The payer's side of one channel: one call in flight at a time, every voucher on disk before it leaves.
 * Several instances on one store share its state.
 */
export class PayerChannel {
  readonly #records: PayerRecords;
  readonly #signer: MessageSigner;
  readonly #now: () => Amount;
  #terms: CheckedTerms;

  /**
   * @param now the clock, Unix seconds; this machine's without it
   * @throws TypeError, StoreBehindChain, AbandonedCallSettled, SessionKeyMismatch
   */
  constructor(
    records: PayerRecords,
    signer: MessageSigner,
    terms: PayerTerms,
    now: () => Amount = () => Math.floor(Date.now() / 1000),
  ) {
    this.#records = records;
    this.#signer = signer;
    this.#now = now;
    this.#terms = this.#checked(terms);
    const { pending } = this.state();
    if (pending && !verifySignature(signer.publicKey, pending.voucher, pending.signature)) {
      throw new SessionKeyMismatch();
    }
  }

  /** A copy of where the channel stands. */
  state(): PayerState {
    return this.#records.state(this.#terms.id);
  }

  /**
   * After a re-arm, a return or a settlement.
   * @throws TypeError, StoreBehindChain, AbandonedCallSettled
   */
  updateTerms(terms: Omit<PayerTerms, 'id' | 'agentKey'>): void {
    this.#terms = this.#checked({ ...terms, id: this.#terms.id, agentKey: this.#terms.agentKey });
  }

  /** The very bytes that were prepared last, to send again, or null when no call is in flight. */
  pending(): PreparedCall | null {
    const { pending } = this.state();
    return pending && prepared(pending);
  }

  /**
   * Signs the voucher of the next call and returns once it is on disk.
   * @param requestHash 32 bytes
   * @param price base units, at least 1: a voucher that adds nothing could not be settled
   * @param expires Unix seconds
   * @throws CallInFlight, ChannelExpired, VoucherExpired, PerCallMaximumExceeded, AllotmentExhausted,
   *   CallNumbersExhausted, TypeError; JournalFailed when the disk fails. In every case nothing left.
   */
  prepare(requestHash: Uint8Array, price: Amount, expires: Amount): Promise<PreparedCall> {
    const { id } = this.#terms;
    return this.#records.turn(id, async () => {
      const pending = this.#sign(requestHash, toU64(price, 'price'), toU32(expires, 'expires'));
      await this.#records.prepared(id, pending);
      return prepared(pending);
    });
  }

  /**
   * Takes the agent's answer to the call in flight; the next call may be prepared once this resolves.
   * @param responseHash 32 bytes
   * @param responseProof the agent's 64-byte signature over {@link responseProofMessage}
   * @throws CallNotInFlight, BadResponseProof (the call stays in flight), TypeError, JournalFailed
   */
  complete(callNumber: number, responseHash: Uint8Array, responseProof: Uint8Array): Promise<void> {
    const { id, agentKey } = this.#terms;
    return this.#records.turn(id, async () => {
      const { voucher, requestHash } = this.#inFlight(callNumber);
      const { cumulative } = decodeVoucher(voucher);
      const message = responseProofMessage({
        tag: id.tag,
        callNumber,
        requestHash,
        responseHash,
        cumulative,
      });
      expectBytes(responseProof, SIGNATURE_LENGTH, 'response proof');
      if (!verifySignature(agentKey, message, responseProof)) throw new BadResponseProof(callNumber);
      await this.#records.completed(id, callNumber, responseHash, responseProof);
    });
  }

  /**
   * Drops the call in flight, after the agent said by name that it charged nothing: the next call takes its
   * number, over the same amount owed so far. An agent that lied can settle one voucher for that number,
   * never two, so at most the dropped call's price is at risk.
   * @throws CallNotInFlight, JournalFailed
   */
  abandon(callNumber: number): Promise<void> {
    const { id } = this.#terms;
    return this.#records.turn(id, async () => {
      this.#inFlight(callNumber);
      await this.#records.abandoned(id, callNumber);
    });
  }

  #sign(requestHash: Uint8Array, price: bigint, expires: number): PendingCall {
    const { id, perCallMax, allotted, returned, expiresAt } = this.#terms;
    expectBytes(requestHash, HASH_LENGTH, 'request hash');
    if (price === 0n) throw new TypeError('price must be at least one base unit');
    const { calls, cumulative, transcript, lastResponse, pending } = this.state();
    if (pending) throw new CallInFlight(pending.callNumber);
    if (calls === U32_MAX) throw new CallNumbersExhausted();
    const now = toU64(this.#now(), 'now');
    if (now >= expiresAt) throw new ChannelExpired(expiresAt, now);
    if (now >= BigInt(expires)) throw new VoucherExpired(expires, now);
    if (price > perCallMax) throw new PerCallMaximumExceeded(price, perCallMax);
    const owed = cumulative + price;
    const available = allotted - returned;
    if (owed > available) throw new AllotmentExhausted(owed, available);
    const callNumber = calls + 1;
    const voucher = encodeVoucher({
      tag: id.tag,
      cumulative: owed,
      calls: callNumber,
      expires,
      transcript: nextTranscript(transcript, callNumber, requestHash, lastResponse),
    });
    const copy = new Uint8Array(requestHash);
    return { callNumber, voucher, signature: this.#signer.sign(voucher), requestHash: copy };
  }

  #inFlight(callNumber: number): PendingCall {
    const { pending } = this.state();
    if (pending?.callNumber !== callNumber) {
      throw new CallNotInFlight(callNumber, pending?.callNumber ?? null);
    }
    return pending;
  }

  #checked(terms: PayerTerms): CheckedTerms {
    const checked = {
      id: terms.id,
      agentKey: expectBytes(terms.agentKey, 32, 'agent key').slice(),
      perCallMax: toU64(terms.perCallMax, 'perCallMax'),
      allotted: toU64(terms.allotted, 'allotted'),
      returned: toU64(terms.returned, 'returned'),
      expiresAt: toU64(terms.expiresAt, 'expiresAt'),
    };
    if (terms.settled) this.#compareWithChain(terms.id, terms.settled);
    return checked;
  }

  #compareWithChain(id: ChannelId, settled: { calls: Amount; cumulative: Amount }): void {
    const settledCalls = toU32(settled.calls, 'settled calls');
    const settledCumulative = toU64(settled.cumulative, 'settled cumulative');
    const { calls, cumulative, pending, highestSigned } = this.#records.state(id);
    // a call in flight may have been settled before its answer was seen
    const known = pending ? decodeVoucher(pending.voucher) : { calls, cumulative };
    if (settledCalls <= known.calls && settledCumulative <= known.cumulative) return;
    if (settledCalls <= highestSigned.calls && settledCumulative <= highestSigned.cumulative) {
      throw new AbandonedCallSettled(settledCalls);
    }
    throw new StoreBehindChain(known.calls, settledCalls);
  }
}

function prepared(pending: PendingCall): PreparedCall {
  const { cumulative } = decodeVoucher(pending.voucher);
  return {
    voucher: pending.voucher.slice(),
    signature: pending.signature.slice(),
    callNumber: pending.callNumber,
    cumulative,
    requestHash: pending.requestHash.slice(),
  };
}
