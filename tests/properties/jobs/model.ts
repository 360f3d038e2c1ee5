/** What jobs of one mandate should hold, as decision 19 says it: plain numbers, no chain. */

export type Status =
  | 'Funded'
  | 'Accepted'
  | 'Delivered'
  | 'Disputed'
  | 'Released'
  | 'Refunded'
  | 'Split'
  | 'Resolved';

export interface Job {
  status: Status;
  generation: bigint;
  keyEpoch: number;
  amount: bigint;
  earned: bigint;
  returned: bigint;
  paidGross: bigint;
  claimed: bigint;
  awarded: bigint;
  acceptBy: bigint;
  deliverBy: bigint;
  reviewWindow: bigint;
  acceptedAt: bigint;
  deliveredAt: bigint;
  reviewEndsAt: bigint;
  endedAt: bigint;
  lastPayoutAt: bigint;
}

export interface Mandate {
  free: bigint;
  allotted: bigint;
  feesAccrued: bigint;
  jobs: number;
  killed: boolean;
  keyEpoch: number;
  /** in all, and on the day that was charged last */
  charged: bigint;
  day: bigint;
  today: bigint;
}

export interface Model {
  now: bigint;
  readonly mandate: Mandate;
  /** by number */
  readonly jobs: (Job | null)[];
  /** what was given back before a claim, by number */
  readonly before: bigint[];
  /** base units that reached the payee */
  paid: bigint;
}

/** Most that the mandate of this world allots ever, and in a day, base units. */
export const TOTAL_CAP = 900_000n;
export const DAILY_CAP = 400_000n;
export const FEE_BPS = 100n;

export const hasEnded = ({ status }: Job) => ['Released', 'Refunded', 'Split', 'Resolved'].includes(status);
export const undecided = ({ amount, earned, returned }: Job) => amount - earned - returned;
export const isUnderWay = ({ status }: Job) => status === 'Accepted' || status === 'Delivered';
export const feeOn = (paid: bigint) => (paid * FEE_BPS + 9_999n) / 10_000n;

/** What was charged today so far. */
export function chargedToday({ now, mandate }: Model): bigint {
  return mandate.day === now / DAY ? mandate.today : 0n;
}

export const DAY = 86_400n;

/** Moves `amount` from what is allotted back to what is free. */
export function takeBack({ mandate }: Model, amount: bigint): void {
  mandate.allotted -= amount;
  mandate.free += amount;
}

/** Decides about all that is left of a job. */
export function end(model: Model, job: Job, status: Status, toAgent: bigint): void {
  const rest = undecided(job) - toAgent;
  job.earned += toAgent;
  job.returned += rest;
  job.status = status;
  job.endedAt = model.now;
  takeBack(model, rest);
}

/** Whether the agent let its time run out. */
export function isExpired({ status, acceptBy, deliverBy }: Job, now: bigint): boolean {
  return (status === 'Funded' && now >= acceptBy) || (status === 'Accepted' && now >= deliverBy);
}
