import type { AcceptedCall, AgentRecords, AgentState, StoredAnswer } from '../store/records.js';
import { type Amount, equalBytes, expectBytes, toU64 } from './bytes.js';
import { TicketSpent, VoucherRefused } from './errors.js';
import {
  type ChannelId,
  decodeVoucher,
  HASH_LENGTH,
  nextTranscript,
  responseProofMessage,
  SIGNATURE_LENGTH,
  VOUCHER_LENGTH,
  type Voucher,
  ZERO_HASH,
} from './format.js';
import { type MessageSigner, verifySignature } from './sign.js';

/** What an agent knows of a channel from the chain. Amounts in base units, times in Unix seconds. */
export interface PayeeTerms {
  id: ChannelId;
  /** 32 bytes: the key that signs vouchers */
  sessionKey: Uint8Array;
  /** of the call that is checked next */
  price: Amount;
  perCallMax: Amount;
  allotted: Amount;
  returned: Amount;
  expiresAt: Amount;
  /** what the agent wants to have left for settling when a voucher comes in; 0 takes it to the last second */
  minimumSecondsLeft: Amount;
}

type CheckedTerms = Pick<PayeeTerms, 'id' | 'sessionKey'> &
  Record<Exclude<keyof PayeeTerms, 'id' | 'sessionKey'>, bigint>;

/** The result of an agent's work, as it will be sent. */
export interface Answer {
  /** 32 bytes, as the payer will compute it */
  responseHash: Uint8Array;
  contentType: string;
  body: Uint8Array;
}

/** The right to answer one checked call. It holds the channel's turn until it is accepted or released. */
export interface CallTicket {
  readonly callNumber: number;
  readonly voucher: Readonly<Voucher>;
}

/** A call to do, or one that was done before and whose answer is to be sent again, at no charge. */
export type CheckOutcome = { kind: 'call'; ticket: CallTicket } | { kind: 'retry'; answer: StoredAnswer };

interface OpenTicket {
  call: Omit<AcceptedCall, 'responseHash' | 'responseProof'>;
  release: () => void;
}

/**
 * The agent's side of one channel: it takes a voucher only for exactly the next call, and hands an answer out
 * only once voucher, answer and proof are on disk. Several instances on one store share state and turns.
 */
export class PayeeChannel {
  readonly #records: AgentRecords;
  readonly #signer: MessageSigner;
  readonly #tickets = new WeakMap<CallTicket, OpenTicket>();
  #terms: CheckedTerms;

  /**
   * @param signer holds the agent's key
   * @throws TypeError
   */
  constructor(records: AgentRecords, signer: MessageSigner, terms: PayeeTerms) {
    this.#records = records;
    this.#signer = signer;
    this.#terms = checkedTerms(terms);
  }

  /** A copy of where the channel stands. */
  state(): AgentState {
    return this.#records.state(this.#terms.id);
  }

  /** After a re-arm, a return or a change of price. Calls that are checked already keep their terms. */
  updateTerms(terms: Omit<PayeeTerms, 'id' | 'sessionKey'>): void {
    this.#terms = checkedTerms({ ...terms, id: this.#terms.id, sessionKey: this.#terms.sessionKey });
  }

