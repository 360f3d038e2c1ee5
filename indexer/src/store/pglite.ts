import { mkdirSync } from 'node:fs';
import { PGlite, type Results, types } from '@electric-sql/pglite';
import type { Database, Queries, Row } from './database.js';

/** Anything that runs a statement: PGlite, or a transaction in it. */
interface Runs {
  query<R>(sql: string, parameters?: unknown[]): Promise<Results<R>>;
  exec(sql: string): Promise<unknown>;
}

const queriesOf = (runs: Runs): Queries => ({
  query: async <R extends Row>(sql: string, parameters?: unknown[]) =>
    (await runs.query<R>(sql, parameters)).rows,
  script: async (sql) => {
    await runs.exec(sql);
  },
});

/**
 * PostgreSQL in this process.
 * @param directory where it is kept; in memory without one. One process owns it.
 */
export async function openPglite(directory?: string): Promise<Database> {
  if (directory !== undefined) mkdirSync(directory, { recursive: true, mode: 0o700 });
  const parsers = { [types.INT8]: Number };
  const pglite = await PGlite.create({ ...(directory !== undefined && { dataDir: directory }), parsers });
  return {
    ...queriesOf(pglite),
    shared: false,
    transaction: (work) => pglite.transaction((runs) => work(queriesOf(runs))),
    close: () => pglite.close(),
  };
}
