import assert from 'node:assert/strict';
import { decodeScore, decodeStakeVault, scoreAddress, stakeVaultAddress } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { Reader } from './reader';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';

const DAY = 86_400;
const TOKEN = 1_000_000n;

onEachDatabase('indexer: holds, disputes and slashes', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  /** by how each ended, or stands */
  const at: Record<string, PublicKey> = {};
  let harmed: PublicKey;
  let quiet: PublicKey;

  const advance = (seconds: number) => world.localnet.node.advance({ seconds });

  before(async () => {
    world = await World.start(63);
    const { disputants, stakers, agents } = world;
    const [agent, other] = agents;
    assert.ok(agent && other);
    harmed = agent.agent;
    quiet = other.agent;
    const big = await disputants.prepare(agent);
    const backer = await disputants.backer(agent, 8_000n * TOKEN);
    const leaver = await disputants.backer(agent, 4_000n * TOKEN);
    const leaving = stakers.positions.find(({ wallet }) => wallet === leaver);
    assert.ok(leaving);
    await stakers.unstake(leaving, 1n);

    // a loss beyond the owner's part: the hold, the owner, backers and what cools all pay
    for (const amount of [2_000n, 2_000n, 1_500n]) await disputants.pay(big, amount * TOKEN);
    await disputants.hold(big, 500n * TOKEN);
    const ruling = await disputants.open(big, 5_000n * TOKEN);
    at.ruling = ruling.dispute;
    for (let call = 0; call < 3; call += 1) await disputants.cite(ruling);
    await disputants.refund(big, 100n * TOKEN);
    // others open in the meantime, in the same vault, and are strung together
    const appealed = await disputants.open(big, 200n * TOKEN);
    at.appealed = appealed.dispute;
    await disputants.cite(appealed);
    await disputants.answer(appealed, backer, 'Backers');
    await disputants.answer(appealed);
    const taken = await disputants.open(big, 10n * TOKEN);
    at.withdrawn = taken.dispute;
    await disputants.withdraw(taken);

    // of an agent that stays silent, and of one that answers while the panel does not rule
    const small = await disputants.prepare(other);
    await disputants.pay(small, 100n * TOKEN);
    await disputants.hold(small, 100n * TOKEN);
    const unanswered = await disputants.open(small, 40n * TOKEN);
    at.unanswered = unanswered.dispute;
    await disputants.cite(unanswered);
    const answered = await disputants.open(small, 20n * TOKEN);
    at.answered = answered.dispute;
    await disputants.answer(answered);

    await advance(DAY + 1);
    for (const [place, award] of [
      [0, 9_000],
      [2, 10_000],
    ] as const) {
      await disputants.vote(ruling, place, award);
    }
    await disputants.vote(appealed, 1, 10_000);
    await disputants.vote(appealed, 0, 10_000);
    await disputants.appeal(appealed, agent.owner);
    await disputants.vote(appealed, 2, 0);
    await disputants.vote(appealed, 1, 2_000);
    await advance(DAY + 1);
    await disputants.execute(unanswered);
    await disputants.execute(answered);
    await disputants.execute(ruling);
    await disputants.execute(appealed);
    await disputants.sync(agent);

    // and some that stay under way, one of them in another mint, so that it cannot slash
    await stakers.stake(agent, true);
    const later = await disputants.prepare(agent);
    const foreign = await disputants.prepare(other, world.localnet.personas.mint.publicKey);
    for (const one of [later, foreign]) {
      await disputants.pay(one, 50n * TOKEN);
      await disputants.hold(one, 50n * TOKEN);
    }
    for (const [name, one, claim] of [
      ['waiting', later, 30n],
      ['second', later, 5n],
      ['foreign', foreign, 20n],
    ] as const) {
      const open = await disputants.open(one, claim * TOKEN);
      at[name] = open.dispute;
      await disputants.cite(open);
      if (name === 'second') await disputants.answer(open);
    }
    // nobody ends these
    disputants.disputes.splice(0);
    await world.live(250);
    await disputants.pay(later, 1n * TOKEN);
    at.fresh = (await disputants.open(later, 1n * TOKEN)).dispute;
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  const folded = async (some: Item[]) => {
    await fixture.deliver(some);
    await fixture.indexer.settled();
  };
  const get = async (path: string) => {
    const { status, body } = await fixture.get(path);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const told = (name: string) => get(`/v1/disputes/${at[name]?.toBase58()}`);

  describe('in the chain’s order', () => {
    before(async () => {
      await fixture.clear();
      await folded(items);
      await fixture.indexer.backfill();
    });

    it('has them as the accounts do, and vaults hold what they owe', async () => {
      await fixture.indexer.reconcile();
      assert.deepEqual((await get('/v1/status')).drift, []);
      for (const table of ['disputes', 'dispute_links', 'slashes']) {
        const rows = await fixture.indexer.database.query(`SELECT * FROM ${table}`);
        assert.ok(rows.length > 0, table);
      }
    });

    it('tells each end, and who got what', async () => {
      const ends = ['ruling', 'appealed', 'withdrawn', 'unanswered', 'answered'];
      const outcomes = await Promise.all(ends.map(async (name) => (await told(name)).outcome));
      assert.deepEqual(
        outcomes.map(({ end }) => end),
        ['Ruling', 'AppealRuling', 'Withdrawn', 'SilenceUnanswered', 'SilenceAnswered'],
      );
      const [ruling, appealed, withdrawn, unanswered, answered] = outcomes;
      // 95 % of 5,000 claimed: 100 were given back, 500 held, the rest is slashed, and a tenth of that on top
      assert.equal(ruling.loss, (4_750n * TOKEN).toString());
      assert.equal(ruling.paid, (500n * TOKEN).toString());
      const refunded = BigInt(ruling.refundedSince);
      assert.equal(BigInt(ruling.slashedToClaimant) + refunded, 4_250n * TOKEN);
      assert.equal(ruling.lost, true);
      assert.equal(appealed.awardBps, 1_000);
      for (const outcome of [withdrawn, unanswered, answered]) {
        assert.deepEqual([outcome.slashedToClaimant, outcome.slashedToTreasury], ['0', '0']);
      }
      assert.equal(unanswered.paid, (40n * TOKEN).toString());
      assert.equal(answered.paid, '0');
    });

    it('tells what a slash took of each pool, the one that cools too', async () => {
      const { items: slashes } = await get(`/v1/agents/${harmed.toBase58()}/slashes`);
      const slash = slashes.find(({ dispute }: Item) => dispute === at.ruling?.toBase58());
      const taken = ['firstLoss', 'firstLossCooling', 'backers', 'backersCooling'].map((name) =>
        BigInt(slash[name]),
      );
      const sum = taken.reduce((total, part) => total + part, 0n);
      assert.equal(sum, BigInt(slash.toClaimant) + BigInt(slash.toTreasury));
      assert.ok((taken[2] ?? 0n) > 0n && (taken[3] ?? 0n) > 0n, 'backers lost nothing');
      const vault = stakeVaultAddress(world.localnet.deployment, harmed);
      const account = decodeStakeVault(world.localnet.node.read(vault)?.data ?? new Uint8Array());
      const { standing } = await get(`/v1/agents/${harmed.toBase58()}`);
      assert.equal(standing.slashed, account.slashed.toString());
      assert.equal(standing.disputesLost, account.disputesLost);
      assert.equal(standing.openDisputes, account.openDisputes);
      const score = world.localnet.node.read(scoreAddress(world.localnet.deployment, harmed));
      assert.equal(standing.scoredDisputesLost, decodeScore(score?.data ?? new Uint8Array()).disputesLost);
      assert.deepEqual((await get(`/v1/agents/${quiet.toBase58()}/slashes`)).items, []);
    });

    it('tells a dispute’s course: steps with who took them, votes, cited calls, windows', async () => {
      const dispute = await told('appealed');
      assert.deepEqual(
        dispute.timeline.map(({ kind }: Item) => kind),
        [
          ...['disputeOpened', 'callCited', 'disputeAnswered', 'disputeAnswered', 'voteCast', 'voteCast'],
          ...['disputeRuled', 'disputeAppealed', 'voteCast', 'voteCast', 'disputeRuled', 'disputeEnded'],
        ],
      );
      const steps: Item[] = dispute.timeline;
      assert.ok(steps.every(({ at: time, signature }) => time > 0 && signature.length > 60));
      assert.ok(steps.filter(({ kind }) => kind !== 'disputeRuled').every(({ who }) => who !== null));
      assert.deepEqual(dispute.awards, [10_000, 1_000]);
      assert.deepEqual(
        dispute.votes.map((votes: Item[]) => votes.map(({ awardBps }) => awardBps)),
        [
          [10_000, 10_000],
          [2_000, 0],
        ],
      );
      assert.equal(dispute.cited.length, 1);
      assert.notEqual(dispute.answerHash, dispute.ownerHash);
      assert.deepEqual([dispute.phase, dispute.phaseEndsAt, dispute.defaultEnd], ['Ended', 0, null]);
    });

    it('finds disputes by agent, claimant, channel, state and whoever has to vote', async () => {
      const list = async (query: string) => (await get(`/v1/disputes?limit=100&${query}`)).items as Item[];
      const everything = await list('');
      const { agent, claimant, subject } = await told('ruling');
      for (const [name, value] of [
        ['agent', agent],
        ['claimant', claimant],
        ['channel', subject],
      ]) {
        const field = name === 'channel' ? 'subject' : name;
        const found = await list(`${name}=${value}`);
        assert.deepEqual(
          found,
          everything.filter((one) => one[field] === value),
        );
        assert.ok(found.length > 0 && found.length < everything.length, name);
      }
      const ended = await list('state=Ended');
      assert.deepEqual(
        ended,
        everything.filter(({ status }) => status === 'Ended'),
      );
      const { arbiter1, payer } = world.localnet.personas;
      const desk = await list(`voter=${arbiter1.publicKey.toBase58()}`);
      const waits = everything.filter(
        ({ phase, votes }) =>
          ['Response', 'Voting'].includes(phase) &&
          !votes[0].some(({ arbiter }: Item) => arbiter === arbiter1.publicKey.toBase58()),
      );
      assert.deepEqual(desk, waits);
      assert.ok(desk.some(({ address }) => address === at.fresh?.toBase58()));
      const foreign = everything.find(({ address }) => address === at.foreign?.toBase58());
      assert.deepEqual([foreign.listed, foreign.mint === foreign.stakeMint], [false, false]);
      assert.deepEqual(await list(`voter=${payer.publicKey.toBase58()}`), []);
      // page by page, each once
      const pages: Item[] = [];
      let next = '';
      do {
        const page = await get(`/v1/disputes?limit=2${next && `&cursor=${next}`}`);
        pages.push(...page.items);
        next = page.next ?? '';
      } while (next !== '');
      assert.deepEqual(pages, everything);
      const bad = await fixture.get('/v1/disputes?state=Nowhere');
      assert.deepEqual([bad.status, bad.body.error.code], [400, 'BadRequest']);
      assert.equal((await fixture.get(`/v1/disputes/${harmed.toBase58()}`)).status, 404);
    });

    it('tells readers along of one dispute alone, and of the settings', async () => {
      const { timeline } = await told('appealed');
      const topics = `dispute:${at.appealed?.toBase58()},config`;
      const reader = await Reader.open(fixture.indexer.url, topics, '0-0');
      try {
        const own = () => reader.events.filter(({ data }) => data.data.dispute === at.appealed?.toBase58());
        while (own().length < timeline.length) await new Promise((done) => setTimeout(done, 20));
        const others = reader.events.filter((event) => !own().includes(event));
        assert.ok(others.some(({ data }) => data.kind === 'configInitialized'));
        assert.deepEqual(
          others.map(({ data }) => data.kind).filter((kind) => !kind.startsWith('config')),
          [],
        );
      } finally {
        reader.stop();
      }
    }).timeout(30_000);

    it('finds by name where a row is not as the account', async () => {
      const { database } = fixture.indexer;
      await database.query(
        'UPDATE stake_vaults SET bonds = bonds + 1 WHERE NOT closed AND open_disputes > 0',
      );
      await database.query("UPDATE channels SET held = held + 1 WHERE status <> 'Finished' AND held > 0");
      await database.query("UPDATE disputes SET cited_calls = 99 WHERE status <> 'Ended'");
      await database.query('DELETE FROM dispute_links');
      await database.query('UPDATE scores SET slashed = slashed + 1 WHERE slashed > 0');
      await fixture.indexer.reconcile();
      const { drift } = await get('/v1/status');
      assert.deepEqual(
        new Set(drift.map(({ kind, field }: Item) => `${kind} ${field}`)),
        new Set([
          'vault bonds',
          'channel held',
          'dispute cited_calls',
          'disputeLinks missing',
          'score slashed',
        ]),
      );
    });
  });

  it('invariant 15: any order, any repetition, one after the other or at once, gives the same rows', async () => {
    await fixture.clear();
    await folded(items);
    const expected = await fixture.checksum();
    const { stake } = world.localnet.deployment;
    const ours = items.filter((item) => item.transaction.message.accountKeys.includes(stake.toBase58()));
    for (const seed of [1, 2, 3]) {
      await fixture.clear();
      const random = randomFrom(seed);
      for (const item of shuffled(ours, random)) {
        await fixture.deliver(random() < 0.3 ? [item, item] : [item]);
        if (random() < 0.5) await fixture.indexer.settled();
      }
      await folded(shuffled([...items, ...ours], random));
      assert.equal(await fixture.checksum(), expected, `seed ${seed}`);
    }
  }).timeout(300_000);
});
