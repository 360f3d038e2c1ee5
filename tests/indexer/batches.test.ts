import assert from 'node:assert/strict';
import { type BatchTree, type Grant, isGranted, writeBatchFile } from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';

const DAY = 86_400n;
const MANY = 1_000;

onEachDatabase('indexer: batches', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  let people: Keypair[];
  let live: PublicKey;
  let cancelled: PublicKey;
  let many: PublicKey;
  let again: PublicKey;
  let lock: PublicKey;

  before(async () => {
    world = await World.start(29);
    const { lockers, poolers, localnet } = world;
    people = await Promise.all([0, 1, 2, 3, 4].map((at) => lockers.person(at)));
    const [creator] = people as [Keypair];
    const { node } = localnet;
    live = await poolers.createBatch({ id: 0n }, creator);
    await poolers.fundBatch(live, 7n, creator);
    await poolers.fundBatch(live, undefined, creator);
    lock = await poolers.claimLeaf(live, 6);
    await poolers.claimLeaf(live, 9);

    cancelled = await poolers.createBatch({ id: 1n }, creator);
    await poolers.fundBatch(cancelled, undefined, creator);
    await node.advance({ seconds: 300 });
    await poolers.cancelBatch(cancelled);
    await poolers.claimLeaf(cancelled, 3);
    await poolers.withdrawBatch(cancelled);

    const now = await node.unixTime();
    const some = new Map([
      [17, people[1]?.publicKey],
      [MANY - 1, people[1]?.publicKey],
    ]);
    const grants = Array.from({ length: MANY }, (_, at): Grant => {
      const recipient =
        some.get(at) ??
        new PublicKey(
          Buffer.alloc(32, 7)
            .fill(at & 255, 30)
            .fill(at >> 8, 31),
        );
      const schedule = { kind: 'Linear', start: now, cliffAt: now, cliffAmount: 0n, end: now + DAY } as const;
      return { recipient, amount: 10n + BigInt(at), schedule };
    });
    many = await poolers.createBatch({ id: 2n, cancel: 'Nobody' }, creator, grants);

    // an address that is used twice
    again = await poolers.createBatch({ id: 3n }, creator);
    await poolers.fundBatch(again, 7n, creator);
    await node.advance({ slots: 1 });
    await poolers.closeBatch(again);
    await poolers.createBatch({ id: 3n }, creator);
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
  const told = (batch: PublicKey, list = '') => get(`/v1/batches/${batch.toBase58()}${list}`);
  const treeOf = (batch: PublicKey) => world.poolers.trees.get(batch.toBase58()) as BatchTree;
  const send = async (batch: PublicKey | string, body: string) => {
    const at = typeof batch === 'string' ? batch : batch.toBase58();
    const response = await fetch(`${fixture.indexer.url}/v1/batches/${at}/recipients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return { status: response.status, body: (await response.json()) as Item };
  };

  describe('in the chain’s order', () => {
    before(async () => {
      await fixture.clear();
      await fixture.deliver(items);
      await fixture.indexer.settled();
      await fixture.indexer.backfill();
    });

    it('has them as the accounts do, to each bit', async () => {
      await fixture.indexer.reconcile();
      assert.deepEqual((await get('/v1/status')).drift, []);
    });

    it('tells how each stands, and what was claimed', async () => {
      const batch = await told(live);
      assert.deepEqual([batch.state, batch.count, batch.claimed, batch.listed], ['Live', 10, 2, false]);
      assert.equal(BigInt(batch.open) + BigInt(batch.locked), BigInt(batch.total));
      assert.equal(batch.locked, (106n + 109n).toString());
      const claims = (await told(live, '/claims')).items;
      assert.deepEqual(
        claims.map(({ index, recipient, locked }: Item) => [index, recipient, locked]),
        [
          [9, wallet(4), '109'],
          [6, wallet(1), '106'],
        ],
      );
      assert.equal(claims[1].lock, lock.toBase58());
      const made = await get(`/v1/locks/${claims[1].lock}`);
      assert.deepEqual([made.creator, made.funder, made.recipient], [live.toBase58(), wallet(0), wallet(1)]);
      assert.deepEqual(
        (await told(live, `/claims?recipient=${wallet(1)}`)).items.map(({ index }: Item) => index),
        [6],
      );

      const stopped = await told(cancelled);
      assert.equal(stopped.state, 'Cancelled');
      const [claim] = (await told(cancelled, '/claims')).items;
      assert.ok(BigInt(claim.locked) < BigInt(claim.amount), 'a leaf got all of it after the cancellation');
      assert.equal(BigInt(stopped.returned), BigInt(claim.amount) - BigInt(claim.locked));
      assert.equal((await told(many)).state, 'Funding');
      const twice = await told(again);
      assert.deepEqual([twice.deposited, twice.earlier.length, twice.earlier[0].state], ['0', 1, 'Closed']);
      const found = (await get(`/v1/batches?creator=${wallet(0)}&state=Cancelled`)).items;
      assert.deepEqual(
        found.map(({ address }: Item) => address),
        [cancelled.toBase58()],
      );
    });

    it('tells the money that moved for creator and recipients', async () => {
      const payments = (await get(`/v1/wallets/${wallet(0)}/payments?limit=100`)).items;
      const sum = (what: string) =>
        payments
          .filter((one: Item) => one.what === what)
          .reduce((total: bigint, { amount }: Item) => total + BigInt(amount), 0n);
      const { returned } = await told(cancelled);
      const totals = treeOf(live).total + treeOf(cancelled).total;
      assert.deepEqual([sum('batchFunding'), sum('batchReturned')], [totals + 7n, BigInt(returned) + 7n]);
      const locked = (await get(`/v1/wallets/${wallet(1)}/payments?what=locked`)).items;
      assert.deepEqual(
        locked.map(({ from, to, amount, batch }: Item) => [from, to, amount, batch]),
        [['batch', 'lock', '106', live.toBase58()]],
      );
    });

    it('keeps a list that the root can be made from, and no other', async () => {
      const file = writeBatchFile(treeOf(many));
      const missing = await fixture.get(`/v1/batches/${many.toBase58()}/leaves`);
      assert.deepEqual([missing.status, missing.body.error.code], [404, 'ListMissing']);
      const changed = JSON.parse(file);
      changed.grants[17].recipient = wallet(0);
      for (const [body, status, code] of [
        [JSON.stringify(changed), 422, 'ListInvalid'],
        [writeBatchFile(treeOf(live)), 422, 'ListInvalid'],
        [JSON.stringify({ ...JSON.parse(file), grants: changed.grants.slice(1) }), 422, 'ListInvalid'],
        ['{', 422, 'ListInvalid'],
        ['[]', 422, 'ListInvalid'],
      ] as const) {
        const answer = await send(many, body);
        assert.deepEqual([answer.status, answer.body.error.code], [status, code], answer.body.error.message);
      }
      const large = await send(many, `"${'x'.repeat(25 * 1024 * 1024)}"`);
      assert.deepEqual([large.status, large.body.error.code], [413, 'TooLarge']);
      const nobody = await send(Keypair.generate().publicKey, file);
      assert.deepEqual([nobody.status, nobody.body.error.code], [404, 'Unknown']);
      const malformed = await send('0OIl', file);
      assert.deepEqual([malformed.status, malformed.body.error.code], [400, 'BadRequest']);
      assert.equal((await told(many)).listed, false);

      const both = await Promise.all([send(many, file), send(many, file)]);
      const kept = both.find(({ status }) => status === 200);
      assert.equal(kept?.body.leaves, MANY);
      const [other] = both.filter((one) => one !== kept);
      assert.ok([409, 503].includes(other?.status as number), `${other?.status}`);
      const repeated = await send(many, file);
      assert.deepEqual([repeated.status, repeated.body.error.code], [409, 'ListKept']);
      assert.equal((await told(many)).listed, true);
    });

    it('gives a recipient its leaves with proofs that lead to the root', async () => {
      const { items: mine } = await told(many, `/leaves?recipient=${wallet(1)}`);
      const tree = treeOf(many);
      assert.deepEqual(
        mine.map(({ index }: Item) => index),
        [MANY - 1, 17],
      );
      for (const { index, amount, proof, claimed } of mine) {
        assert.deepEqual([amount, claimed], [tree.leaf(index).amount.toString(), false]);
        const siblings = proof.map((text: string) => Buffer.from(text, 'hex'));
        assert.ok(isGranted(tree.root, many, tree.leaf(index), siblings));
        assert.deepEqual(siblings, tree.proof(index).map(Buffer.from));
      }
      const page = await told(many, '/leaves?limit=100');
      assert.equal(page.items.length, 100);
      assert.ok(page.next !== null);
      for (const { index, proof } of page.items.slice(0, 20)) {
        const siblings = proof.map((text: string) => Buffer.from(text, 'hex'));
        assert.ok(isGranted(tree.root, many, tree.leaf(index), siblings), `${index}`);
      }
      assert.deepEqual((await told(many, `/leaves?recipient=${wallet(2)}`)).items, []);
    });

    it('tells a wallet what it has in batches, claimed or not', async () => {
      assert.equal((await send(live, writeBatchFile(treeOf(live)))).status, 200);
      const all = (await get(`/v1/wallets/${wallet(1)}/batch-leaves`)).items;
      assert.deepEqual(
        all.map(({ batch, index, claimed, funded }: Item) => [batch, index, claimed, funded]),
        [
          [many.toBase58(), MANY - 1, false, false],
          [many.toBase58(), 17, false, false],
          [live.toBase58(), 6, true, true],
          [live.toBase58(), 1, false, true],
        ],
      );
      assert.equal(all[2].lock, lock.toBase58());
      const open = (await get(`/v1/wallets/${wallet(1)}/batch-leaves?claimed=false`)).items;
      assert.equal(open.length, 3);
    });

    it('does not answer with a proof that does not prove', async () => {
      const { database } = fixture.indexer;
      await database.query('UPDATE batch_leaves SET amount = amount + 1 WHERE batch = $1 AND index = 17', [
        many.toBase58(),
      ]);
      const answer = await fixture.get(`/v1/batches/${many.toBase58()}/leaves?recipient=${wallet(1)}`);
      assert.deepEqual([answer.status, answer.body.error.code], [500, 'Internal']);
    });

    it('refuses by name what it does not know or take', async () => {
      const nobody = Keypair.generate().publicKey.toBase58();
      for (const path of [`/v1/batches/${nobody}`, `/v1/batches/${nobody}/leaves`]) {
        const answer = await fixture.get(path);
        assert.deepEqual([answer.status, answer.body.error.code], [404, 'Unknown']);
      }
      for (const [path, word] of [
        ['/v1/batches?colour=red', 'colour'],
        ['/v1/batches?state=Lost', 'state'],
        [`/v1/batches/${nobody}/claims?recipient=me`, 'recipient'],
        [`/v1/wallets/${nobody}/batch-leaves?claimed=yes`, 'claimed'],
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
    await database.query("UPDATE batches SET bitmap = '4103' WHERE address = $1", [live.toBase58()]);
    await database.query('DELETE FROM batches WHERE address = $1', [many.toBase58()]);
    await fixture.indexer.reconcile();
    const { drift } = await get('/v1/status');
    assert.deepEqual(
      new Set(drift.map(({ kind, address, field }: Item) => `${kind} ${address} ${field}`)),
      new Set([`batch ${live.toBase58()} bitmap`, `batch ${many.toBase58()} missing`]),
    );
  });
});
