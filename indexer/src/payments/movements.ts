import type { FactData } from '../decode/facts.js';
import { Values } from '../project/values.js';

/** Where money is that a wallet has to do with. */
export type Place =
  | 'wallet'
  /** set aside by a payer */
  | 'mandate'
  /** promised to an agent for a job */
  | 'job'
  /** earned by an agent, and not paid out yet */
  | 'owed'
  /** of what is owed, kept from being paid out */
  | 'held'
  /** whoever the agent is paid as */
  | 'payee'
  | 'payer'
  | 'stake'
  | 'bond'
  /** an address of a wallet that locks what is paid to it */
  | 'intake'
  /** released over time */
  | 'lock'
  | 'pool'
  | 'batch';

/** All of them. */
export const PLACES = [
  'wallet',
  'mandate',
  'job',
  'owed',
  'held',
  'payee',
  'payer',
  'stake',
  'bond',
  'intake',
  'lock',
  'pool',
  'batch',
] as const satisfies Place[];

export const WHATS = [
  'deposit',
  'withdrawal',
  'settled',
  'payout',
  'refund',
  'returned',
  'hold',
  'release',
  'award',
  'fees',
  'stake',
  'unstake',
  'bond',
  'bondReturned',
  'compensation',
  'arbiterFee',
  'locked',
  'lockClaim',
  'lockReturned',
  'poolFunding',
  'poolClaim',
  'poolReturned',
  'batchFunding',
  'batchReturned',
] as const;
export type What = (typeof WHATS)[number];

export const ROLES = [
  'payer',
  'payee',
  'treasury',
  'staker',
  'claimant',
  'answerer',
  'appellant',
  'arbiter',
  'funder',
  'recipient',
] as const;
export type Role = (typeof ROLES)[number];

/** Money that moved for a wallet. */
export interface Movement {
  what: What;
  role: Role;
  from: Place;
  to: Place;
  /** base units; what a payee gets is after the fee */
  amount: bigint;
  /** base units: of `amount` for the payer, taken off before it for the payee */
  fee: bigint;
  mint: string | null;
}

/** A fact with what the tables know around it. */
export interface Told {
  kind: string;
  data: FactData;
  /** of the mandate, and its mint */
  payer: string | null;
  mint: string | null;
  /** of the channel or job, in the generation that the fact is of */
  payoutOwner: string | null;
  /** whose intake that is; null where it is a wallet's own */
  intakeOf: string | null;
  /** of the lock, pool or batch, in the generation that the fact is of */
  heldMint: string | null;
  stakeMint: string | null;
  /** settled before, in the same generation; null where the fact is no settle */
  settledBefore: string | null;
}

/** One thing that a kind of fact may move; `of` is the wallet that it moves for. */
interface Rule {
  what: What;
  role: Role;
  from: Place;
  to: Place;
  of(told: Told, event: Values): string | null;
  amount(event: Values, told: Told): bigint;
  fee?(event: Values): bigint;
  /** the mandate's unless it is the stake's, or that of a lock, pool or batch */
  inStake?: true;
  inHeld?: true;
}

const payer = ({ payer: of }: Told) => of;
const payee = ({ payoutOwner, intakeOf }: Told) => intakeOf ?? payoutOwner;
const field = (name: string) => (_: Told, event: Values) => event.text(name);
const amount = (name: string) => (event: Values) => event.amount(name);

/** For the payer and for the payee alike. */
function both(rule: Omit<Rule, 'role' | 'of'>, asPayee: Partial<Rule> = {}): Rule[] {
  return [
    { ...rule, role: 'payer', of: payer },
    { ...rule, role: 'payee', of: payee, ...asPayee },
  ];
}

function bond(role: Role, of: Rule['of']): Rule {
  return { what: 'bond', role, from: 'wallet', to: 'bond', of, amount: amount('bond'), inStake: true };
}

