import { type LockSchedule, lockEndsAt } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { Plain } from '../decode/facts.js';
import { Values } from './values.js';

/** A schedule as rows have it: amounts as decimal text, times in Unix seconds. */
export type ScheduleRow =
  | { kind: 'Linear'; start: number; cliffAt: number; cliffAmount: string; end: number }
  | {
      kind: 'Periodic';
      start: number;
      cliffAt: number;
      cliffAmount: string;
      /** seconds */
      period: number;
      periodAmount: string;
    }
  | { kind: 'Milestones'; amounts: string[]; approver: string; inOrder: boolean; deadline: number };

/** The schedule that an event tells. @throws TypeError for one that it does not know */
export function scheduleTold(event: Values, name: string): ScheduleRow {
  const kind = event.variant(name);
  const [terms] = Object.values(event.data[name] as { [variant: string]: { [field: string]: Plain } });
  const told = new Values(terms ?? {});
  switch (kind) {
    case 'Linear':
      return { kind, ...startOf(told), end: told.number('end') };
    case 'Periodic':
      return {
        kind,
        ...startOf(told),
        period: told.number('period'),
        periodAmount: told.text('periodAmount'),
      };
    case 'Milestones':
      return {
        kind,
        amounts: told.texts('amounts'),
        approver: told.text('approver'),
        inOrder: told.flag('inOrder'),
        deadline: told.number('deadline'),
      };
    default:
      throw new TypeError(`unknown schedule ${kind}`);
  }
}

function startOf(told: Values) {
  return {
    start: told.number('start'),
    cliffAt: told.number('cliffAt'),
    cliffAmount: told.text('cliffAmount'),
  };
}

/** A schedule as rows have it. */
export function scheduleRow(schedule: LockSchedule): ScheduleRow {
  if (schedule.kind === 'Milestones') {
    const { kind, amounts, approver, inOrder, deadline } = schedule;
    return {
      kind,
      amounts: amounts.map((amount) => amount.toString()),
      approver: approver.toBase58(),
      inOrder,
      deadline: Number(deadline),
    };
  }
  const { start, cliffAt, cliffAmount } = schedule;
  const from = { start: Number(start), cliffAt: Number(cliffAt), cliffAmount: cliffAmount.toString() };
  if (schedule.kind === 'Linear') return { kind: schedule.kind, ...from, end: Number(schedule.end) };
  const { kind, period, periodAmount } = schedule;
  return { kind, ...from, period: Number(period), periodAmount: periodAmount.toString() };
}

/** A schedule of a row, to reckon with. */
export function scheduleOf(row: ScheduleRow): LockSchedule {
  if (row.kind === 'Milestones') {
    const { kind, amounts, approver, inOrder, deadline } = row;
    return {
      kind,
      amounts: amounts.map(BigInt),
      approver: new PublicKey(approver),
      inOrder,
      deadline: BigInt(deadline),
    };
  }
  const from = {
    start: BigInt(row.start),
    cliffAt: BigInt(row.cliffAt),
    cliffAmount: BigInt(row.cliffAmount),
  };
  if (row.kind === 'Linear') return { kind: row.kind, ...from, end: BigInt(row.end) };
  return { kind: row.kind, ...from, period: BigInt(row.period), periodAmount: BigInt(row.periodAmount) };
}

/** What of a schedule rows are found by. @param deposited base units */
export function momentsOf(schedule: ScheduleRow, deposited: string, approved: number) {
  const all = schedule.kind === 'Milestones' && approved === 2 ** schedule.amounts.length - 1;
  return {
    all_approved: all,
    cliff_at: schedule.kind === 'Milestones' ? 0 : schedule.cliffAt,
    ends_at: Number(lockEndsAt({ schedule: scheduleOf(schedule), deposited: BigInt(deposited) })),
  };
}
