import { ChannelRefused, PaymentMalformed, VoucherRefused } from '@agent-labs/sdk';
import { UnreadableDocument } from './analysis/index.js';

/** Body of every refusal. Its sender was not charged. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** A request that is refused before money comes into it. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Statuses of unreadable documents other than 422. */
const UNREADABLE: Record<string, number> = { TooLarge: 413, UnsupportedFormat: 415 };

/** What to answer to an error, or null where it is the service's own fault. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof RequestRefused) return pick(error.status, error.code, error);
  if (error instanceof PaymentMalformed) return pick(400, error.name, error);
  if (error instanceof VoucherRefused) return pick(error.code === 'Replayed' ? 409 : 402, error.code, error);
  if (error instanceof ChannelRefused) return pick(402, error.code, error);
  if (error instanceof UnreadableDocument) return pick(UNREADABLE[error.code] ?? 422, error.code, error);
  return null;
}

function pick(status: number, code: string, error: Error): Refusal {
  return { status, code, message: error.message };
}
