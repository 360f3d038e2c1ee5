import assert from 'node:assert/strict';
import { Front } from './front';
import { IndexerFixture, type Item, itemsOf, onEachDatabase } from './support';
import { World } from './world';

/** For longer than it is remembered whether the tables may be believed, milliseconds. */
const FORGOTTEN = 1_100;

onEachDatabase('indexer: folding that cannot go on', (options) => {
  let world: World;
  let front: Front;
  let fixture: IndexerFixture;
  let items: Item[];
  const query = (sql: string, parameters?: unknown[]) => fixture.indexer.database.query(sql, parameters);
  const settledAt = (item: Item) =>
    item.meta.err === null &&
    item.transaction.message.accountKeys.includes(world.localnet.deployment.escrow.toBase58());

  before(async () => {
    world = await World.start(51);
    await world.live(120);
    items = itemsOf(world);
    front = await Front.before(world.localnet.rpcUrl);
    fixture = await IndexerFixture.start(world, { rpcUrl: front.url, ...options() });
  });
  after(async () => {
    await fixture?.stop();
    await front?.stop();
    await world?.localnet.stop();
  });

  it('halts all answers by name, loses no delivery, and goes on once what was wrong is right', async () => {
    await fixture.deliver(items);
    await fixture.indexer.settled();
    const whole = await fixture.checksum();
    await fixture.clear();

    // the last transaction of escrow finds a state that no fact fits on
    const last = items.findLastIndex(settledAt);
    await fixture.deliver(items.slice(0, last));
    await fixture.indexer.settled();
    const kept = await query('SELECT subject, key, state FROM subjects');
    await query(`UPDATE subjects SET state = '{}' WHERE subject IN ('channel', 'mandate')`);
    const culprit = items[last].transaction.signatures[0] as string;
    assert.deepEqual(await fixture.deliver(items.slice(last)), { taken: items.length - last, dead: 0 });
    await fixture.indexer.settled();
    await new Promise((done) => setTimeout(done, FORGOTTEN));

    const { body: status } = await fixture.get('/v1/status');
    assert.match(status.halted, /^folding is stuck at transaction \w+: \w+ of (channel|mandate) \w+: /);
    assert.ok(status.halted.includes(culprit), status.halted);
    assert.ok(status.waiting > 0);
    for (const path of ['/v1/agents', '/v1/activity', '/v1/stream?topics=activity']) {
      const answer = await fixture.get(path);
      assert.deepEqual([answer.status, answer.body.error.code], [503, 'Halted']);
      assert.ok(answer.body.error.message.includes(culprit));
    }
    const health = await fixture.get('/health');
    assert.deepEqual([health.status, health.body.halted], [503, status.halted]);
    const metrics = await (await fetch(`${fixture.indexer.url}/metrics`)).text();
    assert.match(metrics, /indexer_faults_total\{doing="fold"\} [1-9]/);
    assert.deepEqual(await fixture.deliver(items.slice(-1)), { taken: 1, dead: 0 });

    // as a version that knows better would find it
    for (const { subject, key, state } of kept) {
      await query('UPDATE subjects SET state = $3::jsonb WHERE subject = $1 AND key = $2', [
        subject,
        key,
        JSON.stringify(state),
      ]);
    }
    await fixture.indexer.settled();
    await new Promise((done) => setTimeout(done, FORGOTTEN));
    const { body: after } = await fixture.get('/v1/status');
    assert.deepEqual([after.halted, after.waiting], [null, 0]);
    assert.equal((await fixture.get('/v1/agents')).status, 200);
    assert.equal(await fixture.checksum(), whole);
  });

  it('halts too where what vanished cannot be taken back, and takes it back later', async () => {
    await fixture.clear();
    await fixture.deliver(items);
    await fixture.indexer.settled();
    await world.localnet.node.advance({ slots: 40 });
    const gone = items[items.findLastIndex(settledAt)].transaction.signatures[0] as string;
    front.change = ({ method, params }, result) => {
      if (method === 'getTransaction') return params[0] === gone ? null : result;
      if (method !== 'getSignatureStatuses') return result;
      const value = result.value.map((one: Item, at: number) => (params[0][at] === gone ? null : one));
      return { ...result, value };
    };
    const escrow = `program = 'escrow' AND NOT vanished AND signature <> '${gone}'`;
    const kept = await query(`SELECT place, data FROM facts WHERE ${escrow}`);
    await query(`UPDATE facts SET data = '{}' WHERE ${escrow}`);
    await fixture.indexer.finality();
    assert.match((await fixture.get('/v1/status')).body.halted, /^folding is stuck at transaction/);
    await query(
      `UPDATE facts f SET data = k.data FROM jsonb_to_recordset($1::jsonb) AS k (place text, data jsonb)
       WHERE f.place = k.place`,
      [JSON.stringify(kept)],
    );
    await fixture.indexer.finality();
    assert.equal((await fixture.get('/v1/status')).body.halted, null);
    const { body } = await fixture.get(`/v1/transactions/${gone}`);
    assert.equal(body.state ?? body.error.code, 'vanished');
  });
});
