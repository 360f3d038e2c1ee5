import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openPglite, openPostgres } from '@agent-labs/indexer';
import { startPostgres, type TestServer } from './postgres';

/** What both databases do alike. */
function alike(open: () => Promise<Database>): void {
  let database: Database;
  before(async () => {
    database = await open();
    await database.script('CREATE TABLE kept (n bigint PRIMARY KEY)');
  });
  after(() => database.close());
  const kept = async () =>
    (await database.query<{ n: number }>('SELECT n FROM kept ORDER BY n')).map(({ n }) => n);

  it('keeps all of a transaction, or nothing of one that throws', async () => {
    const result = await database.transaction(async (queries) => {
      await queries.query('INSERT INTO kept VALUES ($1)', [1]);
      return 'done';
    });
    assert.equal(result, 'done');
    const broken = database.transaction(async (queries) => {
      await queries.query('INSERT INTO kept VALUES ($1)', [2]);
      throw new RangeError('on the way');
    });
    await assert.rejects(broken, RangeError);
    assert.deepEqual(await kept(), [1]);
  });

  it('tells an error by its code, and goes on after it', async () => {
    const twice = database.transaction((queries) => queries.query('INSERT INTO kept VALUES (1)'));
    await assert.rejects(twice, { name: 'error', code: '23505' });
    await assert.rejects(database.query('SELECT nothing FROM nowhere'), { code: '42P01' });
    assert.deepEqual(await kept(), [1]);
  });

  it('lets nothing come between the statements of a transaction', async () => {
    await database.query('DELETE FROM kept');
    const seen: number[][] = [];
    const add = (n: number) =>
      database.transaction(async (queries) => {
        await queries.query('INSERT INTO kept VALUES ($1)', [n]);
        await queries.query('INSERT INTO kept VALUES ($1)', [n + 1]);
      });
    await Promise.all([
      ...[10, 20, 30].map(add),
      ...Array.from({ length: 20 }, async () => seen.push(await kept())),
    ]);
    for (const numbers of seen) assert.equal(numbers.length % 2, 0, String(numbers));
    assert.deepEqual(await kept(), [10, 11, 20, 21, 30, 31]);
  });

  it('gives numbers, numerics, arrays, JSON and absence as rows do', async () => {
    const [row] = await database.query(
      `SELECT 9007199254740991::bigint AS big, 1.50::numeric AS exact, ARRAY['a'] AS texts,
         '{"a": [1, null]}'::jsonb AS json, NULL AS none, $1::text[] AS given`,
      [['x', 'y']],
    );
    assert.deepEqual(row, {
      big: 9_007_199_254_740_991,
      exact: '1.50',
      texts: ['a'],
      json: { a: [1, null] },
      none: null,
      given: ['x', 'y'],
    });
  });
}

describe('indexer: its database (PGlite)', () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-db-'));
  after(() => rmSync(directory, { recursive: true }));
  alike(() => openPglite());

  it('refuses by name once it is closed, and has on disk what was stored', async () => {
    const at = join(directory, 'db');
    const first = await openPglite(at);
    await first.script('CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    await first.close();
    await assert.rejects(first.query('SELECT 1'), /closed/);
    const second = await openPglite(at);
    assert.deepEqual(await second.query('SELECT n FROM kept'), [{ n: 7 }]);
    await second.close();
  });

  it('says what is wrong with a directory that it cannot use', async () => {
    await assert.rejects(openPglite('/dev/null/db'), { code: 'ENOTDIR' });
  });
});

describe('indexer: its database (PostgreSQL)', () => {
  let server: TestServer | null = null;
  const faults: unknown[] = [];
  before(function () {
    server = startPostgres();
    if (server !== null) return;
    console.log('      no PostgreSQL server on this machine: this suite ran on PGlite alone');
    this.skip();
  });
  const open = () => openPostgres((server as TestServer).database(), (error) => faults.push(error));
  alike(open);

  it('outlives a connection that is lost in the middle of a transaction', async () => {
    const [database, other] = [await open(), await open()];
    await other.query('SELECT 1');
    const broken = database.transaction(async (queries) => {
      const [row] = await queries.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await other.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      // nothing runs while the connection goes
      await new Promise((done) => setTimeout(done, 300));
      await queries.query('SELECT 1');
    });
    await assert.rejects(broken);
    assert.deepEqual(await database.query('SELECT 1 AS one'), [{ one: 1 }]);
    await Promise.all([database.close(), other.close()]);
  });

  after(() => server?.stop());
});
