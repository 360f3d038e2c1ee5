import assert from 'node:assert/strict';
import { mandateVaultAddress, scoreAddress } from '@agent-labs/sdk';
import { AccountLayout } from '@solana/spl-token';
import { Keypair, PublicKey } from '@solana/web3.js';
import { Front } from './front';
import { IndexerFixture, type Item, itemsOf, onEachDatabase } from './support';
import { World } from './world';

onEachDatabase('indexer: beside the chain', (options) => {
  let world: World;
  let front: Front;
  let fixture: IndexerFixture;
  let items: Item[];

  before(async () => {
    world = await World.start(21);
    await world.live(150);
    await world.raters.several(8);
    await world.localnet.node.advance({ slots: 40 });
    items = itemsOf(world);
    front = await Front.before(world.localnet.rpcUrl);
    fixture = await IndexerFixture.start(world, { rpcUrl: front.url, ...options() });
  });
  after(async () => {
    await fixture?.stop();
    await front?.stop();
    await world?.localnet.stop();
  });
  beforeEach(async () => {
    front.change = (_, result) => result;
    front.fail = () => null;
    await fixture.clear();
  });

  const status = async () => (await fixture.get('/v1/status')).body;
  const deliverAll = async (some = items) => {
    await fixture.deliver(some);
    await fixture.indexer.settled();
  };
  /** The node knows nothing of these any more. */
  const forget = (gone: Set<string>) => {
    front.change = ({ method, params }, result) => {
      if (method === 'getTransaction') return gone.has(params[0]) ? null : result;
      if (method === 'getSignaturesForAddress') {
        return result.filter(({ signature }: Item) => !gone.has(signature));
      }
      if (method !== 'getSignatureStatuses') return result;
      const value = result.value.map((one: Item, at: number) => (gone.has(params[0][at]) ? null : one));
      return { ...result, value };
    };
  };

  it('attack 68: takes back what was confirmed and vanished, and takes it again when it comes again', async () => {
    const events = items.filter((item) => item.meta.err === null && item.meta.innerInstructions.length > 0);
    // a reorganisation takes the newest
    const gone = new Set<string>(events.slice(-5).map((item) => item.transaction.signatures[0]));
    await deliverAll(items.filter((item) => !gone.has(item.transaction.signatures[0])));
    await fixture.indexer.finality();
    const without = await fixture.checksum();
    await fixture.clear();

    await deliverAll();
    const whole = await fixture.checksum();
    assert.notEqual(whole, without);
    forget(gone);
    await fixture.indexer.finality();
    const found = await fixture.indexer.database.query(
      `SELECT signature FROM transactions WHERE state = 'vanished' ORDER BY slot`,
    );
    assert.deepEqual(new Set(found.map(({ signature }) => signature)), gone);
    const tables = (sum: string) => sum.split('\n').filter((line) => !/^(facts|transactions)/.test(line));
    assert.deepEqual(tables(await fixture.checksum()), tables(without));
    for (const signature of gone) {
      const { body } = await fixture.get(`/v1/transactions/${signature}`);
      assert.deepEqual([body.state, body.activity], ['vanished', []]);
    }

    await deliverAll(events.slice(-5));
    assert.deepEqual(tables(await fixture.checksum()), tables(whole));
  });

  it('believes no node that has forgotten the slot', async () => {
    await deliverAll();
    const gone = new Set<string>(items.slice(0, 20).map((item) => item.transaction.signatures[0]));
    forget(gone);
    const { change } = front;
    front.change = (call, result) =>
      call.method === 'getFirstAvailableBlock' ? items.at(-1).slot : change(call, result);
    await fixture.indexer.finality();
    assert.deepEqual(
      await fixture.indexer.database.query(`SELECT signature FROM transactions WHERE state = 'vanished'`),
      [],
    );
  });

  it('moves what landed in another slot than it was first told of', async () => {
    await deliverAll();
    const whole = await fixture.checksum();
    await fixture.clear();
    await deliverAll(items.map((item) => ({ ...item, slot: item.slot - (item.slot % 7) })));
    assert.notEqual(await fixture.checksum(), whole);
    await fixture.indexer.finality();
    await fixture.indexer.finality();
    assert.equal(await fixture.checksum(), whole);
  });

  it('learns the order within later blocks where the node does not have the earlier ones', async () => {
    await deliverAll();
    await fixture.indexer.finality();
    const whole = await fixture.checksum();
    await fixture.clear();
    const { change } = front;
    // more than are looked up at a time
    const MISSING = 30;
    let asked = 0;
    front.change = (call, result) => {
      if (call.method !== 'getBlock') return change(call, result);
      asked += 1;
      return asked <= MISSING ? null : result;
    };
    await deliverAll(items.map(({ indexWithinBlock: _, ...item }) => item));
    await fixture.indexer.finality();
    assert.ok(asked > MISSING, `only ${asked} blocks were asked for`);
    front.change = change;
    await fixture.indexer.finality();
    assert.equal(await fixture.checksum(), whole);
  });

  it('backfills everything when nothing was delivered, and stops at its cursor the next time', async () => {
    await deliverAll();
    await fixture.indexer.finality();
    const whole = await fixture.checksum();
    await fixture.clear();
    await fixture.indexer.backfill();
    await fixture.indexer.finality();
    assert.equal(await fixture.checksum(), whole);
    front.calls.clear();
    await fixture.indexer.backfill();
    assert.equal(front.calls.get('getTransaction'), undefined);
    const { cursors, lag } = await status();
    assert.equal(cursors.length, 4, 'one for each program that did anything');
    assert.ok(lag.slots <= 1, `${lag.slots}`);
  });

  it('goes on where a backfill broke off, through a node that fails one call in three', async () => {
    await deliverAll();
    await fixture.indexer.finality();
    const whole = await fixture.checksum();
    await fixture.clear();
    let calls = 0;
    // gone in the middle, for longer than calls are tried again
    front.fail = () => {
      calls += 1;
      return calls > 60 ? 503 : null;
    };
    await fixture.indexer.backfill();
    const { cursors } = await status();
    const stored = await fixture.indexer.database.query('SELECT signature FROM transactions');
    assert.ok(stored.length < items.length, 'the fault came too late');
    for (const { signature } of cursors) {
      assert.ok(
        stored.some((one) => one.signature === signature),
        'a cursor is past what was stored',
      );
    }
    calls = 0;
    front.fail = () => {
      calls += 1;
      return calls % 3 === 0 ? 500 : null;
    };
    // a call that fails each time that it is tried ends a run, as rare as that is: the next one goes on
    for (let run = 0; run < 5; run += 1) await fixture.indexer.backfill();
    front.fail = () => null;
    await fixture.indexer.finality();
    assert.equal(await fixture.checksum(), whole);
  }).timeout(300_000);

  it('does not pass what the node lists and does not give', async () => {
    const withheld = items[100].transaction.signatures[0];
    front.change = ({ method, params }, result) =>
      method === 'getTransaction' && params[0] === withheld ? null : result;
    await fixture.indexer.backfill();
    const { cursors } = await status();
    const slots = cursors.map(({ slot }: Item) => slot);
    assert.ok(Math.min(...slots, items[100].slot) <= items[100].slot);
    front.change = (_, result) => result;
    await fixture.indexer.backfill();
    const all = await fixture.indexer.database.query('SELECT signature FROM transactions');
    assert.equal(all.length, items.length);
  });

  describe('attack 70: vaults', () => {
    const vaultOf = () => {
      const { deployment, node } = world.localnet;
      const budget = world.budgets.find(({ mandate }) => node.read(mandate) !== null);
      assert.ok(budget);
      return { mandate: budget.mandate, vault: mandateVaultAddress(deployment, budget.mandate) };
    };
    const withAmount = async (
      vault: PublicKey,
      change: (amount: bigint) => bigint,
      work: () => Promise<void>,
    ) => {
      const { node } = world.localnet;
      const account = node.read(vault);
      assert.ok(account);
      const data = Buffer.from(account.data);
      const token = AccountLayout.decode(data);
      AccountLayout.encode({ ...token, amount: change(token.amount) }, data);
      await node.write([[vault, { ...account, data: Uint8Array.from(data) }]]);
      try {
        await work();
      } finally {
        await node.write([[vault, account]]);
      }
    };

    it('a surplus, which anybody can send, only warns', async () => {
      await deliverAll();
      const { mandate, vault } = vaultOf();
      await withAmount(
        vault,
        (amount) => amount + 1n,
        async () => {
          await fixture.indexer.reconcile();
          const { drift, halted } = await status();
          assert.equal(halted, null);
          assert.deepEqual(
            drift.map(({ kind, address, field }: Item) => [kind, address, field]),
            [['mandate', mandate.toBase58(), 'dust']],
          );
          assert.equal((await fixture.get('/v1/agents')).status, 200);
        },
      );
    });

    it('a shortfall halts all answers but status, and goes on taking deliveries', async () => {
      await deliverAll(items.slice(0, -1));
      const { mandate, vault } = vaultOf();
      await withAmount(
        vault,
        (amount) => amount - 1n,
        async () => {
          await fixture.indexer.reconcile();
          await new Promise((done) => setTimeout(done, 1_100));
          const { halted, drift } = await status();
          assert.ok(halted.includes(mandate.toBase58()), halted);
          assert.ok(drift.some(({ field }: Item) => field === 'shortfall'));
          for (const path of ['/v1/agents', '/v1/activity', `/v1/mandates/${mandate.toBase58()}`]) {
            const answer = await fixture.get(path);
            assert.deepEqual([answer.status, answer.body.error.code], [503, 'Halted']);
          }
          assert.equal((await fixture.get('/health')).status, 503);
          assert.deepEqual(await fixture.deliver(items.slice(-1)), { taken: 1, dead: 0 });
        },
      );
      await fixture.indexer.reconcile();
      await new Promise((done) => setTimeout(done, 1_100));
      assert.equal((await status()).halted, null);
      assert.equal((await fixture.get('/v1/agents')).status, 200);
    });
  });

  it('tells by name where a row is not as the chain has it', async () => {
    await deliverAll();
    const [row] = await fixture.indexer.database.query<{ address: string }>(
      `UPDATE channels SET settled = settled + 1 WHERE address =
         (SELECT address FROM channels WHERE status <> 'Finished' LIMIT 1) AND status <> 'Finished' RETURNING address`,
    );
    const [agent] = world.agents;
    await fixture.indexer.database.query('DELETE FROM agents WHERE address = $1', [agent?.agent.toBase58()]);
    const scores = await fixture.indexer.database.query<{ agent: string }>(
      'SELECT agent FROM scores ORDER BY agent',
    );
    const [changed, gone] = scores.map(({ agent }) =>
      scoreAddress(world.localnet.deployment, new PublicKey(agent)).toBase58(),
    );
    assert.ok(gone !== undefined, 'too few were rated');
    await fixture.indexer.database.query(
      'UPDATE scores SET current_stars = current_stars + 1 WHERE agent = $1',
      [scores[0]?.agent],
    );
    await fixture.indexer.database.query('DELETE FROM scores WHERE agent = $1', [scores[1]?.agent]);
    const nobody = Keypair.generate().publicKey;
    await fixture.indexer.database.query(
      `INSERT INTO scores SELECT (jsonb_populate_record(s, jsonb_build_object('agent', $1::text))).*
       FROM scores s LIMIT 1`,
      [nobody.toBase58()],
    );
    await fixture.indexer.reconcile();
    const { drift } = await status();
    const told = (differences: Item[]) => new Set(differences.map((one) => JSON.stringify(one)));
    assert.deepEqual(
      told(drift.map(({ kind, address, field }: Item) => [kind, address, field])),
      told([
        ['agent', agent?.agent.toBase58(), 'missing'],
        ['channel', row?.address, 'settled'],
        ['score', changed, 'current_stars'],
        ['score', gone, 'missing'],
        ['score', scoreAddress(world.localnet.deployment, nobody).toBase58(), 'surplus'],
      ]),
    );
  });
});
