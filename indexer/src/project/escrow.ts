import type { FactData } from '../decode/facts.js';
import type { ProjectModule, Subject } from '../fold/module.js';
import { channels } from './channels.js';
import { escrowAccounts } from './escrow-accounts.js';
import { mandates } from './mandates.js';
import { addressOrNull } from './values.js';

/** Fields of escrow's events that name a wallet whose doing, or whose gain, it is. */
const WALLETS = ['payer', 'payoutOwner', 'closedBy', 'treasury'];

function subjectsOf(_kind: string, data: FactData): Subject[] {
  const named = (subject: string, field: string): Subject[] => {
    const key = data[field];
    return typeof key === 'string' && addressOrNull(key) !== null ? [[subject, key]] : [];
  };
  return [
    ...named('agent', 'agent'),
    ...named('mandate', 'mandate'),
    ...named('channel', 'channel'),
    ...WALLETS.flatMap((field) => named('wallet', field)),
  ];
}

/** Mandates and channels. */
export const escrowModule: ProjectModule = {
  program: 'escrow',
  subjectsOf,
  projections: [mandates, channels],
  accounts: escrowAccounts,
};
