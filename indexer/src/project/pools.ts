import { decodeIncomePool, timelockIdl } from '@agent-labs/sdk';
import type { FactData } from '../decode/facts.js';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, Values } from './values.js';

/** One generation after the other at the same address; only the last one changes. */
interface Lives {
  lives: Row[];
}

function created(event: Values): Row {
  return {
    address: event.text('pool'),
    generation: event.number('generation'),
    creator: event.text('creator'),
    id: event.text('id'),
    mint: event.text('mint'),
    token_program: event.text('tokenProgram'),
    vault: event.text('vault'),
    attestor: event.text('attestor'),
    mode: event.variant('mode'),
    max_members: event.number('maxMembers'),
    members: 0,
    records: 0,
    amount: event.text('amount'),
    epoch_length: event.number('epochLength'),
    first_epoch_at: event.number('firstEpochAt'),
    grace: event.number('grace'),
    epochs: '0',
    epoch_ends_at: 0,
    funded: '0',
    paid: '0',
    free: '0',
    owed: '0',
    withdrawn: '0',
    stopped_at: 0,
    closed: false,
  };
}

/** The ledger and the counts, as an event leaves them. */
function books(event: Values): Row {
  const after = event.within('after');
  if (after === null) return {};
  return {
    members: after.number('members'),
    records: after.number('records'),
    epochs: after.text('epochs'),
    funded: after.text('funded'),
    paid: after.text('paid'),
    free: after.text('free'),
    owed: after.text('owed'),
    withdrawn: after.text('withdrawn'),
  };
}

const CHANGES: Record<string, (event: Values) => Row> = {
  epochOpened: (event) => ({ epoch_ends_at: event.number('endsAt') }),
  poolStopped: (event) => ({ stopped_at: event.number('stoppedAt') }),
  poolClosed: () => ({ closed: true }),
};

/** Basic incomes. Every event of one carries its books. */
export const pools: Projection<Lives> = {
  subject: 'pool',
  tables: [{ table: 'pools', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { program, kind, data }) => {
    if (program !== 'timelock') return;
    const event = new Values(data);
    const pool = lives.at(-1);
    if (kind === 'poolCreated') lives.push(created(event));
    else if (pool !== undefined) Object.assign(pool, books(event), CHANGES[kind]?.(event));
  },
  rows: (_, { lives }) => ({ pools: lives }),
};

/** One epoch is one subject, `POOL/GENERATION/NUMBER`: a pool may have many. */
export function epochKey(data: FactData): string {
  const event = new Values(data);
  return `${event.text('pool')}/${event.text('generation')}/${event.text('epoch')}`;
}

export const epochs: Projection<{ row: Row | null }> = {
  subject: 'epoch',
  tables: [{ table: 'pool_epochs', key: 'epoch' }],
  start: () => ({ row: null }),
  apply: (state, { data, signature }) => {
    const event = new Values(data);
    state.row = {
      epoch: epochKey(data),
      pool: event.text('pool'),
      generation: event.number('generation'),
      number: event.text('epoch'),
      members: event.number('members'),
      amount: event.text('amount'),
      opened_at: event.number('openedAt'),
      ends_at: event.number('endsAt'),
      signature,
    };
  },
  rows: (_, { row }) => ({ pool_epochs: row === null ? [] : [row] }),
};

export const poolAccount: AccountKind = {
  name: 'pool',
  program: ({ timelock }) => timelock.toBase58(),
  discriminator: discriminatorOf(timelockIdl, 'incomePool'),
  table: 'pools',
  key: 'address',
  live: 'NOT closed',
  columns: (address, data) => {
    const pool = decodeIncomePool(data);
    return {
      address,
      generation: Number(pool.generation),
      creator: pool.creator.toBase58(),
      id: pool.id.toString(),
      mint: pool.mint.toBase58(),
      token_program: pool.tokenProgram.toBase58(),
      vault: pool.vault.toBase58(),
      attestor: pool.attestor.toBase58(),
      mode: pool.mode,
      max_members: pool.maxMembers,
      members: pool.members,
      records: pool.records,
      amount: pool.amount.toString(),
      epoch_length: Number(pool.epochLength),
      first_epoch_at: Number(pool.firstEpochAt),
      grace: Number(pool.grace),
      epochs: pool.epochs.toString(),
      epoch_ends_at: Number(pool.epochEndsAt),
      funded: pool.funded.toString(),
      paid: pool.paid.toString(),
      free: pool.free.toString(),
      owed: pool.owed.toString(),
      withdrawn: pool.withdrawn.toString(),
      stopped_at: Number(pool.stoppedAt),
    };
  },
  vault: (_deployment, _address, data) => {
    const { vault, free, owed } = decodeIncomePool(data);
    return { address: vault.toBase58(), owed: free + owed };
  },
};
