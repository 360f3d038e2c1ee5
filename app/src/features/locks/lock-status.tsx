import type { LockView } from '../../data/lock-views.js';
import { dueOf, hasEnded, heldBy, type LockSchedule, milestonesOf } from '../../lib/lock.js';
import { counted } from '../../lib/text.js';
import { exactTime, span } from '../../lib/time.js';
import { Badge } from '../../ui/status.js';
import { Countdown, useNow } from '../../ui/time.js';

/** Where a lock stands, in a word. */
export function LockStatus({ lock }: { lock: LockView }) {
  const now = useNow();
  const { schedule } = lock.terms;
  if (hasEnded(lock, now)) {
    if (heldBy(lock) === 0n) return <Badge tone="settled">Paid</Badge>;
    if (lock.stoppedAt !== 0) return <Badge tone="waiting">Stopped, to be paid</Badge>;
    return <Badge tone="waiting">Over, to be paid</Badge>;
  }
  if (dueOf(lock, now) > 0n || lock.formerDue > 0n) return <Badge tone="settled">Due now</Badge>;
  if (schedule.kind === 'Milestones') return <Badge tone="human">Waits for its approver</Badge>;
  const begins = Number(schedule.cliffAt);
  return (
    <span className="row">
      <Badge tone="waiting">Locked</Badge>
      {now < begins && (
        <span className="small faint">
          <Countdown until={begins} over="now" /> left
        </span>
      )}
    </span>
  );
}

/** How it is released, in a line. */
export function howReleased(lock: LockView): string {
  const { schedule } = lock.terms;
  if (schedule.kind === 'Milestones') {
    const done = milestonesOf(lock).filter(({ approved }) => approved).length;
    return `${done} of ${counted(schedule.amounts.length, 'milestone')} approved`;
  }
  return byTime(schedule);
}

function byTime(schedule: Exclude<LockSchedule, { kind: 'Milestones' }>): string {
  const { start, cliffAt } = schedule;
  const wait = cliffAt > start ? `, nothing before ${exactTime(Number(cliffAt))}` : '';
  if (schedule.kind === 'Periodic') return `every ${span(Number(schedule.period))}${wait}`;
  const lasts = Number(schedule.end - start);
  return schedule.end === cliffAt && schedule.cliffAmount === 0n
    ? `all at once on ${exactTime(Number(cliffAt))}`
    : `by the second over ${span(lasts)}${wait}`;
}
