import type { Database } from './store/database.js';
import { haltedBecause } from './store/standing.js';

/** How far the tables are, and whether to believe them. */
export interface Status {
  cursors: { program: string; signature: string; slot: number }[];
  /** newest slot that a stored transaction is of */
  newestSlot: number | null;
  waiting: number;
  notFinal: number;
  undecodable: number;
  deadLetters: number;
  drift: { kind: string; address: string; field: string; ours: string | null; chain: string | null }[];
  /** why the tables must not be believed; null: they may be */
  halted: string | null;
  /** Unix seconds of the latest comparison with accounts */
  reconciledAt: number | null;
}

const MOST_DRIFT = 100;

export async function statusOf(database: Database): Promise<Status> {
  const [counts] = await database.query<Record<string, number | null>>(
    `SELECT (SELECT max(slot) FROM transactions) AS newest,
       (SELECT count(*) FROM transactions WHERE state = 'waiting') AS waiting,
       (SELECT count(*) FROM transactions WHERE NOT final AND state <> 'vanished') AS not_final,
       (SELECT count(*) FROM transactions WHERE state = 'undecodable') AS undecodable,
       (SELECT count(*) FROM dead_letters) AS dead,
       (SELECT extract(epoch FROM changed_at)::bigint FROM standing WHERE name = 'halted') AS reconciled`,
  );
  return {
    cursors: await database.query('SELECT program, signature, slot FROM cursors ORDER BY program'),
    newestSlot: counts?.newest ?? null,
    waiting: counts?.waiting ?? 0,
    notFinal: counts?.not_final ?? 0,
    undecodable: counts?.undecodable ?? 0,
    deadLetters: counts?.dead ?? 0,
    drift: await database.query(
      `SELECT kind, address, field, ours, chain FROM drift ORDER BY kind, address, field LIMIT ${MOST_DRIFT}`,
    ),
    halted: await haltedBecause(database),
    reconciledAt: counts?.reconciled ?? null,
  };
}
