import type { Queries, Row } from '../store/database.js';
import { factsAbout } from './facts.js';
import type { Fact, Projection, Subject } from './module.js';

interface StateRow extends Row {
  key: string;
  folded_to: string;
  state: unknown;
}

/** A projection could not take a fact: a fault of this software, or of its tables. */
export class FoldFault extends Error {
  override readonly name = 'FoldFault';
  constructor(
    /** of the transaction whose fact it is */
    readonly signature: string,
    message: string,
    options: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What changed about subjects of one kind: the facts that came, or null to fold from the beginning. */
export type Changes = Map<string, Fact[] | null>;

/** Two that fold about the same subject do it one after the other. */
export async function lockSubjects(queries: Queries, subjects: Subject[]): Promise<void> {
  const names = [...new Set(subjects.map(([subject, key]) => `${subject}:${key}`))];
  await queries.query(
    `SELECT pg_advisory_xact_lock(lock) FROM
       (SELECT DISTINCT hashtextextended(name, 0) AS lock FROM unnest($1::text[]) AS name ORDER BY 1) AS locks`,
    [names],
  );
}

/**
 * Brings the rows of subjects up to date. What comes after all that is folded is added; what comes before folds
 * its subject again from all its facts, so that the order of arrival never shows.
 */
export async function foldSubjects<S>(
  queries: Queries,
  projection: Projection<S>,
  changes: Changes,
): Promise<void> {
  const { subject } = projection;
  const known = new Map<string, StateRow>();
  for (const row of await queries.query<StateRow>(
    'SELECT key, folded_to, state FROM subjects WHERE subject = $1 AND key = ANY($2::text[])',
    [subject, [...changes.keys()]],
  )) {
    known.set(row.key, row);
  }
  const again = new Set<string>();
  for (const [key, facts] of changes) {
    const first = facts?.[0]?.place;
    const foldedTo = known.get(key)?.folded_to;
    if (first === undefined || (foldedTo !== undefined && first <= foldedTo)) again.add(key);
  }
  const all = again.size === 0 ? null : await factsAbout(queries, subject, [...again]);
  const folded = [...changes].map(([key, facts]) =>
    again.has(key)
      ? fold(projection, key, undefined, all?.get(key) ?? [])
      : fold(projection, key, known.get(key), facts ?? []),
  );
  await store(queries, projection, folded);
}

interface Folded<S> {
  key: string;
  foldedTo: string | null;
  state: S;
  /** by table */
  rows: Record<string, Row[]>;
}

function fold<S>(
  { subject, start, apply, rows }: Projection<S>,
  key: string,
  known: StateRow | undefined,
  facts: Fact[],
): Folded<S> {
  const state = known === undefined ? start() : (known.state as S);
  let last: Fact | undefined;
  try {
    for (const fact of facts) {
      last = fact;
      apply(state, fact);
    }
    const foldedTo = last?.place ?? known?.folded_to ?? null;
    return { key, foldedTo, state, rows: foldedTo === null ? {} : rows(key, state) };
  } catch (error) {
    const message = `${last?.kind ?? 'nothing'} of ${subject} ${key}: ${(error as Error).message}`;
    throw new FoldFault(last?.signature ?? '', message, { cause: error });
  }
}

async function store<S>(
  queries: Queries,
  { subject, tables }: Projection<S>,
  folded: Folded<S>[],
): Promise<void> {
  const keys = folded.map(({ key }) => key);
  const kept = folded.filter(({ foldedTo }) => foldedTo !== null);
  if (kept.length < folded.length) {
    const gone = folded.filter(({ foldedTo }) => foldedTo === null).map(({ key }) => key);
    await queries.query('DELETE FROM subjects WHERE subject = $1 AND key = ANY($2::text[])', [subject, gone]);
  }
  await queries.query(
    `INSERT INTO subjects (subject, key, folded_to, state)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::jsonb[])
     ON CONFLICT (subject, key) DO UPDATE SET folded_to = EXCLUDED.folded_to, state = EXCLUDED.state`,
    [
      subject,
      kept.map(({ key }) => key),
      kept.map(({ foldedTo }) => foldedTo),
      kept.map(({ state }) => JSON.stringify(state)),
    ],
  );
  for (const { table, key } of tables) {
    await queries.query(`DELETE FROM ${table} WHERE ${key} = ANY($1::text[])`, [keys]);
    const all = kept.flatMap(({ rows }) => rows[table] ?? []);
    if (all.length === 0) continue;
    await queries.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(all)],
    );
  }
}
