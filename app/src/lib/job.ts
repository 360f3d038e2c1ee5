import type { ListedJob } from '../data/job-views.js';
import type { Looking, Possible } from './channel.js';

export const JOB_ACTS = [
  'accept',
  'reject',
  'cancel',
  'release',
  'dispute',
  'giveBack',
  'expire',
  'payout',
  'rate',
  'finish',
] as const;
export type JobAct = (typeof JOB_ACTS)[number];

const yes: Possible = { can: true };
const no = (why: string, at = 0): Possible => ({ can: false, why, at });

/** Whether it is decided whose every unit is. */
export function hasEnded({ job: { state } }: ListedJob): boolean {
  return state === 'Released' || state === 'Refunded' || state === 'Split' || state === 'Resolved';
}

/** What the programs would say to an act of a wallet on a job: where it cannot, why, and from when it can. */
export function possibleOf(act: JobAct, listed: ListedJob, looking: Looking): Possible {
  if (looking.wallet === null) return no('Connect a wallet first.');
  return ACTS[act](listed, looking);
}

type Act = (listed: ListedJob, looking: Looking) => Possible;

/** The agent's key, or its owner. */
const isAgents = ({ job: { agentKey }, agentOwner }: ListedJob, wallet: string | null) =>
  wallet === agentOwner || wallet === agentKey;

const ACTS: Record<JobAct, Act> = {
  accept: (listed, { wallet, now }) => {
    const { state, acceptBy } = listed.job;
    if (!isAgents(listed, wallet)) return no("Only the agent's key or its owner takes the job on.");
    if (state !== 'Funded') return no('It is not on offer any more.');
    return now < acceptBy ? yes : no('The time to accept is over.');
  },
  reject: (listed, { wallet }) => {
    if (!isAgents(listed, wallet)) return no("Only the agent's key or its owner declines the job.");
    return listed.job.state === 'Funded' ? yes : no('It is not on offer any more.');
  },
  cancel: ({ job, mandate }, { wallet }) => {
    if (wallet !== mandate.payer) return no('Only its payer takes the offer back.');
    return job.state === 'Funded' ? yes : no('The agent has answered: it is not on offer any more.');
  },
  release: ({ job, mandate }, { wallet, now }) => {
    if (job.state !== 'Delivered') return no('There is no result that waits for a review.');
    if (wallet === mandate.payer || now >= job.reviewEndsAt) return yes;
    return no('Its payer reviews the result; once that is over, anyone may.', job.reviewEndsAt);
  },
  dispute: ({ job, mandate }, { wallet, now }) => {
    if (wallet !== mandate.payer) return no('Only its payer disputes the result.');
    if (job.state === 'Disputed') return no('A dispute about it is open.');
    if (job.state !== 'Delivered') return no('There is no result that waits for a review.');
    return now < job.reviewEndsAt ? yes : no('The review is over: the result counts as accepted.');
  },
  giveBack: ({ job: { payoutOwner, state, undecided } }, { wallet }) => {
    if (wallet !== payoutOwner) return no('Only the one who is paid gives money back.');
    const underWay = state === 'Accepted' || state === 'Delivered' || state === 'Disputed';
    if (!underWay) return no('There is nothing under way to give back.');
    return undecided > 0n ? yes : no('Nothing is left to give back.');
  },
  expire: ({ job: { state, acceptBy, deliverBy } }, { now }) => {
    if (state === 'Funded') return now >= acceptBy ? yes : no('The agent may still accept.', acceptBy);
    if (state === 'Accepted') return now >= deliverBy ? yes : no('The agent may still deliver.', deliverBy);
    return no('It waits for nothing that could run out.');
  },
  payout: ({ job: { earned, paidGross } }) => {
    if (earned > paidGross) return yes;
    return no(earned === 0n ? 'Nothing is earned.' : 'All that was earned is paid out.');
  },
  rate: ({ job: { earned, paidGross, rateable }, mandate }, { wallet }) => {
    if (wallet !== mandate.payer) return no('Only its payer rates the agent by it.');
    if (rateable > 0n) return yes;
    return no(earned > paidGross ? 'What was earned is paid out first.' : 'There is nothing to rate.');
  },
  finish: (listed, { wallet, now }) => {
    const { job, mandate } = listed;
    if (!hasEnded(listed)) return no('It is not over.');
    if (job.earned > job.paidGross) return no('What was earned is paid out first.');
    if (job.acceptedAt === 0 || wallet === mandate.payer) return yes;
    const ratingsEnd = Math.max(job.endedAt, job.lastPayoutAt) + job.ratingWindow;
    return now >= ratingsEnd ? yes : no('Its payer may still rate the agent.', ratingsEnd);
  },
};
