import type { FastifyRequest } from 'fastify';
import { Refused } from '../refused.js';

/** Requests a second that one caller may make for long, and at once. */
export interface Allowance {
  perSecond: number;
  burst: number;
}

export type RouteClass = 'auth' | 'read' | 'write' | 'paid';

export const ALLOWANCES: Record<RouteClass, Allowance> = {
  auth: { perSecond: 1, burst: 30 },
  read: { perSecond: 50, burst: 200 },
  write: { perSecond: 10, burst: 50 },
  paid: { perSecond: 200, burst: 1_000 },
};

/** Callers that are kept count of; those that asked longest ago are forgotten. */
const MOST_CALLERS = 50_000;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets by caller and class of route. A header that names another address gains nothing. */
export class RateLimits {
  readonly #allowances: Record<RouteClass, Allowance>;
  readonly #buckets = new Map<string, Bucket>();

  constructor(allowances: Partial<Record<RouteClass, Allowance>> = {}) {
    this.#allowances = { ...ALLOWANCES, ...allowances };
  }

  /**
   * @param wallet of the token that was checked; null keys on the socket's own address
   * @throws Refused `TooManyRequests` with `retry-after`, seconds
   */
  take(kind: RouteClass, wallet: string | null, request: FastifyRequest): void {
    const { perSecond, burst } = this.#allowances[kind];
    const key = `${kind} ${wallet ?? request.socket.remoteAddress}`;
    const now = performance.now();
    const { left, at } = this.#buckets.get(key) ?? { left: burst, at: now };
    const available = Math.min(burst, left + ((now - at) / 1_000) * perSecond);
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: Math.max(0, available - 1), at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_CALLERS && oldest !== undefined) this.#buckets.delete(oldest);
    if (available >= 1) return;
    const wait = Math.ceil((1 - available) / perSecond);
    throw new Refused(429, 'TooManyRequests', `wait ${wait} s; nothing was done`, {
      charged: false,
      headers: { 'retry-after': String(wait) },
    });
  }
}
