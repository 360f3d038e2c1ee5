import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Front } from './front';
import { startPostgres } from './postgres';
import { IndexerProcess } from './process';
import { IndexerFixture, type Item, itemsOf, SECRET, shuffled } from './support';
import { randomFrom, World } from './world';

/** Of both databases together; PGlite takes all of them where there is no server. AGENT_LABS_KILLS=200 takes longer. */
const KILLS = Number(process.env.AGENT_LABS_KILLS ?? 12);
const ON_PGLITE = Math.ceil(KILLS / 4);
/** Deliveries that a life acknowledges before its last moments, at most, and milliseconds that those take. */
const MOST_DELIVERIES = 12;
const LAST_MOMENTS = 30;
const IN_A_DELIVERY = 3;

describe('indexer: kill -9', function () {
  this.timeout(3_600_000);
  let world: World;
  let items: Item[];
  let expected: string;
  const server = startPostgres();

  before(async () => {
    world = await World.start(31);
    await world.live(400);
    await world.localnet.node.advance({ slots: 40 });
    items = itemsOf(world);
    const whole = await IndexerFixture.start(world);
    await whole.deliver(items);
    await whole.indexer.settled();
    expected = await whole.checksum();
    await whole.stop();
  });
  after(async () => {
    server?.stop();
    await world?.localnet.stop();
  });

  async function survive(kills: number, where: Record<string, string>): Promise<void> {
    // what its start would fetch by itself is what must not be lost: it gets no history
    const front = await Front.withoutHistory(world.localnet.rpcUrl);
    const random = randomFrom(kills);
    const acknowledged = new Set<string>();
    let queue: Item[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const life = IndexerProcess.start(front.url, where);
      const url = await life.url();
      const [enough, moments] = [Math.floor(random() * MOST_DELIVERIES), random() * LAST_MOMENTS];
      let delivered = 0;
      let over = false;
      const sending = (async () => {
        while (!over) {
          if (queue.length === 0) queue = shuffled(items, random);
          const some = queue.splice(0, IN_A_DELIVERY);
          const response = await fetch(`${url}/webhooks/helius`, {
            method: 'POST',
            headers: { authorization: SECRET, 'content-type': 'application/json' },
            body: JSON.stringify(some),
          }).catch(() => null);
          if (response?.status !== 200) continue;
          delivered += 1;
          for (const item of some) acknowledged.add(item.transaction.signatures[0]);
        }
      })();
      while (delivered < enough) await new Promise((done) => setTimeout(done, 1));
      await new Promise((done) => setTimeout(done, moments));
      await life.kill();
      over = true;
      await sending;
    }
    const last = await IndexerFixture.start(world, {
      rpcUrl: front.url,
      ...('DATA_DIR' in where ? { dataDirectory: where.DATA_DIR } : { databaseUrl: where.DATABASE_URL }),
    });
    try {
      await last.indexer.settled();
      const stored = await last.indexer.database.query<{ signature: string; state: string }>(
        'SELECT signature, state FROM transactions',
      );
      const there = new Set(stored.map(({ signature }) => signature));
      const lost = [...acknowledged].filter((signature) => !there.has(signature));
      assert.deepEqual(lost, [], 'acknowledged and lost');
      const least = Math.min(items.length / 4, kills * IN_A_DELIVERY);
      assert.ok(acknowledged.size > least, `only ${acknowledged.size} came through`);
      assert.ok(stored.every(({ state }) => state === 'folded'));
      await last.deliver(items);
      await last.indexer.settled();
      assert.equal(await last.checksum(), expected);
    } finally {
      await last.stop();
      await front.stop();
    }
  }

  it('loses nothing and doubles nothing, its tables on PGlite', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'agent-labs-indexer-'));
    try {
      await survive(server === null ? KILLS : ON_PGLITE, { DATA_DIR: directory });
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('loses nothing and doubles nothing, its tables on PostgreSQL', async function () {
    if (server === null) {
      console.log('      no PostgreSQL server on this machine: all kills were on PGlite');
      return this.skip();
    }
    await survive(KILLS - ON_PGLITE, { DATABASE_URL: server.database() });
  });
});
