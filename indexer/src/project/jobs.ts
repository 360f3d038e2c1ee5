import type { Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { plus, Values } from './values.js';

interface Job extends Row {
  status: string;
  amount: string;
  earned: string;
  returned: string;
  paid_gross: string;
  fees: string;
  awarded: string;
}

/** One generation after the other at the same address; only the last one changes. */
interface Lives {
  lives: Job[];
}

function opened(event: Values): Job {
  return {
    address: event.text('job'),
    generation: event.number('generation'),
    mandate: event.text('mandate'),
    payer: event.text('payer'),
    agent: event.text('agent'),
    id: event.text('id'),
    status: 'Funded',
    finished: false,
    session_key: event.text('sessionKey'),
    key_epoch: event.number('keyEpoch'),
    agent_key: event.text('agentKey'),
    payout_owner: event.text('payoutOwner'),
    rent_payer: event.text('rentPayer'),
    agent_version: event.number('agentVersion'),
    ownership_epoch: event.number('ownershipEpoch'),
    fee_bps: event.number('feeBps'),
    terms_hash: event.text('termsHash'),
    result_hash: null,
    amount: event.text('amount'),
    earned: '0',
    returned: '0',
    paid_gross: '0',
    fees: '0',
    claimed: '0',
    awarded: '0',
    refund: null,
    accept_by: event.number('acceptBy'),
    deliver_by: event.number('deliverBy'),
    review_window: event.number('reviewWindow'),
    rating_window: event.number('ratingWindow'),
    opened_at: event.number('openedAt'),
    release_approval: event.flag('releaseApproval'),
    accepted_at: 0,
    delivered_at: 0,
    review_ends_at: 0,
    ended_at: 0,
    last_payout_at: 0,
  };
}

const CHANGES: Record<string, (job: Job, event: Values) => void> = {
  jobAccepted: (job, event) => {
    job.status = 'Accepted';
    job.accepted_at = event.number('acceptedAt');
  },
  jobDelivered: (job, event) => {
    job.status = 'Delivered';
    job.result_hash = event.text('resultHash');
    job.delivered_at = event.number('deliveredAt');
    job.review_ends_at = event.number('reviewEndsAt');
  },
  jobReleased: (job, event) => {
    job.status = 'Released';
    job.earned = event.text('earnedAfter');
    job.ended_at = event.number('endedAt');
  },
  jobSplit: (job, event) => {
    job.status = 'Split';
    job.earned = event.text('earnedAfter');
    job.returned = event.text('returnedAfter');
    job.ended_at = event.number('endedAt');
  },
  jobRefunded: (job, event) => {
    job.returned = event.text('returnedAfter');
    job.refund = event.variant('why');
    job.ended_at = event.number('endedAt');
    // else it goes on with the rest, or its dispute does
    if (job.ended_at !== 0) job.status = 'Refunded';
  },
  jobClaimOpened: (job, event) => {
    job.status = 'Disputed';
    job.claimed = event.text('claim');
    job.earned = event.text('earnedAfter');
  },
  jobClaimClosed: (job, event) => {
    job.status = 'Resolved';
    job.earned = event.text('earnedAfter');
    job.returned = event.text('returnedAfter');
    job.awarded = event.text('paid');
    job.ended_at = event.number('endedAt');
  },
  jobPaid: (job, event) => {
    job.paid_gross = event.text('paidGrossAfter');
    job.fees = plus(job.fees, event.amount('fee'));
    job.last_payout_at = event.number('paidAt');
  },
  jobFinished: (job) => {
    job.finished = true;
  },
};

export const jobs: Projection<Lives> = {
  subject: 'job',
  tables: [{ table: 'jobs', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data }) => {
    const event = new Values(data);
    const job = lives.at(-1);
    if (kind === 'jobOpened') lives.push(opened(event));
    else if (job !== undefined) CHANGES[kind]?.(job, event);
  },
  rows: (_, { lives }) => ({ jobs: lives }),
};
