import type { PaymentGroup } from '../../data/told-payments.js';

/** What moved, in words, as whoever it moved for has it. */
const WORDS: Record<string, Record<string, string>> = {
  payer: {
    deposit: 'Set aside in a mandate',
    withdrawal: 'Taken out of a mandate',
    settled: 'Earned by the agent',
    payout: 'Paid out to the agent',
    refund: 'Given back by the agent',
    returned: 'Money of a job returned',
    hold: 'Held back',
    release: 'Hold released',
    award: 'Awarded out of the hold',
  },
  payee: {
    settled: 'Earned, not paid out yet',
    payout: 'Paid out to you',
    refund: 'Given back to the payer',
    hold: 'Held back by the payer',
    release: 'Hold released to you',
    award: 'Awarded to the payer',
  },
  treasury: { fees: 'Fees swept' },
  staker: { stake: 'Staked', unstake: 'Stake withdrawn' },
  claimant: {
    bond: 'Bond of a dispute',
    bondReturned: 'Bond returned',
    compensation: 'Awarded out of the stake',
  },
  answerer: { bond: 'Bond of an answer', bondReturned: 'Bonds of a dispute' },
  appellant: { bond: 'Bond of an appeal', bondReturned: 'Bond returned' },
  arbiter: { arbiterFee: 'Fee for a vote' },
  funder: {
    locked: 'Put into a lock',
    lockReturned: 'Returned by a lock',
    poolFunding: 'Put into an income pool',
    poolReturned: 'Taken out of an income pool',
    batchFunding: 'Put into a batch',
    batchReturned: 'Taken out of a batch',
  },
  recipient: {
    locked: 'Locked for you',
    lockClaim: 'Claimed from a lock',
    poolClaim: 'Income from a pool',
  },
};

export function wordsFor(role: string, what: string): string {
  return WORDS[role]?.[what] ?? what;
}

export const GROUP_NAMES: Record<PaymentGroup, string> = {
  budgets: 'In and out of mandates',
  work: 'Calls and jobs',
  holds: 'Holds',
  stake: 'Stake',
  disputes: 'Disputes',
  locks: 'Locks, pools and batches',
};

const PLACES: Record<string, string> = {
  wallet: 'your wallet',
  mandate: 'the mandate',
  job: 'the job',
  owed: 'what the agent is owed',
  held: 'what is held back',
  payee: 'the agent',
  payer: 'the payer',
  stake: 'the stake',
  bond: 'the bond',
  intake: 'your intake',
  lock: 'the lock',
  pool: 'the income pool',
  batch: 'the batch',
};

/** "from the mandate to what the agent is owed" */
export function wayOf(from: string, to: string): string {
  return `from ${PLACES[from] ?? from} to ${PLACES[to] ?? to}`;
}
