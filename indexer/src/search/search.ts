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
  relevance: ['l.rank', 'DESC', 'float8'],
  score: ['coalesce(t.score, 0)', 'DESC', 'int'],
  stake: ['coalesce(t.stake, 0)', 'DESC', 'numeric'],
  volume: ['coalesce(t.settled, 0)', 'DESC', 'numeric'],
  recent: ['a.registered_at', 'DESC', 'bigint'],
  price: ['a.price', 'ASC', 'numeric'],
};
const MOST_FACETS = 50;

/** Makes a value a parameter. @returns its name in SQL */
type Bind = (value: unknown) => string;

interface Found extends Row {
  /** `page`, `count` of a status and a mint, or `tag` */
  part: string;
  /** address; status; tag */
  value: string;
  /** sort key; mint; null */
  detail: string | null;
  count: number | null;
}

/**
 * Agents that fit, their number, and how they are spread over tags, statuses and mints. What fits is gathered
 * once, in narrow rows and from as few tables as the question needs; only the page is read in full.
 * @param now Unix seconds
 */
export async function searchAgents(queries: Queries, query: SearchQuery, now: number): Promise<SearchResult> {
  const parameters: unknown[] = [];
  const bind: Bind = (value) => `$${parameters.push(value)}`;
  const words = query.q === undefined ? null : tsQuery(query.q);
  const conditions = conditionsOf(query, bind, now);
  const [by, way, type] = ORDERS[query.sort];
  const expression = words === null && query.sort === 'relevance' ? '0::float8' : by;
  const readsTotals = [expression, ...conditions].some((text) => text.includes('t.'));
  const { cursor, limit } = query;
  const found = await queries.query<Found>(
    `WITH matched AS MATERIALIZED (
       SELECT a.address COLLATE "C" AS address, a.status, a.price_mint, a.tags, ${expression} AS sort FROM agents a
       ${words === null ? '' : `JOIN ${told(words, query.sort, bind)} l ON l.agent = a.address`}
       ${readsTotals ? 'LEFT JOIN agent_totals t ON t.agent = a.address' : ''}
       WHERE ${conditions.join(' AND ')}),
     alike AS MATERIALIZED (
       SELECT status, price_mint, tags, count(*) AS many FROM matched GROUP BY status, price_mint, tags)
     (SELECT 'page' AS part, address AS value, sort::text AS detail, NULL::bigint AS count FROM matched
       ${cursor === undefined ? '' : `WHERE ${isAfter(cursor, way, type, bind)}`}
       ORDER BY sort ${way}, address LIMIT ${bind(limit + 1)})
     UNION ALL SELECT 'count', status, price_mint, sum(many)::bigint FROM alike GROUP BY status, price_mint
     UNION ALL (SELECT 'tag', tag, NULL, sum(many)::bigint FROM alike, unnest(tags) AS tag
       GROUP BY tag ORDER BY sum(many) DESC, tag LIMIT ${MOST_FACETS})`,
    parameters,
  );
  const page = found.filter(({ part }) => part === 'page');
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  const counts = found.filter(({ part }) => part === 'count');
  return {
    items: await agentsInFull(
      queries,
      shown.map(({ value }) => value),
    ),
    total: counts.reduce((sum, { count }) => sum + (count ?? 0), 0),
    facets: {
      tag: facet(found.filter(({ part }) => part === 'tag').map(({ value, count }) => [value, count ?? 0])),
      status: facet(counts.map(({ value, count }) => [value, count ?? 0])),
      mint: facet(counts.map(({ detail, count }) => [detail ?? '', count ?? 0])),
    },
    next: page.length > shown.length && last !== undefined ? cursorOf([last.detail ?? '', last.value]) : null,
  };
}

/**
 * What was told of agents that have the words. Ranked before it is joined, because a hash of addresses and ranks is
 * a tenth of one of texts.
 */
function told(words: string, sort: SearchQuery['sort'], bind: Bind): string {
  const bound = bind(words);
  const rank = sort === 'relevance' ? `ts_rank(search, to_tsquery('simple', ${bound}))::float8` : 'NULL';
  return `(SELECT agent, ${rank} AS rank FROM listings
    WHERE search @@ to_tsquery('simple', ${bound}) OFFSET 0)`;
}

/** Behind a cursor; between equals the lower address comes first, whichever way is sorted. */
function isAfter([sort, address]: Cursor, way: 'ASC' | 'DESC', type: string, bind: Bind): string {
  const [at, than] = [`${bind(sort)}::text::${type}`, way === 'ASC' ? '>' : '<'];
  return `(sort ${than} ${at} OR (sort = ${at} AND address > ${bind(address)}::text))`;
}

/** Agents in full, in this order; those that are not there are left out. */
export function agentsInFull(queries: Queries, addresses: string[]): Promise<Row[]> {
  return queries.query(
    `SELECT a.*, l.name, l.summary, l.description, coalesce(l.capabilities, '{}') AS capabilities,
       coalesce(t.settled, 0) AS settled, coalesce(t.paid, 0) AS paid, coalesce(t.calls, 0) AS calls,
       coalesce(t.payers, 0) AS payers, coalesce(t.channels, 0) AS channels,
       coalesce(t.stake, 0) AS stake, t.score, coalesce(t.ratings, 0) AS ratings
     FROM unnest($1::text[]) WITH ORDINALITY AS shown (address, at) JOIN agents a USING (address)
     LEFT JOIN listings l ON l.agent = a.address LEFT JOIN agent_totals t ON t.agent = a.address ORDER BY at`,
    [addresses],
  );
}

/** Counts of the same value added up, the most frequent first. */
function facet(counts: [value: string, count: number][]): Facet[] {
  const sums = new Map<string, number>();
  for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function conditionsOf(query: SearchQuery, bind: Bind, now: number): string[] {
  const conditions = ["a.status <> 'Closed'"];
  const add = (value: unknown, condition: (bound: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(bind(value)));
  };
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
