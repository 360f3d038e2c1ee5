import type { Queries } from './database.js';

/** Notes something that every process has to know, a halt for one. */
export async function setStanding(queries: Queries, name: string, value: unknown): Promise<void> {
  await queries.query(
    `INSERT INTO standing (name, value) VALUES ($1, $2::jsonb)
     ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value, changed_at = now()`,
    [name, JSON.stringify(value)],
  );
}

/** Folding cannot go on: which transaction it is stuck at, and why. */
export interface Stuck {
  signature: string;
  reason: string;
}

/** Why the tables must not be believed; null: they may be. */
export async function haltedBecause(queries: Queries): Promise<string | null> {
  const shortfall = await standing<string>(queries, 'halted');
  if (shortfall !== null) return shortfall;
  const stuck = await standing<Stuck>(queries, 'stuck');
  return stuck && `folding is stuck at transaction ${stuck.signature}: ${stuck.reason}`;
}

/** null where it was never noted. */
export async function standing<T>(queries: Queries, name: string): Promise<T | null> {
  const [row] = await queries.query<{ value: T }>('SELECT value FROM standing WHERE name = $1', [name]);
  return row?.value ?? null;
}
