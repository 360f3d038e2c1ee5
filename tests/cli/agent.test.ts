import assert from 'node:assert/strict';
import { Keypair } from '@solana/web3.js';
import { CliWorld, manifest, URI } from './support';

describe('agentlabs agent, stake', () => {
  let world: CliWorld;
  let agent: string;
  const agentKey = Keypair.generate().publicKey.toBase58();
  before(async () => {
    world = await CliWorld.start();
  });
  after(() => world.stop());

  it('registers from a manifest file, and a second run renews alone', async () => {
    const path = world.file('reverser.json', manifest('reverser', world.mint.toBase58()));
    const args = ['agent', 'register', path, '--uri', URI, '--agent-key', agentKey, '--holdback', '60s'];
    const made = await world.does('owner', ...args);
    assert.deepEqual(made.done, ['registered', 'published', 'activated']);
    assert.equal(made.version, 1);
    agent = made.agent;
    const again = await world.acts('owner', ...args);
    assert.deepEqual(again.done, ['renewed']);
    assert.equal(again.agent, agent);
  });

  it('refuses a manifest that is none, a foreign key of the handle, and what it cannot read', async () => {
    const bad = world.file('bad.json', manifest('Not A Handle', world.mint.toBase58()));
    const by = ['--uri', URI, '--agent-key', agentKey];
    await world.refused('owner', 'ManifestInvalid', 2, 'agent', 'register', bad, ...by);
    await world.refused('owner', 'FileUnreadable', 2, 'agent', 'register', 'missing.json', ...by);
    const good = world.file('good.json', manifest('reverser', world.mint.toBase58()));
    const other = ['--uri', URI, '--agent-key', Keypair.generate().publicKey.toBase58()];
    await world.refused('owner', 'AgentKeyMismatch', 1, 'agent', 'register', good, ...other);
    await world.refused('owner', 'Usage', 2, 'agent', 'register', good);
  });

  it('shows and lists it, with units', async () => {
    const shown = await world.json('agent', 'show', agent);
    assert.equal(shown.handle, 'reverser');
    assert.equal(shown.status, 'Active');
    assert.equal(shown.live, true);
    assert.deepEqual(shown.price, { baseUnits: '10000', decimal: '0.01', unit: 'tUSD' });
    assert.deepEqual(shown.holdback, { seconds: '60' });
    assert.equal(shown.version.uri, URI);
    const listed = await world.json(
      'agent',
      'list',
      '--owner',
      world.wallet('owner'),
      '--tag',
      'text',
      '--live',
    );
    assert.deepEqual(
      listed.agents.map((entry: { agent: string }) => entry.agent),
      [agent],
    );
    assert.deepEqual((await world.json('agent', 'list', '--tag', 'audio')).agents, []);
    assert.deepEqual((await world.json('agent', 'list', '--status', 'Retiring')).agents, []);
    const text = await world.run(['agent', 'show', agent]);
    assert.match(text.stdout, /price +0\.01 tUSD/);
    assert.match(text.stdout, /holdback +1m/);
  });

  it('says that words need an indexer, and that there is no such agent', async () => {
    await world.fails('owner', 'IndexerMissing', 2, 'agent', 'search', 'reverse');
    await world.fails('owner', 'NotFound', 1, 'agent', 'show', world.wallet('payer'));
    await world.fails('owner', 'ArgumentInvalid', 2, 'agent', 'show', 'reverser');
    await world.fails('owner', 'ArgumentInvalid', 2, 'agent', 'list', '--limit', '1000');
  });

  it('updates, and refuses an update of nothing or by a stranger', async () => {
    const done = await world.does(
      'owner',
      'agent',
      'update',
      agent,
      '--holdback',
      '2h',
      '--tag',
      'a',
      '--tag',
      'b',
    );
    assert.deepEqual(done.changed, ['holdback', 'tags']);
    const shown = await world.json('agent', 'show', agent);
    assert.deepEqual([shown.holdback.seconds, shown.tags], ['7200', ['a', 'b']]);
    await world.acts('owner', 'agent', 'update', agent, '--no-tags');
    assert.deepEqual((await world.json('agent', 'show', agent)).tags, []);
    await world.refused('owner', 'NothingToChange', 2, 'agent', 'update', agent);
    const error = await world.refused('payer', 'NotOwner', 1, 'agent', 'update', agent, '--holdback', '1h');
    assert.equal(error.program, 'registry');
  });

  it('publishes a version, and yanks it', async () => {
    const next = world.file('next.json', manifest('reverser', world.mint.toBase58(), { version: '1.1.0' }));
    const done = await world.does('owner', 'agent', 'publish', agent, next, '--uri', URI);
    assert.equal(done.version, 2);
    const foreign = world.file('foreign.json', manifest('another', world.mint.toBase58()));
    await world.refused('owner', 'HandleMismatch', 2, 'agent', 'publish', agent, foreign, '--uri', URI);
    await world.does('owner', 'agent', 'yank', agent, '2');
    assert.equal((await world.json('agent', 'show', agent)).version.yanked, true);
    await world.refused('owner', 'ArgumentInvalid', 2, 'agent', 'yank', agent, 'two');
  });

  it('suspends, resumes, and renews the lease', async () => {
    await world.does('owner', 'agent', 'suspend', agent);
    assert.equal((await world.json('agent', 'show', agent)).status, 'Suspended');
    await world.does('owner', 'agent', 'resume', agent);
    assert.equal((await world.json('agent', 'show', agent)).status, 'Active');
    await world.does('owner', 'agent', 'heartbeat', agent);
    await world.refused('payer', 'NotOwner', 1, 'agent', 'suspend', agent);
  });

  it('stakes what is asked for, then more, of a backer too; takes some out', async () => {
    const ensured = await world.does('owner', 'stake', 'add', agent);
    assert.deepEqual(ensured.done, ['opened', 'staked']);
    assert.deepEqual(ensured.added, { baseUnits: '2000000000', decimal: '2000', unit: 'tSTAKE' });
    assert.deepEqual((await world.acts('owner', 'stake', 'add', agent)).done, []);
    const own = await world.acts('owner', 'stake', 'add', agent, '5tSTAKE');
    assert.equal(own.tranche, 'FirstLoss');
    const backed = await world.acts('payer', 'stake', 'add', agent, '7.5tSTAKE');
    assert.equal(backed.tranche, 'Backers');
    const shown = await world.json('stake', 'show', agent);
    assert.equal(shown.firstLoss.decimal, '2005');
    assert.equal(shown.backers.decimal, '7.5');
    assert.equal(shown.positions.length, 2);
    await world.does('payer', 'stake', 'unstake', agent, '2.5tSTAKE');
    await world.refused('payer', 'StakeMissing', 1, 'stake', 'unstake', agent, '100tSTAKE');
    await world.refused('payer', 'StillCooling', 1, 'stake', 'withdraw', agent);
    await world.json('clock', 'advance', '22d');
    await world.does('payer', 'stake', 'withdraw', agent);
    const after = await world.json('stake', 'show', agent);
    assert.deepEqual([after.backers.decimal, after.cooling.decimal], ['5', '0']);
    await world.refused('operator', 'StakeMissing', 1, 'stake', 'withdraw', agent);
    await world.refused('payer', 'AmountInvalid', 2, 'stake', 'add', agent, '5tUSD');
  });

  it('hands over in two steps', async () => {
    await world.does('owner', 'agent', 'transfer', 'propose', agent, world.wallet('operator'));
    assert.equal((await world.json('agent', 'show', agent)).pendingOwner, world.wallet('operator'));
    await world.acts('owner', 'agent', 'transfer', 'propose', agent, 'none');
    assert.equal((await world.json('agent', 'show', agent)).pendingOwner, null);
    await world.acts('owner', 'agent', 'transfer', 'propose', agent, world.wallet('operator'));
    const key = Keypair.generate().publicKey.toBase58();
    await world.refused(
      'payer',
      'NotPendingOwner',
      1,
      'agent',
      'transfer',
      'accept',
      agent,
      '--agent-key',
      key,
    );
    const taken = await world.does('operator', 'agent', 'transfer', 'accept', agent, '--agent-key', key);
    assert.equal(taken.owner, world.wallet('operator'));
    const shown = await world.json('agent', 'show', agent);
    assert.deepEqual([shown.owner, shown.ownershipEpoch], [world.wallet('operator'), 2]);
  });

  it('retires and closes one without stake, and its rent comes back', async () => {
    const path = world.file('short.json', manifest('short-lived', world.mint.toBase58()));
    const key = Keypair.generate().publicKey.toBase58();
    const made = await world.acts('owner', 'agent', 'register', path, '--uri', URI, '--agent-key', key);
    await world.does('owner', 'agent', 'retire', made.agent);
    await world.refused('owner', 'RetirementNotOver', 1, 'agent', 'close', made.agent);
    await world.json('clock', 'advance', '60d');
    const before = await world.rpc.connection.getBalance(world.keypair('owner').publicKey);
    const closed = await world.does('owner', 'agent', 'close', made.agent);
    assert.equal(closed.closed, true);
    assert.ok((await world.rpc.connection.getBalance(world.keypair('owner').publicKey)) > before);
  });
});
