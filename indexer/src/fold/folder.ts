import type { Deployment } from '@agent-labs/sdk';
import { factsOf } from '../decode/facts.js';
import { readRaw } from '../decode/raw.js';
import { type Transaction, transactionOf } from '../decode/transaction.js';
import type { Database, Queries } from '../store/database.js';
import { type Stuck, setStanding } from '../store/standing.js';
import { type Claimed, claim, letterOf, setState, storeLetters } from '../store/transactions.js';
import { forgetFacts, insertFacts, type SubjectFact } from './facts.js';
import { type Fact, nameOf, type ProjectModule, placeOf, type Subject } from './module.js';
import { type Changes, FoldFault, foldSubjects, lockSubjects } from './subjects.js';

export interface FoldOptions {
  database: Database;
  deployment: Deployment;
  modules: ProjectModule[];
  /** Runs in the same transaction, after the rows of `touched` were written; those of `made` anew. */
  after?(queries: Queries, touched: Subject[], made: Subject[]): Promise<void>;
}

/** Turns stored transactions into facts, and facts into rows. */
export class Folder {
  readonly #options: FoldOptions;

  constructor(options: FoldOptions) {
    this.#options = options;
  }

  /**
   * Folds transactions that wait, the earliest slots first, all or none of them.
   * @returns how many there were
   * @throws FoldFault: the tables must not be believed then, and say so; what the database throws
   */
  fold(limit: number): Promise<number> {
    let claimed: Claimed[] = [];
    return this.#telling(
      async (queries) => {
        claimed = await claim(queries, limit);
        if (claimed.length === 0) return 0;
        const [folded, undecodable]: [string[], string[]] = [[], []];
        const facts: SubjectFact[] = [];
        for (const row of claimed) {
          const found = this.#factsOf(row);
          if (found instanceof Error) {
            await storeLetters(queries, [letterOf(found, row.raw, row.signature)]);
            undecodable.push(row.signature);
          } else {
            folded.push(row.signature);
            facts.push(...found);
          }
        }
        const before = await forgetFacts(queries, folded);
        await insertFacts(queries, facts);
        const changes = changesBy(facts);
        for (const subject of before) changes.set(nameOf(subject), { subject, facts: null });
        await this.#refold(queries, changes);
        await setState(queries, folded, 'folded');
        await setState(queries, undecodable, 'undecodable');
        return claimed.length;
      },
      () => claimed.map(({ signature }) => signature),
    );
  }

  /**
   * Takes back what transactions did, because they vanished; they may come again.
   * @throws FoldFault as `fold` does; what the database throws
   */
  unfold(signatures: string[]): Promise<void> {
    return this.#telling(
      (queries) => this.#unfold(queries, signatures),
      () => signatures,
    );
  }

  /**
   * Without the rows of one subject the tables would be wrong, and with a rule for it they would be guessed: a
   * fault in it halts all answers until a version that knows better folds on.
   */
  async #telling<T>(work: (queries: Queries) => Promise<T>, signatures: () => string[]): Promise<T> {
    const { database } = this.#options;
    try {
      return await database.transaction(work);
    } catch (error) {
      const [first = ''] = signatures();
      if (error instanceof FoldFault) {
        // an older fact may have come into it: what ends this is that one of these gets through
        const signature = signatures().includes(error.signature) ? error.signature : first;
        await setStanding(database, 'stuck', { signature, reason: error.message } satisfies Stuck);
      }
      throw error;
    }
  }

  async #unfold(queries: Queries, signatures: string[]): Promise<void> {
    const rows = await queries.query<{ subject: string; key: string }>(
      `SELECT DISTINCT s.subject, s.key FROM facts f JOIN fact_subjects s USING (place)
       WHERE f.signature = ANY($1::text[]) AND NOT f.vanished`,
      [signatures],
    );
    const subjects = rows.map(({ subject, key }): Subject => [subject, key]);
    await queries.query(
      `UPDATE facts SET vanished = true, change = nextval('fact_changes'), changed_by = pg_current_xact_id()
       WHERE signature = ANY($1::text[]) AND NOT vanished`,
      [signatures],
    );
    await setState(queries, signatures, 'vanished');
    await this.#refold(
      queries,
      new Map(subjects.map((subject) => [nameOf(subject), { subject, facts: null }])),
    );
  }

  /** The facts of a transaction, or why it has none that can be told. */
  #factsOf({ raw, signature, slot, position }: Claimed): SubjectFact[] | Error {
    const { deployment, modules } = this.#options;
    try {
      const transaction: Transaction = { ...transactionOf(readRaw(JSON.parse(raw))), slot, position };
      const more = transaction.failed
        ? []
        : modules.flatMap(({ facts }) => facts?.(transaction, deployment) ?? []);
      return [...factsOf(deployment, transaction), ...more].map((found) => {
        const { blockTime } = transaction;
        const fact: Fact = { ...found, signature, slot, blockTime, place: placeOf(transaction, found) };
        const module = modules.find(({ program }) => program === found.program);
        return { fact, subjects: module?.subjectsOf(fact.kind, fact.data) ?? [] };
      });
    } catch (error) {
      // decoding is pure: what it throws is about these bytes, and would come again each time
      if (error instanceof Error) return error;
      throw error;
    }
  }

  async #refold(queries: Queries, changes: Changes): Promise<void> {
    const { database, modules, after } = this.#options;
    const subjects = [...changes.values()].map(({ subject }) => subject);
    if (subjects.length === 0) return;
    if (database.shared) await lockSubjects(queries, subjects);
    const made = await foldSubjects(
      queries,
      modules.flatMap(({ projections }) => projections),
      changes,
    );
    await after?.(queries, subjects, made);
  }
}

function changesBy(facts: SubjectFact[]): Changes {
  const changes: Changes = new Map();
  const sorted = facts.toSorted((a, b) => (a.fact.place < b.fact.place ? -1 : 1));
  for (const { fact, subjects } of sorted) {
    for (const subject of subjects) {
      const known = changes.get(nameOf(subject));
      if (known === undefined) changes.set(nameOf(subject), { subject, facts: [fact] });
      else known.facts?.push(fact);
    }
  }
  return changes;
}
