import { createHash } from 'node:crypto';
import { type RawTransaction, TransactionUnreadable } from '../decode/raw.js';
import type { Queries, Row } from './database.js';

/** Characters of a letter that are kept. */
const LONGEST_LETTER = 64 * 1024;

/** A transaction as it came in, read far enough to be stored. */
export interface Incoming {
  raw: RawTransaction;
  /** the JSON it came as */
  text: string;
}

/** Something that could not be taken. */
export interface Letter {
  signature: string | null;
  /** stable name */
  reason: string;
  message: string;
  body: string;
}

export interface Claimed extends Row {
  signature: string;
  slot: number;
  position: number | null;
  raw: string;
}

/**
 * Stores transactions that are not there yet; one that had vanished waits again.
 * @returns how many were new
 */
export async function storeTransactions(queries: Queries, incoming: Incoming[]): Promise<number> {
  if (incoming.length === 0) return 0;
  // in one order, so that two that store the same never wait for each other
  const unique = [...new Map(incoming.map((one) => [one.raw.transaction.signatures[0] ?? '', one]))].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const given = 'unnest($1::text[], $2::bigint[], $3::int[], $4::bigint[], $5::boolean[], $6::text[])';
  const stored = await queries.query<{ signature: string }>(
    `INSERT INTO transactions (signature, slot, position, block_time, failed, raw) SELECT * FROM ${given}
     ON CONFLICT (signature) DO NOTHING RETURNING signature`,
    columnsOf(unique),
  );
  if (stored.length === unique.length) return stored.length;
  const taken = new Set(stored.map(({ signature }) => signature));
  // apart, because an insert that might update waits for whoever folds the row
  const rows = await queries.query<{ signature: string }>(
    `SELECT signature FROM transactions WHERE state = 'vanished' AND signature = ANY($1::text[])`,
    [unique.flatMap(([signature]) => (taken.has(signature) ? [] : [signature]))],
  );
  if (rows.length === 0) return stored.length;
  const vanished = new Set(rows.map(({ signature }) => signature));
  const again = await queries.query(
    `UPDATE transactions t SET slot = g.slot, position = g.position, block_time = g.block_time,
       failed = g.failed, raw = g.raw, state = 'waiting'
     FROM ${given} AS g (signature, slot, position, block_time, failed, raw)
     WHERE t.state = 'vanished' AND t.signature = g.signature RETURNING t.signature`,
    columnsOf(unique.filter(([signature]) => vanished.has(signature))),
  );
  return stored.length + again.length;
}

function columnsOf(incoming: [signature: string, Incoming][]): unknown[][] {
  const column = <T>(value: (raw: RawTransaction) => T) => incoming.map(([, { raw }]) => value(raw));
  return [
    incoming.map(([signature]) => signature),
    column((raw) => raw.slot),
    column((raw) => raw.indexWithinBlock ?? null),
    column((raw) => raw.blockTime ?? null),
    column((raw) => raw.meta.err !== null && raw.meta.err !== undefined),
    incoming.map(([, { text }]) => text),
  ];
}

/** Keeps what could not be taken, the same one once. */
export async function storeLetters(queries: Queries, letters: Letter[]): Promise<void> {
  if (letters.length === 0) return;
  await queries.query(
    `INSERT INTO dead_letters (digest, signature, reason, message, body)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     ON CONFLICT (digest) DO NOTHING`,
    [
      letters.map(({ reason, body }) => createHash('sha256').update(`${reason} ${body}`).digest('hex')),
      letters.map(({ signature }) => signature),
      letters.map(({ reason }) => reason),
      letters.map(({ message }) => message),
      // PostgreSQL's text holds no zero character
      letters.map(({ body }) => body.slice(0, LONGEST_LETTER).replaceAll('\0', '')),
    ],
  );
}

export function letterOf(error: Error, body: string, signature: string | null): Letter {
  const reason = error instanceof TransactionUnreadable ? error.reason : error.name;
  return { signature, reason, message: error.message, body };
}

/**
 * Takes transactions that wait, for this database transaction alone. The earliest slots come first: what comes in
 * the chain's order is added to rows, where what comes late folds its subjects again.
 */
export function claim(queries: Queries, limit: number): Promise<Claimed[]> {
  return queries.query<Claimed>(
    `SELECT signature, slot, position, raw FROM transactions WHERE state = 'waiting'
     ORDER BY slot, id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
}

/** What becomes of transactions; where folding was stuck at one of them, it goes on. */
export async function setState(
  queries: Queries,
  signatures: string[],
  state: 'folded' | 'undecodable' | 'vanished',
): Promise<void> {
  if (signatures.length === 0) return;
  await queries.query('UPDATE transactions SET state = $2 WHERE signature = ANY($1::text[])', [
    signatures,
    state,
  ]);
  await queries.query("DELETE FROM standing WHERE name = 'stuck' AND value->>'signature' = ANY($1::text[])", [
    signatures,
  ]);
}
