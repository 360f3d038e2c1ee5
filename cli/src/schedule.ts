import type { LockSchedule } from '@agent-labs/sdk';
import type { Command } from 'commander';
import { address, span } from './arguments.js';
import { CliError } from './errors.js';
import { parseAmount, type Token } from './tokens.js';
import { Amount, type ShownRecord, Span, Time } from './values.js';

/** How a release over time is typed: spans from now, amounts with their unit. */
export interface ScheduleOptions {
  start: string;
  cliff: string;
  cliffAmount?: string;
  duration?: string;
  every?: string;
  each?: string;
  milestone?: string[];
  approver?: string;
  deadline?: string;
  inOrder?: boolean;
}

/** Gives a command the options that say when what is locked is released. */
export function withSchedule(command: Command): Command {
  return command
    .option('--start <span>', 'from now until it begins to run', '0s')
    .option('--cliff <span>', 'from its start; nothing is released before', '0s')
    .option('--cliff-amount <amount>', 'released at the cliff at once')
    .option('--duration <span>', 'from its start until all is released, bit by bit')
    .option('--every <span>', 'instead: a part is released after each such span')
    .option('--each <amount>', 'that part');
}

/**
 * @param now Unix seconds
 * @throws CliError `ScheduleInvalid`, `ArgumentInvalid`, `AmountInvalid`
 */
export function scheduleOf(options: ScheduleOptions, token: Token, now: bigint): LockSchedule {
  const { duration, each, every, milestone = [] } = options;
  const kinds = [duration !== undefined, every !== undefined || each !== undefined, milestone.length > 0];
  if (kinds.filter(Boolean).length !== 1) {
    throw new CliError(
      'ScheduleInvalid',
      'say how it is released: --duration, --every with --each, or --milestone',
    );
  }
  if (milestone.length > 0) {
    if (options.approver === undefined || options.deadline === undefined) {
      throw new CliError('ScheduleInvalid', 'milestones need --approver and --deadline');
    }
    return {
      kind: 'Milestones',
      amounts: milestone.map((amount) => parseAmount(amount, token)),
      approver: address(options.approver, '--approver'),
      inOrder: options.inOrder ?? false,
      deadline: now + span(options.deadline, '--deadline'),
    };
  }
  const start = now + span(options.start, '--start');
  const cliffAmount = options.cliffAmount === undefined ? 0n : parseAmount(options.cliffAmount, token);
  const cliff = { start, cliffAt: start + span(options.cliff, '--cliff'), cliffAmount };
  if (duration !== undefined) return { kind: 'Linear', ...cliff, end: start + span(duration, '--duration') };
  if (every === undefined || each === undefined) {
    throw new CliError('ScheduleInvalid', '--every and --each belong together');
  }
  return {
    kind: 'Periodic',
    ...cliff,
    period: span(every, '--every'),
    periodAmount: parseAmount(each, token),
  };
}

export function shownSchedule(schedule: LockSchedule, token: Token): ShownRecord {
  if (schedule.kind === 'Milestones') {
    const { amounts, approver, deadline, inOrder } = schedule;
    return {
      kind: 'milestones',
      amounts: amounts.map((amount) => new Amount(amount, token)),
      approver,
      inOrder,
      deadline: new Time(deadline),
    };
  }
  return {
    kind: schedule.kind === 'Linear' ? 'linear' : 'periodic',
    start: new Time(schedule.start),
    cliff: new Time(schedule.cliffAt),
    cliffAmount: new Amount(schedule.cliffAmount, token),
    ...(schedule.kind === 'Linear'
      ? { end: new Time(schedule.end) }
      : { every: new Span(schedule.period), each: new Amount(schedule.periodAmount, token) }),
  };
}
