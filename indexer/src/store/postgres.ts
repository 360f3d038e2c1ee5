import pg from 'pg';
import type { Database, Queries, Row } from './database.js';

const MOST_CONNECTIONS = 10;
/** Milliseconds until a connection is there, and that a statement may take. */
const CONNECT_TIME = 5_000;
const STATEMENT_TIME = 30_000;

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

const queriesOf = (runs: pg.Pool | pg.PoolClient): Queries => ({
  query: async <R extends Row>(sql: string, parameters?: unknown[]) =>
    (await runs.query<R>(sql, parameters)).rows,
  script: async (sql) => {
    await runs.query(sql);
  },
});

/**
 * A PostgreSQL server.
 * @param onFault gets what goes wrong on connections that nobody is using
 */
export async function openPostgres(url: string, onFault: (error: unknown) => void): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIME,
    statement_timeout: STATEMENT_TIME,
    types,
  });
  pool.on('error', onFault);
  return {
    ...queriesOf(pool),
    shared: true,
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      // the pool listens to idle connections only: without this, one lost between two statements ends the process
      const lost = (error: Error) => {
        broken = error;
      };
      client.on('error', lost);
      try {
        await client.query('BEGIN');
        const result = await work(queriesOf(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // a connection that cannot roll back is not used again
        await client.query('ROLLBACK').catch(lost);
        throw error;
      } finally {
        client.off('error', lost);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