function bondReturned(role: Role, of: Rule['of'], paid: string): Rule {
  const back = (event: Values) => event.struct('bonds').amount(paid);
  return { what: 'bondReturned', role, from: 'bond', to: 'wallet', of, amount: back, inStake: true };
}

function withdrawal(name: string): Rule {
  return {
    what: 'withdrawal',
    role: 'payer',
    from: 'mandate',
    to: 'wallet',
    of: payer,
    amount: amount(name),
  };
}

function deposit(name: string): Rule {
  return { what: 'deposit', role: 'payer', from: 'wallet', to: 'mandate', of: payer, amount: amount(name) };
}

const gross = { what: 'payout', from: 'owed', amount: amount('gross'), fee: amount('fee') } as const;
const payout: Rule[] = [
  { ...gross, to: 'payee', role: 'payer', of: payer },
  {
    ...gross,
    to: 'wallet',
    role: 'payee',
    of: ({ payoutOwner, intakeOf }) => (intakeOf === null ? payoutOwner : null),
    amount: amount('net'),
  },
  // locked from there, by whoever gets to it
  { ...gross, to: 'intake', role: 'payee', of: ({ intakeOf }) => intakeOf, amount: amount('net') },
];

/** Out of a wallet, into a lock, pool or batch. */
function putIn(what: What, to: Place, name = 'amount'): Rule {
  return {
    what,
    role: 'funder',
    from: 'wallet',
    to,
    of: field('funder'),
    amount: amount(name),
    inHeld: true,
  };
}

/** Out of a lock, pool or batch, into a wallet. */
function takenOut(what: What, from: Place, of: string, name: string, role: Role = 'funder'): Rule {
  return { what, role, from, to: 'wallet', of: field(of), amount: amount(name), inHeld: true };
}

/** Locked without having been in the recipient's wallet. */
function lockedFrom(from: Place, name: string): Rule {
  return {
    what: 'locked',
    role: 'recipient',
    from,
    to: 'lock',
    of: field('recipient'),
    amount: amount(name),
    inHeld: true,
  };
}

/** Of a job, the agent's from then on. */
function earned(name: string): Rule[] {
  return both({ what: 'settled', from: 'job', to: 'owed', amount: amount(name) });
}

/** Of a job, free in the mandate again: no token moves. */
function returned(name: string): Rule {
  return { what: 'returned', role: 'payer', from: 'job', to: 'mandate', of: payer, amount: amount(name) };
}

