import assert from 'node:assert/strict';
import { membershipAddress } from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';

const EPOCH = 60;

onEachDatabase('indexer: income pools', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  let people: Keypair[];
  let accruing: PublicKey;
  let expiring: PublicKey;
  let ended: PublicKey;

  before(async () => {
    world = await World.start(37);
    const { lockers, poolers, localnet } = world;
    people = await Promise.all([0, 1, 2, 3, 4].map((at) => lockers.person(at)));
    const [creator, one, two, three] = people as [Keypair, Keypair, Keypair, Keypair];
    for (const member of [one, two, three]) await poolers.attest(member);
    const { node } = localnet;

    accruing = await poolers.createPool({ id: 0n }, creator);
    expiring = await poolers.createPool({ id: 1n, mode: 'Expire' }, creator);
    ended = await poolers.createPool({ id: 2n }, creator);
    for (const pool of [accruing, expiring, ended]) await poolers.fund(pool, 10_000n, creator);
    for (const member of [one, two]) {
      await poolers.join(accruing, member);
      await poolers.join(expiring, member);
    }
    await node.advance({ seconds: 11 });
    await poolers.openEpoch(accruing);
    await poolers.openEpoch(expiring);
    await poolers.claim(expiring, one);
    // an epoch later: what was not claimed of the first is there in one of them
    await node.advance({ seconds: EPOCH });
    await poolers.join(accruing, three);
    await poolers.openEpoch(accruing);
    await poolers.claim(accruing, one);
    await poolers.leave(accruing, three, true);
    await poolers.revoke(two);
    await poolers.evict(accruing, two);

    // an address that is used twice
    await poolers.join(ended, one);
    await poolers.leave(ended, one);
    await poolers.stop(ended);
    await poolers.withdraw(ended);
    await node.advance({ slots: 1 });
    await poolers.closePool(ended);
    await poolers.createPool({ id: 2n }, creator);
    await poolers.fund(ended, 50n, one);
    await poolers.join(ended, one);
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  const get = async (path: string) => {
    const { status, body } = await fixture.get(path);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const wallet = (place: number) => people[place]?.publicKey.toBase58() as string;
  const told = (pool: PublicKey, list = '') => get(`/v1/pools/${pool.toBase58()}${list}`);

  describe('in the chain’s order', () => {
    before(async () => {
      await fixture.clear();
      await fixture.deliver(items);
      await fixture.indexer.settled();
      await fixture.indexer.backfill();
    });

    it('has them as the accounts do', async () => {
      await fixture.indexer.reconcile();
      assert.deepEqual((await get('/v1/status')).drift, []);
    });

    it('tells the ledger of each by now, and what its next epoch takes', async () => {
      const accrued = await told(accruing);
      // two epochs: of two members and of three; one was paid for both, one gave its part up
      assert.deepEqual(
        [accrued.mode, accrued.epochs, accrued.members, accrued.records, accrued.state],
        ['Accrue', '2', 1, 2, 'Running'],
      );
      assert.deepEqual(
        [accrued.funded, accrued.paid, accrued.owed, accrued.free],
        ['10000', '200', '200', '9600'],
      );
      assert.deepEqual([accrued.nextEpoch.cost, accrued.nextEpoch.isFunded], ['100', true]);
      assert.equal(accrued.nextEpoch.opensAt, accrued.epochEndsAt);
      const expired = await told(expiring);
      // the account still owes the part that nobody claimed in time
      assert.deepEqual(
        [expired.mode, expired.paid, expired.owed, expired.free],
        ['Expire', '100', '0', '9900'],
      );
    });

    it('tells epochs and members, and what each has coming', async () => {
      const { items: epochs } = await told(accruing, '/epochs');
      assert.deepEqual(
        epochs.map(({ number, members, amount }: Item) => [number, members, amount]),
        [
          ['1', 3, '100'],
          ['0', 2, '100'],
        ],
      );
      assert.equal(epochs[0].endsAt - epochs[1].endsAt, EPOCH);
      const { items: members } = await told(accruing, '/members');
      const byWallet = Object.fromEntries(members.map((member: Item) => [member.wallet, member]));
      assert.deepEqual([byWallet[wallet(1)].paid, byWallet[wallet(1)].due], ['200', '0']);
      const suspended = byWallet[wallet(2)];
      assert.deepEqual([suspended.due, suspended.untilEpoch, suspended.ended], ['200', '2', null]);
      assert.ok(suspended.suspendedAt > 0);
      const left = byWallet[wallet(3)];
      assert.deepEqual([left.ended, left.forfeited, left.due], ['Left', '100', '0']);
      const late = (await told(expiring, '/members')).items;
      assert.ok(late.every(({ due }: Item) => due === '0'));
    });

    it('finds pools and memberships, and keeps generations of an address apart', async () => {
      // those of one slot come by their addresses
      const addresses = async (query: string) =>
        (await get(`/v1/pools?${query}`)).items.map(({ address }: Item) => address).sort();
      const all = [ended, expiring, accruing].map((pool) => pool.toBase58()).sort();
      assert.deepEqual(await addresses(`creator=${wallet(0)}&state=Running`), all);
      assert.deepEqual(await addresses('state=Closed'), [ended.toBase58()]);
      const two = [expiring.toBase58(), accruing.toBase58()].sort();
      assert.deepEqual(await addresses(`member=${wallet(2)}`), two);
      assert.deepEqual(await addresses(`member=${wallet(3)}`), []);
      assert.deepEqual(await addresses(`attestor=${wallet(0)}`), []);
      const { earlier, funded, nextEpoch } = await told(ended);
      assert.deepEqual([funded, nextEpoch.isFunded, earlier.length], ['50', false, 1]);
      assert.deepEqual([earlier[0].state, earlier[0].withdrawn], ['Closed', '10000']);
      assert.equal((await told(ended, '/members')).items.length, 1);
      const mine = (await get(`/v1/wallets/${wallet(1)}/memberships`)).items;
      const inEnded = mine.filter(({ pool }: Item) => pool === ended.toBase58());
      assert.deepEqual(
        inEnded.map(({ ended: why }: Item) => why),
        [null, 'Left'],
      );
      const paths = [`/v1/activity?pool=${accruing.toBase58()}&limit=100`, `/v1/activity?kind=poolJoined`];
      for (const path of paths) assert.ok((await get(path)).items.length >= 7, path);
    });

    it('tells what members were paid, and what went in and came back', async () => {
      const payments = async (place: number) =>
        (await get(`/v1/wallets/${wallet(place)}/payments?limit=100`)).items;
      const incomes = (await payments(1)).filter(({ what }: Item) => what === 'poolClaim');
      assert.deepEqual(
        incomes.map(({ amount, from, to, role, pool }: Item) => [amount, from, to, role, pool]),
        [
          ['200', 'pool', 'wallet', 'recipient', accruing.toBase58()],
          ['100', 'pool', 'wallet', 'recipient', expiring.toBase58()],
        ],
      );
      const creators = await payments(0);
      const sum = (what: string) =>
        creators
          .filter((one: Item) => one.what === what)
          .reduce((total: bigint, { amount }: Item) => total + BigInt(amount), 0n);
      assert.deepEqual([sum('poolFunding'), sum('poolReturned')], [30_000n, 10_000n]);
      assert.ok(creators.every(({ mint }: Item) => mint === world.lockers.mint.toBase58()));
    });

    it('refuses by name what it does not know or take', async () => {
      const nobody = Keypair.generate().publicKey.toBase58();
      const answer = await fixture.get(`/v1/pools/${nobody}`);
      assert.deepEqual([answer.status, answer.body.error.code], [404, 'Unknown']);
      for (const [path, word] of [
        ['/v1/pools?colour=red', 'colour'],
        ['/v1/pools?state=Lost', 'state'],
        ['/v1/pools?member=me', 'member'],
        [`/v1/pools/${nobody}/members?limit=0`, 'limit'],
      ]) {
        const refused = await fixture.get(path as string);
        assert.deepEqual([refused.status, refused.body.error.code], [400, 'BadRequest'], path);
        assert.ok(refused.body.error.message.includes(word), `${path}: ${refused.body.error.message}`);
      }
    });
  });

  it('comes to the same in any order, with repetitions, and finds a wrong row', async () => {
    await fixture.clear();
    await fixture.deliver(items);
    await fixture.indexer.settled();
    const whole = await fixture.checksum();
    for (const seed of [1, 2, 3]) {
      await fixture.clear();
      await fixture.deliver(shuffled([...items, ...items.slice(0, 40)], randomFrom(seed)));
      await fixture.indexer.settled();
      assert.equal(await fixture.checksum(), whole);
    }
    const { database } = fixture.indexer;
    await database.query('UPDATE pools SET owed = owed + 1 WHERE address = $1', [accruing.toBase58()]);
    await database.query("UPDATE pool_members SET ended = NULL WHERE ended = 'Left' AND pool = $1", [
      accruing.toBase58(),
    ]);
    const [gone] = await database.query<{ address: string }>(
      'DELETE FROM pool_members WHERE pool = $1 AND wallet = $2 RETURNING address',
      [expiring.toBase58(), wallet(1)],
    );
    await fixture.indexer.reconcile();
    const { drift } = await get('/v1/status');
    const three = membershipAddress(world.localnet.deployment, accruing, people[3]?.publicKey as PublicKey);
    assert.deepEqual(
      new Set(drift.map(({ kind, address, field }: Item) => `${kind} ${address} ${field}`)),
      new Set([
        `pool ${accruing.toBase58()} owed`,
        `member ${three.toBase58()} surplus`,
        `member ${gone?.address} missing`,
      ]),
    );
  });
});
