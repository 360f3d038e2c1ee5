import type { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { BadResponseProof } from '../voucher/errors.js';
import {
  decodeVoucher,
  type RequestHead,
  requestHash,
  responseHash,
  SIGNATURE_LENGTH,
} from '../voucher/format.js';
import type { PayerChannel, PreparedCall } from '../voucher/payer.js';
import { LARGEST_ANSWER, readBody } from '../x402/body.js';
import {
  CHANNEL_SCHEME,
  decodeHeader,
  encodeHeader,
  FILE_NAME,
  PAYMENT_RESPONSE,
  PAYMENT_SIGNATURE,
  PaymentMalformed,
  type PaymentResponse,
} from '../x402/headers.js';

/** A request to an agent that is paid for with one voucher. */
export interface PaidRequest {
  /** below the agent's address, with its slash */
  path: string;
  contentType: string;
  /** empty without one */
  fileName: string;
  body: Uint8Array;
}

/** An answer whose proof was checked. */
export interface PaidAnswer {
  contentType: string;
  body: Uint8Array;
  /** what the proof covers; nothing in it rests on the agent's word alone */
  receipt: PaymentResponse['receipt'];
}

/** The agent refused by name and charged nothing; the call number is free again. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused';
  constructor(
    readonly status: number,
    /** the agent's name for it */
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/**
 * No answer came. The voucher may or may not have been taken: send the same request again, or `recover`.
 * It is charged at most once either way.
 */
export class CallUnanswered extends Error {
  override readonly name = 'CallUnanswered';
}

export interface PaidClientOptions {
  /** the agent's address, without a final slash */
  url: string;
  channel: PublicKey;
  payer: PayerChannel;
  /** CAIP-2 */
  network: string;
  /** base units a call */
  price: bigint;
  /** how long a voucher is valid, seconds */
  voucherSeconds?: number;
  /** how often a request without an answer is sent again */
  retries?: number;
  /** how long one try may take, seconds */
  timeoutSeconds?: number;
  /** largest answer that is read, bytes */
  largestAnswer?: number;
  /** the chain's clock, Unix seconds */
  now: () => Promise<bigint>;
  /** sent with every request beside the payment: a gateway's token for one */
  headers?: () => Promise<Record<string, string>>;
}

/**
 * Calls an agent for pay over one channel. Each voucher is on disk before it leaves; a request that fails on
 * the way is sent again with the very same voucher, so that it is charged once.
 */
export class PaidClient {
  readonly #options: Required<PaidClientOptions>;
  /** expiry of the last voucher given up: the next one differs from it even where all else is equal */
  #givenUp = 0n;

  constructor(options: PaidClientOptions) {
    const defaults = {
      voucherSeconds: 3_600,
      retries: 3,
      timeoutSeconds: 60,
      largestAnswer: LARGEST_ANSWER,
      headers: async () => ({}),
    };
    this.#options = { ...defaults, ...options };
  }

  /**
   * @throws CallRefused (nothing charged), CallUnanswered, CallInFlight when another request is still
   *   unanswered, BadResponseProof, and what `PayerChannel.prepare` throws
   */
  async call(request: PaidRequest): Promise<PaidAnswer> {
    try {
      return await this.#call(request);
    } catch (error) {
      // `recover` gave it up before a crash: only another expiry is needed
      if (!(error instanceof CallRefused) || error.code !== 'GivenUp') throw error;
      return this.#call(request);
    }
  }

  /**
   * After a crash, with the request itself lost: asks the agent what became of the voucher in flight, and
   * gives it up where the agent did not take it.
   * @returns its answer, or null when the agent did not take the voucher, or none is in flight
   * @throws CallUnanswered, BadResponseProof
   */
  async recover(): Promise<PaidAnswer | null> {
    const pending = this.#options.payer.pending();
    if (pending === null) return null;
    const headers = { [PAYMENT_SIGNATURE]: this.#payment(pending) };
    const { received } = await this.#send('/answers', 'GET', headers);
    return refusalOf(received)?.code === 'NotTaken' ? this.#giveUp(pending) : this.#finish(pending, received);
  }

  async #call(request: PaidRequest): Promise<PaidAnswer> {
    const { payer, price } = this.#options;
    const { path, contentType, fileName, body } = request;
    const hash = requestHash({ method: 'POST', path, contentType, fileName } satisfies RequestHead, body);
    const pending = payer.pending();
    const again = pending !== null && Buffer.from(pending.requestHash).equals(hash) ? pending : null;
    const prepared = again ?? (await payer.prepare(hash, price, await this.#expiry()));
    const headers = {
      'content-type': contentType,
      [FILE_NAME]: encodeURIComponent(fileName),
      [PAYMENT_SIGNATURE]: this.#payment(prepared),
    };
    const { received, tries } = await this.#send(path, 'POST', headers, new Uint8Array(body));
    const refusal = refusalOf(received);
    if (refusal === null) return this.#finish(prepared, received);
    // an earlier try may have been taken, which a refusal of this one does not deny
    const answer = again !== null || tries > 1 ? await this.recover() : await this.#giveUp(prepared);
    if (answer === null) throw refusal;
    return answer;
  }

  async #giveUp({ callNumber, voucher }: PreparedCall): Promise<null> {
    this.#givenUp = BigInt(decodeVoucher(voucher).expires);
    await this.#options.payer.abandon(callNumber);
    return null;
  }

  #payment({ voucher, signature }: PreparedCall): string {
    const { channel, network } = this.#options;
    return encodeHeader({
      x402Version: 2,
      accepted: { scheme: CHANNEL_SCHEME, network },
      payload: {
        channel: channel.toBase58(),
        voucher: Buffer.from(voucher).toString('base64'),
        signature: Buffer.from(signature).toString('base64'),
      },
    });
  }

  async #expiry(): Promise<bigint> {
    const wanted = (await this.#options.now()) + BigInt(this.#options.voucherSeconds);
    return wanted > this.#givenUp ? wanted : this.#givenUp + 1n;
  }

  async #send(
    path: string,
    method: string,
    headers: Record<string, string>,
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<{ received: Received; tries: number }> {
    const { url, retries, timeoutSeconds, largestAnswer } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const response = await fetch(`${url}${path}`, {
          method,
          headers: { ...(await this.#options.headers()), ...headers },
          ...(body !== undefined && { body }),
          // what was paid for goes to this agent and no further
          redirect: 'manual',
          signal: AbortSignal.timeout(timeoutSeconds * 1_000),
        });
        const received = { response, body: await readBody(response, largestAnswer) };
        const refused = refusalOf(received) !== null;
        // a 503 says that the agent is busy: that passes
        const passes = response.status === 503 && attempt < retries;
        if (response.status < 500 || (refused && !passes)) return { received, tries: attempt + 1 };
        throw new Error(`the agent answered ${response.status}`);
      } catch (error) {
        if (attempt >= retries) {
          throw new CallUnanswered(`no answer after ${attempt + 1} tries: ${(error as Error).message}`, {
            cause: error,
          });
        }
        await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt));
      }
    }
  }

  async #finish(prepared: PreparedCall, received: Received): Promise<PaidAnswer> {
    const { payer, channel } = this.#options;
    const { response, body } = received;
    const { callNumber, cumulative } = prepared;
    const header = response.headers.get(PAYMENT_RESPONSE);
    if (!response.ok || header === null) {
      throw new CallUnanswered(`the agent answered ${response.status} without a receipt`);
    }
    const proof = proofOf(header);
    if (proof?.length !== SIGNATURE_LENGTH) throw new BadResponseProof(callNumber);
    const hash = responseHash(body);
    await payer.complete(callNumber, hash, proof);
    return {
      contentType: response.headers.get('content-type') ?? '',
      body,
      receipt: {
        channel: channel.toBase58(),
        callNumber,
        cumulative: cumulative.toString(),
        requestHash: Buffer.from(prepared.requestHash).toString('hex'),
        responseHash: Buffer.from(hash).toString('hex'),
        responseProof: Buffer.from(proof).toString('base64'),
      },
    };
  }
}

interface Received {
  response: Response;
  body: Uint8Array;
}

function proofOf(header: string): Uint8Array | null {
  try {
    const proof = decodeHeader<PaymentResponse>(header)?.receipt?.responseProof;
    return typeof proof === 'string' ? new Uint8Array(Buffer.from(proof, 'base64')) : null;
  } catch (error) {
    if (error instanceof PaymentMalformed) return null;
    throw error;
  }
}

/** A refusal counts only where the agent says by name that it charged nothing. */
function refusalOf({ response, body }: Received): CallRefused | null {
  if (response.ok) return null;
  try {
    const { error } = JSON.parse(Buffer.from(body).toString('utf8')) as {
      error?: { code?: unknown; message?: unknown; charged?: unknown };
    };
    if (error?.charged !== false || typeof error.code !== 'string') return null;
    return new CallRefused(response.status, error.code, String(error.message ?? ''));
  } catch {
    return null;
  }
}
