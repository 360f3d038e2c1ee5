import assert from 'node:assert/strict';
import {
  builtDeployment,
  CalendarTooLong,
  type LockAccount,
  type LockSchedule,
  lockCalendar,
  lockCreate,
  lockCurve,
  lockReleased,
  milestoneApprove,
  nextRelease,
  previewInstruction,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';

type Terms = Pick<LockAccount, 'schedule' | 'deposited' | 'approved' | 'stoppedAt' | 'openedAt'>;
const of = (schedule: LockSchedule, changes: Partial<Terms> = {}): Terms => ({
  ...{ schedule, deposited: 1_000n, approved: 0, stoppedAt: 0n, openedAt: 100n },
  ...changes,
});
const cliff = { start: 100n, cliffAt: 150n, cliffAmount: 100n };
const LINEAR: LockSchedule = { kind: 'Linear', ...cliff, end: 200n };
const PERIODIC: LockSchedule = { kind: 'Periodic', ...cliff, period: 20n, periodAmount: 250n };
const MILESTONES: LockSchedule = {
  kind: 'Milestones',
  ...{ amounts: [600n, 400n], approver: Keypair.generate().publicKey, inOrder: false, deadline: 200n },
};

describe('what a lock releases, for calendars and charts', () => {
  it('lists releases that come to the whole', () => {
    assert.deepEqual(lockCalendar(of(LINEAR)), [
      { at: 150n, amount: 550n, kind: 'cliff' },
      { at: 150n, amount: 450n, kind: 'stream', until: 200n },
    ]);
    assert.deepEqual(lockCalendar(of(PERIODIC)), [
      { at: 150n, amount: 600n, kind: 'cliff' },
      { at: 160n, amount: 250n, kind: 'period' },
      { at: 180n, amount: 150n, kind: 'period' },
    ]);
    const sum = (terms: Terms) => lockCalendar(terms).reduce((total, { amount }) => total + amount, 0n);
    for (const schedule of [LINEAR, PERIODIC, MILESTONES]) assert.equal(sum(of(schedule)), 1_000n);
    assert.deepEqual(
      lockCalendar(of(MILESTONES, { approved: 2 })).map(({ approved }) => approved),
      [false, true],
    );
  });

  it('lists nothing behind the moment a lock was stopped at', () => {
    assert.deepEqual(lockCalendar(of(PERIODIC, { stoppedAt: 165n })), [
      { at: 150n, amount: 600n, kind: 'cliff' },
      { at: 160n, amount: 250n, kind: 'period' },
    ]);
    assert.deepEqual(lockCalendar(of(LINEAR, { stoppedAt: 149n })), []);
    assert.deepEqual(lockCalendar(of(LINEAR, { stoppedAt: 175n })).at(-1), {
      ...{ at: 150n, amount: 225n, kind: 'stream', until: 175n },
    });
  });

  it('CalendarTooLong: lists no more than a thousand periods', () => {
    const seconds: LockSchedule = {
      ...PERIODIC,
      period: 1n,
      periodAmount: 1n,
      cliffAmount: 0n,
      cliffAt: 100n,
    };
    assert.equal(lockCalendar(of(seconds)).length, 1_000);
    assert.throws(() => lockCalendar(of(seconds, { deposited: 1_001n })), CalendarTooLong);
  });

  it('draws a curve that never falls, with the corners', () => {
    for (const schedule of [LINEAR, PERIODIC, MILESTONES]) {
      const points = lockCurve(of(schedule), 10);
      for (const [index, { at, released }] of points.entries()) {
        assert.equal(released, lockReleased(of(schedule), at));
        const before = points[index - 1];
        if (before !== undefined) assert.ok(before.at < at && before.released <= released);
      }
    }
    const corners = lockCurve(of(LINEAR), 1);
    assert.deepEqual(corners, [
      { at: 100n, released: 0n },
      { at: 149n, released: 0n },
      { at: 150n, released: 550n },
      { at: 200n, released: 1_000n },
    ]);
  });

  it('knows what comes next', () => {
    for (const [schedule, now, next] of [
      [LINEAR, 100n, 150n],
      [LINEAR, 150n, 151n],
      [LINEAR, 200n, null],
      [PERIODIC, 149n, 150n],
      [PERIODIC, 150n, 160n],
      [PERIODIC, 160n, 180n],
      [PERIODIC, 180n, null],
      [MILESTONES, 100n, null],
    ] as const) {
      assert.equal(nextRelease(of(schedule), now), next, `${schedule.kind} at ${now}`);
    }
    assert.equal(nextRelease(of(LINEAR, { stoppedAt: 120n }), 130n), null);
  });
});

describe('locks in words', () => {
  const deployment = builtDeployment(new Uint8Array(32));
  const key = () => Keypair.generate().publicKey;

  it('tells amount, schedule and modes before anything is signed', async () => {
    const [creator, recipient, mint] = [key(), key(), key()];
    const { instruction } = await lockCreate(deployment, {
      ...{ creator, id: 3n, recipient, mint, amount: 1_000n, schedule: PERIODIC },
      ...{ cancel: 'Creator', change: 'Nobody', topUp: true },
    });
    const shown = previewInstruction(deployment, instruction);
    assert.ok('title' in shown);
    assert.equal(shown.title, 'Lock money for a recipient');
    const told = Object.fromEntries(
      shown.fields.map(({ label, kind, value }) => [label, `${kind} ${value}`]),
    );
    assert.equal(told.amount, 'amount 1000');
    assert.equal(told.schedule, 'text periodic');
    assert.equal(told['cliff at'], 'time 150');
    assert.equal(told.period, 'span 20');
    assert.equal(told['period amount'], 'amount 250');
    assert.equal(told.cancel, 'text creator');
    assert.equal(told.change, 'text nobody');
    assert.equal(told.recipient, `address ${recipient.toBase58()}`);
    assert.deepEqual(
      shown.moves.map(({ amount, kind }) => [amount, kind]),
      [[-1_000n, 'tokens']],
    );
  });

  it('tells which milestone is approved', async () => {
    const instruction = await milestoneApprove(deployment, key(), key(), 2, 7n);
    const shown = previewInstruction(deployment, instruction);
    assert.ok('title' in shown);
    assert.equal(shown.title, 'Approve a milestone, for good');
    assert.ok(shown.fields.some(({ label, value }) => label === 'index' && value === '2'));
  });
});
