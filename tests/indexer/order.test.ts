import assert from 'node:assert/strict';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';

/** Every order of a list. */
function* orders<T>(list: T[]): Generator<T[]> {
  if (list.length === 0) yield list;
  for (const [at, first] of list.entries()) {
    for (const rest of orders([...list.slice(0, at), ...list.slice(at + 1)])) yield [first, ...rest];
  }
}

onEachDatabase('indexer: the order of arrival does not show', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];

  before(async () => {
    world = await World.start(5);
    await world.live(250);
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });
  beforeEach(() => fixture.clear());

  /** Five transactions of one agent's life, one after the other: registration, version, status, and what follows. */
  function life(): Item[] {
    const registry = world.localnet.deployment.registry.toBase58();
    const [agent] = world.agents;
    const named = items.filter((item) => {
      const keys: string[] = item.transaction.message.accountKeys;
      return (
        item.meta.err === null && keys.includes(agent?.agent.toBase58() ?? '') && keys.includes(registry)
      );
    });
    assert.ok(named.length >= 5, `only ${named.length}`);
    return named.slice(0, 5);
  }

  it('folds each of the 120 orders of five transactions of an agent to the same rows', async () => {
    const five = life();
    await fixture.deliver(five);
    await fixture.indexer.settled();
    const expected = await fixture.checksum();
    let tried = 0;
    for (const order of orders(five)) {
      await fixture.clear();
      // each folded before the next one comes
      for (const item of order) {
        await fixture.deliver([item]);
        await fixture.indexer.settled();
      }
      assert.equal(await fixture.checksum(), expected, `order ${order.map((item) => five.indexOf(item))}`);
      tried += 1;
    }
    assert.equal(tried, 120);
  }).timeout(300_000);

  it('counts who pays an agent though the mandate is heard of after its channels', async () => {
    await fixture.deliver(items);
    await fixture.indexer.settled();
    await fixture.indexer.finality();
    const expected = await fixture.checksum();
    const opened = await fixture.indexer.database.query<{ signature: string }>(
      `SELECT DISTINCT signature FROM facts WHERE kind = 'mandateOpened'`,
    );
    const openings = new Set(opened.map(({ signature }) => signature));
    const isOpening = (item: Item) => openings.has(item.transaction.signatures[0]);
    await fixture.clear();
    await fixture.deliver(items.filter((item) => !isOpening(item)));
    await fixture.indexer.settled();
    assert.notEqual(await fixture.checksum(), expected);
    await fixture.deliver(items.filter(isOpening));
    await fixture.indexer.settled();
    await fixture.indexer.finality();
    assert.equal(await fixture.checksum(), expected);
  });

  it('attack 69: a second run over everything changes nothing, nor does one that broke off', async () => {
    await fixture.deliver(items);
    await fixture.indexer.settled();
    await fixture.indexer.finality();
    const expected = await fixture.checksum();
    await fixture.indexer.database.query('DELETE FROM cursors');
    await fixture.indexer.backfill();
    await fixture.deliver(items);
    await fixture.indexer.settled();
    assert.equal(await fixture.checksum(), expected);
    await fixture.indexer.database.query("UPDATE transactions SET state = 'waiting'");
    await fixture.indexer.settled();
    assert.equal(await fixture.checksum(), expected);
  });

  it('learns the order within a block from the block where nobody told it', async () => {
    await fixture.deliver(items);
    await fixture.indexer.settled();
    const expected = await fixture.checksum();
    await fixture.clear();
    const random = randomFrom(3);
    const untold = items.map(({ indexWithinBlock: _, ...item }) => item);
    await fixture.deliver(shuffled(untold, random));
    await fixture.indexer.settled();
    await fixture.indexer.finality();
    assert.equal(await fixture.checksum(), expected);
    await fixture.indexer.reconcile();
    assert.deepEqual((await fixture.get('/v1/status')).body.drift, []);
  });
});
