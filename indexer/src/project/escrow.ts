import type { FactData } from '../decode/facts.js';
import type { ProjectModule, Subject } from '../fold/module.js';
import { channels } from './channels.js';
import { escrowAccounts } from './escrow-accounts.js';
import { jobAccounts } from './job-accounts.js';
import { jobs } from './jobs.js';
import { mandates } from './mandates.js';
import { named } from './values.js';

/** Fields of escrow's events that name a wallet whose doing, or whose gain, it is. */
const WALLETS = [
  'payer',
  'payoutOwner',
  'closedBy',
  'heldBy',
  'treasury',
  'acceptedBy',
  'releasedBy',
  'agreedBy',
  'wallet',
  'holder',
  'issuer',
];

function subjectsOf(_kind: string, data: FactData): Subject[] {
  return [
    ...named('agent', data, 'agent'),
    ...named('mandate', data, 'mandate'),
    ...named('channel', data, 'channel'),
    ...named('job', data, 'job'),
    ...WALLETS.flatMap((field) => named('wallet', data, field)),
  ];
}

/** Mandates, channels and jobs. */
export const escrowModule: ProjectModule = {
  program: 'escrow',
  subjectsOf,
  projections: [mandates, channels, jobs],
  accounts: [...escrowAccounts, jobAccounts],
};
