import assert from 'node:assert/strict';
import { Keypair } from '@solana/web3.js';
import { addressOf, manyAgents } from '../helpers/many-agents';
import { within } from '../helpers/within';
import { Reader } from './reader';
import { IndexerFixture, type Item, itemsOf, onEachDatabase } from './support';
import { World } from './world';

onEachDatabase('indexer: what it answers', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];

  before(async () => {
    world = await World.start(41);
    await world.live(200);
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  const get = (path: string) => fixture.get(path);

  describe('of a chain', () => {
    before(async () => {
      await fixture.clear();
      await fixture.deliver(items);
      await fixture.indexer.settled();
    });

    it('tells agents, versions and channels, page by page, each once', async () => {
      const [first] = world.agents;
      const at = first?.agent.toBase58();
      const { body } = await get(`/v1/agents/${at}`);
      assert.equal(body.address, at);
      assert.equal(body.versions[0].number, body.latestVersion);
      assert.equal(body.versions[0].manifestState, 'waiting');
      assert.equal(body.standing.mean, body.score);
      for (const list of ['versions', 'channels', 'activity', 'positions', 'ratings']) {
        const seen: Item[] = [];
        let next = '';
        do {
          const page = await get(`/v1/agents/${at}/${list}?limit=2${next && `&cursor=${next}`}`);
          assert.equal(page.status, 200, JSON.stringify(page.body));
          assert.ok(page.body.items.length <= 2);
          seen.push(...page.body.items);
          next = page.body.next ?? '';
        } while (next !== '');
        const whole = (await get(`/v1/agents/${at}/${list}?limit=100`)).body.items;
        assert.deepEqual(seen.slice(0, 100), whole);
      }
    });

    it('tells a wallet its mandates, channels, agents and activity', async () => {
      const [budget] = world.budgets;
      const wallet = budget?.payer.publicKey.toBase58();
      const mandates = (await get(`/v1/wallets/${wallet}/mandates`)).body.items;
      assert.ok(mandates.some(({ address }: Item) => address === budget?.mandate.toBase58()));
      const mandate = (await get(`/v1/mandates/${budget?.mandate.toBase58()}`)).body;
      assert.equal(mandate.payer, wallet);
      for (const list of ['channels', 'agents', 'activity', 'positions', 'ratings']) {
        assert.equal((await get(`/v1/wallets/${wallet}/${list}`)).status, 200, list);
      }
      const activity = (await get(`/v1/activity?wallet=${wallet}&kind=mandateOpened`)).body.items;
      assert.ok(activity.length > 0 && activity.every(({ data }: Item) => data.payer === wallet));
      const transaction = (await get(`/v1/transactions/${activity[0].signature}`)).body;
      assert.ok(transaction.activity.some(({ id }: Item) => id === activity[0].id));
      assert.equal(transaction.state, 'folded');
    });

    it('refuses by name what it does not know or take', async () => {
      const nobody = Keypair.generate().publicKey.toBase58();
      for (const path of [`/v1/agents/${nobody}`, `/v1/mandates/${nobody}`, `/v1/channels/${nobody}`]) {
        const answer = await get(path);
        assert.deepEqual([answer.status, answer.body.error.code], [404, 'Unknown']);
      }
      for (const [path, word] of [
        ['/v1/agents?colour=red', 'colour'],
        ['/v1/agents?limit=101', 'limit'],
        ['/v1/agents?limit=0', 'limit'],
        ['/v1/agents?sort=luck', 'sort'],
        ['/v1/agents?minStake=-1', 'minStake'],
        ['/v1/agents?minStake=1e9', 'minStake'],
        ['/v1/agents?cursor=bad', 'cursor'],
        ['/v1/agents?tag=UPPER', 'tag'],
        ['/v1/agents/0OIl', 'address'],
        ['/v1/transactions/short', 'signature'],
        ['/v1/stream?topics=everything', 'topics'],
        ['/v1/stream', 'topics'],
      ]) {
        const answer = await get(path as string);
        assert.deepEqual([answer.status, answer.body.error.code], [400, 'BadRequest'], path);
        assert.ok(answer.body.error.message.includes(word), `${path}: ${answer.body.error.message}`);
      }
    });

    it('describes all of it, and lets pages of anybody read', async () => {
      const { body } = await get('/openapi.json');
      for (const path of [
        '/v1/agents',
        '/v1/agents/{address}/ratings',
        '/v1/agents/{address}/slashes',
        '/v1/config',
        '/v1/config/proposals',
        '/v1/disputes',
        '/v1/disputes/{address}',
        '/v1/locks',
        '/v1/locks/{address}',
        '/v1/wallets/{address}/locks',
        '/v1/pools/{address}/members',
        '/v1/batches/{address}/leaves',
        '/v1/batches/{address}/recipients',
        '/v1/wallets/{address}/batch-leaves',
        '/v1/wallets/{address}/grants',
        '/v1/approvals',
        '/v1/audit-logs/{address}',
        '/v1/status',
        '/v1/stream',
        '/webhooks/helius',
      ]) {
        assert.ok(body.paths[path], path);
      }
      const { headers } = await fetch(`${fixture.indexer.url}/v1/agents`, {
        headers: { origin: 'https://any.example' },
      });
      assert.equal(headers.get('access-control-allow-origin'), '*');
      const { body: health } = await get('/health');
      assert.deepEqual(health, { status: 'ok', chain: 'up', database: 'up', halted: null });
      const metrics = await (await fetch(`${fixture.indexer.url}/metrics`)).text();
      assert.ok(metrics.includes('indexer_webhook_items_total{outcome="taken"}'));
    });
  });

  describe('to those that read along', () => {
    beforeEach(() => fixture.clear());

    it('sends what happens to the topics that were asked for, and goes on after the last id', async () => {
      const wallet = world.budgets[0]?.payer.publicKey.toBase58() ?? '';
      const all = await Reader.open(fixture.indexer.url, 'activity,status');
      const mine = await Reader.open(fixture.indexer.url, `wallet:${wallet}`);
      await fixture.deliver(items);
      await fixture.indexer.settled();
      const [{ count }] = (await fixture.indexer.database.query(
        'SELECT count(*) AS count FROM facts',
      )) as Item[];
      const told = () => all.events.filter(({ event }) => event === 'activity');
      await within(
        60,
        (async () => {
          while (told().length < count) await new Promise((done) => setTimeout(done, 50));
        })(),
      );
      assert.equal(new Set(told().map(({ data }) => data.id)).size, count);
      assert.ok(all.events.some(({ event, data }) => event === 'status' && data.genesisHash));
      const own = (await get(`/v1/wallets/${wallet}/activity?limit=100`)).body.items;
      await within(30, mine.until(own.length));
      assert.deepEqual(
        new Set(mine.events.map(({ data }) => data.id)),
        new Set(own.map(({ id }: Item) => id)),
      );
      all.stop();
      mine.stop();

      const half = told()[Math.floor(count / 2)] as { id: string };
      const again = await Reader.open(fixture.indexer.url, 'activity', half.id);
      const rest = count - Math.floor(count / 2) - 1;
      await within(30, again.until(rest));
      assert.deepEqual(
        again.events.map(({ id }) => id),
        told()
          .slice(-rest)
          .map(({ id }) => id),
      );
      again.stop();
    });
  });

  describe('over ten thousand agents', () => {
    before(async function () {
      this.timeout(300_000);
      await fixture.clear();
      await manyAgents(fixture.indexer.database, 10_000);
    });

    it('finds by the beginnings of words, all of them, best first', async () => {
      const { body } = await get('/v1/agents?q=invo%20transl&limit=5');
      assert.ok(body.total > 100 && body.total < 1_000, `${body.total}`);
      for (const { name } of body.items) assert.match(name, /invoice.*translate|translate.*invoice/);
      assert.equal((await get('/v1/agents?q=invoice-0')).body.items[0].handle, 'invoice-0');
      assert.equal((await get('/v1/agents?q=nothinglikethis')).body.total, 0);
      for (const q of ["'", '&|!', '<->', 'a:*', '%', '\\', ':']) {
        assert.equal((await get(`/v1/agents?q=${encodeURIComponent(q)}`)).status, 200, q);
      }
    });

    it('counts facets of what fits, and filters by them', async () => {
      const { body } = await get('/v1/agents?tag=pdf&status=Active');
      const pdf = body.facets.tag.find(({ value }: Item) => value === 'pdf');
      assert.equal(pdf.count, body.total);
      assert.deepEqual(
        body.facets.status.map(({ value }: Item) => value),
        ['Active'],
      );
      const both = (await get('/v1/agents?tag=pdf&tag=legal')).body;
      assert.ok(both.total > 0 && both.total < body.total);
    });

    it('filters by thresholds', async () => {
      const path = '/v1/agents?minScore=4000&minStake=50000000&maxPrice=1500&live=true&proven=true&limit=100';
      const { body } = await get(path);
      assert.ok(body.total > 0);
      for (const { score, stake, price, live, paid, status } of body.items) {
        assert.ok(
          score >= 4_000 && BigInt(stake) >= 50_000_000n && BigInt(price) <= 1_500n && BigInt(paid) > 0n,
        );
        assert.equal(live, status === 'Active');
      }
      const owner = addressOf(10_000);
      const owned = (await get(`/v1/agents?owner=${owner}&limit=100`)).body;
      assert.equal(owned.total, 20);
      assert.ok(owned.items.every((item: Item) => item.owner === owner));
    });

    it('sorts every way, and pages through without a gap or a repetition', async () => {
      for (const sort of ['relevance', 'score', 'stake', 'volume', 'recent', 'price']) {
        const seen: string[] = [];
        let next = '';
        do {
          const page = await get(
            `/v1/agents?q=audit&tag=data&sort=${sort}&limit=100${next && `&cursor=${next}`}`,
          );
          assert.equal(page.status, 200, JSON.stringify(page.body));
          seen.push(...page.body.items.map(({ address }: Item) => address));
          next = page.body.next ?? '';
          if (next === '') assert.equal(page.body.total, seen.length);
        } while (next !== '');
        assert.equal(new Set(seen).size, seen.length, sort);
        assert.ok(seen.length > 100);
      }
      const prices = (await get('/v1/agents?sort=price&limit=100')).body.items.map(({ price }: Item) =>
        Number(price),
      );
      assert.deepEqual(
        prices,
        prices.toSorted((a: number, b: number) => a - b),
      );
      const volumes = (await get('/v1/agents?sort=volume&limit=100')).body.items.map(({ settled }: Item) =>
        Number(settled),
      );
      assert.deepEqual(
        volumes,
        volumes.toSorted((a: number, b: number) => b - a),
      );
    });
  });
});
