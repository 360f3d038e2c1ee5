import { type Cursor, cursorOf } from '../http/cursor.js';
import type { Queries, Row } from '../store/database.js';

export const SORTS = ['relevance', 'score', 'stake', 'volume', 'recent', 'price'] as const;

export interface SearchQuery {
  q?: string | undefined;
  tag?: string[] | undefined;
  status?: string[] | undefined;
  mint?: string | undefined;
  owner?: string | undefined;
  /** thousandths of a star */
  minScore?: number | undefined;
  /** base units */
  minStake?: string | undefined;
  maxPrice?: string | undefined;
  /** only with a lease that has not expired */
  live?: boolean | undefined;
  /** only those that were paid */
  proven?: boolean | undefined;
  sort: (typeof SORTS)[number];
  limit: number;
  cursor?: Cursor | undefined;
}

export interface Facet {
  value: string;
  count: number;
}

export interface SearchResult {
  items: Row[];
  total: number;
  facets: Record<'tag' | 'status' | 'mint', Facet[]>;
  next: string | null;
}

/** By what, which way, and of what type; the address decides between equals. */
const ORDERS: Record<SearchQuery['sort'], [expression: string, way: 'ASC' | 'DESC', type: string]> = {
  relevance: ['rank', 'DESC', 'float8'],
  score: ['coalesce(score, 0)', 'DESC', 'int'],
  stake: ['stake', 'DESC', 'numeric'],
  volume: ['settled', 'DESC', 'numeric'],
  recent: ['registered_at', 'DESC', 'bigint'],
  price: ['price', 'ASC', 'numeric'],
};
const MOST_FACETS = 50;

/**
 * Agents that fit, their number, and how they are spread over tags, statuses and mints.
 * @param now Unix seconds
 */
export async function searchAgents(queries: Queries, query: SearchQuery, now: number): Promise<SearchResult> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const words = query.q === undefined ? null : tsQuery(query.q);
  const conditions = conditionsOf(query, words, bind, now);
  const from = `agents a JOIN listings l ON l.agent = a.address
    LEFT JOIN agent_totals t ON t.agent = a.address WHERE ${conditions.join(' AND ')}`;
  const counts = await queries.query<{ facet: string; value: string; count: number }>(
    `WITH matched AS MATERIALIZED (SELECT a.status, a.price_mint, a.tags FROM ${from})
     SELECT 'total' AS facet, '' AS value, count(*) AS count FROM matched
     UNION ALL SELECT 'status', status, count(*) FROM matched GROUP BY status
     UNION ALL SELECT 'mint', price_mint, count(*) FROM matched GROUP BY price_mint
     UNION ALL (SELECT 'tag', tag, count(*) FROM matched, unnest(tags) AS tag
       GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${MOST_FACETS})
     ORDER BY facet, count DESC, value`,
    [...parameters],
  );
  const rank =
    words === null ? '0::float8' : `ts_rank(l.search, to_tsquery('simple', ${bind(words)}))::float8`;
  const [expression, way, type] = ORDERS[query.sort];
  const { cursor, limit } = query;
  const after =
    cursor === undefined
      ? ''
      : `WHERE (${expression}, address) ${way === 'ASC' ? '>' : '<'}
           (${bind(cursor[0])}::text::${type}, ${bind(cursor[1])}::text)`;
  const rows = await queries.query(
    `WITH matched AS (
       SELECT a.*, l.name, l.summary, l.description, l.capabilities, coalesce(t.settled, 0) AS settled,
         coalesce(t.paid, 0) AS paid, coalesce(t.calls, 0) AS calls, coalesce(t.payers, 0) AS payers,
         coalesce(t.channels, 0) AS channels, coalesce(t.stake, 0) AS stake, t.score,
         coalesce(t.ratings, 0) AS ratings, ${rank} AS rank
       FROM ${from})
     SELECT *, (${expression})::text AS sorted_by FROM matched ${after}
     ORDER BY ${expression} ${way}, address ${way} LIMIT ${bind(limit + 1)}`,
    parameters,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > items.length && last !== undefined;
  const facet = (name: string) =>
    counts.filter((one) => one.facet === name).map(({ value, count }) => ({ value, count }));
  return {
    items,
    total: facet('total')[0]?.count ?? 0,
    facets: { tag: facet('tag'), status: facet('status'), mint: facet('mint') },
    next: more ? cursorOf([last.sorted_by as string, last.address as string]) : null,
  };
}

function conditionsOf(
  query: SearchQuery,
  words: string | null,
  bind: (value: unknown) => string,
  now: number,
): string[] {
  const conditions = ["a.status <> 'Closed'"];
  const add = (value: unknown, condition: (bound: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(bind(value)));
  };
  add(words, (bound) => `l.search @@ to_tsquery('simple', ${bound})`);
  add(query.tag, (bound) => `a.tags @> ${bound}::text[]`);
  add(query.status, (bound) => `a.status = ANY(${bound}::text[])`);
  add(query.mint, (bound) => `a.price_mint = ${bound}`);
  add(query.owner, (bound) => `a.owner = ${bound}`);
  add(query.minScore, (bound) => `t.score >= ${bound}::int`);
  add(query.minStake, (bound) => `t.stake >= ${bound}::numeric`);
  add(query.maxPrice, (bound) => `a.price <= ${bound}::numeric`);
  if (query.live) conditions.push(`a.lease_expires_at > ${bind(now)}::bigint`);
  if (query.proven) conditions.push('t.paid > 0');
  return conditions;
}

/** All words, each the beginning of one; null where there is none. */
function tsQuery(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `${word}:*`).join(' & ');
}
