import assert from 'node:assert/strict';
import { startPostgres } from './postgres';
import { IndexerFixture, type Item, itemsOf, shuffled } from './support';
import { randomFrom, World } from './world';

/** Ways to deliver 10,000 transactions; without it a few of fewer. 100 take most of an hour. */
const { AGENT_LABS_SEEDS } = process.env;
const SEEDS = Number(AGENT_LABS_SEEDS ?? 2);
const TRANSACTIONS = AGENT_LABS_SEEDS === undefined ? 4_200 : 10_000;
/** Of them, those of people who lock, pool and grant money, and who consent, approve and anchor. */
const OF_OTHERS = 1_200;
/** Every so many goes to PGlite; all of them where there is no server. */
const ON_PGLITE = 4;
const IN_A_DELIVERY = 500;
const FIRST_SEED = Number(process.env.AGENT_LABS_FIRST_SEED ?? 1);

describe(`indexer: ${TRANSACTIONS} transactions, ${SEEDS} ways to deliver them`, function () {
  this.timeout(0);
  let world: World;
  let embedded: IndexerFixture;
  let served: IndexerFixture | null = null;
  let items: Item[];
  let bodies: string[];
  const server = startPostgres();

  before(async () => {
    world = await World.start(1);
    await world.live(TRANSACTIONS - OF_OTHERS);
    await world.liveOn(TRANSACTIONS);
    // past the point at which a block can vanish
    await world.localnet.node.advance({ slots: 40 });
    items = itemsOf(world);
    bodies = items.map((item) => JSON.stringify(item));
    embedded = await IndexerFixture.start(world);
    if (server !== null) served = await IndexerFixture.start(world, { databaseUrl: server.database() });
  });
  after(async () => {
    await embedded?.stop();
    await served?.stop();
    server?.stop();
    await world?.localnet.stop();
  });

  /** Shuffled, some of it twice, a little fifty times, some never: what is missing is fetched from the chain. */
  async function deliver(fixture: IndexerFixture, random: () => number): Promise<void> {
    const delivered: string[] = [];
    let dropped = 0;
    for (const body of bodies) {
      const chance = random();
      if (chance < 0.05) {
        dropped += 1;
        continue;
      }
      const times = chance < 0.06 ? 50 : chance < 0.36 ? 2 : 1;
      for (let time = 0; time < times; time += 1) delivered.push(body);
    }
    assert.ok(dropped > TRANSACTIONS / 40);
    const order = shuffled(delivered, random);
    for (let at = 0; at < order.length; at += IN_A_DELIVERY) {
      const { status } = await fixture.post(`[${order.slice(at, at + IN_A_DELIVERY).join(',')}]`);
      assert.equal(status, 200);
    }
    await fixture.indexer.backfill();
    await fixture.indexer.settled();
    await fixture.indexer.finality();
  }

  it('comes to the same tables, equal to the accounts of the chain', async () => {
    assert.ok(items.length >= TRANSACTIONS);
    const undone = DEEDS.filter((deed) => !world.done.has(deed));
    assert.deepEqual(undone, [], 'nobody did these');
    const began = performance.now();
    const sums = new Set<string>();
    const used = new Set<IndexerFixture>();
    for (let at = 0; at < SEEDS; at += 1) {
      const fixture = at % ON_PGLITE === 0 ? embedded : (served ?? embedded);
      used.add(fixture);
      await fixture.clear();
      await deliver(fixture, randomFrom(FIRST_SEED + at));
      sums.add(await fixture.checksum());
      assert.equal(sums.size, 1, `seed ${FIRST_SEED + at} came to other tables`);
      if ((at + 1) % 10 === 0) console.log(`      ${at + 1} of ${SEEDS}: the same tables`);
    }
    for (const fixture of used) {
      const { waiting, notFinal, deadLetters } = (await fixture.get('/v1/status')).body;
      assert.deepEqual([waiting, notFinal, deadLetters], [0, 0, 0]);
      await fixture.indexer.reconcile();
      const { drift, reconciledAt } = (await fixture.get('/v1/status')).body;
      assert.deepEqual(drift, []);
      assert.ok(reconciledAt > 0);
    }
    const seconds = (performance.now() - began) / 1_000;
    console.log(`      ${SEEDS} deliveries in ${seconds.toFixed(0)} s`);
  });
});

/** What has to be among the transactions, or the test says little. */
const DEEDS = [
  'settle',
  'settle several',
  'settle a set',
  'payout',
  'rearm',
  'open channel',
  'heartbeat',
  'update',
  'publish',
  'status',
  'deposit',
  'withdraw',
  'refund',
  'close',
  'reopen',
  'drain',
  'finish',
  'sweep',
  'rotate',
  'kill',
  'close budget',
  'transfer',
  'yank',
  'stake',
  'unstake',
  'release tranche',
  'rate',
  'mint receipt',
  'lock',
  'claim lock',
  'top up',
  'approve milestone',
  'cancel lock',
  'reclaim',
  'change recipient',
  'offer lock',
  'accept lock',
  'close lock',
  'open intake',
  'lock intake',
  'create pool',
  'fund pool',
  'join pool',
  'open epoch',
  'claim income',
  'leave pool',
  'evict',
  'stop pool',
  'create batch',
  'fund batch',
  'claim leaf',
  'cancel batch',
  'consent',
  'take consent back',
  'ask approvers',
  'approve',
  'withdraw approval',
  'close approval',
  'anchor',
];
