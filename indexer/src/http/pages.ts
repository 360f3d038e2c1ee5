import { z } from 'zod';
import type { Queries, Row } from '../store/database.js';
import { type Cursor, cursor, cursorOf } from './cursor.js';

export const limit = z.coerce.number().int().min(1).max(100).default(20);
/** What lists take; a parameter that is not here is refused. */
export const paging = z.strictObject({ limit, cursor: cursor.optional() });

export type Paging = z.infer<typeof paging>;

export interface PageQuery {
  /** SELECT … FROM … WHERE …, with its parameters */
  select: string;
  parameters: unknown[];
  /** A column that orders, the latest first, and one that tells equals apart; both text or numbers. */
  order: [sortedBy: string, key: string];
  /** The earliest first instead. */
  ascending?: boolean;
}

/** A page of rows, latest first unless told otherwise, and where the next one begins. */
export async function pageOf(
  queries: Queries,
  { select, parameters, order: [sortedBy, key], ascending = false }: PageQuery,
  { limit, cursor: after }: { limit: number; cursor?: Cursor | undefined },
): Promise<{ rows: Row[]; next: string | null }> {
  const bound = [...parameters];
  const bind = (value: unknown) => `$${bound.push(value)}`;
  const [comes, direction] = ascending ? ['>', 'ASC'] : ['<', 'DESC'];
  const where =
    after === undefined ? '' : `WHERE (sorted_by, tied_by) ${comes} (${bind(after[0])}, ${bind(after[1])})`;
  const rows = await queries.query(
    `SELECT * FROM (SELECT found.*, lpad((${sortedBy})::text, 20, '0') COLLATE "C" AS sorted_by,
       (${key})::text COLLATE "C" AS tied_by FROM (${select}) AS found) AS sorted ${where}
     ORDER BY sorted_by ${direction}, tied_by ${direction} LIMIT ${bind(limit + 1)}`,
    bound,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > page.length && last !== undefined;
  return { rows: page, next: more ? cursorOf([last.sorted_by as string, last.tied_by as string]) : null };
}
