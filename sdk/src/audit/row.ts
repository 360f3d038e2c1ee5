import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../voucher/bytes.js';

/** A row of a gateway's audit log, as a line of JSON says it. */
export interface AuditLogRow {
  /** from 1 */
  n: number;
  /** ISO 8601 */
  at: string;
  action: string;
  /** wallet, base58; null where nobody signed in */
  actor: string | null;
  subject: string;
  outcome: string;
  /** base units */
  amount?: string;
  /** random; older rows have none */
  salt?: string;
  /** `hash` of the row before, hexadecimal; zeros in the first */
  previous: string;
  /** SHA-256 over the JSON of all the other fields in this order, hexadecimal */
  hash: string;
}

/** `previous` of the first row. */
export const AUDIT_BEGINNING = '0'.repeat(64);

/** A line that is no row, or a row that was changed. `n` is what it says its number is, where it can be told. */
export interface BadAuditLine {
  problem: 'is no row' | 'was changed';
  n: number | null;
}

const TEXTS = ['at', 'action', 'subject', 'outcome', 'previous', 'hash'] as const;
const ORDER = [
  'n',
  'at',
  'action',
  'actor',
  'subject',
  'outcome',
  'amount',
  'salt',
  'previous',
  'hash',
] as const;

/**
 * Reads a line, without its newline. A row counts only if writing it again gives the same bytes: a space more, a
 * field more, or one that is there twice is a change as well.
 */
export function readAuditRow(line: Uint8Array): AuditLogRow | BadAuditLine {
  const text = decoded(line);
  const value = text === null ? undefined : parsed(text);
  if (typeof value !== 'object' || value === null) return { problem: 'is no row', n: null };
  const fields = value as Record<string, unknown>;
  const { n } = fields;
  if (!Number.isSafeInteger(n) || !isRow(fields)) {
    return { problem: 'is no row', n: Number.isSafeInteger(n) ? (n as number) : null };
  }
  const ordered = Object.fromEntries(
    ORDER.filter((name) => name in fields).map((name) => [name, fields[name]]),
  );
  const { hash, ...rest } = ordered;
  const same = JSON.stringify(ordered) === text;
  const holds = same && toHex(sha256(new TextEncoder().encode(JSON.stringify(rest)))) === hash;
  return holds ? (ordered as unknown as AuditLogRow) : { problem: 'was changed', n: n as number };
}

function isRow(fields: Record<string, unknown>): boolean {
  const isText = (value: unknown) => typeof value === 'string';
  return (
    TEXTS.every((name) => isText(fields[name])) &&
    (fields.actor === null || isText(fields.actor)) &&
    (fields.amount === undefined || isText(fields.amount)) &&
    (fields.salt === undefined || isText(fields.salt))
  );
}

/** null for what is no UTF-8 */
function decoded(line: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** undefined for what is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
