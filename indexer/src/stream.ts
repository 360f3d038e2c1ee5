import type { Database, Row } from './store/database.js';

/** Something that readers along get: an activity, or that it is no more. */
export interface Change {
  /** where a reader goes on */
  id: string;
  topics: string[];
  event: 'activity' | 'reverted';
  row: Row;
}

/** Changes that one look reads at most. */
const MOST = 500;

/** Subjects that readers along may ask for by their address. */
export const ABOUT = [
  'agent',
  'wallet',
  'dispute',
  'mandate',
  'lock',
  'pool',
  'batch',
  'approval',
  'grant',
] as const;

const SELECT = `SELECT f.*, f.changed_by::text AS changed_by, t.final, (
    SELECT array_agg(CASE s.subject WHEN 'config' THEN 'config' ELSE s.subject || ':' || s.key END)
    FROM fact_subjects s WHERE s.place = f.place AND s.subject IN ('config', ${ABOUT.map((one) => `'${one}'`).join(', ')})) AS about
  FROM facts f JOIN transactions t USING (signature)`;

/**
 * Reads what changed, in an order that never misses one: a change is read once no transaction that began before
 * its own can still commit.
 */
export class ChangeLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Where the log ends now. */
  async end(): Promise<string> {
    const [row] = await this.#database.query<{ id: string }>(
      `SELECT changed_by::text || '-' || change AS id FROM facts
       WHERE changed_by < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY facts.changed_by DESC, change DESC LIMIT 1`,
    );
    return row?.id ?? '0-0';
  }

  /** What came after a place in the log, the oldest first. */
  async after(id: string): Promise<Change[]> {
    const [by = '0', change = '0'] = id.split('-');
    const rows = await this.#database.query(
      `${SELECT} WHERE (f.changed_by, f.change) > ($1::text::xid8, $2::bigint)
       AND f.changed_by < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY f.changed_by, f.change LIMIT ${MOST}`,
      [by, Number(change)],
    );
    return rows.map((row) => ({
      id: `${row.changed_by}-${row.change}`,
      topics: ['activity', ...((row.about as string[] | null) ?? [])],
      event: row.vanished ? 'reverted' : 'activity',
      row,
    }));
  }
}
