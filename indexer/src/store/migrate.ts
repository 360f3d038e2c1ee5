import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.js';

const DIRECTORY = join(import.meta.dirname, '../../migrations');
/** Of the lock that processes starting together wait for. */
const LOCK = 20_2611;

/** Brings the tables up to this version, each step once, in the order of their numbers. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await queries.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
  });
  const names = readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const name of names) {
    await database.transaction(async (queries) => {
      await queries.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      const done = await queries.query('SELECT 1 FROM migrations WHERE name = $1', [name]);
      if (done.length > 0) return;
      await queries.script(readFileSync(join(DIRECTORY, name), 'utf8'));
      await queries.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
    });
  }
}