const RULES: Record<string, Rule[]> = {
  mandateOpened: [deposit('deposited')],
  mandateDeposited: [deposit('amount')],
  mandateWithdrawn: [withdrawal('amount')],
  mandateClosed: [withdrawal('withdrawn')],
  channelSettled: both(
    {
      what: 'settled',
      from: 'mandate',
      to: 'owed',
      amount: (event, { settledBefore }) => event.amount('cumulative') - BigInt(settledBefore ?? '0'),
    },
    { from: 'payer' },
  ),
  channelPaid: payout,
  channelRefunded: both(
    { what: 'refund', from: 'owed', to: 'wallet', amount: amount('amount') },
    { to: 'payer' },
  ),
  channelHeld: both({ what: 'hold', from: 'owed', to: 'held', amount: amount('amount') }),
  holdReleased: both({ what: 'release', from: 'held', to: 'owed', amount: amount('amount') }),
  claimClosed: [
    ...both({ what: 'award', from: 'held', to: 'wallet', amount: amount('paid') }, { to: 'payer' }),
    ...both({ what: 'release', from: 'held', to: 'owed', amount: amount('released') }),
  ],
  jobReleased: earned('amount'),
  jobSplit: [...earned('toAgent'), returned('toMandate')],
  jobRefunded: [returned('amount')],
  jobClaimOpened: earned('released'),
  jobClaimClosed: [...earned('released'), returned('paid')],
  jobPaid: payout,
  feesSwept: [
    {
      what: 'fees',
      role: 'treasury',
      from: 'mandate',
      to: 'wallet',
      of: field('treasury'),
      amount: amount('amount'),
    },
  ],
  staked: [
    {
      what: 'stake',
      role: 'staker',
      from: 'wallet',
      to: 'stake',
      of: field('staker'),
      amount: amount('amount'),
      inStake: true,
    },
  ],
  withdrawn: [
    {
      what: 'unstake',
      role: 'staker',
      from: 'stake',
      to: 'wallet',
      of: field('staker'),
      amount: amount('amount'),
      inStake: true,
    },
  ],
  disputeOpened: [bond('claimant', field('claimant'))],
  disputeAnswered: [bond('answerer', field('author'))],
  disputeAppealed: [bond('appellant', field('appellant'))],
  voteCast: [
    {
      what: 'arbiterFee',
      role: 'arbiter',
      from: 'bond',
      to: 'wallet',
      of: field('arbiter'),
      amount: amount('fee'),
      inStake: true,
    },
  ],
  disputeEnded: [
    bondReturned('claimant', field('claimant'), 'claimant'),
    bondReturned('answerer', (_, event) => event.struct('bonds').text('answeringSide'), 'answerer'),
    bondReturned('appellant', (_, event) => event.struct('bonds').text('appealingSide'), 'appellant'),
    {
      what: 'compensation',
      role: 'claimant',
      from: 'stake',
      to: 'wallet',
      of: field('claimant'),
      amount: (event) => event.struct('slash').amount('toClaimant'),
      inStake: true,
    },
  ],
  // one that an intake or a batch made is told by the event of that
  lockCreated: [
    {
      ...putIn('locked', 'lock'),
      of: (_, event) => (event.text('creator') === event.text('funder') ? event.text('funder') : null),
    },
  ],
  intakeLocked: [lockedFrom('intake', 'amount')],
  lockToppedUp: [putIn('locked', 'lock')],
  lockClaimed: [takenOut('lockClaim', 'lock', 'payee', 'amount', 'recipient')],
  lockReclaimed: [takenOut('lockReturned', 'lock', 'funder', 'amount')],
  // what somebody had sent there
  lockClosed: [takenOut('lockReturned', 'lock', 'funder', 'donated')],
  poolFunded: [putIn('poolFunding', 'pool')],
  poolClaimed: [takenOut('poolClaim', 'pool', 'wallet', 'amount', 'recipient')],
  poolWithdrawn: [takenOut('poolReturned', 'pool', 'creator', 'amount')],
  poolClosed: [takenOut('poolReturned', 'pool', 'creator', 'withdrawn')],
  batchFunded: [putIn('batchFunding', 'batch')],
  batchClaimed: [lockedFrom('batch', 'locked')],
  batchWithdrawn: [takenOut('batchReturned', 'batch', 'creator', 'amount')],
  batchClosed: [takenOut('batchReturned', 'batch', 'creator', 'withdrawn')],
};

/** Kinds of facts that move money. */
export const KINDS = Object.keys(RULES);

/** Kinds of facts that may make a movement of one of these. */
export function kindsOf(whats: readonly What[]): string[] {
  return KINDS.filter((kind) => RULES[kind]?.some(({ what }) => whats.includes(what)));
}

/** What a fact moved for a wallet, once for each part that the wallet has in it; nothing where it moved nothing. */
export function movementsOf(told: Told, wallet: string): Movement[] {
  const event = new Values(told.data);
  return (RULES[told.kind] ?? []).flatMap(({ what, role, from, to, of, amount: sum, fee, ...rule }) => {
    if (of(told, event) !== wallet) return [];
    const moved = sum(event, told);
    if (moved <= 0n) return [];
    const own = rule.inHeld === true ? told.heldMint : told.mint;
    const mint = rule.inStake === true ? told.stakeMint : own;
    return [{ what, role, from, to, amount: moved, fee: fee?.(event) ?? 0n, mint }];
  });
}
