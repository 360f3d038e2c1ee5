import {
  decodePayment,
  FILE_NAME,
  PaymentMalformed,
  type ReceivedVoucher,
  requestHash,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { uncharged } from '../refused.js';

/** A request to an agent as it came in, but for its body. */
export interface CallHead {
  agent: PublicKey;
  method: string;
  /** below the agent's address, with its slash */
  path: string;
  contentType: string | undefined;
  /** the header as sent, percent-encoded */
  fileName: string | undefined;
  payment: string | undefined;
}

/** Whether it asks for an answer again: that is no request of its own, and free. */
export function asksAgain({ method, path }: Pick<CallHead, 'method' | 'path'>): boolean {
  return method === 'GET' && path === '/answers';
}

/**
 * What stands in an address below that of the agent, as it was sent. The agent's own part may be
 * percent-encoded, so that its length says nothing.
 * @param url of a request to `/v1/agents/{agent}/…`; of a proxy's form as well
 */
export function pathBelowAgent(url: string): string {
  return /^(?:https?:\/\/[^/]*)?(?:\/[^/]*){3}(\/.*)$/i.exec(url)?.[1] ?? '';
}

/** @throws Refused `PaymentMalformed` */
export function readPayment(header: string): ReceivedVoucher {
  try {
    return decodePayment(header);
  } catch (error) {
    if (error instanceof PaymentMalformed) throw uncharged(400, error.name, error.message);
    throw error;
  }
}

/** What a voucher pays for. @throws Refused `FileNameMalformed` */
export function requestHashOf(
  { method, path, contentType, fileName }: CallHead,
  body: Uint8Array,
): Uint8Array {
  return requestHash({ method, path, contentType: contentType ?? '', fileName: nameOf(fileName) }, body);
}

function nameOf(encoded = ''): string {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw uncharged(400, 'FileNameMalformed', `${FILE_NAME} must be percent-encoded UTF-8`);
  }
}

/** @throws Refused for what would leave the agent's address, or is no part of what a voucher pays for */
export function requirePath(path: string): void {
  const bad =
    // an endpoint's host would grow by what does not begin with a slash
    !path.startsWith('/') ||
    path.includes('//') ||
    path.includes('\\') ||
    /(^|\/)\.{1,2}(\/|$)/.test(path) ||
    /%(2e|2f|5c)/i.test(path);
  if (bad) throw uncharged(400, 'PathMalformed', 'a path must not leave the address of the agent');
  if (path.includes('?') || path.includes('#')) {
    throw uncharged(
      400,
      'QueryNotPaidFor',
      'a voucher pays for method, path, type, name and body: put it there',
    );
  }
}
