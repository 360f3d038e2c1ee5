import type { Queries, Row } from '../store/database.js';
import { type Cursor, cursorOf } from './cursor.js';

export interface ActivityQuery {
  /** All of these: `agent`, `wallet`, `mandate`, `channel`, and an address. */
  subjects: [subject: string, key: string][];
  program?: string | undefined;
  kind?: string | undefined;
  limit: number;
  cursor?: Cursor | undefined;
}

/** What happened, the latest first. */
export async function activityOf(queries: Queries, query: ActivityQuery) {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const [first, ...others] = query.subjects;
  const conditions = ['NOT f.vanished'];
  // the first subject's own index gives the order
  const place = first === undefined ? 'f.place' : 's.place';
  if (first !== undefined) conditions.push(`s.subject = ${bind(first[0])} AND s.key = ${bind(first[1])}`);
  for (const [subject, key] of others) {
    conditions.push(`EXISTS (SELECT 1 FROM fact_subjects o
      WHERE o.place = f.place AND o.subject = ${bind(subject)} AND o.key = ${bind(key)})`);
  }
  if (query.program !== undefined) conditions.push(`f.program = ${bind(query.program)}`);
  if (query.kind !== undefined) conditions.push(`f.kind = ${bind(query.kind)}`);
  if (query.cursor !== undefined) conditions.push(`${place} < ${bind(query.cursor[0])}`);
  const rows = await queries.query(
    `SELECT f.*, t.final FROM ${first === undefined ? 'facts f' : 'fact_subjects s JOIN facts f USING (place)'}
     JOIN transactions t USING (signature) WHERE ${conditions.join(' AND ')}
     ORDER BY ${place} DESC LIMIT ${bind(query.limit + 1)}`,
    parameters,
  );
  const items = rows.slice(0, query.limit).map(activityItem);
  const last = items.at(-1);
  return { items, next: rows.length > items.length && last !== undefined ? cursorOf([last.id, '']) : null };
}

/** A fact as the API gives it. */
export function activityItem(row: Row) {
  return {
    id: row.place as string,
    signature: row.signature as string,
    slot: row.slot as number,
    blockTime: row.block_time as number | null,
    outerIndex: row.outer_index as number,
    innerIndex: row.inner_index as number,
    program: row.program as string,
    kind: row.kind as string,
    final: row.final as boolean,
    data: row.data as Record<string, unknown>,
  };
}
