import assert from 'node:assert/strict';
import { CliWorld } from './support';

describe('agentlabs lock', () => {
  let world: CliWorld;
  before(async () => {
    world = await CliWorld.start();
  });
  after(() => world.stop());

  const create = (id: number, amount: string) => [
    ...['lock', 'create', world.wallet('owner'), amount, '--mint', 'tUSD', '--id', String(id)],
  ];

  it('locks money that is released bit by bit, once for an id', async () => {
    const args = [...create(1, '100tUSD'), '--duration', '10d', '--cancel', 'creator', '--top-up'];
    const made = await world.does('payer', ...args);
    assert.equal(made.created, true);
    const again = await world.acts('payer', ...args);
    assert.deepEqual([again.lock, again.created, again.transactions], [made.lock, false, []]);
    await world.refused('payer', 'LockExists', 1, ...create(1, '50tUSD'), '--duration', '10d');
    const { lock } = made;
    await world.does('payer', 'lock', 'top-up', lock, '100tUSD');
    await world.json('clock', 'advance', '5d');
    const shown = await world.json('lock', 'show', lock);
    assert.deepEqual(
      [shown.deposited.decimal, shown.schedule.kind, shown.cancelBy],
      ['200', 'linear', 'Creator'],
    );
    assert.ok(BigInt(shown.due.baseUnits) >= 100_000_000n);
    const paid = await world.does('operator', 'lock', 'claim', lock);
    assert.ok(BigInt(paid.paid.baseUnits) >= 100_000_000n);
    assert.equal(paid.to, world.wallet('owner'));
    await world.refused('owner', 'CancelNotAllowed', 1, 'lock', 'cancel', lock);
    await world.does('payer', 'lock', 'cancel', lock);
    await world.acts('payer', 'lock', 'claim', lock);
    assert.equal((await world.does('payer', 'lock', 'end', lock)).ended, true);
    await world.fails('payer', 'NotFound', 1, 'lock', 'show', lock);
  });

  it('releases milestones as their approver approves them', async () => {
    const milestones = [
      '--milestone',
      '10tUSD',
      '--milestone',
      '20tUSD',
      '--approver',
      world.wallet('operator'),
    ];
    const { lock } = await world.acts('payer', ...create(2, '30tUSD'), ...milestones, '--deadline', '30d');
    await world.does('operator', 'lock', 'approve', lock, '1');
    const shown = await world.json('lock', 'show', lock);
    assert.deepEqual([shown.approved, shown.due.decimal], [[false, true], '20']);
    await world.refused('payer', 'NothingToEnd', 1, 'lock', 'end', lock);
  });

  it('takes periods with a cliff, and refuses a release that is none', async () => {
    const each = [
      '--every',
      '7d',
      '--each',
      '5tUSD',
      '--cliff',
      '30d',
      '--cliff-amount',
      '20tUSD',
      '--start',
      '1d',
    ];
    const { lock } = await world.acts('payer', ...create(3, '100tUSD'), ...each);
    const { schedule } = await world.json('lock', 'show', lock);
    assert.deepEqual(
      [schedule.kind, schedule.every.seconds, schedule.cliffAmount.decimal],
      ['periodic', '604800', '20'],
    );
    await world.refused('payer', 'ScheduleInvalid', 2, ...create(4, '1tUSD'));
    await world.refused('payer', 'ScheduleInvalid', 2, ...create(4, '1tUSD'), '--every', '7d');
    await world.refused('payer', 'ScheduleInvalid', 2, ...create(4, '1tUSD'), '--duration', '7d', ...each);
    await world.refused('payer', 'ScheduleInvalid', 2, ...create(4, '1tUSD'), '--milestone', '1tUSD');
    await world.refused(
      'payer',
      'ArgumentInvalid',
      2,
      ...create(4, '1tUSD'),
      '--duration',
      '7d',
      '--cancel',
      'me',
    );
  });
});
