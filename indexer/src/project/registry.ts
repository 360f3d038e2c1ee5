import type { FactData } from '../decode/facts.js';
import type { Fact, Projection, ProjectModule, Subject } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { attestationAccount, attestations } from './attestations.js';
import { configs, proposals } from './config.js';
import { configAccounts } from './config-accounts.js';
import { delegates, delegatesAccount } from './delegates.js';
import { registryAccounts } from './registry-accounts.js';
import { addressOrNull, named, Values } from './values.js';

interface RowState {
  row: Row | null;
}

const NO_MINT = '11111111111111111111111111111111';

/** What an event changes of an agent, once it is registered. */
const CHANGES: Record<string, (event: Values) => Row> = {
  versionPublished: (event) => ({
    latest_version: event.number('number'),
    price: event.text('newPrice'),
    price_mint: event.text('newPriceMint'),
  }),
  agentUpdated: (event) => ({
    agent_key: event.text('newAgentKey'),
    payout_owner: event.text('newPayoutOwner'),
    holdback: event.number('newHoldback'),
    tags: event.texts('newTags'),
  }),
  agentStatusChanged: (event) => ({
    status: event.variant('newStatus'),
    lease_expires_at: event.number('newLeaseExpiresAt'),
    retires_at: event.number('retiresAt'),
  }),
  agentLeaseRenewed: (event) => ({ lease_expires_at: event.number('newLeaseExpiresAt') }),
  agentTransferProposed: (event) => ({ pending_owner: addressOrNull(event.text('newPendingOwner')) }),
  agentTransferred: (event) => ({
    owner: event.text('newOwner'),
    pending_owner: null,
    ownership_epoch: event.number('newEpoch'),
    agent_key: event.text('newAgentKey'),
    payout_owner: event.text('newPayoutOwner'),
  }),
  agentClosed: () => ({ status: 'Closed' }),
};

function registered(event: Values): Row {
  return {
    address: event.text('agent'),
    creator: event.text('creator'),
    owner: event.text('creator'),
    pending_owner: null,
    ownership_epoch: 1,
    handle: event.text('handle'),
    agent_key: event.text('agentKey'),
    payout_owner: event.text('payoutOwner'),
    status: 'Draft',
    holdback: event.number('holdback'),
    tags: event.texts('tags'),
    lease_expires_at: 0,
    retires_at: 0,
    registered_at: event.number('registeredAt'),
    latest_version: 0,
    price: '0',
    price_mint: NO_MINT,
  };
}

const agents: Projection<RowState> = {
  subject: 'agent',
  tables: [{ table: 'agents', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { program, kind, data }: Fact) => {
    if (program !== 'registry') return;
    const event = new Values(data);
    if (kind === 'agentRegistered') state.row = registered(event);
    else if (state.row !== null) Object.assign(state.row, CHANGES[kind]?.(event));
  },
  rows: (_, { row }) => ({ agents: row === null ? [] : [row] }),
};

const versions: Projection<RowState> = {
  subject: 'version',
  tables: [{ table: 'versions', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'versionPublished') {
      state.row = {
        address: event.text('version'),
        agent: event.text('agent'),
        number: event.number('number'),
        publisher: event.text('publisher'),
        semver: event.text('semver'),
        manifest_hash: event.text('manifestHash'),
        uri: event.text('uri'),
        price: event.text('newPrice'),
        price_mint: event.text('newPriceMint'),
        published_at: event.number('publishedAt'),
        yanked: false,
        closed: false,
      };
    } else if (state.row !== null) {
      if (kind === 'versionYanked') state.row.yanked = true;
      if (kind === 'versionClosed') state.row.closed = true;
    }
  },
  rows: (_, { row }) => ({ versions: row === null ? [] : [row] }),
};

/** Fields of registry's events that name a wallet whose doing, or whose gain, it is. */
const WALLETS = [
  'creator',
  'owner',
  'publisher',
  'oldOwner',
  'newOwner',
  'newPendingOwner',
  'admin',
  'oldAdmin',
  'newAdmin',
  'newPendingAdmin',
  'signer',
  'delegate',
  'attestor',
  'subject',
];
/** What changes who acts for an owner. */
const OF_DELEGATES = ['delegateAdded', 'delegateRemoved', 'delegatesClosed'];

/** Events after which an agent may be found by other words. */
const DESCRIBING = ['agentRegistered', 'agentUpdated', 'versionPublished'];

function subjectsOf(kind: string, data: FactData): Subject[] {
  return [
    ...named('agent', data, 'agent'),
    ...(DESCRIBING.includes(kind) ? named('listing', data, 'agent') : []),
    ...named('version', data, 'version'),
    ...named('attestation', data, 'attestation'),
    ...named('config', data, 'config'),
    ...named('proposal', data, 'proposal'),
    ...(OF_DELEGATES.includes(kind) ? named('delegates', data, 'agent') : []),
    ...WALLETS.flatMap((field) => named('wallet', data, field)),
  ];
}

/** Agents, their versions and delegates, attestations, and the protocol's settings. */
export const registryModule: ProjectModule = {
  program: 'registry',
  subjectsOf,
  projections: [agents, versions, delegates, attestations, configs, proposals],
  accounts: [...registryAccounts, delegatesAccount, attestationAccount, ...configAccounts],
};
