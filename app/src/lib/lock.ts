import '../chain/buffer.js';
import { isLockOver, isMilestoneApproved, lockDue, lockReturnable } from '@agent-labs/sdk';
import type { LockView } from '../data/lock-views.js';
import type { Looking, Possible } from './channel.js';

export type { LockPoint, LockRelease, LockSchedule, LockSideName } from '@agent-labs/sdk';
export { lockCalendar, lockCurve, lockEndsAt, lockReleased, lockSpan, nextRelease } from '@agent-labs/sdk';

export const LOCK_ACTS = [
  'claim',
  'approve',
  'accept',
  'topUp',
  'cancel',
  'change',
  'offer',
  'withdrawOffer',
  'finish',
] as const;
export type LockAct = (typeof LOCK_ACTS)[number];

const yes: Possible = { can: true };
const no = (why: string, at = 0): Possible => ({ can: false, why, at });

/** What its recipient, and a former one, can be paid now, base units. */
export function dueOf(lock: LockView, now: number): bigint {
  return lockDue({ ...lock.terms, claimed: lock.claimed, formerDue: lock.formerDue }, BigInt(now));
}

/** What would go back to its funder now, were it stopped, base units. */
export function leftOver(lock: LockView, now: number): bigint {
  const stopped = lock.stoppedAt === 0 ? { ...lock.terms, stoppedAt: BigInt(now) } : lock.terms;
  return lockReturnable({ ...stopped, returned: lock.returned }, BigInt(now));
}

/** Base units that the lock still holds for somebody. */
export const heldBy = ({ deposited, claimed, returned }: LockView): bigint => deposited - claimed - returned;

export const hasEnded = ({ terms }: LockView, now: number): boolean => isLockOver(terms, BigInt(now));

/** Milestones in order, from 0, with whether each is approved. */
export function milestonesOf({ terms }: LockView): { amount: bigint; approved: boolean }[] {
  if (terms.schedule.kind !== 'Milestones') return [];
  return terms.schedule.amounts.map((amount, index) => ({
    amount,
    approved: isMilestoneApproved(terms, index),
  }));
}

/** The milestones that can be approved next, from 0. */
export function nextMilestones(lock: LockView): number[] {
  const { schedule } = lock.terms;
  const open = milestonesOf(lock).flatMap(({ approved }, index) => (approved ? [] : [index]));
  return schedule.kind === 'Milestones' && schedule.inOrder ? open.slice(0, 1) : open;
}

/** What the program would say to an act of a wallet on a lock: where it cannot, why, and from when it can. */
export function possibleOf(act: LockAct, lock: LockView, looking: Looking): Possible {
  if (looking.wallet === null) return no('Connect a wallet first.');
  return ACTS[act](lock, { ...looking, wallet: looking.wallet });
}

type Act = (lock: LockView, looking: { wallet: string; now: number }) => Possible;

const mayCreator = (side: LockView['cancel']) => side === 'Creator' || side === 'Either';
const mayRecipient = (side: LockView['cancel']) => side === 'Recipient' || side === 'Either';

const ACTS: Record<LockAct, Act> = {
  claim: (lock, { now }) => {
    if (dueOf(lock, now) > 0n || lock.formerDue > 0n) return yes;
    const { schedule } = lock.terms;
    if (hasEnded(lock, now)) return no('All that was released is paid.');
    if (schedule.kind === 'Milestones') return no('It waits for its approver.');
    const next = now < Number(schedule.cliffAt) ? Number(schedule.cliffAt) : 0;
    return no('Nothing is due yet.', next);
  },
  approve: (lock, { wallet, now }) => {
    if (lock.approver === null) return no('It is released by time, not by milestones.');
    if (wallet !== lock.approver) return no('Only its approver does.');
    if (lock.stoppedAt !== 0) return no('It was stopped.');
    if (nextMilestones(lock).length === 0) return no('All milestones are approved.');
    const { schedule } = lock.terms;
    const over = schedule.kind === 'Milestones' && BigInt(now) >= schedule.deadline;
    return over ? no('The deadline is over: what was not approved goes back.') : yes;
  },
  accept: (lock, { wallet }) => {
    if (lock.pendingRecipient === null) return no('It is offered to nobody.');
    return wallet === lock.pendingRecipient ? yes : no('It is offered to another wallet.');
  },
  topUp: (lock, { wallet, now }) => {
    if (!lock.topUp) return no('It takes no more: it was made so.');
    if (wallet !== lock.funder) return no('Only who funds it adds to it.');
    return hasEnded(lock, now) ? no('It is over.') : yes;
  },
  cancel: (lock, { wallet, now }) => {
    const entitled =
      (wallet === lock.funder && mayCreator(lock.cancel)) ||
      (wallet === lock.recipient && mayRecipient(lock.cancel));
    if (lock.cancel === 'Nobody') return no('Nobody can stop it: it was made so.');
    if (!entitled) return no(`Only ${SIDES[lock.cancel]} can stop it.`);
    return hasEnded(lock, now) ? no('It is over.') : yes;
  },
  change: (lock, { wallet, now }) => {
    if (!mayCreator(lock.change)) return no('Who funds it cannot change its recipient: it was made so.');
    if (wallet !== lock.funder) return no('Only who funds it does.');
    if (hasEnded(lock, now)) return no('It is over.');
    return lock.formerDue > 0n ? no('The recipient before is paid first: claim it.') : yes;
  },
  offer: (lock, { wallet }) => {
    if (!mayRecipient(lock.change)) return no('Its recipient cannot pass it on: it was made so.');
    return wallet === lock.recipient ? yes : no('Only its recipient does.');
  },
  withdrawOffer: (lock, { wallet }) => {
    if (lock.pendingRecipient === null) return no('It is offered to nobody.');
    return wallet === lock.recipient ? yes : no('Only its recipient does.');
  },
  finish: (lock, { now }) => {
    if (!hasEnded(lock, now)) return no('It goes on.');
    const back = lockReturnable({ ...lock.terms, returned: lock.returned }, BigInt(now));
    if (back > 0n) return yes;
    return heldBy(lock) > 0n ? no('What is due is claimed first.') : yes;
  },
};

/** Who a mode names, in words. */
export const SIDES: Record<LockView['cancel'], string> = {
  Nobody: 'nobody',
  Creator: 'who funds it',
  Recipient: 'its recipient',
  Either: 'either side',
};
