import type { Queries, Row } from '../store/database.js';
import { type Fact, nameOf, type Subject } from './module.js';

/** A fact and whom it is about. */
export interface SubjectFact {
  fact: Fact;
  subjects: Subject[];
}

/**
 * Forgets the facts of transactions that are about to be folded again: they had vanished, or stand elsewhere now.
 * @returns whom those were about that counted
 */
export async function forgetFacts(queries: Queries, signatures: string[]): Promise<Subject[]> {
  const rows = await queries.query<{ subject: string; key: string }>(
    `WITH gone AS (DELETE FROM facts WHERE signature = ANY($1::text[]) RETURNING place, vanished),
       about AS (DELETE FROM fact_subjects s USING gone g WHERE s.place = g.place
         RETURNING s.subject, s.key, g.vanished)
     SELECT DISTINCT subject, key FROM about WHERE NOT vanished`,
    [signatures],
  );
  return rows.map(({ subject, key }): Subject => [subject, key]);
}

/** Stores facts, and whom they are about. */
export async function insertFacts(queries: Queries, facts: SubjectFact[]): Promise<void> {
  if (facts.length === 0) return;
  const column = <T>(value: (fact: Fact) => T) => facts.map(({ fact }) => value(fact));
  await queries.query(
    `INSERT INTO facts (place, signature, outer_index, inner_index, part, program, kind, slot, block_time, data)
     SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::text[], $7::text[],
       $8::bigint[], $9::bigint[], $10::jsonb[])`,
    [
      column((fact) => fact.place),
      column((fact) => fact.signature),
      column((fact) => fact.outerIndex),
      column((fact) => fact.innerIndex),
      column((fact) => fact.part),
      column((fact) => fact.program),
      column((fact) => fact.kind),
      column((fact) => fact.slot),
      column((fact) => fact.blockTime),
      column((fact) => JSON.stringify(fact.data)),
    ],
  );
  const about = facts.flatMap(({ fact, subjects }) =>
    subjects.map(([subject, key]) => ({ subject, key, place: fact.place })),
  );
  await queries.query(
    `INSERT INTO fact_subjects (subject, key, place)
     SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [about.map(({ subject }) => subject), about.map(({ key }) => key), about.map(({ place }) => place)],
  );
}

interface FactRow extends Row {
  about: string;
  key: string;
  place: string;
  signature: string;
  outer_index: number;
  inner_index: number;
  part: number;
  program: string;
  kind: string;
  slot: number;
  block_time: number | null;
  data: Fact['data'];
}

/** All facts about some subjects, in the chain's order, by `nameOf` the subject. */
export async function factsAbout(queries: Queries, subjects: Subject[]): Promise<Map<string, Fact[]>> {
  const rows = await queries.query<FactRow>(
    `SELECT s.subject AS about, s.key, f.* FROM unnest($1::text[], $2::text[]) AS asked (subject, key)
     JOIN fact_subjects s USING (subject, key) JOIN facts f USING (place)
     WHERE NOT f.vanished ORDER BY place`,
    columnsOf(subjects),
  );
  const found = new Map<string, Fact[]>();
  for (const row of rows) {
    const name = nameOf([row.about, row.key]);
    const known = found.get(name);
    if (known === undefined) found.set(name, [factOf(row)]);
    else known.push(factOf(row));
  }
  return found;
}

/** Subjects as two parameters. */
export function columnsOf(subjects: Subject[]): [string[], string[]] {
  return [subjects.map(([subject]) => subject), subjects.map(([, key]) => key)];
}

function factOf(row: FactRow): Fact {
  return {
    place: row.place,
    signature: row.signature,
    outerIndex: row.outer_index,
    innerIndex: row.inner_index,
    part: row.part,
    program: row.program,
    kind: row.kind,
    slot: row.slot,
    blockTime: row.block_time,
    data: row.data,
  };
}