  /**
   * Judges a voucher. Waits while another call of this channel is being answered, so that identical requests
   * sent at once are worked on once. The answer to the last accepted voucher is given again at any time,
   * even when that voucher has expired since.
   * @param requestHash 32 bytes: the hash of the request as the agent received it
   * @param now Unix seconds, the chain's clock where it is known
   * @returns a ticket, which must be accepted or released, or the stored answer
   * @throws VoucherRefused by name; nothing is charged then
   */
  async check(
    voucherBytes: Uint8Array,
    signature: Uint8Array,
    requestHash: Uint8Array,
    now: Amount,
  ): Promise<CheckOutcome> {
    const time = toU64(now, 'now');
    expectBytes(requestHash, HASH_LENGTH, 'request hash');
    const voucher = this.#authenticate(voucherBytes, signature);
    // copied before waiting: the caller's buffers may be used again
    const call = {
      voucher: new Uint8Array(voucherBytes),
      signature: new Uint8Array(signature),
      requestHash: new Uint8Array(requestHash),
    };
    const { id } = this.#terms;
    const release = await this.#records.acquire(id);
    let held = false;
    try {
      const { last, settled } = this.#records.state(id);
      if (last && equalBytes(last.voucher, call.voucher)) {
        if (!equalBytes(last.requestHash, call.requestHash)) {
          throw new VoucherRefused('TranscriptMismatch', 'this voucher paid for another request');
        }
        return { kind: 'retry', answer: await this.#records.lastAnswer(id) };
      }
      checkOrder(voucher, last, settled.calls);
      checkTime(voucher, this.#terms, time);
      checkAmount(voucher, this.#terms, last?.cumulative ?? 0n);
      checkTranscript(voucher, last, call.requestHash);
      const ticket: CallTicket = Object.freeze({ callNumber: voucher.calls, voucher });
      const { calls: callNumber, cumulative, transcript } = voucher;
      this.#tickets.set(ticket, { call: { ...call, callNumber, cumulative, transcript }, release });
      held = true;
      return { kind: 'call', ticket };
    } finally {
      if (!held) release();
    }
  }

  /**
   * Signs the response proof and returns once voucher, answer and proof are on disk. The ticket is spent
   * either way. The payer may send the same call again after any error: it is charged once. After
   * JournalFailed, reopening the store tells whether it was.
   * @throws TicketSpent, TypeError, JournalFailed
   */
  async accept(ticket: CallTicket, answer: Answer): Promise<StoredAnswer> {
    const { call, release } = this.#spend(ticket);
    try {
      const { id } = this.#terms;
      const { callNumber, requestHash, cumulative } = call;
      const responseHash = new Uint8Array(answer.responseHash);
      const message = responseProofMessage({
        tag: id.tag,
        callNumber,
        requestHash,
        responseHash,
        cumulative,
      });
      const accepted = { ...call, responseHash, responseProof: this.#signer.sign(message) };
      const { contentType, body } = answer;
      await this.#records.accepted(id, accepted, { contentType, body });
      return { ...accepted, contentType, body };
    } finally {
      release();
    }
  }

  /**
   * Gives the call up without charge, for instance because the work failed.
   * @throws TicketSpent
   */
  release(ticket: CallTicket): void {
    this.#spend(ticket).release();
  }

  /**
   * {@link check}, the work and {@link accept} in one; nothing is charged when the work throws.
   * @param work is not called for a retry. It holds the channel's turn, so it should end by itself.
   * @throws VoucherRefused, JournalFailed, whatever the work throws
   */
  async serve(
    voucherBytes: Uint8Array,
    signature: Uint8Array,
    requestHash: Uint8Array,
    now: Amount,
    work: (callNumber: number) => Promise<Answer>,
  ): Promise<StoredAnswer> {
    const outcome = await this.check(voucherBytes, signature, requestHash, now);
    if (outcome.kind === 'retry') return outcome.answer;
    let answer: Answer;
    try {
      answer = await work(outcome.ticket.callNumber);
    } catch (error) {
      this.release(outcome.ticket);
      throw error;
    }
    return this.accept(outcome.ticket, answer);
  }

  /** What depends on no state, so that strangers never get to wait in line. */
  #authenticate(bytes: Uint8Array, signature: Uint8Array): Voucher {
    if (!isBytes(bytes, VOUCHER_LENGTH) || !isBytes(signature, SIGNATURE_LENGTH)) {
      throw new VoucherRefused('VoucherMalformed', 'a voucher and its signature are 64 bytes each');
    }
    const voucher = decodeVoucher(bytes);
    if (!equalBytes(voucher.tag, this.#terms.id.tag)) {
      throw new VoucherRefused('WrongChannel', 'the voucher is for another channel, generation or cluster');
    }
    if (!verifySignature(this.#terms.sessionKey, bytes, signature)) {
      throw new VoucherRefused('BadSignature', "not the signature of this channel's session key");
    }
    if (voucher.calls === 0) throw new VoucherRefused('VoucherMalformed', 'call numbers start at 1');
    return voucher;
  }

  #spend(ticket: CallTicket): OpenTicket {
    const open = this.#tickets.get(ticket);
    if (!open) throw new TicketSpent(ticket.callNumber);
    this.#tickets.delete(ticket);
    return open;
  }
}

function isBytes(bytes: unknown, length: number): boolean {
  return bytes instanceof Uint8Array && bytes.length === length;
}

function checkOrder(voucher: Voucher, last: AcceptedCall | null, settledCalls: number): void {
  const lastCall = last?.callNumber ?? 0;
  if (voucher.calls <= Math.max(lastCall, settledCalls)) {
    throw new VoucherRefused('Replayed', `call number ${voucher.calls} is used already`);
  }
  // where the chain knows more calls than this store, none passes both: the transcript is lost
  if (voucher.calls !== lastCall + 1) {
    throw new VoucherRefused('OutOfOrder', `call ${voucher.calls} instead of ${lastCall + 1}`);
  }
}

function checkTime(voucher: Voucher, terms: CheckedTerms, now: bigint): void {
  const needed = now + terms.minimumSecondsLeft;
  if (needed >= BigInt(voucher.expires)) {
    throw new VoucherRefused('Expired', `the voucher expires at ${voucher.expires}, needed after ${needed}`);
  }
  if (needed >= terms.expiresAt) {
    throw new VoucherRefused('Expired', `the channel expires at ${terms.expiresAt}, needed after ${needed}`);
  }
}

function checkAmount(voucher: Voucher, terms: CheckedTerms, owed: bigint): void {
  const { cumulative } = voucher;
  // a free call still has to add one base unit: the chain settles no voucher that adds nothing
  const due = owed + (terms.price > 0n ? terms.price : 1n);
  if (cumulative < due) throw new VoucherRefused('Underpaid', `${cumulative} base units, ${due} are due`);
  // keeping to it call by call keeps to the chain's bound from whichever call was settled last
  if (cumulative - owed > terms.perCallMax) {
    throw new VoucherRefused('PerCallMaximumExceeded', `${cumulative - owed} in one call`);
  }
  if (cumulative > terms.allotted - terms.returned) {
    throw new VoucherRefused('OverAllotment', `${cumulative} of ${terms.allotted - terms.returned}`);
  }
}

function checkTranscript(voucher: Voucher, last: AcceptedCall | null, requestHash: Uint8Array): void {
  const expected = nextTranscript(
    last?.transcript ?? ZERO_HASH,
    voucher.calls,
    requestHash,
    last?.responseHash ?? ZERO_HASH,
  );
  if (!equalBytes(expected, voucher.transcript)) {
    throw new VoucherRefused('TranscriptMismatch', 'the transcript does not lead here with this request');
  }
}

function checkedTerms(terms: PayeeTerms): CheckedTerms {
  return {
    id: terms.id,
    sessionKey: expectBytes(terms.sessionKey, 32, 'session key').slice(),
    price: toU64(terms.price, 'price'),
    perCallMax: toU64(terms.perCallMax, 'perCallMax'),
    allotted: toU64(terms.allotted, 'allotted'),
    returned: toU64(terms.returned, 'returned'),
    expiresAt: toU64(terms.expiresAt, 'expiresAt'),
    minimumSecondsLeft: toU64(terms.minimumSecondsLeft, 'minimumSecondsLeft'),
  };
}
