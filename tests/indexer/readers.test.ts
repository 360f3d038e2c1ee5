import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { within } from '../helpers/within';
import { IndexerFixture, itemsOf } from './support';
import { World } from './world';

const STALLED = 20;
/** Times that everything is told again at most: far more than sockets keep for a reader. */
const TOLD_AGAIN = 60;

describe('indexer: readers along that do not read', () => {
  let world: World;
  let fixture: IndexerFixture;

  before(async () => {
    world = await World.start(61);
    await world.live(150);
    fixture = await IndexerFixture.start(world);
    await fixture.deliver(itemsOf(world));
    await fixture.indexer.settled();
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  /** Asks for everything, and reads nothing of it. */
  async function stalled(): Promise<Socket> {
    const { hostname, port } = new URL(fixture.indexer.url);
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.pause();
    socket.write('GET /v1/stream?topics=activity HTTP/1.1\r\nHost: indexer\r\nLast-Event-ID: 0-0\r\n\r\n');
    return socket;
  }

  async function readers(): Promise<number> {
    const text = await (await fetch(`${fixture.indexer.url}/metrics`)).text();
    return Number(/^indexer_stream_readers (\d+)$/m.exec(text)?.[1]);
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
  }

  it('are dropped, while memory stays bounded and the one that reads misses nothing', async () => {
    const sockets = await Promise.all(Array.from({ length: STALLED }, stalled));
    const stop = new AbortController();
    const response = await fetch(`${fixture.indexer.url}/v1/stream?topics=activity`, { signal: stop.signal });
    let told = 0;
    const reading = (async () => {
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        told += Buffer.from(part).toString().split('event: activity').length - 1;
      }
    })().catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
    await within(
      30,
      until(async () => (await readers()) === STALLED + 1),
    );
    const before = process.memoryUsage().rss;
    let facts = 0;
    for (let time = 0; time < TOLD_AGAIN && (await readers()) > 1; time += 1) {
      const changed = await fixture.indexer.database.query(
        `UPDATE facts SET change = nextval('fact_changes'), changed_by = pg_current_xact_id() RETURNING 1`,
      );
      facts = changed.length;
      const already = told;
      await within(
        60,
        until(async () => told > already),
      );
    }
    await within(
      120,
      until(async () => (await readers()) === 1),
    );
    assert.ok(facts > 100 && told > facts);
    // a backlog of 256 KiB each, and not all that they were told
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;
    assert.ok(grown < 200, `${grown.toFixed(0)} MiB`);
    stop.abort();
    await reading;
    for (const socket of sockets) socket.destroy();
  });
});
