import { type IndexerOptions, MODULES, type RunningIndexer, startIndexer } from '@agent-labs/indexer';
import { rawWebhook } from '@agent-labs/localnet';
import { programsOf, recordsOf } from '../helpers/in-order';
import { startPostgres, type TestServer } from './postgres';
import type { World } from './world';

export const SECRET = 'a secret that only the webhook knows';
const QUIET = 86_400_000;

// biome-ignore lint/suspicious/noExplicitAny: tests change what they deliver at will
export type Item = any;

/** Transactions of the world that name our programs, as a webhook delivers them, in the chain's order. */
export function itemsOf({ localnet: { node, deployment } }: World): Item[] {
  return recordsOf(node, programsOf(deployment)).map((record) =>
    JSON.parse(JSON.stringify(rawWebhook(record))),
  );
}

/** An indexer of a world, which does by itself nothing at intervals: tests say when. */
export class IndexerFixture {
  private constructor(readonly indexer: RunningIndexer) {}

  static async start(world: World, options: Partial<IndexerOptions> = {}): Promise<IndexerFixture> {
    const { rpcUrl, deployment } = world.localnet;
    const indexer = await startIndexer({
      rpcUrl,
      deployment,
      webhookSecret: SECRET,
      port: 0,
      backfillEvery: QUIET,
      reconcileEvery: QUIET,
      finalityEvery: QUIET,
      manifestsEvery: QUIET,
      catchUpAtStart: false,
      ...options,
    });
    return new IndexerFixture(indexer);
  }

  async post(body: string, headers: Record<string, string> = { authorization: SECRET }) {
    const response = await fetch(`${this.indexer.url}/webhooks/helius`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Item };
  }

  /** Delivers, and throws where that is not acknowledged. */
  async deliver(items: Item[]): Promise<{ taken: number; dead: number }> {
    const { status, body } = await this.post(JSON.stringify(items));
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  async get(path: string): Promise<{ status: number; body: Item }> {
    const response = await fetch(`${this.indexer.url}${path}`);
    return { status: response.status, body: await response.json() };
  }

  /** Forgets everything. */
  async clear(): Promise<void> {
    await this.indexer.settled();
    const tables = await this.indexer.database.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    await this.indexer.database.query(`TRUNCATE ${tables.map(({ tablename }) => tablename).join(', ')}`);
  }

  /** One text for all that was folded. */
  async checksum(): Promise<string> {
    const projected = MODULES.flatMap(({ projections }) => projections).flatMap(({ tables }) => tables);
    const columns = new Map<string, string>(
      // where a fact stands is known more precisely by webhook than by backfill
      ['agent_totals', 'listings', ...projected.map(({ table }) => table)].map((table) => [
        table,
        "(to_jsonb(x) - 'place')",
      ]),
    );
    columns.set(
      'facts',
      '(signature, outer_index, inner_index, part, program, kind, slot, block_time, data)',
    );
    columns.set('transactions', '(signature, slot, block_time, failed, state)');
    const parts: string[] = [];
    for (const [table, shown] of columns) {
      const [row] = await this.indexer.database.query<{ sum: string; rows: number }>(
        `SELECT md5(string_agg(sum, '' ORDER BY sum COLLATE "C")) AS sum, count(*) AS rows
         FROM (SELECT md5(${shown}::text) AS sum FROM ${table} x) AS sums`,
      );
      parts.push(`${table} ${row?.rows} ${row?.sum}`);
    }
    return parts.join('\n');
  }

  stop(): Promise<void> {
    return this.indexer.stop();
  }
}

/** Runs a suite on PGlite, and on PostgreSQL where this machine has it. */
export function onEachDatabase(title: string, suite: (options: () => Partial<IndexerOptions>) => void): void {
  describe(`${title} (PGlite)`, () => suite(() => ({})));
  describe(`${title} (PostgreSQL)`, () => {
    let server: TestServer | null = null;
    before(function () {
      server = startPostgres();
      if (server === null) {
        console.log('      no PostgreSQL server on this machine: this suite ran on PGlite alone');
        this.skip();
      }
    });
    suite(() => {
      if (server === null) throw new Error('unreachable: skipped without a server');
      return { databaseUrl: server.database() };
    });
    // hooks run in the order they are given: after those of the suite, whose indexer is still on it
    after(() => server?.stop());
  });
}

/** In another order, the same one for a random source. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
