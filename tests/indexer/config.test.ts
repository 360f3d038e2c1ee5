import assert from 'node:assert/strict';
import {
  attestationIssue,
  attestationRevoke,
  DelegatePermission,
  decodeDelegates,
  delegatesAddress,
  PauseBit,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, shuffled } from './support';
import { randomFrom, World } from './world';
import type { Listed } from './world-agents';

const DAY = 86_400;

onEachDatabase('indexer: settings, handover, delegates and attestations', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];
  let former: Keypair;
  let heir: Keypair;
  let attestor: Keypair;
  const attestedUntil = new Map<PublicKey, bigint>();

  before(async () => {
    world = await World.start(77);
    const { operators, localnet } = world;
    former = operators.admin;
    heir = await world.funded(0n);
    // executed in order, passed over, cancelled, and waiting
    const first = await operators.propose({ feeBps: 50, windows: { claim: 100n, lease: 90n * 86_400n } });
    const second = await operators.propose({ bondMin: 7n });
    const passing = await operators.propose({
      firstPanel: { members: [Keypair.generate().publicKey], threshold: 1 },
      settlementMints: [],
    });
    await operators.cancel(await operators.propose({ arbiterFee: 3n }));
    await operators.pause(PauseBit.Execute | PauseBit.Rate);
    await operators.offer(Keypair.generate().publicKey);
    await operators.offer();
    await localnet.node.advance({ seconds: 21 * DAY });
    await operators.execute(first);
    await operators.execute(passing, former);
    assert.equal(operators.config().liveProposalsFrom, passing + 1n);
    await operators.cancel(second, localnet.personas.payer);
    await operators.unpause(PauseBit.Rate);
    await operators.propose({ windows: { claim: 50n } });
    await operators.offer(heir.publicKey);
    await localnet.node.advance({ seconds: 2 * DAY });
    await operators.accept(heir);
    await operators.propose({ treasury: heir.publicKey });
    await operators.pause(PauseBit.Lock);

    const [listed, other, third] = world.agents;
    assert.ok(listed && other && third);
    // renewed, revoked, revoked and issued anew
    attestor = await world.funded(0n);
    const { deployment, node } = localnet;
    const [kept, gone, back] = [listed, other, third].map(({ owner }) => owner.publicKey);
    assert.ok(kept && gone && back);
    const vouch = async (subject: PublicKey, seconds: bigint) => {
      const expiresAt = (await node.unixTime()) + seconds;
      const evidence = new Uint8Array(32).fill(Number(seconds));
      const params = { attestor: attestor.publicKey, subject, expiresAt, evidence };
      await world.send([(await attestationIssue(deployment, params)).instruction], attestor);
      attestedUntil.set(subject, expiresAt);
    };
    const unvouch = async (subject: PublicKey) => {
      const { instruction } = await attestationRevoke(deployment, { attestor: attestor.publicKey, subject });
      await world.send([instruction], attestor);
      attestedUntil.delete(subject);
    };
    for (const subject of [kept, gone, back]) await vouch(subject, 100n);
    await vouch(kept, 200n);
    for (const subject of [gone, back]) await unvouch(subject);
    await vouch(back, 50n);

    const [one, two] = [await operators.nameDelegate(listed), await operators.nameDelegate(listed)];
    await operators.nameDelegate(listed, one, DelegatePermission.Status);
    await operators.dropDelegate(listed, two, two);
    await operators.nameDelegate(listed, Keypair.generate());
    await world.live(200);
    const handedOver = async (agent: Listed) => {
      const { owner } = agent;
      while (agent.owner === owner) await world.attempt(() => world.owners.transfer());
    };
    // of a former owner: void, gone with the first that the next owner names, or closed by anybody
    for (const agent of [listed, other, third]) {
      await operators.nameDelegate(agent, Keypair.generate());
      await handedOver(agent);
    }
    await operators.nameDelegate(listed, one);
    await operators.closeDelegates(other);
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

  describe('in the chain’s order', () => {
    before(async () => {
      await fixture.clear();
      await folded(items);
      await world.localnet.node.advance({ slots: 1 });
      await fixture.indexer.backfill();
    });

    it('has them as the accounts do', async () => {
      await fixture.indexer.reconcile();
      assert.deepEqual((await get('/v1/status')).drift, []);
      for (const table of ['config', 'config_proposals', 'agent_delegates', 'attestations']) {
        assert.ok((await fixture.indexer.database.query(`SELECT * FROM ${table}`)).length > 0, table);
      }
    });

    it('tells settings, pauses, panels and handover', async () => {
      const config = await get('/v1/config');
      const chain = world.operators.config();
      assert.equal(config.admin, heir.publicKey.toBase58());
      assert.equal(config.feeBps, chain.feeBps);
      assert.equal(config.windows.claim, Number(chain.windows.claim));
      assert.equal(config.longest.claim, Number(chain.longest.claim));
      assert.ok(config.longest.claim > config.windows.claim);
      assert.deepEqual(
        config.panels.map(({ members, threshold }: Item) => [members.length, threshold]),
        chain.panels.map(({ members, threshold }) => [members.length, threshold]),
      );
      assert.equal(config.handover, null);
      const now = Number(await world.localnet.node.unixTime());
      const endsAt = Number(chain.executionPauseEndsAt);
      assert.equal(config.paused.includes('Lock'), (chain.pauseBits & PauseBit.Lock) !== 0);
      assert.equal(
        config.paused.includes('Execute'),
        (chain.pauseBits & PauseBit.Execute) !== 0 && now < endsAt,
      );
      const pause = { since: Number(chain.executionPausedAt), endsAt, lapsed: now >= endsAt };
      assert.deepEqual(config.executionPause, endsAt === 0 ? null : pause);
    });

    it('tells proposals with what became of them, the latest first', async () => {
      const { items: all } = await get('/v1/config/proposals?limit=100');
      assert.deepEqual(
        all.map(({ number }: Item) => Number(number)),
        all.map((_: Item, at: number) => all.length - 1 - at),
      );
      const [first, second, third, fourth, fifth] = all.toReversed();
      assert.deepEqual(
        [first, second, third, fourth, fifth].map(({ state }: Item) => state),
        ['Executed', 'Closed', 'Executed', 'Closed', 'Void'],
      );
      assert.deepEqual(first.changes, { feeBps: 50, windows: { claim: 100, lease: 90 * DAY } });
      assert.deepEqual(first.former, { feeBps: 100, windows: { claim: DAY, lease: 30 * DAY } });
      assert.equal(second.endedBy, world.localnet.personas.payer.publicKey.toBase58());
      const { items: open } = await get('/v1/config/proposals?open=true');
      assert.ok(open.length >= 2 && open.every(({ endedIn }: Item) => endedIn === null));
    });

    it('tells the delegates of each agent, and whether they act', async () => {
      const { node, deployment } = world.localnet;
      const now = Number(await node.unixTime());
      let [told, acting] = [0, 0];
      for (const { agent } of world.agents) {
        const { delegates, ownershipEpoch } = await get(`/v1/agents/${agent.toBase58()}`);
        const account = node.read(delegatesAddress(deployment, agent));
        const chain = account && decodeDelegates(account.data);
        const expected = (chain?.entries ?? []).map(({ key, permissions, expiresAt }) => ({
          key: key.toBase58(),
          permissions: Object.keys(DelegatePermission).filter(
            (name) => permissions & DelegatePermission[name as keyof typeof DelegatePermission],
          ),
          expiresAt: Number(expiresAt),
          acts: chain?.ownershipEpoch === ownershipEpoch && now < Number(expiresAt),
        }));
        assert.deepEqual(delegates, expected);
        told += expected.length;
        acting += expected.filter(({ acts }) => acts).length;
      }
      assert.ok(told > 0 && acting < told, `${acting} of ${told}`);
    });

    it('tells what a wallet is vouched for, while it is', async () => {
      assert.equal(attestedUntil.size, 2);
      for (const [subject, expiresAt] of attestedUntil) {
        const { items: told } = await get(`/v1/wallets/${subject.toBase58()}/attestations`);
        assert.deepEqual(
          told.map((one: Item) => [one.attestor, one.subject, one.expiresAt]),
          [[attestor.publicKey.toBase58(), subject.toBase58(), Number(expiresAt)]],
        );
      }
      const { items: all } = await get(`/v1/activity?wallet=${attestor.publicKey.toBase58()}`);
      const kinds = all.map(({ kind }: Item) => kind);
      assert.equal(kinds.filter((kind: string) => kind === 'attestationIssued').length, 5);
      assert.equal(kinds.filter((kind: string) => kind === 'attestationRevoked').length, 2);
    });

    it('finds by name where a row is not as the account', async () => {
      await fixture.indexer.database.query("UPDATE config SET windows = jsonb_set(windows, '{claim}', '1')");
      await fixture.indexer.database.query("UPDATE config_proposals SET changes = '{}'");
      await fixture.indexer.database.query('DELETE FROM agent_delegates');
      await fixture.indexer.reconcile();
      const { drift } = await get('/v1/status');
      const found = new Set(drift.map(({ kind, field }: Item) => `${kind} ${field}`));
      assert.deepEqual(found, new Set(['config windows', 'configProposal changes', 'delegates missing']));
    });
  });

  it('invariant 15: any order, any repetition, one after the other or at once, gives the same rows', async () => {
    await fixture.clear();
    await folded(items);
    const expected = await fixture.checksum();
    const { registry } = world.localnet.deployment;
    const ours = items.filter((item) => item.transaction.message.accountKeys.includes(registry.toBase58()));
    for (const seed of [1, 2, 3]) {
      await fixture.clear();
      const random = randomFrom(seed);
      // what is of the registry comes one by one, some of it twice
      for (const item of shuffled(ours, random)) {
        await fixture.deliver(random() < 0.3 ? [item, item] : [item]);
        if (random() < 0.5) await fixture.indexer.settled();
      }
      await folded(shuffled([...items, ...ours], random));
      assert.equal(await fixture.checksum(), expected, `seed ${seed}`);
    }
  }).timeout(300_000);
});
