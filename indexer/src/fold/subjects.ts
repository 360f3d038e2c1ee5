import type { Queries, Row } from '../store/database.js';
import { columnsOf, factsAbout } from './facts.js';
import { type Fact, nameOf, type Projection, type Subject } from './module.js';

interface StateRow extends Row {
  subject: string;
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

/** What changed about subjects, by `nameOf`: the facts that came, or null to fold from the beginning. */
export type Changes = Map<string, { subject: Subject; facts: Fact[] | null }>;

/** Two that fold about the same subject do it one after the other. */
export async function lockSubjects(queries: Queries, subjects: Subject[]): Promise<void> {
  const names = [...new Set(subjects.map(nameOf))];
  await queries.query(
    `SELECT pg_advisory_xact_lock(lock) FROM
       (SELECT DISTINCT hashtextextended(name, 0) AS lock FROM unnest($1::text[]) AS name ORDER BY 1) AS locks`,
    [names],
  );
}

/**
 * Brings the rows of subjects up to date. What comes after all that is folded is added; what comes before folds
 * its subject again from all its facts, so that the order of arrival never shows. Statements are what folding
 * spends its time on: all kinds of subjects share one to read and one to write.
 * @param projections those of other subjects than `changes` has do nothing
 * @returns those whose rows are new or were made again from all facts: of the others only sums moved
 */
export async function foldSubjects(
  queries: Queries,
  // biome-ignore lint/suspicious/noExplicitAny: each has a state of its own
  projections: Projection<any>[],
  changes: Changes,
): Promise<Subject[]> {
  const bySubject = new Map(projections.map((projection) => [projection.subject, projection]));
  const projected = [...changes.values()].filter(({ subject: [subject] }) => bySubject.has(subject));
  if (projected.length === 0) return [];
  const known = new Map<string, StateRow>();
  for (const row of await queries.query<StateRow>(
    `SELECT subject, key, folded_to, state FROM unnest($1::text[], $2::text[]) AS asked (subject, key)
     JOIN subjects USING (subject, key)`,
    columnsOf(projected.map(({ subject }) => subject)),
  )) {
    known.set(nameOf([row.subject, row.key]), row);
  }
  const again = projected.filter(({ subject, facts }) => {
    const first = facts?.[0]?.place;
    const foldedTo = known.get(nameOf(subject))?.folded_to;
    return first === undefined || (foldedTo !== undefined && first <= foldedTo);
  });
  const afresh = new Set(again.map(({ subject }) => nameOf(subject)));
  const all =
    again.length === 0
      ? null
      : await factsAbout(
          queries,
          again.map(({ subject }) => subject),
        );
  const folded = projected.map(({ subject, facts }) => {
    const name = nameOf(subject);
    const projection = bySubject.get(subject[0]) as Projection<unknown>;
    const row = known.get(name);
    return afresh.has(name)
      ? fold(projection, subject, row !== undefined, undefined, all?.get(name) ?? [])
      : fold(projection, subject, row !== undefined, row, facts ?? []);
  });
  await storeSubjects(queries, folded);
  for (const projection of projections) await storeRows(queries, projection, folded);
  return folded
    .filter(({ subject, known }) => !known || afresh.has(nameOf(subject)))
    .map(({ subject }) => subject);
}

interface Folded {
  subject: Subject;
  /** has rows that this replaces */
  known: boolean;
  foldedTo: string | null;
  state: unknown;
  /** by table */
  rows: Record<string, Row[]>;
}

function fold<S>(
  { start, apply, rows }: Projection<S>,
  subject: Subject,
  known: boolean,
  from: StateRow | undefined,
  facts: Fact[],
): Folded {
  const state = from === undefined ? start() : (from.state as S);
  let last: Fact | undefined;
  try {
    for (const fact of facts) {
      last = fact;
      apply(state, fact);
    }
    const foldedTo = last?.place ?? from?.folded_to ?? null;
    return { subject, known, foldedTo, state, rows: foldedTo === null ? {} : rows(subject[1], state) };
  } catch (error) {
    const message = `${last?.kind ?? 'nothing'} of ${subject.join(' ')}: ${(error as Error).message}`;
    throw new FoldFault(last?.signature ?? '', message, { cause: error });
  }
}

async function storeSubjects(queries: Queries, folded: Folded[]): Promise<void> {
  const gone = folded.filter(({ foldedTo }) => foldedTo === null);
  if (gone.length > 0) {
    await queries.query(
      `DELETE FROM subjects s USING unnest($1::text[], $2::text[]) AS gone (subject, key)
       WHERE s.subject = gone.subject AND s.key = gone.key`,
      columnsOf(gone.map(({ subject }) => subject)),
    );
  }
  const kept = folded.filter(({ foldedTo }) => foldedTo !== null);
  if (kept.length === 0) return;
  await queries.query(
    `INSERT INTO subjects (subject, key, folded_to, state)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])
     ON CONFLICT (subject, key) DO UPDATE SET folded_to = EXCLUDED.folded_to, state = EXCLUDED.state`,
    [
      ...columnsOf(kept.map(({ subject }) => subject)),
      kept.map(({ foldedTo }) => foldedTo),
      kept.map(({ state }) => JSON.stringify(state)),
    ],
  );
}

async function storeRows(
  queries: Queries,
  // biome-ignore lint/suspicious/noExplicitAny: each has a state of its own
  { subject: kind, tables }: Projection<any>,
  folded: Folded[],
): Promise<void> {
  const mine = folded.filter(({ subject: [subject] }) => subject === kind);
  const replaced = mine.filter(({ known }) => known).map(({ subject: [, key] }) => key);
  for (const { table, key } of tables) {
    if (replaced.length > 0) {
      await queries.query(`DELETE FROM ${table} WHERE ${key} = ANY($1::text[])`, [replaced]);
    }
    const all = mine.flatMap(({ rows }) => rows[table] ?? []);
    if (all.length === 0) continue;
    await queries.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(all)],
    );
  }
}
