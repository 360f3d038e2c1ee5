import { createHash } from 'node:crypto';

/** What happened, without free text and without personal data beside the wallet that did it. */
export interface AuditEvent {
  action: string;
  /** wallet, base58; null where nobody signed in */
  actor: string | null;
  /** what it was about: an account, a session, a thread, by its id */
  subject: string;
  /** `ok`, or the name of the refusal */
  outcome: string;
  /** base units, where money was spoken of */
  amount?: string;
}

/** One line of the log: each carries the hash of the one before. */
export interface AuditRow extends AuditEvent {
  /** from 1 */
  n: number;
  /** ISO 8601 */
  at: string;
  /**
   * Random, 16 bytes, hexadecimal, so that a row's hash in the proof of another row tells nothing of it; rows of
   * before have none.
   */
  salt?: string;
  /** hexadecimal, 32 bytes; zeros before the first */
  previous: string;
  /** SHA-256 over all the other fields, in the order they are written */
  hash: string;
}

export const BEGINNING = '0'.repeat(64);

/** The row's text without its hash: what is hashed. */
function body({
  n,
  at,
  action,
  actor,
  subject,
  outcome,
  amount,
  salt,
  previous,
}: Omit<AuditRow, 'hash'>): string {
  return JSON.stringify({ n, at, action, actor, subject, outcome, amount, salt, previous });
}

export function rowHash(row: Omit<AuditRow, 'hash'>): string {
  return createHash('sha256').update(body(row)).digest('hex');
}

/** What is wrong with a log, and where. */
export interface AuditFault {
  /** from 1 */
  line: number;
  problem: string;
}

/** Checks rows against each other as they are read, so that a log of any length needs no memory. */
export class ChainCheck {
  /** rows that fit so far */
  line = 0;
  /** hash of the last of them */
  previous = BEGINNING;

  /** Takes the next line. @returns its row, or what is wrong with it */
  next(text: string): AuditRow | AuditFault {
    const line = this.line + 1;
    const row = parse(text);
    if (row === null) return { line, problem: 'is no row' };
    if (row.n !== line) return { line, problem: `is row ${row.n}` };
    if (row.previous !== this.previous) return { line, problem: 'does not follow the row before it' };
    if (rowHash(row) !== row.hash) return { line, problem: 'was changed' };
    this.line = line;
    this.previous = row.hash;
    return row;
  }
}

/**
 * Checks rows against each other: a row that was changed, dropped, put elsewhere or added does not fit.
 * @returns null for a log that is whole; rows cut off at the end show only against a hash kept elsewhere
 */
export function auditFault(lines: Iterable<string>): AuditFault | null {
  const check = new ChainCheck();
  for (const text of lines) {
    const row = check.next(text);
    if ('problem' in row) return row;
  }
  return null;
}

export function parse(text: string): AuditRow | null {
  try {
    const row = JSON.parse(text) as AuditRow | null;
    return typeof row?.n === 'number' && typeof row.hash === 'string' ? row : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
