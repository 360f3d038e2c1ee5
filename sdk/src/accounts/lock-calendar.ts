import { isLockOver, type LockAccount, lockEndsAt, lockReleased } from './timelock.js';

/** A moment of a curve, and what is released by then. */
export interface LockPoint {
  /** Unix seconds */
  at: bigint;
  /** base units */
  released: bigint;
}

/** One release of a calendar. */
export interface LockRelease {
  /** Unix seconds */
  at: bigint;
  /** base units that come at that moment, or from then on until the next */
  amount: bigint;
  kind: 'cliff' | 'period' | 'stream' | 'milestone';
  /** Unix seconds; where a stream is over */
  until?: bigint;
  /** of a milestone, from 0 */
  milestone?: number;
  approved?: boolean;
}

type Terms = Pick<LockAccount, 'schedule' | 'deposited' | 'approved' | 'stoppedAt' | 'openedAt'>;

const MOST_RELEASES = 1_000;

/** A calendar of more releases than can be listed one by one. */
export class CalendarTooLong extends Error {
  override readonly name = 'CalendarTooLong';
}

/** Where a lock's curve begins and ends, Unix seconds. */
export function lockSpan(lock: Terms): { from: bigint; to: bigint } {
  const { schedule, openedAt } = lock;
  const from = schedule.kind === 'Milestones' || schedule.start > openedAt ? openedAt : schedule.start;
  return { from, to: lockEndsAt(lock) };
}

/**
 * The curve of what a lock releases over its life, for a chart: its ends, each corner and step, and points between.
 * Milestones step at the moments they are given at, which the chain does not keep: their curve is what is approved now.
 * @param between how many points lie evenly between the ends; each of a periodic schedule's steps is hit only where
 * there are enough
 */
export function lockCurve(lock: Terms, between = 100): LockPoint[] {
  const { from, to } = lockSpan(lock);
  const moments = new Set<bigint>([from, to]);
  const steps = BigInt(Math.max(1, Math.floor(between)));
  for (let step = 1n; step < steps; step += 1n) moments.add(from + ((to - from) * step) / steps);
  const { schedule, stoppedAt } = lock;
  const corners =
    schedule.kind === 'Milestones' ? [] : [schedule.start, schedule.cliffAt - 1n, schedule.cliffAt];
  for (const corner of [...corners, ...(stoppedAt === 0n ? [] : [stoppedAt])]) {
    if (corner >= from && corner <= to) moments.add(corner);
  }
  return [...moments]
    .sort((a, b) => (a < b ? -1 : Number(a > b)))
    .map((at) => ({ at, released: lockReleased(lock, at) }));
}

/**
 * What a lock releases when, in order: a cliff, then each period, or one stream; of milestones each, at the deadline
 * for its approval. Of a cancelled lock only what comes before it was stopped.
 * @throws CalendarTooLong for more than a thousand periods: use `lockCurve`
 */
export function lockCalendar(lock: Terms): LockRelease[] {
  const { schedule, approved } = lock;
  if (schedule.kind === 'Milestones') {
    return schedule.amounts.map((amount, milestone) => ({
      at: schedule.deadline,
      amount,
      kind: 'milestone',
      milestone,
      approved: (approved & (1 << milestone)) !== 0,
    }));
  }
  const end = lockEndsAt(lock);
  const last = lock.stoppedAt !== 0n && lock.stoppedAt < end ? lock.stoppedAt : end;
  const releases: LockRelease[] = [];
  const atCliff = lockReleased(lock, schedule.cliffAt);
  if (atCliff > 0n && schedule.cliffAt <= last) {
    releases.push({ at: schedule.cliffAt, amount: atCliff, kind: 'cliff' });
  }
  if (schedule.kind === 'Linear') {
    const amount = lockReleased(lock, last) - atCliff;
    if (amount > 0n && schedule.cliffAt < last) {
      releases.push({ at: schedule.cliffAt, amount, kind: 'stream', until: last });
    }
    return releases;
  }
  const { start, period, cliffAt } = schedule;
  const first = cliffAt > start ? (cliffAt - start) / period + 1n : 1n;
  const count = (last - start) / period - first + 1n;
  if (count > BigInt(MOST_RELEASES)) throw new CalendarTooLong(`the lock has ${count} periods`);
  for (let at = start + first * period; at <= last; at += period) {
    const amount = lockReleased(lock, at) - lockReleased(lock, at - 1n);
    if (amount > 0n) releases.push({ at, amount, kind: 'period' });
  }
  return releases;
}

/** When a lock releases something next, Unix seconds; null where it is over or waits for its approver. */
export function nextRelease(lock: Terms, now: bigint): bigint | null {
  const { schedule } = lock;
  if (schedule.kind === 'Milestones' || isLockOver(lock, now)) return null;
  if (now < schedule.cliffAt) return schedule.cliffAt;
  if (schedule.kind === 'Linear') return now + 1n;
  const { start, period } = schedule;
  return start + ((now - start) / period + 1n) * period;
}
