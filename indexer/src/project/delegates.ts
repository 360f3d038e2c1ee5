import { decodeDelegates, delegatesAddress, registryIdl } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { AccountKind, Projection } from '../fold/module.js';
import { discriminatorOf, Values } from './values.js';

interface Entry {
  key: string;
  /** `DelegatePermission`s, or-ed */
  permissions: number;
  /** Unix seconds */
  expiresAt: number;
}

interface Delegates {
  ownershipEpoch: number;
  rentPayer: string;
  entries: Entry[];
}

function added({ ownershipEpoch, entries }: Delegates, event: Values): Delegates {
  const [key, epoch] = [event.text('delegate'), event.number('ownershipEpoch')];
  const entry = { key, permissions: event.number('newPermissions'), expiresAt: event.number('newExpiresAt') };
  // those of a former owner are void, and gone with the first of the new one
  const named = epoch === ownershipEpoch ? entries : [];
  const at = named.findIndex((one) => one.key === key);
  return {
    ownershipEpoch: epoch,
    rentPayer: event.text('rentPayer'),
    entries: at < 0 ? [...named, entry] : named.with(at, entry),
  };
}

/** Who acts for an agent's owner. The account is there while there is somebody. */
export const delegates: Projection<Delegates> = {
  subject: 'delegates',
  tables: [{ table: 'agent_delegates', key: 'agent' }],
  start: () => ({ ownershipEpoch: 0, rentPayer: '', entries: [] }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'delegateAdded') Object.assign(state, added(state, event));
    if (kind === 'delegateRemoved') {
      state.entries = state.entries.filter(({ key }) => key !== event.text('delegate'));
    }
    if (kind === 'delegatesClosed') state.entries = [];
  },
  rows: (agent, { ownershipEpoch, rentPayer, entries }) => ({
    agent_delegates:
      entries.length === 0
        ? []
        : [{ agent, ownership_epoch: ownershipEpoch, rent_payer: rentPayer, entries }],
  }),
};

export const delegatesAccount: AccountKind = {
  name: 'delegates',
  program: ({ registry }) => registry.toBase58(),
  discriminator: discriminatorOf(registryIdl, 'delegates'),
  table: 'agent_delegates',
  key: 'agent',
  live: 'true',
  derived: {
    key: (data) => decodeDelegates(data).agent.toBase58(),
    address: (deployment, agent) => delegatesAddress(deployment, new PublicKey(agent)).toBase58(),
  },
  columns: (_address, data) => {
    const { agent, ownershipEpoch, rentPayer, entries } = decodeDelegates(data);
    return {
      agent: agent.toBase58(),
      ownership_epoch: ownershipEpoch,
      rent_payer: rentPayer.toBase58(),
      entries: entries.map(({ key, permissions, expiresAt }) => ({
        key: key.toBase58(),
        permissions,
        expiresAt: Number(expiresAt),
      })),
    };
  },
};
