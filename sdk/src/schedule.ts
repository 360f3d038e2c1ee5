import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type LockSchedule, lockEndsAt } from './accounts/timelock.js';
import { timelockIdl } from './generated/timelock.js';
import { idlNumber } from './idl.js';

/** No schedule ends later, Unix seconds. */
const END_OF_TIME = BigInt(idlNumber(timelockIdl, 'END_OF_TIME'));
const MAX_MILESTONES = idlNumber(timelockIdl, 'MAX_MILESTONES');
const U64_MAX = (1n << 64n) - 1n;

/** A schedule as the timelock program takes it (Borsh `ScheduleTerms`): what a leaf of a batch hashes. */
export function encodeSchedule(schedule: LockSchedule): Uint8Array {
  switch (schedule.kind) {
    case 'Linear': {
      const { start, cliffAt, cliffAmount, end } = schedule;
      return Buffer.concat([Buffer.of(0), i64(start), i64(cliffAt), u64(cliffAmount), i64(end)]);
    }
    case 'Periodic': {
      const { start, cliffAt, cliffAmount, period, periodAmount } = schedule;
      return Buffer.concat([
        ...[Buffer.of(1), i64(start), i64(cliffAt), u64(cliffAmount)],
        ...[i64(period), u64(periodAmount)],
      ]);
    }
    case 'Milestones': {
      const { amounts, approver, inOrder, deadline } = schedule;
      const count = Buffer.alloc(4);
      count.writeUInt32LE(amounts.length);
      return Buffer.concat([
        ...[Buffer.of(2), count, ...amounts.map(u64), approver.toBytes()],
        ...[Buffer.of(inOrder ? 1 : 0), i64(deadline)],
      ]);
    }
  }
}

/**
 * What the program checks when it makes a lock of `total` base units.
 * @param who names the schedule in the error
 * @throws TypeError for a schedule that no lock can have
 */
export function requireSchedule(schedule: LockSchedule, total: bigint, who: string): void {
  const refuse = (why: string) => {
    throw new TypeError(`the schedule of ${who} ${why}`);
  };
  if (schedule.kind === 'Milestones') {
    const { amounts, approver, deadline } = schedule;
    if (amounts.length < 1 || amounts.length > MAX_MILESTONES) refuse('has no milestones, or over eight');
    if (amounts.some((amount) => amount <= 0n || amount > U64_MAX)) refuse('has a milestone of nothing');
    if (amounts.reduce((sum, amount) => sum + amount, 0n) !== total) refuse('does not add up to the amount');
    if (approver.equals(PublicKey.default)) refuse('has no approver');
    if (deadline < 0n || deadline > END_OF_TIME) refuse('ends before 1970 or after the year 3000');
    return;
  }
  const { start, cliffAt, cliffAmount } = schedule;
  if (cliffAmount < 0n || cliffAmount > total) refuse('releases more with its cliff than there is');
  if (schedule.kind === 'Linear' && start >= schedule.end) refuse('starts at its end or after it');
  if (schedule.kind === 'Periodic') {
    const { period, periodAmount } = schedule;
    if (period <= 0n || periodAmount <= 0n || periodAmount > U64_MAX) refuse('has a period of nothing');
  }
  const end = lockEndsAt({ schedule, deposited: total });
  if (start < 0n || end > END_OF_TIME) refuse('lies before 1970 or after the year 3000');
  if (cliffAt < start || cliffAt > end) refuse('has its cliff outside of start and end');
}

function u64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

function i64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(value);
  return bytes;
}
