import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Timelock, timelockIdl } from '../generated/timelock.js';
import { encoder, type Plain, plain } from '../idl.js';

type Stored = Plain<IdlAccounts<Timelock>>;

/** Which side may do something to a lock alone, as stored; `Creator` stands for the lock's funder. */
export const LockSide = { Nobody: 0, Creator: 1, Recipient: 2, Either: 3 } as const;
export type LockSideName = keyof typeof LockSide;

/** When what is locked is released. Moments are Unix seconds, amounts base units. */
export type LockSchedule =
  /** nothing before `cliffAt`; then `cliffAmount`, and of the rest what of `start`..`end` has passed */
  | { kind: 'Linear'; start: bigint; cliffAt: bigint; cliffAmount: bigint; end: bigint }
  /** nothing before `cliffAt`; then `cliffAmount`, and `periodAmount` for each whole `period` since `start` */
  | {
      kind: 'Periodic';
      start: bigint;
      cliffAt: bigint;
      cliffAmount: bigint;
      /** seconds */
      period: bigint;
      periodAmount: bigint;
    }
  /** each amount as it is approved before `deadline`; what is not goes back */
  | { kind: 'Milestones'; amounts: bigint[]; approver: PublicKey; inOrder: boolean; deadline: bigint };

/** A lock with its modes and schedule readable. */
export type LockAccount = Omit<
  Stored['lock'],
  'schedule' | 'cancel' | 'change' | 'topUp' | 'pendingRecipient' | 'formerRecipient' | 'padding' | 'reserved'
> & {
  schedule: LockSchedule;
  /** who may cancel it */
  cancel: LockSideName;
  /** who may change its recipient */
  change: LockSideName;
  topUp: boolean;
  /** to whom it is offered */
  pendingRecipient: PublicKey | null;
  /** is owed `formerDue` */
  formerRecipient: PublicKey | null;
};
export type IntakeAccount = Omit<Stored['intake'], 'padding' | 'reserved'>;

const { accounts: coder } = encoder(timelockIdl, new PublicKey(timelockIdl.address)).coder;

/** Decodes a lock. @throws Error for other bytes */
export function decodeLock(data: Uint8Array): LockAccount {
  const stored = plain(coder.decode('lock', Buffer.from(data))) as Stored['lock'];
  const { schedule, cancel, change, topUp, pendingRecipient, formerRecipient, ...rest } = stored;
  const { padding: _, reserved: __, ...lock } = rest;
  return {
    ...lock,
    schedule: scheduleOf(schedule),
    cancel: sideOf(cancel),
    change: sideOf(change),
    topUp: topUp !== 0,
    pendingRecipient: orNull(pendingRecipient),
    formerRecipient: orNull(formerRecipient),
  };
}

/** Decodes an intake. @throws Error for other bytes */
export function decodeIntake(data: Uint8Array): IntakeAccount {
  const {
    padding: _,
    reserved: __,
    ...intake
  } = plain(coder.decode('intake', Buffer.from(data))) as Stored['intake'];
  return intake;
}

function scheduleOf(stored: Stored['lock']['schedule']): LockSchedule {
  const { start, cliffAt, cliffAmount, end, period, periodAmount, approver, milestones } = stored;
  if (stored.kind === 0) return { kind: 'Linear', start, cliffAt, cliffAmount, end };
  if (stored.kind === 1) return { kind: 'Periodic', start, cliffAt, cliffAmount, period, periodAmount };
  if (stored.kind !== 2) throw new Error(`unknown kind ${stored.kind} of a schedule`);
  const amounts = milestones.slice(0, stored.milestoneCount);
  return { kind: 'Milestones', amounts, approver, inOrder: stored.inOrder !== 0, deadline: end };
}

function sideOf(stored: number): LockSideName {
  const name = (Object.keys(LockSide) as LockSideName[]).find((key) => LockSide[key] === stored);
  if (name === undefined) throw new Error(`unknown side ${stored} of a lock`);
  return name;
}

function orNull(key: PublicKey): PublicKey | null {
  return key.equals(PublicKey.default) ? null : key;
}

/** What of a lock its releases hang on. */
export type LockTerms = Pick<LockAccount, 'schedule' | 'deposited' | 'approved' | 'stoppedAt'>;

/** What is released at `now` (Unix seconds), paid or not, base units; rounded down as on chain. */
export function lockReleased({ schedule, deposited, approved, stoppedAt }: LockTerms, now: bigint): bigint {
  const at = stoppedAt !== 0n && stoppedAt < now ? stoppedAt : now;
  if (schedule.kind === 'Milestones') {
    return schedule.amounts.reduce(
      (sum, amount, index) => (isBitSet(approved, index) ? sum + amount : sum),
      0n,
    );
  }
  const { start, cliffAt, cliffAmount } = schedule;
  if (at < cliffAt) return 0n;
  const rest = deposited - cliffAmount;
  const elapsed = at > start ? at - start : 0n;
  if (schedule.kind === 'Linear') {
    const span = schedule.end - start;
    return cliffAmount + (rest * (elapsed < span ? elapsed : span)) / span;
  }
  const byPeriods = (elapsed / schedule.period) * schedule.periodAmount;
  return cliffAmount + (byPeriods < rest ? byPeriods : rest);
}

/** Whether a milestone is approved. */
export function isMilestoneApproved({ approved }: Pick<LockAccount, 'approved'>, index: number): boolean {
  return isBitSet(approved, index);
}

function isBitSet(bits: number, index: number): boolean {
  return (bits & (1 << index)) !== 0;
}

/** When all is released by time, or the deadline of milestones, Unix seconds; a cancellation apart. */
export function lockEndsAt({ schedule, deposited }: Pick<LockTerms, 'schedule' | 'deposited'>): bigint {
  if (schedule.kind === 'Milestones') return schedule.deadline;
  if (schedule.kind === 'Linear') return schedule.end;
  const { start, cliffAt, cliffAmount, period, periodAmount } = schedule;
  const periods = (deposited - cliffAmount + periodAmount - 1n) / periodAmount;
  const last = start + periods * period;
  return last > cliffAt ? last : cliffAt;
}

/** Whether nothing more can ever be released. */
export function isLockOver(lock: LockTerms, now: bigint): boolean {
  const { schedule, approved } = lock;
  const allApproved = schedule.kind === 'Milestones' && approved === (1 << schedule.amounts.length) - 1;
  return lock.stoppedAt !== 0n || allApproved || now >= lockEndsAt(lock);
}

/** What the recipient can claim at `now`, base units. */
export function lockDue(lock: LockTerms & Pick<LockAccount, 'claimed' | 'formerDue'>, now: bigint): bigint {
  const due = lockReleased(lock, now) - lock.claimed - lock.formerDue;
  return due > 0n ? due : 0n;
}

/** What the funder can have back at `now`, base units. */
export function lockReturnable(lock: LockTerms & Pick<LockAccount, 'returned'>, now: bigint): bigint {
  return isLockOver(lock, now) ? lock.deposited - lockReleased(lock, now) - lock.returned : 0n;
}
