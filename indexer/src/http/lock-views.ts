import { isLockOver, lockDue, lockReleased, lockReturnable } from '@agent-labs/sdk';
import { z } from 'zod';
import { type ScheduleRow, scheduleOf } from '../project/schedules.js';
import type { Row } from '../store/database.js';
import { amount, unixTime } from './schemas.js';
import { view } from './views.js';

const key = z.string();
export const LOCK_STATES = ['Waiting', 'Releasing', 'Released', 'Cancelled', 'Closed'] as const;
export const sides = z.enum(['Nobody', 'Creator', 'Recipient', 'Either']);

const start = {
  start: unixTime,
  cliffAt: unixTime.meta({ description: 'nothing is released before' }),
  cliffAmount: amount.meta({ description: 'released at the cliff, beside what time has' }),
};
export const scheduleView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('Linear'), ...start, end: unixTime }),
  z.object({
    kind: z.literal('Periodic'),
    ...start,
    period: z.int().meta({ description: 'seconds' }),
    periodAmount: amount,
  }),
  z.object({
    kind: z.literal('Milestones'),
    amounts: z.array(amount),
    approver: key,
    inOrder: z.boolean(),
    deadline: unixTime.meta({ description: 'what is not approved by then goes back' }),
  }),
]);

export const lockView = z.object({
  address: key,
  generation: z.int().meta({ description: 'slot that it was made in' }),
  creator: key.meta({ description: 'a wallet, an intake or a batch' }),
  id: z.string(),
  funder: key.meta({ description: 'the wallet with the creator’s rights' }),
  recipient: key,
  pendingRecipient: key.nullable().meta({ description: 'to whom the recipient offers it' }),
  formerRecipient: key.nullable().meta({ description: 'is owed `formerDue`' }),
  formerDue: amount,
  rentPayer: key,
  mint: key,
  tokenProgram: key,
  tokens: key.meta({ description: 'its token account' }),
  schedule: scheduleView,
  cancel: sides.meta({ description: 'who may cancel it' }),
  change: sides.meta({ description: 'who may change its recipient' }),
  topUp: z.boolean(),
  milestonesApproved: z.array(z.int()).meta({ description: 'from 0' }),
  deposited: amount,
  claimed: amount,
  returned: amount.meta({ description: 'gone back to the funder' }),
  openedAt: unixTime,
  endsAt: unixTime.meta({ description: 'all is released by time, or the deadline of milestones' }),
  stoppedAt: unixTime.meta({ description: 'Unix seconds; 0 unless it was cancelled' }),
  state: z.enum(LOCK_STATES).meta({ description: 'Waiting: nothing is released yet' }),
  released: amount.meta({ description: 'by now, paid or not' }),
  due: amount.meta({ description: 'what the recipient can claim now' }),
  returnable: amount.meta({ description: 'what can go back to the funder now' }),
  nextReleaseAt: unixTime.nullable().meta({
    description:
      'when more is released at the latest known step; null while it runs by the second, or where only an approver can',
  }),
});
export type Lock = z.infer<typeof lockView>;

/** Locks with their state at $1, Unix seconds. */
export const LOCKS = `SELECT l.*, CASE WHEN l.closed THEN 'Closed' WHEN l.stopped_at <> 0 THEN 'Cancelled'
  WHEN l.all_approved OR l.ends_at <= $1 THEN 'Released'
  WHEN l.cliff_at > $1 OR (l.approver IS NOT NULL AND l.approved = 0) THEN 'Waiting'
  ELSE 'Releasing' END AS state FROM locks l`;

/** A lock with what its schedule comes to. @param now Unix seconds */
export function lockOf(row: Row, now: number): Lock {
  const schedule = row.schedule as ScheduleRow;
  const at = BigInt(now);
  const terms = {
    schedule: scheduleOf(schedule),
    deposited: BigInt(row.deposited as string),
    approved: row.approved as number,
    stoppedAt: BigInt(row.stopped_at as number),
    claimed: BigInt(row.claimed as string),
    returned: BigInt(row.returned as string),
    formerDue: BigInt(row.former_due as string),
  };
  const closed = row.closed === true;
  const milestones = schedule.kind === 'Milestones' ? schedule.amounts : [];
  return {
    ...(view(row) as Lock),
    milestonesApproved: milestones.flatMap((_, index) => (terms.approved & (1 << index) ? [index] : [])),
    released: lockReleased(terms, at).toString(),
    due: closed ? '0' : lockDue(terms, at).toString(),
    returnable: closed ? '0' : lockReturnable(terms, at).toString(),
    nextReleaseAt: closed || isLockOver(terms, at) ? null : nextRelease(schedule, now),
  };
}

function nextRelease(schedule: ScheduleRow, now: number): number | null {
  if (schedule.kind === 'Milestones') return null;
  const { start: from, cliffAt } = schedule;
  if (now < cliffAt) return cliffAt;
  if (schedule.kind === 'Linear') return null;
  return from + (Math.floor((now - from) / schedule.period) + 1) * schedule.period;
}

export const intakeView = z.object({
  address: key.meta({ description: 'money paid to this address is locked' }),
  recipient: key,
  rentPayer: key,
  id: z.string(),
  mint: key.meta({ description: 'that anyone may lock' }),
  minAmount: amount.meta({ description: 'less than this only the recipient locks' }),
  cliff: z.int().meta({ description: 'seconds from locking to the first release' }),
  duration: z.int().meta({ description: 'seconds from locking to the last release' }),
  period: z.int().meta({ description: 'seconds between releases; 0 releases by the second' }),
  closed: z.boolean(),
});
