import type { BatchTree, LockSchedule } from '@agent-labs/sdk';

/** A leaf that was claimed. */
export interface Claimed {
  /** What went into its lock, base units; 0 for no lock. */
  locked: bigint;
  /** Paid out of that lock so far, base units. */
  paid: bigint;
}

/** A batch and its leaves: what should be, as decision 22 says it. */
export class Model {
  deposited = 0n;
  returned = 0n;
  donated = 0n;
  /** Unix seconds. */
  cancelledAt: bigint | null = null;
  closed = false;
  paused = false;
  now = 0n;
  readonly claimed = new Map<number, Claimed>();

  constructor(
    readonly tree: BatchTree,
    readonly total: bigint,
    readonly claimUntil: bigint,
    readonly cancellable: boolean,
  ) {}

  get live(): boolean {
    return this.deposited === this.total;
  }

  get over(): boolean {
    return this.live && (this.claimed.size === this.tree.count || this.now >= this.claimUntil);
  }

  /** In locks, base units. */
  get locked(): bigint {
    return [...this.claimed.values()].reduce((sum, { locked }) => sum + locked, 0n);
  }

  /** Of the leaves that were claimed, base units. */
  get taken(): bigint {
    return [...this.claimed.keys()].reduce((sum, index) => sum + this.tree.leaf(index).amount, 0n);
  }

  /** What the creator can take out, base units. */
  get withdrawable(): bigint {
    const rest = this.over ? this.total : this.taken;
    const kept = rest - this.locked - this.returned;
    return kept > 0n ? kept : 0n;
  }

  /** What a leaf is worth when it is claimed now, base units. */
  worth(index: number): bigint {
    const { amount, schedule } = this.tree.leaf(index);
    return this.cancelledAt === null ? amount : vested(schedule, amount, this.cancelledAt);
  }

  /** What of a claimed leaf's lock is released now, base units. */
  released(index: number): bigint {
    const { locked } = this.claimed.get(index) as Claimed;
    const { amount, schedule } = this.tree.leaf(index);
    // what was claimed after a cancellation is due at once
    return locked < amount || this.claimedStopped.has(index) ? locked : vested(schedule, amount, this.now);
  }

  /** Leaves that were claimed after the cancellation. */
  readonly claimedStopped = new Set<number>();
}

/** What has vested of `amount` at a moment, counted second by second rather than by a formula. */
export function vested(schedule: LockSchedule, amount: bigint, at: bigint): bigint {
  if (schedule.kind === 'Milestones' || at < schedule.cliffAt) return 0n;
  const rest = amount - schedule.cliffAmount;
  if (schedule.kind === 'Periodic') {
    let sum = 0n;
    for (let next = schedule.start + schedule.period; next <= at; next += schedule.period) {
      sum += schedule.periodAmount;
    }
    return schedule.cliffAmount + (sum < rest ? sum : rest);
  }
  const span = schedule.end - schedule.start;
  let part = 0n;
  // the largest part whose share of the time has passed
  while (part < rest && (part + 1n) * span <= rest * (at - schedule.start)) part += 1n;
  return schedule.cliffAmount + part;
}
