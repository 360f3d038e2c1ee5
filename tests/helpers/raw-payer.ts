import {
  caip2Network,
  createMessageSigner,
  decodeHeader,
  encodeVoucher,
  FILE_NAME,
  nextTranscript,
  PAYMENT_REQUIRED,
  PAYMENT_RESPONSE,
  PAYMENT_SIGNATURE,
  type PaymentRequired,
  type PaymentResponse,
  requestHash,
  responseHash,
  ZERO_HASH,
} from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type PaidChannel, PRICE, type RegisteredAgent } from './paid-agent';

export interface Document {
  fileName: string;
  contentType: string;
  body: Uint8Array;
}

/** A small Markdown document; each text makes another. */
export function note(text: string): Document {
  return { fileName: 'note.md', contentType: 'text/markdown', body: Buffer.from(`# A note\n\n${text}\n`) };
}

/** What a voucher says; the next call's by default. */
export interface Wish {
  calls?: number;
  cumulative?: bigint;
  /** Unix seconds; an hour from now by default */
  expires?: number;
  tag?: Uint8Array;
  transcript?: Uint8Array;
  /** signs instead of the session key */
  signer?: Keypair;
}

export interface Signed {
  voucher: Uint8Array;
  signature: Uint8Array;
  cumulative: bigint;
  transcript: Uint8Array;
}

/** What came back, in full. */
export interface Reply {
  status: number;
  body: Buffer;
  contentType: string | null;
  /** as sent */
  receiptHeader: string | null;
  receipt: PaymentResponse['receipt'] | null;
  required: PaymentRequired | null;
  error: { code: string; message: string; charged?: boolean } | null;
}

/** Sends to an agent what it is told to, and says what came back. */
export async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const body = Buffer.from(await response.arrayBuffer());
  const receiptHeader = response.headers.get(PAYMENT_RESPONSE);
  const required = response.headers.get(PAYMENT_REQUIRED);
  return {
    status: response.status,
    body,
    contentType: response.headers.get('content-type'),
    receiptHeader,
    receipt: receiptHeader === null ? null : decodeHeader<PaymentResponse>(receiptHeader).receipt,
    required: required === null ? null : decodeHeader<PaymentRequired>(required),
    error: response.ok ? null : JSON.parse(body.toString('utf8')).error,
  };
}

/** Posts a document, with a payment header or without. */
export function post(url: string, document: Partial<Document>, payment: string | null): Promise<Reply> {
  const { fileName, contentType, body = new Uint8Array() } = document;
  const headers: Record<string, string> = {};
  if (contentType !== undefined) headers['content-type'] = contentType;
  if (fileName !== undefined) headers[FILE_NAME] = encodeURIComponent(fileName);
  if (payment !== null) headers[PAYMENT_SIGNATURE] = payment;
  return send(`${url}/analyse`, { method: 'POST', headers, body: Buffer.from(body) });
}

export function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64');
}

/** A payer without manners: signs any voucher, and keeps account of what was answered. */
export class RawPayer {
  calls = 0;
  cumulative = 0n;
  transcript: Uint8Array = ZERO_HASH.slice();
  lastResponse: Uint8Array = ZERO_HASH.slice();
  readonly #network: string;
  readonly #now: () => Promise<bigint>;

  constructor(
    { deployment, chain }: RegisteredAgent,
    readonly paid: PaidChannel,
  ) {
    this.#network = caip2Network(deployment.genesisHash);
    this.#now = () => chain.unixTime();
  }

  /** The voucher for a document as the next call. */
  async sign(document: Document, wish: Wish = {}): Promise<Signed> {
    const { body, ...head } = document;
    const calls = wish.calls ?? this.calls + 1;
    const cumulative = wish.cumulative ?? this.cumulative + PRICE;
    const hash = requestHash({ method: 'POST', path: '/analyse', ...head }, body);
    const transcript = wish.transcript ?? nextTranscript(this.transcript, calls, hash, this.lastResponse);
    const expires = wish.expires ?? Number(await this.#now()) + 3_600;
    const tag = wish.tag ?? this.paid.id.tag;
    const voucher = encodeVoucher({ tag, cumulative, calls, expires, transcript });
    const signer = createMessageSigner((wish.signer ?? this.paid.session).secretKey);
    return { voucher, signature: signer.sign(voucher), cumulative, transcript };
  }

  /** What `payment-signature` carries, with changes. */
  payload({ voucher, signature }: Pick<Signed, 'voucher' | 'signature'>, changes: object = {}) {
    return {
      x402Version: 2,
      accepted: { scheme: 'agent-labs-channel', network: this.#network },
      payload: {
        channel: this.paid.channel.toBase58(),
        voucher: Buffer.from(voucher).toString('base64'),
        signature: Buffer.from(signature).toString('base64'),
        ...changes,
      },
    };
  }

  header(signed: Signed): string {
    return encoded(this.payload(signed));
  }

  /** Takes note of an answer: the next call follows it. */
  answered(signed: Signed, reply: Reply): void {
    this.calls += 1;
    this.cumulative = signed.cumulative;
    this.transcript = signed.transcript;
    this.lastResponse = responseHash(reply.body);
  }

  /** Signs and posts, and counts the call where it was answered. */
  async pay(url: string, document: Document, wish: Wish = {}): Promise<Reply & { header: string }> {
    const signed = await this.sign(document, wish);
    const header = this.header(signed);
    const reply = await post(url, document, header);
    if (reply.status === 200) this.answered(signed, reply);
    return { ...reply, header };
  }

  /** Asks for the answer to a voucher again. */
  async again(url: string, header: string): Promise<Reply> {
    return send(`${url}/answers`, { headers: { [PAYMENT_SIGNATURE]: header } });
  }
}
