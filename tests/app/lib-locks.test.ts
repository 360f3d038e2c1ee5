import assert from 'node:assert/strict';
import { PublicKey } from '@solana/web3.js';
import { loadLib } from './load-lib';

// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
let lib: any;

const [FUNDER, RECIPIENT, APPROVER, NEXT, OTHER] = [
  'funder',
  'recipient',
  'approver',
  'next',
  'somebody else',
];
const [START, END, NOW] = [1_000n, 2_000n, 1_500];

/** A lock of 100 by the second from 1,000 to 2,000, nothing before 1,100. */
const lock = (changes: object = {}, terms: object = {}) => ({
  funder: FUNDER,
  recipient: RECIPIENT,
  pendingRecipient: null,
  approver: null,
  cancel: 'Either',
  change: 'Either',
  topUp: true,
  deposited: 100n,
  claimed: 0n,
  returned: 0n,
  formerDue: 0n,
  stoppedAt: 0,
  terms: {
    schedule: { kind: 'Linear', start: START, cliffAt: 1_100n, cliffAmount: 0n, end: END },
    deposited: 100n,
    approved: 0,
    stoppedAt: 0n,
    openedAt: START,
    ...terms,
  },
  ...changes,
});
const milestones = (approved: number, changes: object = {}, inOrder = true) =>
  lock(
    { approver: APPROVER, ...changes },
    {
      approved,
      schedule: { kind: 'Milestones', amounts: [30n, 70n], approver: null, inOrder, deadline: END },
    },
  );
const stopped = (changes: object = {}) => lock({ stoppedAt: 1_300, ...changes }, { stoppedAt: 1_300n });

describe('what can be done with a lock, and when', () => {
  before(async () => {
    lib = await loadLib();
  });

  const possible = (act: string, on: object, wallet: string | null, now = NOW) =>
    lib.locks.possibleOf(act, on, { wallet, now });
  const yes = (...input: Parameters<typeof possible>) => assert.deepEqual(possible(...input), { can: true });
  const no = (why: RegExp, at: number, ...input: Parameters<typeof possible>) => {
    const found = possible(...input);
    assert.deepEqual([found.can, found.at], [false, at], found.why);
    assert.match(found.why, why);
  };

  it('asks for a wallet before anything', () => {
    for (const act of lib.locks.LOCK_ACTS) no(/Connect a wallet/, 0, act, lock(), null);
  });

  it('is claimed by anyone from the second that something is due', () => {
    yes('claim', lock(), OTHER as string);
    no(/Nothing is due yet/, 1_100, 'claim', lock(), OTHER as string, 1_099);
    yes('claim', lock(), OTHER as string, 1_100);
    no(/Nothing is due yet/, 0, 'claim', lock({ claimed: 50n }), RECIPIENT as string);
    yes('claim', lock({ claimed: 40n, formerDue: 10n }), OTHER as string);
    no(/is paid/, 0, 'claim', lock({ claimed: 100n }), OTHER as string, 2_000);
    no(/waits for its approver/, 0, 'claim', milestones(0), RECIPIENT as string);
    yes('claim', milestones(1), RECIPIENT as string);
  });

  it('is approved by its approver, in order, until the deadline', () => {
    yes('approve', milestones(0), APPROVER as string);
    no(/Only its approver/, 0, 'approve', milestones(0), FUNDER as string);
    no(/by time/, 0, 'approve', lock(), APPROVER as string);
    no(/All milestones/, 0, 'approve', milestones(3), APPROVER as string);
    no(/deadline is over/, 0, 'approve', milestones(0), APPROVER as string, 2_000);
    no(/stopped/, 0, 'approve', milestones(0, { stoppedAt: 1_200 }), APPROVER as string);
    assert.deepEqual(lib.locks.nextMilestones(milestones(0)), [0]);
    assert.deepEqual(lib.locks.nextMilestones(milestones(0, {}, false)), [0, 1]);
    assert.deepEqual(lib.locks.nextMilestones(milestones(1)), [1]);
  });

  it('is stopped by whom its terms name, as long as it goes on', () => {
    yes('cancel', lock(), FUNDER as string);
    yes('cancel', lock(), RECIPIENT as string);
    no(/Only either side/, 0, 'cancel', lock(), OTHER as string);
    no(/Nobody can/, 0, 'cancel', lock({ cancel: 'Nobody' }), FUNDER as string);
    no(/Only its recipient/, 0, 'cancel', lock({ cancel: 'Recipient' }), FUNDER as string);
    no(/Only who funds it/, 0, 'cancel', lock({ cancel: 'Creator' }), RECIPIENT as string);
    no(/is over/, 0, 'cancel', lock(), FUNDER as string, 2_000);
    no(/is over/, 0, 'cancel', stopped(), FUNDER as string);
    assert.equal(lib.locks.leftOver(lock(), NOW), 50n);
    assert.equal(lib.locks.leftOver(stopped({ returned: 20n }), NOW), 50n);
  });

  it('changes hands as its terms allow', () => {
    yes('change', lock(), FUNDER as string);
    no(/cannot change/, 0, 'change', lock({ change: 'Recipient' }), FUNDER as string);
    no(/Only who funds it/, 0, 'change', lock(), RECIPIENT as string);
    no(/paid first/, 0, 'change', lock({ formerDue: 1n }), FUNDER as string);
    no(/is over/, 0, 'change', lock(), FUNDER as string, 2_000);
    yes('offer', lock(), RECIPIENT as string);
    no(/cannot pass it on/, 0, 'offer', lock({ change: 'Creator' }), RECIPIENT as string);
    no(/Only its recipient/, 0, 'offer', lock(), FUNDER as string);
    const offered = lock({ pendingRecipient: NEXT });
    yes('accept', offered, NEXT as string);
    no(/another wallet/, 0, 'accept', offered, OTHER as string);
    no(/to nobody/, 0, 'accept', lock(), NEXT as string);
    yes('withdrawOffer', offered, RECIPIENT as string);
    no(/Only its recipient/, 0, 'withdrawOffer', offered, NEXT as string);
    no(/to nobody/, 0, 'withdrawOffer', lock(), RECIPIENT as string);
  });

  it('is added to by its funder, and ended by anyone', () => {
    yes('topUp', lock(), FUNDER as string);
    no(/takes no more/, 0, 'topUp', lock({ topUp: false }), FUNDER as string);
    no(/Only who funds it/, 0, 'topUp', lock(), RECIPIENT as string);
    no(/is over/, 0, 'topUp', lock(), FUNDER as string, 2_000);
    no(/goes on/, 0, 'finish', lock(), FUNDER as string);
    no(/claimed first/, 0, 'finish', lock(), OTHER as string, 2_000);
    yes('finish', lock({ claimed: 100n }), OTHER as string, 2_000);
    yes('finish', stopped(), OTHER as string);
  });
});

