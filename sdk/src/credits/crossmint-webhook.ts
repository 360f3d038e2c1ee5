import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PublicKey } from '@solana/web3.js';
import { creditReference } from '../actions/credits.js';
import type { CreditIssuer, IssuedCredits } from './types.js';

/** A webhook that is not, or not any more, the provider's. Nothing was minted. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
  constructor(
    readonly reason: 'Incomplete' | 'Stale' | 'Forged' | 'Malformed',
    message: string,
  ) {
    super(`${message}; nothing was minted`);
  }
}

/** Headers as a server has them, names in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Seconds that a webhook's time may lie before or after now. */
const TOLERANCE = 300;

/**
 * Checks the Svix signature of a webhook over the bytes as they came, and reads them.
 * @param secret `whsec_` and Base64
 * @param now Unix seconds
 * @returns the body's JSON
 * @throws WebhookRefused; TypeError for a secret that is none
 */
export function readSvixWebhook(
  secret: string,
  headers: WebhookHeaders,
  body: Uint8Array,
  now = Date.now() / 1_000,
): unknown {
  const key = keyOf(secret);
  const [id, timestamp, signatures] = ['svix-id', 'svix-timestamp', 'svix-signature'].map((name) => {
    const value = headers[name];
    if (typeof value === 'string' && value !== '') return value;
    throw new WebhookRefused('Incomplete', `a webhook without ${name}`);
  }) as [string, string, string];
  // the signature first: nothing about a forgery is worth telling
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  const isSigned = signatures.split(' ').some((entry) => {
    const [version, value] = entry.split(',');
    const given = Buffer.from(value ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isSigned) throw new WebhookRefused('Forged', 'a webhook with another signature');
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > TOLERANCE) {
    throw new WebhookRefused('Stale', `a webhook of ${timestamp}`);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw new WebhookRefused('Malformed', `a webhook that is no JSON: ${(error as Error).message}`);
  }
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (!secret.startsWith('whsec_') || key.length < 16) {
    throw new TypeError('a webhook secret is whsec_ and at least 16 bytes in Base64');
  }
  return key;
}

export interface CrossmintWebhookOptions {
  /** Of the endpoint, `whsec_…`. */
  secret: string;
  issuer: CreditIssuer;
  /**
   * What a paid order is worth in credits, by the seller's own record of it; null where it is no order for credits.
   * Not by what the webhook says: a buyer may have put that into the order.
   */
  creditsFor: (orderId: string) => Promise<{ wallet: PublicKey; amount: bigint } | null>;
}

/** What a webhook came to. */
export type WebhookOutcome =
  | { done: 'minted' | 'already minted'; orderId: string; issued: IssuedCredits }
  | { done: 'ignored'; reason: string };

const PAID = 'orders.payment.succeeded';

/**
 * Mints credits for orders that were paid, once an order, however often and in whatever order its webhooks come.
 * Answer 200 to what it returns, 400 to `WebhookRefused`, and 500 to all else, so that it is sent again.
 */
export class CrossmintWebhook {
  readonly #options: CrossmintWebhookOptions;

  constructor(options: CrossmintWebhookOptions) {
    keyOf(options.secret);
    this.#options = options;
  }

  /** @param body as it came, before any parsing @throws WebhookRefused; what the issuer and `creditsFor` throw */
  async receive(headers: WebhookHeaders, body: Uint8Array, now?: number): Promise<WebhookOutcome> {
    const { secret, issuer, creditsFor } = this.#options;
    const event = readSvixWebhook(secret, headers, body, now);
    const { type, data } = (event ?? {}) as { type?: unknown; data?: { orderId?: unknown; id?: unknown } };
    if (type !== PAID) return { done: 'ignored', reason: `an event of the kind ${String(type)}` };
    const orderId = data?.orderId ?? data?.id;
    if (typeof orderId !== 'string' || orderId === '') {
      throw new WebhookRefused('Malformed', 'a paid order without an id');
    }
    const due = await creditsFor(orderId);
    if (due === null) return { done: 'ignored', reason: `the order ${orderId} is for no credits` };
    const issued = await issuer.issue({ ...due, reference: creditReference('crossmint', orderId) });
    return { done: issued.signature === null ? 'already minted' : 'minted', orderId, issued };
  }
}
