import { PublicKey } from '@solana/web3.js';
import type { LockSchedule } from './lock.js';

export const DAY = 86_400;
/** Seconds of a twelfth of a year: what "a month" is where the chain counts. */
export const MONTH = 2_629_800;
export const YEAR = 12 * MONTH;

export const LOCK_KINDS = ['stream', 'steps', 'once', 'milestones'] as const;
export type LockKind = (typeof LOCK_KINDS)[number];

/** A schedule as a person chose it: spans in seconds, amounts in base units. */
export interface TypedSchedule {
  kind: LockKind;
  /** from now to the first release */
  cliff: number;
  /** from now to the last one; of milestones, to the deadline */
  duration: number;
  /** between steps */
  period: number;
  /** base units each */
  milestones: bigint[];
  approver: string;
  inOrder: boolean;
}

export interface Preset {
  name: string;
  typed: Pick<TypedSchedule, 'kind' | 'cliff' | 'duration' | 'period'>;
}

export const PRESETS: Preset[] = [
  { name: '30 days, by the second', typed: { kind: 'stream', cliff: 0, duration: 30 * DAY, period: DAY } },
  {
    name: '1 year, nothing for 3 months',
    typed: { kind: 'stream', cliff: 3 * MONTH, duration: YEAR, period: MONTH },
  },
  { name: '12 monthly steps', typed: { kind: 'steps', cliff: MONTH, duration: YEAR, period: MONTH } },
  { name: 'All after 6 months', typed: { kind: 'once', cliff: 0, duration: 6 * MONTH, period: MONTH } },
];

export const AT_FIRST: TypedSchedule = {
  ...(PRESETS[0] as Preset).typed,
  milestones: [],
  approver: '',
  inOrder: true,
};

/** Why the chain would refuse it, or what is still missing; null where nothing is. */
export function scheduleProblem(typed: TypedSchedule, amount: bigint): string | null {
  const { kind, cliff, duration, period, milestones } = typed;
  if (kind === 'milestones') {
    if (milestones.length === 0) return 'Say what the first milestone releases.';
    if (typed.approver === '') return 'Say who approves the milestones.';
    return null;
  }
  if (kind !== 'once' && cliff > duration)
    return 'It begins to release before it ends: wait less, or make it longer.';
  if (kind === 'steps') {
    if (duration % period !== 0) return 'The time is no whole number of steps: choose another length.';
    if (amount / BigInt(duration / period) === 0n) return 'That is less than a base unit a step.';
  }
  return null;
}

/**
 * The schedule that the chain keeps. What a division into steps leaves over comes with the first release: fewer base
 * units than there are steps.
 * @param now Unix seconds
 */
export function scheduleOf(typed: TypedSchedule, amount: bigint, now: number): LockSchedule {
  const start = BigInt(now);
  const [cliffAt, end] = [start + BigInt(typed.cliff), start + BigInt(typed.duration)];
  switch (typed.kind) {
    case 'once':
      return { kind: 'Linear', start, cliffAt: end, cliffAmount: 0n, end };
    case 'stream':
      return { kind: 'Linear', start, cliffAt, cliffAmount: 0n, end };
    case 'steps': {
      const steps = BigInt(typed.duration / typed.period);
      const periodAmount = amount / steps;
      return {
        kind: 'Periodic',
        start,
        cliffAt,
        cliffAmount: amount - periodAmount * steps,
        period: BigInt(typed.period),
        periodAmount,
      };
    }
    case 'milestones':
      return {
        kind: 'Milestones',
        amounts: typed.milestones,
        approver: new PublicKey(typed.approver),
        inOrder: typed.inOrder,
        deadline: end,
      };
  }
}
