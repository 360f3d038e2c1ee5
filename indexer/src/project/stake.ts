import type { FactData } from '../decode/facts.js';
import type { Projection, ProjectModule, Subject } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { stakeAccounts } from './stake-accounts.js';
import { named, plus, Values } from './values.js';

interface Vault extends Row {
  staked: string;
  returned: string;
}
interface State<R> {
  row: R | null;
}

/** Columns of the two pools of a tranche, by its variant's name. */
const POOLS: Record<string, string> = { FirstLoss: 'first_loss', Backers: 'backers' };

function opened(event: Values): Vault {
  const pools = Object.values(POOLS).flatMap((pool) => [pool, `${pool}_cooling`]);
  return {
    address: event.text('vault'),
    agent: event.text('agent'),
    mint: event.text('mint'),
    ownership_epoch: event.number('ownershipEpoch'),
    ...Object.fromEntries(pools.flatMap((pool) => [pool, `${pool}_shares`].map((column) => [column, '0']))),
    staked: '0',
    returned: '0',
    closed: false,
  };
}

/** The tranche's pools, as an event leaves them. */
function setPools(vault: Vault, tranche: string, event: Values): void {
  const pool = POOLS[tranche];
  if (pool === undefined) throw new TypeError(`unknown tranche ${tranche}`);
  for (const [field, column] of [
    ['activeAfter', pool],
    ['coolingAfter', `${pool}_cooling`],
  ] as const) {
    const after = event.within(field);
    if (after === null) continue;
    vault[column] = after.text('tokens');
    vault[`${column}_shares`] = after.text('shares');
  }
}

const vaults: Projection<State<Vault>> = {
  subject: 'vault',
  tables: [{ table: 'stake_vaults', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'vaultOpened') state.row = opened(event);
    const vault = state.row;
    if (vault === null) return;
    if (kind === 'staked') vault.staked = plus(vault.staked, event.amount('amount'));
    if (kind === 'withdrawn') vault.returned = plus(vault.returned, event.amount('amount'));
    if (kind === 'vaultClosed') vault.closed = true;
    if (kind === 'trancheReleased') {
      vault.ownership_epoch = event.number('newEpoch');
      const released = event.within('released');
      if (released !== null) setPools(vault, 'FirstLoss', released);
    } else if (data.tranche !== undefined) setPools(vault, event.variant('tranche'), event);
  },
  rows: (_, { row }) => ({ stake_vaults: row === null ? [] : [row] }),
};

function positionAfter(event: Values): Row {
  const after = event.struct('positionAfter');
  return {
    active_shares: after.text('activeShares'),
    active_epoch: after.number('activeEpoch'),
    cooling_shares: after.text('coolingShares'),
    cooling_epoch: after.number('coolingEpoch'),
    cooling_until: after.number('coolingUntil'),
  };
}

const positions: Projection<State<Row>> = {
  subject: 'position',
  tables: [{ table: 'stake_positions', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'staked' && event.flag('opened')) {
      state.row = {
        address: event.text('position'),
        vault: event.text('vault'),
        agent: event.text('agent'),
        staker: event.text('staker'),
        tranche: event.variant('tranche'),
        closed: false,
      };
    }
    if (state.row === null) return;
    const told = kind === 'trancheReleased' ? event.within('released') : event;
    if (told !== null && told.data.positionAfter !== undefined) Object.assign(state.row, positionAfter(told));
    if (kind === 'positionClosed' || event.flag('closed')) {
      Object.assign(state.row, { active_shares: '0', cooling_shares: '0', cooling_until: 0, closed: true });
    }
  },
  rows: (_, { row }) => ({ stake_positions: row === null ? [] : [row] }),
};

function subjectsOf(_kind: string, data: FactData): Subject[] {
  const released = new Values(data).within('released')?.data ?? {};
  return [
    ...named('agent', data, 'agent'),
    ...named('vault', data, 'vault'),
    ...named('position', data, 'position'),
    ...named('position', released, 'position'),
    ...named('wallet', data, 'staker'),
    ...named('wallet', released, 'staker'),
    ...named('wallet', data, 'authority'),
  ];
}

/** Vaults of stake and the positions in them. */
export const stakeModule: ProjectModule = {
  program: 'stake',
  subjectsOf,
  projections: [vaults, positions],
  accounts: stakeAccounts,
};
