import type { PublicKey } from '@solana/web3.js';
import { type RequestHead, requestHash, responseHash } from '../voucher/format.js';
import type { PayerChannel, PreparedCall } from '../voucher/payer.js';
import {
  CHANNEL_SCHEME,
  decodeHeader,
  encodeHeader,
  FILE_NAME,
  PAYMENT_RESPONSE,
  PAYMENT_SIGNATURE,
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
  /** the chain's clock, Unix seconds */
  now: () => Promise<bigint>;
}

/**
 * Calls an agent for pay over one channel. Each voucher is on disk before it leaves; a request that fails on
 * the way is sent again with the very same voucher, so that it is charged once.
 */
export class PaidClient {
  readonly #options: Required<PaidClientOptions>;

  constructor(options: PaidClientOptions) {
    this.#options = { voucherSeconds: 3_600, retries: 3, ...options };
  }

  /**
   * @throws CallRefused (nothing charged), CallUnanswered, CallInFlight when another request is still
   *   unanswered, BadResponseProof, and what `PayerChannel.prepare` throws
   */
  async call(request: PaidRequest): Promise<PaidAnswer> {
    const { payer, price, voucherSeconds } = this.#options;
    const { path, contentType, fileName, body } = request;
    const hash = requestHash({ method: 'POST', path, contentType, fileName } satisfies RequestHead, body);
    const pending = payer.pending();
    const prepared =
      pending !== null && Buffer.from(pending.requestHash).equals(hash)
        ? pending
        : await payer.prepare(hash, price, (await this.#options.now()) + BigInt(voucherSeconds));
    const response = await this.#send(path, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        [FILE_NAME]: encodeURIComponent(fileName),
        [PAYMENT_SIGNATURE]: this.#payment(prepared),
      },
      body: new Uint8Array(body),
    });
    return this.#finish(prepared, response);
  }

  /**
   * After a crash, with the request itself lost: asks the agent what became of the voucher in flight.
   * @returns its answer, or null when the agent did not take the voucher, or none is in flight
   * @throws CallUnanswered, BadResponseProof
   */
  async recover(): Promise<PaidAnswer | null> {
    const pending = this.#options.payer.pending();
    if (pending === null) return null;
    const headers = { [PAYMENT_SIGNATURE]: this.#payment(pending) };
    const response = await this.#send('/answers', { method: 'GET', headers });
    try {
      return await this.#finish(pending, response);
    } catch (error) {
      if (error instanceof CallRefused) return null;
      throw error;
    }
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

  async #send(path: string, init: RequestInit): Promise<{ response: Response; body: Uint8Array }> {
    const { url, retries } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const response = await fetch(`${url}${path}`, init);
        const body = new Uint8Array(await response.arrayBuffer());
        if (response.status < 500) return { response, body };
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

  async #finish(
    prepared: PreparedCall,
    { response, body }: { response: Response; body: Uint8Array },
  ): Promise<PaidAnswer> {
    const { payer } = this.#options;
    const header = response.headers.get(PAYMENT_RESPONSE);
    if (!response.ok || header === null) {
      const refusal = refusalOf(response, body);
      if (refusal === null)
        throw new CallUnanswered(`the agent answered ${response.status} without a receipt`);
      await payer.abandon(prepared.callNumber);
      throw refusal;
    }
    const { receipt } = decodeHeader<PaymentResponse>(header);
    const proof = new Uint8Array(Buffer.from(receipt.responseProof, 'base64'));
    await payer.complete(prepared.callNumber, responseHash(body), proof);
    return { contentType: response.headers.get('content-type') ?? '', body, receipt };
  }
}

/** A refusal counts only where the agent says by name that it charged nothing. */
function refusalOf(response: Response, body: Uint8Array): CallRefused | null {
  try {
    const { error } = JSON.parse(Buffer.from(body).toString('utf8')) as {
      error?: { code?: string; message?: string; charged?: boolean };
    };
    if (error?.charged !== false || error.code === undefined) return null;
    return new CallRefused(response.status, error.code, error.message ?? '');
  } catch {
    return null;
  }
}
