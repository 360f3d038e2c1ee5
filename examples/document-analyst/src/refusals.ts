import { paidRefusal } from '@agent-labs/sdk';
import { MAX_DOCUMENT_BYTES, UnreadableDocument } from './analysis/index.js';

/** What a refusal says, besides that this request was not charged. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
}

/** Statuses of unreadable documents other than 422. */
const UNREADABLE: Record<string, number> = { TooLarge: 413, UnsupportedFormat: 415 };

/** Names of what Fastify refuses before a route sees it. */
const BY_STATUS: Record<number, Pick<Refusal, 'code' | 'message'>> = {
  413: { code: 'TooLarge', message: `more than ${MAX_DOCUMENT_BYTES} bytes; send a part of the document` },
  415: { code: 'ContentTypeMalformed', message: 'content-type is no media type; for example text/markdown' },
};

/** What to answer to an error, or null where it is the service's own fault and maybe too late to refuse. */
export function refusalOf(error: unknown): Refusal | null {
  const refused = paidRefusal(error);
  if (refused !== null) return refused;
  if (error instanceof UnreadableDocument) return unreadable(error);
  return error instanceof Error ? refusalOfFramework(error) : null;
}

function refusalOfFramework(error: Error & { code?: unknown; statusCode?: unknown }): Refusal | null {
  const { code, statusCode: status } = error;
  // other errors with a status come from elsewhere, such as a chain behind HTTP
  if (typeof code !== 'string' || !code.startsWith('FST_')) return null;
  if (typeof status !== 'number' || status >= 500) return null;
  return { status, ...(BY_STATUS[status] ?? { code: 'BadRequest', message: error.message }) };
}

function unreadable({ code, message }: UnreadableDocument): Refusal {
  const prefix = `${code}: `;
  const status = UNREADABLE[code] ?? 422;
  return { status, code, message: message.startsWith(prefix) ? message.slice(prefix.length) : message };
}
