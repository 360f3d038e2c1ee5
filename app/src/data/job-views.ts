import type { MandateView } from './views.js';

export const JOB_STATES = [
  'Funded',
  'Accepted',
  'Delivered',
  'Disputed',
  'Released',
  'Refunded',
  'Split',
  'Resolved',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** One larger piece of work. Addresses are base58, amounts base units, times Unix seconds, 0 for what has not come. */
export interface JobView {
  address: string;
  id: string;
  generation: string;
  mandate: string;
  agent: string;
  state: JobState;
  agentKey: string;
  sessionKey: string;
  payoutOwner: string;
  rentPayer: string;
  agentVersion: number;
  feeBps: number;
  /** hexadecimal */
  termsHash: string;
  /** hexadecimal; null before delivery */
  resultHash: string | null;
  amount: bigint;
  earned: bigint;
  returned: bigint;
  paidGross: bigint;
  claimed: bigint;
  awarded: bigint;
  /** neither earned nor returned */
  undecided: bigint;
  /** what its payer may rate the agent by */
  rateable: bigint;
  acceptBy: number;
  deliverBy: number;
  /** seconds */
  reviewWindow: number;
  ratingWindow: number;
  openedAt: number;
  acceptedAt: number;
  deliveredAt: number;
  reviewEndsAt: number;
  endedAt: number;
  lastPayoutAt: number;
}

/** A job, what it is paid out of, and who owns the agent now. */
export interface ListedJob {
  job: JobView;
  mandate: MandateView;
  /** null where the agent is gone */
  agentOwner: string | null;
}

/** What bounds the times of a job that is offered now, seconds. */
export interface JobTerms {
  longestLife: number;
  shortestReview: number;
  longestReview: number;
}
