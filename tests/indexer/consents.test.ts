import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { channelOpen, decodeApproval, withApproval } from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';
import type { Overseen } from './world-consents';

const DAY = 86_400;
const purpose = (name: string) => createHash('sha256').update(name).digest();

onEachDatabase('indexer: consents, approvals and anchors', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  let people: Keypair[];
  let overseen: Overseen;
  let log: PublicKey;
  /** by how each stands */
  const grants: Record<string, string> = {};
  const approvals: Record<string, string> = {};

  before(async () => {
    world = await World.start(61);
    const { consenters, lockers, localnet } = world;
    people = await Promise.all([0, 1, 2, 3, 4].map((at) => lockers.person(at)));
    const [subject, , , , controller] = people;
    assert.ok(subject && controller);
    const give = async (name: string, lifetime: bigint) => {
      const at = await consenters.give(subject, controller.publicKey, purpose(name), lifetime);
      grants[name] = at.toBase58();
    };

    await give('gone', 3_600n);
    await consenters.revoke(subject, controller.publicKey, purpose('gone'));
    await give('short', 3_600n);
    await localnet.node.advance({ seconds: DAY + 1 });
    await consenters.close(subject, controller.publicKey, purpose('gone'));
    await give('valid', 10n * BigInt(DAY));
    await give('revoked', 10n * BigInt(DAY));
    await consenters.revoke(subject, controller.publicKey, purpose('revoked'));
    // taken back, and given anew
    await give('again', 10n * BigInt(DAY));
    await consenters.revoke(subject, controller.publicKey, purpose('again'));
    await give('again', 20n * BigInt(DAY));

    overseen = await consenters.oversee(subject);
    const ask = async (name: string, nonce: bigint, lifetime = 5n * BigInt(DAY)) => {
      const at = await consenters.request(overseen, undefined, { nonce, lifetime });
      approvals[name] = at.toBase58();
      return at;
    };
    await ask('expired', 0n, 60n);
    await localnet.node.advance({ seconds: 61 });
    const waiting = await ask('waiting', 1n);
    await consenters.sign(waiting, 0);
    await consenters.sign(waiting, 1);
    await consenters.withdraw(waiting, 0);
    const approved = await ask('approved', 2n);
    await consenters.sign(approved, 2);
    await consenters.sign(approved, 0);
    await consenters.closeApproval(await ask('closed', 3n));
    // the same call, asked for again at the same address
    await consenters.closeApproval(await ask('again', 4n));
    await ask('again', 4n);
    await consume();

    log = await consenters.openLog(subject, 7n);
    for (let time = 0; time < 3; time += 1) {
      await localnet.node.advance({ seconds: 10 });
      await consenters.anchor(subject, 7n);
    }
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });

  /** A channel above the mandate's trigger, opened by what its approvers signed. */
  async function consume(): Promise<void> {
    const { consenters, localnet, agents } = world;
    const { deployment, node } = localnet;
    const session = people[4] as Keypair;
    const [listed] = agents;
    assert.ok(listed);
    const { instruction } = await channelOpen(deployment, {
      ...{ authority: session.publicKey, rentPayer: overseen.payer.publicKey, mandate: overseen.mandate },
      ...{ agent: listed.agent, versionNumber: listed.versions, n: 0, amount: 5_000n },
      expiresAt: (await node.unixTime()) + 2n * BigInt(DAY),
    });
    const at = await consenters.request(overseen, instruction, { nonce: 9n });
    for (const place of [0, 1]) await consenters.sign(at, place);
    const state = node.read(at);
    assert.ok(state);
    const { rentPayer } = decodeApproval(state.data);
    const call = withApproval(deployment, instruction, { approval: at, rentPayer });
    await world.send([call], overseen.payer, [session]);
    approvals.consumed = at.toBase58();
  }

  const get = async (path: string) => {
    const { status, body } = await fixture.get(path);
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };
  const wallet = (at: number) => people[at]?.publicKey.toBase58() as string;

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

    it('tells what stands of each consent, and all that happened to it', async () => {
      for (const [name, state] of [
        ['valid', 'Valid'],
        ['again', 'Valid'],
        ['short', 'Expired'],
        ['revoked', 'Revoked'],
        ['gone', 'Closed'],
      ] as const) {
        assert.equal((await get(`/v1/grants/${grants[name]}`)).state, state, name);
      }
      const again = await get(`/v1/grants/${grants.again}`);
      assert.deepEqual(
        again.changes.map(({ kind }: Item) => kind),
        ['consentGiven', 'consentRevoked', 'consentGiven'],
      );
      assert.deepEqual([again.revision, again.revokedAt], [3, 0]);
      assert.equal(again.purpose, purpose('again').toString('hex'));

      const mine = (await get(`/v1/wallets/${wallet(0)}/grants?limit=100`)).items;
      assert.equal(mine.length, 5);
      const theirs = (await get(`/v1/wallets/${wallet(4)}/grants?as=controller&limit=100`)).items;
      assert.deepEqual(theirs, mine);
      assert.deepEqual((await get(`/v1/wallets/${wallet(4)}/grants`)).items, []);
      const valid = (await get(`/v1/wallets/${wallet(0)}/grants?state=Valid`)).items;
      assert.deepEqual(
        new Set(valid.map(({ address }: Item) => address)),
        new Set([grants.valid, grants.again]),
      );
    });

    it('tells each approval with its signatures, its call, and what became of it', async () => {
      const [first, second, third] = overseen.approvers.map(({ publicKey }) => publicKey.toBase58());
      for (const [name, state, signers] of [
        ['expired', 'Expired', []],
        ['waiting', 'Waiting', [second]],
        ['approved', 'Approved', [first, third]],
        ['closed', 'Closed', []],
        ['again', 'Waiting', []],
        ['consumed', 'Consumed', [first, second]],
      ] as const) {
        const approval = await get(`/v1/approvals/${approvals[name]}`);
        assert.deepEqual([approval.state, approval.signers], [state, signers], name);
        assert.equal(approval.matches, true, name);
        assert.equal(approval.threshold, 2);
      }
      const { call, endedIn, digest } = await get(`/v1/approvals/${approvals.consumed}`);
      assert.equal(call.program, world.localnet.deployment.escrow.toBase58());
      const { activity } = await get(`/v1/transactions/${endedIn}`);
      const kinds = activity.map(({ kind }: Item) => kind);
      assert.ok(kinds.includes('approvalConsumed') && kinds.includes('channelOpened'), `${kinds}`);
      assert.ok(activity.some(({ data }: Item) => data.digest === digest));
      const again = await get(`/v1/approvals/${approvals.again}`);
      assert.deepEqual(
        again.earlier.map(({ state }: Item) => state),
        ['Closed'],
      );
      assert.deepEqual(
        again.changes.map(({ kind }: Item) => kind),
        ['approvalRequested'],
      );
    });

    it('has an inbox for each approver: what is still to be signed', async () => {
      const [first, second] = overseen.approvers.map(({ publicKey }) => publicKey.toBase58());
      const names = async (query: string) => {
        const { items: found } = await get(`/v1/approvals?limit=100&${query}`);
        const known = new Map(Object.entries(approvals).map(([name, at]) => [at, name]));
        return found.map(({ address }: Item) => known.get(address)).toSorted();
      };
      assert.deepEqual(await names(`awaiting=${first}`), ['again', 'waiting']);
      assert.deepEqual(await names(`awaiting=${second}`), ['again', 'approved']);
      assert.deepEqual(await names(`awaiting=${wallet(4)}`), []);
      assert.equal((await names(`approver=${first}`)).length, 7);
      assert.deepEqual(await names(`mandate=${overseen.mandate.toBase58()}&state=Consumed`), ['consumed']);
      assert.deepEqual(await names(`requester=${first}`), []);
      assert.equal((await get(`/v1/activity?wallet=${first}&kind=approvalRequested`)).items.length, 7);
      assert.equal((await get(`/v1/activity?approval=${approvals.waiting}`)).items.length, 4);
    });

    it('shows no call that the digest is not of', async () => {
      await fixture.indexer.database.query("UPDATE approvals SET data = data || '00' WHERE address = $1", [
        approvals.approved,
      ]);
      const { call, matches } = await get(`/v1/approvals/${approvals.approved}`);
      assert.deepEqual([matches, call], [false, null]);
      await fixture.indexer.reconcile();
      const { drift } = await get('/v1/status');
      assert.deepEqual(
        drift.map(({ kind, address, field }: Item) => [kind, address, field]),
        [['approval', approvals.approved, 'data']],
      );
    });

    it('tells the anchors of a log in order, page by page', async () => {
      const at = log.toBase58();
      const whole = await get(`/v1/audit-logs/${at}`);
      const { items: anchors, next } = whole.anchors;
      assert.equal(next, null);
      assert.deepEqual(
        anchors.map(({ sequence }: Item) => sequence),
        ['1', '2', '3'],
      );
      for (const [nth, anchor] of anchors.entries()) {
        if (nth === 0) continue;
        const { root, chain, entries } = anchors[nth - 1];
        assert.deepEqual(
          [anchor.previousRoot, anchor.chainBefore, anchor.entriesBefore],
          [root, chain, entries],
        );
      }
      const last = anchors.at(-1);
      assert.deepEqual([whole.root, whole.chain, whole.entries], [last.root, last.chain, last.entries]);
      const first = await get(`/v1/audit-logs/${at}?limit=2`);
      const rest = await get(`/v1/audit-logs/${at}?limit=2&cursor=${first.anchors.next}`);
      assert.deepEqual([...first.anchors.items, ...rest.anchors.items], anchors);
      const listed = (await get(`/v1/audit-logs?operator=${wallet(0)}`)).items;
      assert.deepEqual(
        listed.map(({ address }: Item) => address),
        [at],
      );
    });

    it('refuses by name what it does not know or take', async () => {
      const nobody = Keypair.generate().publicKey.toBase58();
      for (const kind of ['grants', 'approvals', 'audit-logs']) {
        const answer = await fixture.get(`/v1/${kind}/${nobody}`);
        assert.deepEqual([answer.status, answer.body.error.code], [404, 'Unknown']);
      }
      for (const [path, word] of [
        ['/v1/approvals?colour=red', 'colour'],
        ['/v1/approvals?state=Lost', 'state'],
        ['/v1/approvals?awaiting=me', 'awaiting'],
        [`/v1/wallets/${nobody}/grants?as=owner`, 'as'],
        [`/v1/wallets/${nobody}/grants?state=Open`, 'state'],
        ['/v1/grants/0OIl', 'address'],
        ['/v1/audit-logs?operator=x', 'operator'],
      ]) {
        const answer = await fixture.get(path as string);
        assert.deepEqual([answer.status, answer.body.error.code], [400, 'BadRequest'], path);
        assert.ok(answer.body.error.message.includes(word), `${path}: ${answer.body.error.message}`);
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
    await database.query('UPDATE consent_grants SET expires_at = expires_at + 1 WHERE address = $1', [
      grants.valid,
    ]);
    await database.query('DELETE FROM audit_logs');
    await database.query("UPDATE approvals SET outcome = 'Open' WHERE address = $1", [approvals.closed]);
    await fixture.indexer.reconcile();
    const { drift } = await get('/v1/status');
    assert.deepEqual(
      new Set(drift.map(({ kind, address, field }: Item) => `${kind} ${address} ${field}`)),
      new Set([
        `grant ${grants.valid} expires_at`,
        `auditLog ${log.toBase58()} missing`,
        `approval ${approvals.closed} surplus`,
      ]),
    );
  });
});
