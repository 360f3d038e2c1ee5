import type { FactData } from '../decode/facts.js';
import type { ProjectModule, Subject } from '../fold/module.js';
import { batchAccount, batchClaims, batches, claimKey } from './batches.js';
import { intakeAccount, intakes } from './intakes.js';
import { lockAccount, locks } from './locks.js';
import { memberAccount, members } from './pool-members.js';
import { epochKey, epochs, poolAccount, pools } from './pools.js';
import { scheduleTold } from './schedules.js';
import { named, Values } from './values.js';

/** Fields of timelock's events that name a wallet whose doing, or whose gain, it is. */
const WALLETS = [
  'creator',
  'funder',
  'recipient',
  'payee',
  'authority',
  'approver',
  'cancelledBy',
  'changedBy',
  'oldRecipient',
  'newRecipient',
  'oldPendingRecipient',
  'newPendingRecipient',
  'wallet',
];
/** Locks that intakes and batches make have those as creators, which are no wallets. */
const OF_WALLETS = ['poolCreated', 'batchCreated'];

function subjectsOf(kind: string, data: FactData): Subject[] {
  const isWallets = data.creator === data.funder || data.funder === undefined || OF_WALLETS.includes(kind);
  const wallets = WALLETS.filter((field) => field !== 'creator' || isWallets);
  return [
    ...named('lock', data, 'lock'),
    ...named('intake', data, 'intake'),
    ...named('pool', data, 'pool'),
    ...named('member', data, 'membership'),
    ...named('batch', data, 'batch'),
    ...(kind === 'epochOpened' ? [['epoch', epochKey(data)] as Subject] : []),
    ...(kind === 'batchClaimed' ? [['batchClaim', claimKey(data)] as Subject] : []),
    ...wallets.flatMap((field) => named('wallet', data, field)),
    ...approverOf(kind, data),
  ];
}

/** Whoever is to approve a new lock's milestones hears of it. */
function approverOf(kind: string, data: FactData): Subject[] {
  if (kind !== 'lockCreated') return [];
  const schedule = scheduleTold(new Values(data), 'schedule');
  return schedule.kind === 'Milestones' ? [['wallet', schedule.approver]] : [];
}

/** Locks, addresses that make them, income pools, and batches. */
export const timelockModule: ProjectModule = {
  program: 'timelock',
  subjectsOf,
  projections: [locks, intakes, pools, members, epochs, batches, batchClaims],
  accounts: [lockAccount, intakeAccount, poolAccount, memberAccount, batchAccount],
};
