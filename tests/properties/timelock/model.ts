/** What locks of one funder should be, as decision 21 says it: plain numbers, no chain. */

export type Kind = 'linear' | 'periodic' | 'milestones';
export type Side = 'Nobody' | 'Creator' | 'Recipient' | 'Either';

export interface Lock {
  kind: Kind;
  cancel: Side;
  change: Side;
  topUp: boolean;
  start: bigint;
  deposited: bigint;
  claimed: bigint;
  returned: bigint;
  formerDue: bigint;
  /** by number of the wallet */
  recipient: number;
  former: number | null;
  pending: number | null;
  approved: number;
  stoppedAt: bigint;
  generation: bigint;
}

/** What of them all terms of this world have, base units and seconds. */
export const AMOUNT = 10_007n;
export const CLIFF = 30n;
export const CLIFF_AMOUNT = 1_003n;
export const SPAN = 100n;
export const PERIOD = 10n;
export const PERIOD_AMOUNT = 1_111n;
export const MILESTONES = [5_000n, 3_007n, 2_000n];

const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** Base units that are released at `now`. */
export function released(lock: Lock, now: bigint): bigint {
  const { approved, deposited, kind, start, stoppedAt } = lock;
  if (kind === 'milestones') {
    return MILESTONES.filter((_, at) => (approved >> at) & 1).reduce((sum, amount) => sum + amount, 0n);
  }
  const at = stoppedAt === 0n ? now : least(now, stoppedAt);
  if (at < start + CLIFF) return 0n;
  const rest = deposited - CLIFF_AMOUNT;
  if (kind === 'linear') return CLIFF_AMOUNT + (rest * least(at - start, SPAN)) / SPAN;
  return CLIFF_AMOUNT + least(rest, ((at - start) / PERIOD) * PERIOD_AMOUNT);
}

/** When all of it is released, or milestones are late. */
export function endOf({ deposited, kind, start }: Lock): bigint {
  if (kind !== 'periodic') return start + SPAN;
  let periods = 0n;
  while (periods * PERIOD_AMOUNT < deposited - CLIFF_AMOUNT) periods += 1n;
  return start + (periods * PERIOD > CLIFF ? periods * PERIOD : CLIFF);
}

export function isOver(lock: Lock, now: bigint): boolean {
  return lock.stoppedAt !== 0n || (lock.kind === 'milestones' && lock.approved === 7) || now >= endOf(lock);
}

export const due = (lock: Lock, now: bigint) => released(lock, now) - lock.claimed - lock.formerDue;

export function returnable(lock: Lock, now: bigint): bigint {
  return isOver(lock, now) ? lock.deposited - released(lock, now) - lock.returned : 0n;
}

export const hasCreator = (side: Side) => side === 'Creator' || side === 'Either';
export const hasRecipient = (side: Side) => side === 'Recipient' || side === 'Either';
