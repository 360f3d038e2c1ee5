import assert from 'node:assert/strict';
import {
  agentUpdate,
  channelOpen,
  channelPayout,
  channelSettle,
  createMessageSigner,
  decodeChannel,
  encodeVoucher,
} from '@agent-labs/sdk';
import { AccountLayout, createTransferInstruction, getAssociatedTokenAddressSync } from '@solana/spl-token';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { within } from '../helpers/within';
import { Reader } from './reader';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';

const AMOUNT = 1_000n;
const SPAN = 1_000n;

onEachDatabase('indexer: locks and intakes', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  let people: Keypair[];
  let intake: PublicKey;
  /** by what was done to each */
  const at: Record<string, PublicKey> = {};

  before(async () => {
    world = await World.start(83);
    const { lockers, localnet } = world;
    people = await Promise.all([0, 1, 2, 3, 4].map((place) => lockers.person(place)));
    const [funder, recipient, other, approver] = people as [Keypair, Keypair, Keypair, Keypair];
    const { node } = localnet;
    const advance = (seconds: bigint) => node.advance({ seconds: Number(seconds) });
    const linear = async (cliff = 0n) => {
      const start = await node.unixTime();
      const moments = { start, cliffAt: start + cliff, end: start + SPAN };
      return { amount: AMOUNT, schedule: { kind: 'Linear', cliffAmount: 100n, ...moments } as const };
    };
    const create = async (
      name: string,
      terms: Partial<Parameters<typeof lockers.create>[2]> = {},
      cliff = 0n,
    ) => {
      at[name] = await lockers.create(funder, recipient, { ...(await linear(cliff)), ...terms });
      return at[name];
    };

    const milestones = {
      kind: 'Milestones',
      ...{ amounts: [300n, 700n], approver: approver.publicKey, inOrder: false },
      deadline: (await node.unixTime()) + 50n * SPAN,
    } as const;
    const half = await create('milestones', { schedule: milestones, cancel: 'Creator' });
    await lockers.approve(half, 1);
    const whole = await create('approved', { schedule: milestones });
    await lockers.approve(whole, 0);
    await lockers.approve(whole, 1);
    await lockers.claim(whole);

    // an address that is used twice
    const first = await create('again', { id: 5n, cancel: 'Either' });
    await lockers.cancel(first);
    await lockers.claim(first);
    await lockers.reclaim(first);
    await node.advance({ slots: 1 });
    await lockers.close(first);

    const cancelled = await create('cancelled', { cancel: 'Recipient' });
    const changed = await create('changed', { change: 'Creator' });
    const moved = await create('moved', { change: 'Recipient' });
    const grown = await create('grown', { topUp: true });
    await advance(SPAN / 2n);
    await lockers.cancel(cancelled);
    await lockers.claim(cancelled);
    await lockers.reclaim(cancelled);
    await lockers.change(changed, other);
    await lockers.offer(moved, approver);
    await lockers.accept(moved);
    await lockers.offer(moved, other);
    await lockers.claim(grown);
    await lockers.topUp(grown, 500n);
    await create('again', { id: 5n });
    const done = await create('done');
    await advance(SPAN);
    await lockers.claim(done);
    await node.advance({ slots: 1 });
    // what somebody sends there goes to the funder
    await donate(done, other, 11n);
    await lockers.close(done);
    intake = await lockers.openIntake(recipient, 1n);
    at.taken = await lockers.lockIntake(intake);
    await payAgent();
    at.earned = await lockers.lockIntake(intake);

    const now = await node.unixTime();
    const periodic = { kind: 'Periodic', start: now, cliffAt: now, cliffAmount: 50n } as const;
    await create('periodic', { schedule: { ...periodic, period: 60n, periodAmount: 95n } });
    await advance(130n);
    await create('waiting', {}, SPAN / 2n);
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  async function donate(lock: PublicKey, by: Keypair, amount: bigint): Promise<void> {
    const { tokens, mint } = world.lockers.read(lock);
    const from = getAssociatedTokenAddressSync(mint, by.publicKey);
    await world.send([createTransferInstruction(from, tokens, by.publicKey, amount)], by);
  }

  /** An agent whose payouts go into the intake earns something. */
  async function payAgent(): Promise<void> {
    const { deployment, node, personas } = world.localnet;
    const [listed] = world.agents;
    assert.ok(listed);
    const { instruction: update } = await agentUpdate(deployment, {
      ...{ agent: listed.agent, owner: listed.owner.publicKey, payoutOwner: intake },
    });
    await world.send([update], listed.owner);
    await world.payers.openBudget();
    const budget = world.budgets.at(-1);
    assert.ok(budget);
    const { instruction, channel } = await channelOpen(deployment, {
      ...{ authority: budget.session.publicKey, rentPayer: budget.payer.publicKey, mandate: budget.mandate },
      ...{ agent: listed.agent, versionNumber: listed.versions, n: 0, amount: 1_000_000n },
      expiresAt: (await node.unixTime()) + 6n * 86_400n,
    });
    await world.send([instruction], budget.payer, [budget.session]);
    const state = await node.getAccount(channel);
    assert.ok(state);
    const signer = createMessageSigner(budget.session.secretKey);
    const message = encodeVoucher({
      ...{ tag: Uint8Array.from(decodeChannel(state.data).tag), cumulative: 40_000n, calls: 1 },
      ...{ expires: Number(await node.unixTime()) + 86_400, transcript: new Uint8Array(32) },
    });
    const voucher = { channel, message, publicKey: signer.publicKey, signature: signer.sign(message) };
    await world.send(channelSettle(deployment, [voucher]), personas.operator);
    // past the holdback
    await node.advance({ seconds: 120 });
    const ref = { channel, mandate: budget.mandate, agent: listed.agent };
    await world.lockers.payIntake(intake, people[1] as Keypair, 1n);
    await world.send(
      [await channelPayout(deployment, ref, personas.mint.publicKey, intake)],
      personas.operator,
    );
  }

  const get = async (path: string) => {
    const { status, body } = await fixture.get(path);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const wallet = (place: number) => people[place]?.publicKey.toBase58() as string;
  const told = (name: string) => get(`/v1/locks/${at[name]?.toBase58()}`);
  const kinds = (changes: Item[]) => changes.map(({ kind }) => kind);
  /** Exact numbers are the program's: what the accounts have is compared by reconciliation. */
  const between = (value: string, least: bigint, most: bigint, name: string) =>
    assert.ok(BigInt(value) >= least && BigInt(value) <= most, `${name}: ${value}`);

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

    it('tells how each stands, and what can be claimed and taken back of it', async () => {
      for (const [name, state, claimed, returned] of [
        ['milestones', 'Releasing', 0n, 0n],
        ['approved', 'Released', 1_000n, 0n],
        ['changed', 'Released', 0n, 0n],
        ['moved', 'Released', 0n, 0n],
        ['done', 'Closed', 1_000n, 0n],
        ['waiting', 'Waiting', 0n, 0n],
        ['periodic', 'Releasing', 0n, 0n],
      ] as const) {
        const lock = await told(name);
        assert.deepEqual(
          [lock.state, BigInt(lock.claimed), BigInt(lock.returned)],
          [state, claimed, returned],
          name,
        );
        assert.equal(lock.mint, world.lockers.mint.toBase58());
      }
      const milestones = await told('milestones');
      assert.deepEqual(
        [milestones.milestonesApproved, milestones.due, milestones.nextReleaseAt],
        [[1], '700', null],
      );
      const waiting = await told('waiting');
      assert.deepEqual(
        [waiting.due, waiting.released, waiting.nextReleaseAt],
        ['0', '0', waiting.schedule.cliffAt],
      );
      const periodic = await told('periodic');
      between(periodic.due, 240n, 1_000n, 'after two periods');
      assert.equal((periodic.nextReleaseAt - periodic.schedule.start) % 60, 0);
      const cancelled = await told('cancelled');
      assert.equal(cancelled.state, 'Cancelled');
      assert.equal(BigInt(cancelled.claimed) + BigInt(cancelled.returned), AMOUNT);
      assert.deepEqual([cancelled.due, cancelled.returnable], ['0', '0']);
      assert.ok(cancelled.stoppedAt > 0);
      const grown = await told('grown');
      assert.equal(grown.deposited, '1500');
      assert.equal(BigInt(grown.claimed) + BigInt(grown.due), 1_500n);
    });

    it('follows who the recipient is', async () => {
      const changed = await told('changed');
      assert.deepEqual([changed.recipient, changed.formerRecipient], [wallet(2), wallet(1)]);
      between(changed.formerDue, 500n, 600n, 'of the former one');
      assert.equal(BigInt(changed.formerDue) + BigInt(changed.due), AMOUNT);
      const moved = await told('moved');
      assert.deepEqual([moved.recipient, moved.pendingRecipient], [wallet(3), wallet(2)]);
      assert.deepEqual(kinds(moved.changes), [
        'lockCreated',
        'lockOffered',
        'lockTransferred',
        'lockOffered',
      ]);
      const roles = async (of: number) => {
        const { items: mine } = await get(`/v1/wallets/${wallet(of)}/locks?limit=100`);
        return Object.fromEntries(mine.map((lock: Item) => [lock.address, lock.roles]));
      };
      const others = await roles(2);
      assert.deepEqual(others[changed.address], ['recipient']);
      assert.deepEqual(others[moved.address], ['pending']);
      assert.deepEqual((await roles(1))[changed.address], ['former']);
      assert.deepEqual((await roles(0))[changed.address], ['funder']);
      const approvers = (await get(`/v1/wallets/${wallet(3)}/locks?as=approver`)).items;
      assert.deepEqual(
        new Set(approvers.map(({ address }: Item) => address)),
        new Set([at.milestones?.toBase58(), at.approved?.toBase58()]),
      );
    });

    it('keeps the generations of an address apart, and tells claims and changes', async () => {
      const again = await told('again');
      assert.deepEqual(
        [again.state, again.claimed, kinds(again.changes)],
        ['Released', '0', ['lockCreated']],
      );
      const [earlier] = again.earlier;
      assert.deepEqual(
        [earlier.state, BigInt(earlier.claimed) + BigInt(earlier.returned)],
        ['Closed', AMOUNT],
      );
      assert.deepEqual(kinds((await told('cancelled')).changes), [
        ...['lockCreated', 'lockCancelled', 'lockClaimed', 'lockReclaimed'],
      ]);
      const path = `/v1/activity?lock=${at.again?.toBase58()}&limit=100`;
      assert.deepEqual(kinds((await get(path)).items).toReversed(), [
        ...['lockCreated', 'lockCancelled', 'lockClaimed', 'lockReclaimed', 'lockClosed', 'lockCreated'],
      ]);
    });

    it('finds locks by creator, funder, recipient, mint and state, page by page', async () => {
      const everything = (await get('/v1/locks?limit=100')).items;
      assert.equal(everything.length, 13);
      for (const [name, field, value] of [
        ['creator', 'creator', wallet(0)],
        ['creator', 'creator', intake.toBase58()],
        ['funder', 'funder', wallet(1)],
        ['recipient', 'recipient', wallet(3)],
        ['state', 'state', 'Closed'],
      ] as const) {
        const found = (await get(`/v1/locks?limit=100&${name}=${value}`)).items;
        assert.deepEqual(
          found.map(({ address }: Item) => address),
          everything.filter((one: Item) => one[field] === value).map(({ address }: Item) => address),
        );
        assert.ok(found.length > 0 && found.length < everything.length, name);
      }
      assert.deepEqual((await get(`/v1/locks?mint=${wallet(0)}`)).items, []);
      const paged: Item[] = [];
      for (let cursor = ''; ; ) {
        const page = await get(`/v1/locks?limit=3${cursor}`);
        paged.push(...page.items);
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      assert.deepEqual(
        paged.map(({ address, generation }) => `${address} ${generation}`),
        everything.map(({ address, generation }: Item) => `${address} ${generation}`),
      );
    });

    it('knows an intake, and locks of what an agent was paid into it', async () => {
      const known = await get(`/v1/intakes/${intake.toBase58()}`);
      assert.deepEqual([known.recipient, known.duration, known.closed], [wallet(1), 600, false]);
      assert.deepEqual((await get(`/v1/wallets/${wallet(1)}/intakes`)).items, [known]);
      const { funder, recipient, cancel } = await told('earned');
      assert.deepEqual([funder, recipient, cancel], [wallet(1), wallet(1), 'Nobody']);
      const payments = (await get(`/v1/wallets/${wallet(1)}/payments?what=payout,locked&limit=100`)).items;
      const [locked, paid] = payments;
      assert.deepEqual([paid.what, paid.role, paid.from, paid.to], ['payout', 'payee', 'owed', 'intake']);
      assert.deepEqual(
        [locked.what, locked.role, locked.from, locked.to],
        ['locked', 'recipient', 'intake', 'lock'],
      );
      assert.deepEqual([paid.intake, locked.intake], [intake.toBase58(), intake.toBase58()]);
      assert.equal(locked.lock, at.earned?.toBase58());
      assert.equal(BigInt(locked.amount), BigInt(paid.amount) + 1n);
      assert.equal(BigInt(paid.amount) + BigInt(paid.fee), 40_000n);
    });

    it('tells each transfer of tokens to the unit', async () => {
      let transfers = 0;
      const lockProgram = world.localnet.deployment.timelock.toBase58();
      for (const [place] of people.entries()) {
        const payments: Item[] = [];
        for (let cursor = ''; ; ) {
          const page = await get(`/v1/wallets/${wallet(place)}/payments?limit=100${cursor}`);
          payments.push(...page.items);
          if (page.next === null) break;
          cursor = `&cursor=${page.next}`;
        }
        for (const { transaction, meta } of items) {
          if (meta.err !== null || !transaction.message.accountKeys.includes(lockProgram)) continue;
          const sum = (balances: Item[]): bigint =>
            balances
              .filter(({ owner }) => owner === wallet(place))
              .reduce((total, { uiTokenAmount }) => total + BigInt(uiTokenAmount.amount), 0n);
          const change = sum(meta.postTokenBalances) - sum(meta.preTokenBalances);
          const [signature] = transaction.signatures;
          const mine = payments.filter((one) => one.signature === signature);
          const told = mine.reduce((total, { from, to, amount, mint }) => {
            assert.equal(mint, world.lockers.mint.toBase58());
            return total + (BigInt(to === 'wallet') - BigInt(from === 'wallet')) * BigInt(amount);
          }, 0n);
          assert.equal(told, change, `${signature} of ${place}: ${JSON.stringify(mine)}`);
          if (change !== 0n) transfers += 1;
        }
      }
      assert.ok(transfers > 15, `${transfers} transfers`);
    });

    it('halts where a lock holds less than it owes', async () => {
      const { node } = world.localnet;
      const { tokens } = world.lockers.read(at.waiting as PublicKey);
      const state = node.read(tokens);
      assert.ok(state);
      const less = Buffer.from(state.data);
      AccountLayout.encode({ ...AccountLayout.decode(less), amount: AMOUNT - 1n }, less);
      await node.write([[tokens, { ...state, data: Uint8Array.from(less) }]]);
      try {
        await fixture.indexer.reconcile();
        await new Promise((done) => setTimeout(done, 1_100));
        const { halted } = await get('/v1/status');
        assert.equal(halted, `the vault of lock ${at.waiting?.toBase58()} holds 999 and owes 1000`);
        const answer = await fixture.get('/v1/locks');
        assert.deepEqual([answer.status, answer.body.error.code], [503, 'Halted']);
      } finally {
        await node.write([[tokens, state]]);
      }
      await fixture.indexer.reconcile();
      await new Promise((done) => setTimeout(done, 1_100));
      assert.equal((await get('/v1/status')).halted, null);
    });

    it('refuses by name what it does not know or take', async () => {
      const nobody = Keypair.generate().publicKey.toBase58();
      for (const kind of ['locks', 'intakes']) {
        const answer = await fixture.get(`/v1/${kind}/${nobody}`);
        assert.deepEqual([answer.status, answer.body.error.code], [404, 'Unknown']);
      }
      for (const [path, word] of [
        ['/v1/locks?colour=red', 'colour'],
        ['/v1/locks?state=Lost', 'state'],
        ['/v1/locks?creator=me', 'creator'],
        [`/v1/wallets/${nobody}/locks?as=owner`, 'as'],
        ['/v1/locks/0OIl', 'address'],
        ['/v1/stream?topics=lock', 'topics'],
      ]) {
        const answer = await fixture.get(path as string);
        assert.deepEqual([answer.status, answer.body.error.code], [400, 'BadRequest'], path);
        assert.ok(answer.body.error.message.includes(word), `${path}: ${answer.body.error.message}`);
      }
    });
  });

  it('tells those that read along about one lock', async () => {
    await fixture.clear();
    const lock = at.cancelled?.toBase58();
    const reader = await Reader.open(fixture.indexer.url, `lock:${lock}`);
    await fixture.deliver(items);
    await fixture.indexer.settled();
    await within(30, reader.until(4));
    assert.deepEqual(
      // events of one delivery are told in no order
      reader.events.map(({ data }) => data.kind).sort(),
      ['lockCancelled', 'lockClaimed', 'lockCreated', 'lockReclaimed'],
    );
    assert.ok(reader.events.every(({ data }) => data.data.lock === lock));
    reader.stop();
  });

  it('halts by name where a lock cannot take what happened, and goes on once what was wrong is right', async () => {
    const { database } = fixture.indexer;
    await fixture.clear();
    await fixture.deliver(items);
    await fixture.indexer.settled();
    const whole = await fixture.checksum();
    await fixture.clear();
    const program = world.localnet.deployment.timelock.toBase58();
    const done = items.filter(
      ({ meta, transaction }) => meta.err === null && transaction.message.accountKeys.includes(program),
    );
    const claim = done.find(({ transaction }) =>
      transaction.message.accountKeys.includes(at.grown?.toBase58()),
    );
    const from = items.indexOf(claim) + 1;
    await fixture.deliver(items.slice(0, from));
    await fixture.indexer.settled();
    const kept = await database.query("SELECT subject, key, state FROM subjects WHERE subject = 'lock'");
    await database.query(`UPDATE subjects SET state = '{}' WHERE subject = 'lock'`);
    await fixture.deliver(items.slice(from));
    await fixture.indexer.settled();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const { halted, waiting } = await get('/v1/status');
    assert.match(halted, /^folding is stuck at transaction \w+: \w+ of lock \w+: /);
    assert.ok(waiting > 0);
    for (const path of ['/v1/locks', `/v1/wallets/${wallet(0)}/payments`]) {
      const answer = await fixture.get(path);
      assert.deepEqual([answer.status, answer.body.error.code], [503, 'Halted']);
    }
    for (const { key, state } of kept) {
      await database.query("UPDATE subjects SET state = $2::jsonb WHERE subject = 'lock' AND key = $1", [
        key,
        JSON.stringify(state),
      ]);
    }
    await fixture.indexer.settled();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    assert.equal((await get('/v1/status')).halted, null);
    assert.equal(await fixture.checksum(), whole);
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
    const key = (name: string) => at[name]?.toBase58();
    await database.query('UPDATE locks SET claimed = claimed + 1 WHERE address = $1', [key('grown')]);
    await database.query('UPDATE locks SET schedule = schedule || \'{"end": 1}\' WHERE address = $1', [
      key('waiting'),
    ]);
    await database.query('DELETE FROM intakes');
    await database.query('UPDATE locks SET closed = false WHERE address = $1', [key('done')]);
    await fixture.indexer.reconcile();
    const { drift } = await get('/v1/status');
    assert.deepEqual(
      new Set(drift.map(({ kind, address, field }: Item) => `${kind} ${address} ${field}`)),
      new Set([
        `lock ${key('grown')} claimed`,
        `lock ${key('waiting')} schedule`,
        `intake ${intake.toBase58()} missing`,
        `lock ${key('done')} surplus`,
      ]),
    );
  });
});
