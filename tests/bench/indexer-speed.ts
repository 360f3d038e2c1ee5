import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manyAgents } from '../helpers/many-agents';
import { Front } from '../indexer/front';
import { startPostgres } from '../indexer/postgres';
import { IndexerProcess } from '../indexer/process';
import { IndexerFixture, itemsOf, SECRET } from '../indexer/support';
import { randomFrom, World } from '../indexer/world';
import type { Speed } from './speed';

/** Deliveries a second, and how many in all. */
const A_SECOND = 500;
const TRANSACTIONS = 4_000;
const AGENTS = 10_000;
const SEARCHES = 300;

const percentile = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? 0;

/**
 * One transaction a delivery, as Helius sends them, so many a second whether or not those before are answered, to an
 * indexer in a process of its own, as it runs. The first second, which warms it up, is not counted.
 */
async function deliveries(world: World, where: Record<string, string>, on: string): Promise<Speed[]> {
  const front = await Front.withoutHistory(world.localnet.rpcUrl);
  const running = IndexerProcess.start(front.url, where);
  try {
    const url = await running.url();
    const deliver = async (body: string): Promise<number> => {
      const started = performance.now();
      const response = await fetch(`${url}/webhooks/helius`, {
        method: 'POST',
        headers: { authorization: SECRET, 'content-type': 'application/json' },
        body,
      });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`a delivery was answered ${response.status}`);
      return performance.now() - started;
    };
    const bodies = itemsOf(world).map((item) => JSON.stringify([item]));
    const sent: Promise<number>[] = [];
    for (const began = performance.now(); sent.length < bodies.length; ) {
      const due = Math.min(((performance.now() - began) * A_SECOND) / 1_000, bodies.length);
      while (sent.length < due) sent.push(deliver(bodies[sent.length] as string));
      await new Promise((done) => setTimeout(done, 1));
    }
    const times = (await Promise.all(sent)).slice(A_SECOND);
    const acknowledged = performance.now();
    const waiting = async () =>
      ((await (await fetch(`${url}/v1/status`)).json()) as { waiting: number }).waiting;
    while ((await waiting()) > 0) await new Promise((done) => setTimeout(done, 20));
    const behind = performance.now() - acknowledged;
    return [
      {
        name: `webhooks, ${A_SECOND} a second, ${on}: acknowledged, p99`,
        value: percentile(times, 0.99),
        unit: 'ms',
        budget: 300,
        atLeast: false,
      },
      {
        name: `webhooks, ${A_SECOND} a second, ${on}: folded after the last one`,
        value: behind,
        unit: 'ms',
        budget: 1_000,
        atLeast: false,
      },
    ];
  } finally {
    await running.kill();
    await front.stop();
  }
}

async function searches(fixture: IndexerFixture, on: string): Promise<Speed> {
  const { database } = fixture.indexer;
  await manyAgents(database, AGENTS);
  // a server does it by itself within a minute
  await database.script('ANALYZE');
  const random = randomFrom(7);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)];
  const times: number[] = [];
  for (let at = 0; at < SEARCHES; at += 1) {
    const words = pick(['', 'q=invoice', 'q=tran', 'q=audit%20ledg', 'q=agent', 'q=garden-7']);
    const filter = pick(['', 'tag=pdf', 'status=Active', 'minScore=3000', 'live=true&proven=true']);
    const sort = pick(['', 'sort=score', 'sort=price', 'sort=volume', 'sort=recent']);
    const started = performance.now();
    const { status } = await fixture.get(`/v1/agents?${[words, filter, sort].filter(Boolean).join('&')}`);
    if (status !== 200) throw new Error(`a search was answered ${status}`);
    times.push(performance.now() - started);
  }
  return {
    name: `agent search over 10,000 agents, ${on}, p95`,
    value: percentile(times, 0.95),
    unit: 'ms',
    budget: 50,
    atLeast: false,
  };
}

async function both(world: World, where: Record<string, string>, on: string): Promise<Speed[]> {
  const rows = await deliveries(world, where, on);
  const options = where.DATABASE_URL === undefined ? {} : { databaseUrl: where.DATABASE_URL };
  const fixture = await IndexerFixture.start(world, options);
  try {
    await fixture.clear();
    return [...rows, await searches(fixture, on)];
  } finally {
    await fixture.stop();
  }
}

/** The indexer, as `npm start` runs it and as a server would. */
export async function measureIndexer(): Promise<Speed[]> {
  const world = await World.start(1);
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-bench-'));
  const server = startPostgres();
  try {
    await world.live(TRANSACTIONS);
    const rows = await both(world, { DATA_DIR: directory }, 'PGlite');
    if (server === null) console.log('no PostgreSQL server on this machine: not measured on it');
    else rows.push(...(await both(world, { DATABASE_URL: server.database() }, 'PostgreSQL')));
    return rows;
  } finally {
    server?.stop();
    rmSync(directory, { recursive: true, force: true });
    await world.localnet.stop();
  }
}
