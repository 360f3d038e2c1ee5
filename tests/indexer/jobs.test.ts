import assert from 'node:assert/strict';
import { rateAgent } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';
import { ACCEPT_WITHIN, DELIVER_WITHIN, REVIEW, type Task, Tasks } from './world-jobs';

const TOKEN = 1_000_000n;
const DAY = 86_400;
const PRICE = 100n * TOKEN;

onEachDatabase('indexer: jobs', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  /** by how each ended, or stands */
  const at: Record<string, Task> = {};
  let disputed: PublicKey;

  before(async () => {
    world = await World.start(71);
    const { disputants } = world;
    const tasks = new Tasks(world);
    const [agent, other] = world.agents;
    assert.ok(agent && other);
    const [one, two] = [await disputants.prepare(agent), await disputants.prepare(other)];
    const advance = (seconds: bigint) => world.localnet.node.advance({ seconds: Number(seconds) });

    // what runs out: two at the same time
    const [late, idle] = [await tasks.accepted(one, PRICE), await tasks.open(two, PRICE)];
    await advance(ACCEPT_WITHIN);
    await tasks.expire(idle);
    await advance(DELIVER_WITHIN - ACCEPT_WITHIN);
    await tasks.expire(late);
    Object.assign(at, { late, idle });

    // an address that is used twice
    const first = await tasks.open(one, 3n, 900n);
    await tasks.cancel(first);
    await tasks.finish(first);
    at.again = await tasks.open(one, 5n, 900n);

    const rejected = await tasks.open(one, PRICE);
    await tasks.reject(rejected);
    at.rejected = rejected;
    const split = await tasks.accepted(one, PRICE);
    await tasks.refund(split, 7n * TOKEN);
    await tasks.split(split, 30n * TOKEN);
    await tasks.payOut(split);
    await rateAgent(world.localnet.node, world.localnet.deployment, {
      payer: split.of.payer,
      job: split.job,
      stars: 2,
    });
    at.split = split;
    const back = await tasks.delivered(two, PRICE);
    await tasks.refund(back, PRICE);
    at.back = back;
    const released = await tasks.delivered(one, PRICE);
    await tasks.release(released);
    await tasks.payOut(released);
    await tasks.finish(released);
    at.released = released;

    const [ruled, silent] = [await tasks.delivered(one, PRICE), await tasks.delivered(two, PRICE)];
    const [quiet, withdrawn] = [await tasks.delivered(one, PRICE), await tasks.delivered(two, PRICE)];
    await advance(REVIEW - 60n);
    const ruling = await tasks.dispute(ruled, 80n * TOKEN);
    disputed = ruling.dispute;
    const silence = await tasks.dispute(silent, PRICE);
    const taken = await tasks.dispute(withdrawn, PRICE);
    await tasks.payOut(ruled);
    await tasks.refund(ruled, 10n * TOKEN);
    await disputants.withdraw(taken);
    await advance(60n);
    // the payer stays silent about this one
    await tasks.release(quiet, quiet.of.payoutOwner);
    await world.localnet.node.advance({ seconds: DAY + 1 });
    await disputants.vote(ruling, 0, 5_000);
    await disputants.vote(ruling, 1, 7_500);
    await world.localnet.node.advance({ seconds: DAY + 1 });
    await disputants.execute(ruling);
    await disputants.execute(silence);
    await tasks.payOut(ruled);
    Object.assign(at, { ruled, silent, quiet, withdrawn });

    at.funded = await tasks.open(one, PRICE);
    at.accepted = await tasks.accepted(two, PRICE);
    at.delivered = await tasks.delivered(one, PRICE);
    at.open = await tasks.delivered(two, PRICE);
    await tasks.dispute(at.open, 40n * TOKEN);
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
  const told = (name: string) => get(`/v1/jobs/${at[name]?.job.toBase58()}`);
  const list = async (query = ''): Promise<Item[]> => (await get(`/v1/jobs?limit=100${query}`)).items;

  describe('in the chain’s order', () => {
    before(async () => {
      await fixture.clear();
      await fixture.deliver(items);
      await fixture.indexer.settled();
      await fixture.indexer.backfill();
    });

    it('has them as the accounts do, and mandates with them', async () => {
      await fixture.indexer.reconcile();
      assert.deepEqual((await get('/v1/status')).drift, []);
      const { mandate } = await told('open');
      const { jobs, allotted } = await get(`/v1/mandates/${mandate}`);
      assert.ok(jobs > 3 && BigInt(allotted) > 0n);
    });

    it('tells how each stands, and who has what of it', async () => {
      const of = (value: bigint) => (value * TOKEN).toString();
      for (const [name, status, earned, returned, paid, refund] of [
        ['idle', 'Refunded', 0n, 100n, 0n, 'Expired'],
        ['late', 'Refunded', 0n, 100n, 0n, 'Expired'],
        ['rejected', 'Refunded', 0n, 100n, 0n, 'Rejected'],
        ['split', 'Split', 30n, 70n, 30n, 'GivenBack'],
        ['back', 'Refunded', 0n, 100n, 0n, 'GivenBack'],
        ['released', 'Released', 100n, 0n, 100n, null],
        ['quiet', 'Released', 100n, 0n, 0n, null],
        // 62.5 % of 80 claimed, 10 of it given back before
        ['ruled', 'Resolved', 50n, 50n, 50n, 'GivenBack'],
        ['silent', 'Resolved', 0n, 100n, 0n, null],
        ['withdrawn', 'Resolved', 100n, 0n, 0n, null],
        ['funded', 'Funded', 0n, 0n, 0n, null],
        ['accepted', 'Accepted', 0n, 0n, 0n, null],
        ['delivered', 'Delivered', 0n, 0n, 0n, null],
        ['open', 'Disputed', 60n, 0n, 0n, null],
      ] as const) {
        const job = await told(name);
        assert.deepEqual(
          [job.status, job.earned, job.returned, job.paidGross, job.refund],
          [status, of(earned), of(returned), of(paid), refund],
          name,
        );
        assert.equal(job.finished, name === 'released');
        assert.equal(job.mint, at[name]?.of.mint.toBase58());
      }
      const { awarded, claimed, fees } = await told('ruled');
      assert.deepEqual([awarded, claimed], [of(40n), of(80n)]);
      assert.ok(BigInt(fees) > 0n);
    });

    it('keeps the generations of an address apart', async () => {
      const { amount, earlier, status } = await told('again');
      assert.deepEqual([amount, status, earlier.length], ['5', 'Funded', 1]);
      const [first] = earlier;
      assert.deepEqual([first.amount, first.refund, first.finished], ['3', 'Cancelled', true]);
    });

    it('has ratings by a job, in the job’s activity too', async () => {
      const job = at.split?.job.toBase58();
      const { agent } = await told('split');
      const rated = (await get(`/v1/agents/${agent}/ratings`)).items;
      const [rating] = rated.filter(({ subject }: Item) => subject === job);
      assert.deepEqual(
        [rating.subjectKind, rating.stars, rating.paid, rating.refunded, rating.payer],
        ['Job', 2, `${30n * TOKEN}`, `${70n * TOKEN}`, at.split?.of.payer.publicKey.toBase58()],
      );
      const kinds = (await get(`/v1/activity?job=${job}&kind=agentRated`)).items;
      assert.equal(kinds.length, 1);
      assert.equal((await get(`/v1/activity?channel=${job}`)).items.length, 0);
    });

    it('finds jobs by payer, payee, agent, mandate and state, page by page', async () => {
      const everything = await list();
      const { agent, mandate, payer, payoutOwner } = await told('ruled');
      for (const [name, field, value] of [
        ['payer', 'payer', payer],
        ['payee', 'payoutOwner', payoutOwner],
        ['agent', 'agent', agent],
        ['mandate', 'mandate', mandate],
        ['state', 'status', 'Resolved'],
      ]) {
        const found = await list(`&${name}=${value}`);
        assert.deepEqual(
          found,
          everything.filter((one) => one[field as string] === value),
        );
        assert.ok(found.length > 0 && found.length < everything.length, name);
      }
      const paged: Item[] = [];
      for (let cursor = ''; ; ) {
        const page = await get(`/v1/jobs?limit=3${cursor}`);
        paged.push(...page.items);
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      assert.deepEqual(paged, everything);
      assert.equal((await fixture.get('/v1/jobs?state=Lost')).status, 400);
      assert.equal((await fixture.get(`/v1/jobs/${agent}`)).status, 404);
    });

    it('tells their disputes by the job, what was awarded where it stays, and what happened to them', async () => {
      const job = at.ruled?.job.toBase58();
      const found = (await get(`/v1/disputes?job=${job}`)).items;
      assert.deepEqual(
        found.map(({ address }: Item) => address),
        [disputed.toBase58()],
      );
      const dispute = await get(`/v1/disputes/${disputed.toBase58()}`);
      assert.deepEqual([dispute.kind, dispute.listed, dispute.citedCalls], ['Job', false, 0]);
      const { end, loss, lost, paid, refundedSince, shortfall } = dispute.outcome;
      assert.deepEqual([end, lost, shortfall], ['Ruling', true, '0']);
      const parts = [loss, refundedSince, paid].map((value) => BigInt(value) / TOKEN);
      assert.deepEqual(parts, [50n, 10n, 40n]);
      const kinds = (await get(`/v1/activity?job=${job}&limit=100`)).items.map(({ kind }: Item) => kind);
      assert.deepEqual(kinds.reverse(), [
        ...['jobOpened', 'jobAccepted', 'jobDelivered', 'jobClaimOpened', 'jobPaid', 'jobRefunded'],
        ...['jobClaimClosed', 'jobPaid'],
      ]);
    });
  });

  describe('in any order', () => {
    it('comes to the same in any order, with repetitions', async () => {
      const before = await list();
      for (const seed of [1, 2, 3]) {
        await fixture.clear();
        const some = shuffled([...items, ...items.slice(0, 40)], randomFrom(seed));
        await fixture.deliver(some);
        await fixture.indexer.settled();
        assert.deepEqual(await list(), before);
      }
      await fixture.indexer.reconcile();
      assert.deepEqual((await get('/v1/status')).drift, []);
    });
  });
});