describe('a schedule as a person chooses it', () => {
  before(async () => {
    lib ??= await loadLib();
  });

  const released = (typed: object, amount: bigint, at: number) =>
    lib.locks.lockReleased(
      {
        schedule: lib.scheduleOf({ ...lib.AT_FIRST, ...typed }, amount, 1_000),
        deposited: amount,
        approved: 0,
        stoppedAt: 0n,
        openedAt: 1_000n,
      },
      BigInt(at),
    );

  it('releases all of it at the end, and less before, in each of its ways', () => {
    const ways = [
      { kind: 'stream', cliff: 10, duration: 70 },
      { kind: 'steps', cliff: 10, duration: 70, period: 10 },
      { kind: 'steps', cliff: 70, duration: 70, period: 7 },
      { kind: 'once', duration: 70 },
    ];
    for (const way of ways) {
      for (const amount of [10n, 71n, 1_000_001n, 2n ** 63n]) {
        assert.equal(released(way, amount, 1_070), amount);
        assert.ok(released(way, amount, 1_069) < amount);
        assert.equal(released(way, amount, way.kind === 'once' ? 1_069 : 1_009), 0n);
      }
    }
  });

  it('fits the chain’s presets, and says what does not fit', () => {
    for (const { typed } of lib.PRESETS) {
      assert.equal(lib.scheduleProblem({ ...lib.AT_FIRST, ...typed }, 1_000_000n), null);
    }
    const problem = (typed: object, amount = 100n) =>
      lib.scheduleProblem({ ...lib.AT_FIRST, ...typed }, amount) as string | null;
    assert.match(problem({ kind: 'stream', cliff: 71, duration: 70 }) ?? '', /wait less/);
    assert.match(problem({ kind: 'steps', cliff: 0, duration: 70, period: 20 }) ?? '', /whole number/);
    assert.match(
      problem({ kind: 'steps', cliff: 0, duration: 70, period: 10 }, 6n) ?? '',
      /base unit a step/,
    );
    assert.match(problem({ kind: 'milestones' }) ?? '', /first milestone/);
    assert.match(problem({ kind: 'milestones', milestones: [1n] }) ?? '', /who approves/);
    const approver = PublicKey.unique().toBase58();
    assert.equal(problem({ kind: 'milestones', milestones: [1n], approver }), null);
  });
});
