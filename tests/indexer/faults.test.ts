import assert from 'node:assert/strict';
import { IndexerFixture, type Item, itemsOf, shuffled } from './support';
import { randomFrom, World } from './world';

/** Transactions, and how many different deliveries of them; AGENT_LABS_SEEDS=100 is for a machine with time. */
const TRANSACTIONS = 10_000;
const SEEDS = Number(process.env.AGENT_LABS_SEEDS ?? 3);
const IN_A_DELIVERY = 500;
const FIRST_SEED = Number(process.env.AGENT_LABS_FIRST_SEED ?? 1);

describe(`indexer: ${TRANSACTIONS} transactions, ${SEEDS} ways to deliver them`, function () {
  this.timeout(3_600_000);
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  let bodies: string[];

  before(async () => {
    world = await World.start(1);
    await world.live(TRANSACTIONS);
    // past the point at which a block can vanish
    await world.localnet.node.advance({ slots: 40 });
    items = itemsOf(world);
    bodies = items.map((item) => JSON.stringify(item));
    fixture = await IndexerFixture.start(world);
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  it('comes to the same tables, equal to the accounts of the chain', async () => {
    assert.ok(items.length >= TRANSACTIONS);
    for (const deed of DEEDS) assert.ok((world.done.get(deed) ?? 0) > 0, `nobody did ${deed}`);
    const began = performance.now();
    const sums = new Set<string>();
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
      await fixture.clear();
      const random = randomFrom(seed);
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
      sums.add(await fixture.checksum());
      assert.equal(sums.size, 1, `seed ${seed} came to other tables`);
      const done = seed + 1 - FIRST_SEED;
      if (done % 10 === 0) console.log(`      ${done} of ${SEEDS}: the same tables`);
    }
    const { waiting, notFinal, deadLetters } = (await fixture.get('/v1/status')).body;
    assert.deepEqual([waiting, notFinal, deadLetters], [0, 0, 0]);
    await fixture.indexer.reconcile();
    const { drift, reconciledAt } = (await fixture.get('/v1/status')).body;
    assert.deepEqual(drift, []);
    assert.ok(reconciledAt > 0);
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
];
