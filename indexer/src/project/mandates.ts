import type { Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { addressOrNull, hexOrNull, plus, Values } from './values.js';

interface Mandate extends Row {
  channels: number;
  jobs: number;
  total_charged: string;
  free: string;
  allotted: string;
  fees_accrued: string;
}

/** One life after the other at the same address; only the last one changes. */
interface Lives {
  lives: Mandate[];
}

function opened(event: Values): Mandate {
  return {
    address: event.text('mandate'),
    generation: event.number('generation'),
    payer: event.text('payer'),
    id: event.text('id'),
    mint: event.text('mint'),
    session_key: event.text('sessionKey'),
    key_epoch: 0,
    per_call_max: event.text('perCallMax'),
    daily_cap: event.text('dailyCap'),
    total_cap: event.text('totalCap'),
    total_charged: '0',
    expires_at: event.number('expiresAt'),
    killed_at: 0,
    allow_list: event.texts('allowList'),
    allow_root: hexOrNull(event.text('allowRoot')),
    min_stake: event.text('minStake'),
    min_score: event.number('minScore'),
    attestor: addressOrNull(event.text('attestor')),
    approvers: event.texts('approvers'),
    approval_threshold: event.number('approvalThreshold'),
    approval_above: event.text('approvalAbove'),
    release_approval_above: event.text('releaseApprovalAbove'),
    channels: 0,
    jobs: 0,
    free: event.text('deposited'),
    allotted: '0',
    fees_accrued: '0',
    closed: false,
  };
}

function allot(mandate: Mandate, amount: bigint): void {
  mandate.free = plus(mandate.free, -amount);
  mandate.allotted = plus(mandate.allotted, amount);
  mandate.total_charged = plus(mandate.total_charged, amount);
}

function takeBack(mandate: Mandate, amount: bigint): void {
  mandate.allotted = plus(mandate.allotted, -amount);
  mandate.free = plus(mandate.free, amount);
}

const CHANGES: Record<string, (mandate: Mandate, event: Values) => void> = {
  mandateDeposited: (mandate, event) => {
    mandate.free = plus(mandate.free, event.amount('amount'));
  },
  mandateWithdrawn: (mandate, event) => {
    mandate.free = plus(mandate.free, -event.amount('amount'));
  },
  sessionKeyRotated: (mandate, event) => {
    mandate.session_key = event.text('newKey');
    mandate.key_epoch = event.number('newEpoch');
  },
  mandateKilled: (mandate, event) => {
    mandate.killed_at = event.number('killedAt');
  },
  mandateClosed: (mandate) => {
    mandate.free = '0';
    mandate.closed = true;
  },
  channelOpened: (mandate, event) => {
    mandate.channels += 1;
    allot(mandate, event.amount('allotted'));
  },
  channelRearmed: (mandate, event) => {
    allot(mandate, event.amount('allottedAfter') - event.amount('allottedBefore'));
  },
  channelPaid: (mandate, event) => {
    mandate.allotted = plus(mandate.allotted, -event.amount('gross'));
    mandate.fees_accrued = plus(mandate.fees_accrued, event.amount('fee'));
  },
  channelRefunded: (mandate, event) => {
    mandate.allotted = plus(mandate.allotted, -event.amount('amount'));
  },
  claimClosed: (mandate, event) => {
    mandate.allotted = plus(mandate.allotted, -event.amount('paid'));
  },
  channelDrained: (mandate, event) => takeBack(mandate, event.amount('returned')),
  channelFinished: (mandate) => {
    mandate.channels -= 1;
  },
  jobOpened: (mandate, event) => {
    mandate.jobs += 1;
    allot(mandate, event.amount('amount'));
  },
  jobRefunded: (mandate, event) => takeBack(mandate, event.amount('amount')),
  jobSplit: (mandate, event) => takeBack(mandate, event.amount('toMandate')),
  jobClaimClosed: (mandate, event) => takeBack(mandate, event.amount('paid')),
  jobPaid: (mandate, event) => {
    mandate.allotted = plus(mandate.allotted, -event.amount('gross'));
    mandate.fees_accrued = plus(mandate.fees_accrued, event.amount('fee'));
  },
  jobFinished: (mandate) => {
    mandate.jobs -= 1;
  },
  feesSwept: (mandate, event) => {
    mandate.fees_accrued = plus(mandate.fees_accrued, -event.amount('amount'));
  },
};

export const mandates: Projection<Lives> = {
  subject: 'mandate',
  tables: [{ table: 'mandates', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data }) => {
    const event = new Values(data);
    const mandate = lives.at(-1);
    if (kind === 'mandateOpened') lives.push(opened(event));
    else if (mandate !== undefined) CHANGES[kind]?.(mandate, event);
  },
  rows: (_, { lives }) => ({ mandates: lives }),
};
