import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Keypair } from '@solana/web3.js';
import { CliWorld } from './support';

describe('agentlabs batch, pool', () => {
  let world: CliWorld;
  before(async () => {
    world = await CliWorld.start();
  });
  after(() => world.stop());

  it('builds a batch of a list, creates it once, and claims what it promises a wallet', async () => {
    const strangers = Array.from({ length: 20 }, () => `${Keypair.generate().publicKey.toBase58()},1tUSD`);
    const own = [`${world.wallet('owner')}, 2.5tUSD`, `${world.wallet('owner')},3tUSD # twice`];
    const list = world.file('list.csv', ['# who, how much', ...strangers, ...own, ''].join('\n'));
    const path = join(world.home, 'recipients.json');
    const named = ['--mint', 'tUSD', '--id', '1'];
    const built = await world.json('batch', 'build', list, path, ...named, '--duration', '30d');
    assert.deepEqual([built.recipients, built.total.decimal], [22, '25.5']);
    await world.fails('payer', 'FileExists', 2, 'batch', 'build', list, path, ...named, '--duration', '30d');
    const bad = world.file('bad.csv', `${world.wallet('owner')}`);
    const refused = ['batch', 'build', bad, join(world.home, 'no.json'), ...named, '--duration', '30d'];
    await world.fails('payer', 'ListInvalid', 2, ...refused);

    const made = await world.does('payer', 'batch', 'create', path, ...named, '--cancel', 'either');
    assert.deepEqual([made.batch, made.created], [built.batch, true]);
    assert.equal((await world.acts('payer', 'batch', 'create', path, ...named)).created, false);
    const forged = world.file('forged.json', readFileSync(path, 'utf8').replace('2500000', '2500001'));
    await world.refused('owner', 'BatchFileInvalid', 1, 'batch', 'claim', made.batch, forged);
    const claimed = await world.does('owner', 'batch', 'claim', made.batch, path);
    assert.deepEqual([claimed.claimed, claimed.locks.length], [2, 2]);
    const again = await world.acts('owner', 'batch', 'claim', made.batch, path);
    assert.deepEqual([again.claimed, again.claimedBefore], [0, 2]);
    await world.refused('operator', 'NotInBatch', 1, 'batch', 'claim', made.batch, path);
    const shown = await world.json('batch', 'show', made.batch);
    assert.deepEqual([shown.recipients, shown.claimed, shown.standing], [22, 2, 'Live']);
  });

  it('pays attested members of a pool an income, epoch by epoch', async () => {
    const create = [
      ...[
        'pool',
        'create',
        '--mint',
        'tUSD',
        '--id',
        '1',
        '--amount',
        '5tUSD',
        '--epoch',
        '1d',
        '--members',
        '3',
      ],
      ...['--attestor', world.wallet('operator'), '--first-epoch', '1m'],
    ];
    const { created, pool } = await world.does('payer', ...create);
    assert.equal(created, true);
    assert.equal((await world.acts('payer', ...create)).created, false);
    await world.refused(
      'payer',
      'PoolExists',
      1,
      ...create.map((word) => (word === '5tUSD' ? '6tUSD' : word)),
    );
    await world.refused('owner', 'NotAttested', 1, 'pool', 'join', pool);
    const evidence = world.file('evidence.txt', 'seen');
    const salt = join(world.home, 'salt.hex');
    await world.acts(
      ...([
        'operator',
        'attestation',
        'issue',
        world.wallet('owner'),
        '--evidence',
        evidence,
        '--salt',
        salt,
      ] as const),
    );
    await world.does('owner', 'pool', 'join', pool);
    await world.json('clock', 'advance', '2m');
    await world.refused('payer', 'EpochNotFunded', 1, 'pool', 'open-epoch', pool);
    await world.does('payer', 'pool', 'fund', pool, '50tUSD');
    await world.does('payer', 'pool', 'open-epoch', pool);
    const shown = await world.json('pool', 'show', pool, '--wallet', world.wallet('owner'));
    assert.deepEqual([shown.members, shown.member.due.decimal, shown.nextEpoch.why], [1, '5', 'NotDue']);
    const paid = await world.does('payer', 'pool', 'claim', pool, '--wallet', world.wallet('owner'));
    assert.equal(paid.paid.decimal, '5');
    await world.refused('owner', 'NoIncome', 1, 'pool', 'claim', pool);
    await world.does('owner', 'pool', 'leave', pool);
    assert.equal((await world.json('pool', 'show', pool)).members, 0);
  });
});
