import assert from 'node:assert/strict';
import { decodeMandate } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { IndexerFixture, type Item, itemsOf, onEachDatabase } from './support';
import { World } from './world';

const DAY = 86_400;
const TOKEN = 1_000_000n;

onEachDatabase('indexer: money that moved for a wallet', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  /** wallets whose tokens any transaction moved */
  const wallets = new Map<string, Item[]>();

  before(async () => {
    world = await World.start(97);
    await dispute();
    await world.live(300);
    // rare deeds, often enough that some succeed
    for (let times = 0; times < 40; times += 1) {
      await world.localnet.node.advance({ seconds: 61 });
      await world.attempt(() => world.channels.settle(1));
      await world.attempt(() => world.channels.payout());
      await world.attempt(() => world.payers.sweep());
    }
    items = itemsOf(world).filter(({ meta }) => meta.err === null);
    fixture = await IndexerFixture.start(world, options());
    await fixture.deliver(items);
    await fixture.indexer.settled();
    for (const { owner } of items.flatMap(({ meta }) => meta.postTokenBalances as Item[])) {
      if (PublicKey.isOnCurve(new PublicKey(owner))) wallets.set(owner, []);
    }
    for (const wallet of wallets.keys()) wallets.set(wallet, await all(wallet));
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  /** Disputes of two agents: one ruled and appealed, one taken back, one that nobody answered. */
  async function dispute(): Promise<void> {
    const { disputants, agents } = world;
    const [agent, other] = agents;
    assert.ok(agent && other);
    const big = await disputants.prepare(agent);
    const backer = await disputants.backer(agent, 8_000n * TOKEN);
    for (let call = 0; call < 3; call += 1) await disputants.pay(big, 500n * TOKEN);
    await disputants.hold(big, 200n * TOKEN);
    const appealed = await disputants.open(big, 900n * TOKEN);
    await disputants.cite(appealed);
    await disputants.refund(big, 10n * TOKEN);
    await disputants.answer(appealed, backer, 'Backers');
    await disputants.withdraw(await disputants.open(big, 10n * TOKEN));
    const small = await disputants.prepare(other);
    await disputants.pay(small, 100n * TOKEN);
    await disputants.hold(small, 100n * TOKEN);
    const unanswered = await disputants.open(small, 40n * TOKEN);
    await disputants.cite(unanswered);
    await world.localnet.node.advance({ seconds: DAY + 1 });
    for (const place of [0, 1]) await disputants.vote(appealed, place, 10_000);
    await disputants.appeal(appealed, agent.owner);
    for (const place of [1, 2]) await disputants.vote(appealed, place, 9_000);
    await world.localnet.node.advance({ seconds: DAY + 1 });
    await disputants.execute(unanswered);
    await disputants.execute(appealed);
  }

  async function all(wallet: string, query = ''): Promise<Item[]> {
    const found: Item[] = [];
    let cursor = '';
    do {
      const path = `/v1/wallets/${wallet}/payments?limit=9${query}${cursor && `&cursor=${cursor}`}`;
      const { status, body } = await fixture.get(path);
      assert.equal(status, 200, JSON.stringify(body));
      found.push(...body.items);
      cursor = body.next ?? '';
    } while (cursor !== '');
    return found;
  }

  const told = () => [...wallets.values()].flat();

  it('is each transfer of each transaction, to the unit', () => {
    let transfers = 0;
    const treasury = world.localnet.personas.treasury.publicKey.toBase58();
    for (const { transaction, meta } of items) {
      const [signature] = transaction.signatures as string[];
      const moved = new Map<string, bigint>();
      const add = ({ owner, mint }: Item, amount: bigint) =>
        moved.set(`${owner} ${mint}`, (moved.get(`${owner} ${mint}`) ?? 0n) + amount);
      for (const one of meta.postTokenBalances) add(one, BigInt(one.uiTokenAmount.amount));
      for (const one of meta.preTokenBalances) add(one, -BigInt(one.uiTokenAmount.amount));
      for (const [key, change] of moved) {
        const [owner = '', mint] = key.split(' ');
        const payments = (wallets.get(owner) ?? []).filter(
          (one) => one.signature === signature && one.mint === mint,
        );
        // a penalty's part of a slash is told by its dispute: the event does not name the treasury
        const isPenalty = owner === treasury && mint === world.localnet.info.stakeMint;
        if (!wallets.has(owner) || isPenalty) continue;
        const sum = payments.reduce((total, { from, to, amount }) => {
          const sign = BigInt(to === 'wallet') - BigInt(from === 'wallet');
          return total + sign * BigInt(amount);
        }, 0n);
        assert.equal(sum, change, `${signature} ${key}: ${JSON.stringify(payments)}`);
        if (change !== 0n) transfers += 1;
      }
    }
    assert.ok(transfers > 50, `${transfers} transfers`);
  });

  it('leaves in each mandate what the chain has in it', async () => {
    let looked = 0;
    for (const payments of wallets.values()) {
      const mine = payments.filter(({ role }) => role === 'payer');
      for (const mandate of new Set(mine.map((item) => item.mandate as string))) {
        const of = (...whats: string[]) =>
          mine
            .filter((item) => item.mandate === mandate && whats.includes(item.what))
            .reduce((total, { amount }) => total + BigInt(amount), 0n);
        const account = await world.localnet.node.getAccount(new PublicKey(mandate));
        const { free, allotted } = account ? decodeMandate(account.data) : { free: 0n, allotted: 0n };
        assert.equal(of('deposit') - of('withdrawal', 'payout', 'refund', 'award'), free + allotted, mandate);
        looked += 1;
      }
    }
    assert.ok(looked > 5);
  });

  it('adds up to what was settled on each generation of a channel, for payer and payee alike', async () => {
    const rows = await fixture.indexer.database.query<{ address: string; settled: string; payee: string }>(
      'SELECT address, sum(settled)::text AS settled, max(payout_owner) AS payee FROM channels GROUP BY address',
    );
    for (const { address, settled } of rows) {
      for (const role of ['payer', 'payee']) {
        const sum = told()
          .filter((one) => one.channel === address && one.what === 'settled' && one.role === role)
          .reduce((total, { amount }) => total + BigInt(amount), 0n);
        // a payee that was never paid has had no token moved, and is not asked about
        if (role === 'payer' || sum > 0n) assert.equal(sum, BigInt(settled), `${address} ${role}`);
      }
    }
  });

  it('tells each once, the latest first, with where it came from and went', () => {
    for (const payments of wallets.values()) {
      const ids = payments.map(({ id }) => id as string);
      assert.equal(new Set(ids).size, ids.length);
      const places = ids.map((id) => id.split('/')[0] ?? '');
      assert.deepEqual(places, [...places].sort().reverse());
    }
    const kinds = new Set(told().map(({ what }) => what));
    for (const what of [
      'deposit',
      'withdrawal',
      'settled',
      'payout',
      'refund',
      'hold',
      'fees',
      'stake',
      'bond',
      'bondReturned',
      'award',
      'compensation',
      'arbiterFee',
    ]) {
      assert.ok(kinds.has(what), `the world made no ${what}`);
    }
    const payout = told().find(({ what, role }) => what === 'payout' && role === 'payee');
    const paid = told().find(
      (one) => one.signature === payout.signature && one.channel === payout.channel && one.role === 'payer',
    );
    assert.equal(BigInt(payout.amount) + BigInt(payout.fee), BigInt(paid.amount));
    assert.deepEqual([payout.from, payout.to, paid.from, paid.to], ['owed', 'wallet', 'owed', 'payee']);
  });

  it('tells those alone that are asked for', async () => {
    const [wallet = '', payments = []] =
      [...wallets].find(([, list]) => list.some(({ what }) => what === 'payout')) ?? [];
    const asked = await all(wallet, '&what=payout,deposit');
    assert.deepEqual(
      asked,
      payments.filter(({ what }) => ['payout', 'deposit'].includes(what)),
    );
  });

  it('refuses by name what is none, and has nothing for a stranger', async () => {
    const stranger = Keypair.generate().publicKey.toBase58();
    const { body } = await fixture.get(`/v1/wallets/${stranger}/payments`);
    assert.deepEqual(body, { items: [], next: null });
    for (const [query, word] of [
      ['what=gift', 'what'],
      ['what=', 'what'],
      ['limit=101', 'limit'],
      ['cursor=bad', 'cursor'],
      ['colour=red', 'colour'],
    ]) {
      const answer = await fixture.get(`/v1/wallets/${stranger}/payments?${query}`);
      assert.deepEqual([answer.status, answer.body.error.code], [400, 'BadRequest'], query);
      assert.ok(answer.body.error.message.includes(word as string), answer.body.error.message);
    }
    const openapi = await fixture.get('/openapi.json');
    assert.ok(openapi.body.paths['/v1/wallets/{address}/payments']);
  });
});
