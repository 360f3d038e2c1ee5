import type { ReceiptDocument } from '@agent-labs/sdk';
import type { Queries, Row } from '../store/database.js';

/** A receipt as its table has it; hashes are hex. */
export interface ReceiptRow extends Row {
  asset: string;
  tree: string;
  /** of the tree */
  depth: number;
  /** of the tree: Bubblegum's signer */
  authority: string;
  nonce: number;
  agent: string;
  payer: string;
  owner: string;
  delegate: string;
  stars: number;
  name: string;
  uri: string;
  facts_hash: string;
  facts: ReceiptDocument['facts'];
  metadata: ReceiptDocument['metadata'];
  data_hash: string;
  creator_hash: string;
  leaf: string;
  seq: number;
  signature: string;
  slot: number;
  block_time: number | null;
  place: string;
}

/** With what the agent answered, if it did. */
export interface AnsweredReceipt extends ReceiptRow {
  /** SHA-256 of the text, hex */
  response_hash: string | null;
  responder: string | null;
  responded_at: number | null;
}

/** Receipts of registered trees; what is in any other tree is none, and is never shown. */
const RECEIPTS = 'FROM receipts r JOIN receipt_trees t ON t.merkle_tree = r.tree';
/** The same with the ratings that they are of. */
const ANSWERED = `SELECT r.*, t.depth, t.authority, a.response_hash, a.responder, a.responded_at ${RECEIPTS}
  LEFT JOIN ratings a ON a.agent = r.agent AND a.number = (r.facts->>'number')::bigint`;

/** Receipts by asset id. */
export async function receiptsById(
  queries: Queries,
  assets: string[],
): Promise<Map<string, AnsweredReceipt>> {
  const rows = await queries.query<AnsweredReceipt>(`${ANSWERED} WHERE r.asset = ANY($1::text[])`, [assets]);
  return new Map(rows.map((row) => [row.asset, row]));
}

/** The receipt of these facts, by their hash in hex. */
export async function receiptByFacts(queries: Queries, hash: string): Promise<AnsweredReceipt | null> {
  const [row] = await queries.query<AnsweredReceipt>(
    `${ANSWERED} WHERE r.facts_hash = $1 ORDER BY r.place LIMIT 1`,
    [hash],
  );
  return row ?? null;
}

/** Which receipts, in which order. */
export interface Page {
  /** SQL over r and t, its parameters from $1 on */
  where: string;
  parameters: unknown[];
  sort: { by: 'place' | 'asset'; descending: boolean };
  limit: number;
  /** rows to leave out; 0 where `after` or `before` say where to begin */
  offset: number;
  /** asset ids that the rows come after, or before */
  after: string | null;
  before: string | null;
}

/** A page of receipts. */
export function receiptPage(queries: Queries, page: Page): Promise<ReceiptRow[]> {
  const { where, parameters, sort, limit, offset, after, before } = page;
  const values = [...parameters];
  const parameter = (value: unknown) => `$${values.push(value)}`;
  const edge = (asset: string, comes: string) =>
    `(SELECT ${sort.by} FROM receipts WHERE asset = ${parameter(asset)}) ${comes} r.${sort.by}`;
  const conditions = [where];
  if (after !== null) conditions.push(edge(after, sort.descending ? '>' : '<'));
  if (before !== null) conditions.push(edge(before, sort.descending ? '<' : '>'));
  // what comes before an edge is read from the edge on, and turned round
  const backwards = before !== null && after === null;
  const direction = sort.descending !== backwards ? 'DESC' : 'ASC';
  const rows = queries.query<ReceiptRow>(
    `SELECT r.*, t.depth, t.authority ${RECEIPTS} WHERE ${conditions.join(' AND ')}
     ORDER BY r.${sort.by} ${direction} LIMIT ${parameter(limit)} OFFSET ${parameter(offset)}`,
    values,
  );
  return backwards ? rows.then((found) => found.toReversed()) : rows;
}

/** How many receipts there are. */
export async function receiptCount(
  queries: Queries,
  { where, parameters }: Pick<Page, 'where' | 'parameters'>,
): Promise<number> {
  const [row] = await queries.query<{ count: number }>(
    `SELECT count(*) AS count ${RECEIPTS} WHERE ${where}`,
    parameters,
  );
  return row?.count ?? 0;
}

/** Transactions that changed an asset's leaf, the newest first. */
export function changesOf(
  queries: Queries,
  { tree, nonce }: Pick<ReceiptRow, 'tree' | 'nonce'>,
): Promise<{ signature: string; kind: string; slot: number; [column: string]: unknown }[]> {
  return queries.query(
    `SELECT signature, kind, slot FROM tree_changes WHERE tree = $1 AND leaf_index = $2 AND seq > 0
     ORDER BY seq DESC`,
    [tree, nonce],
  );
}
