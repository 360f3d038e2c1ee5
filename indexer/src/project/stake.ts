import type { FactData } from '../decode/facts.js';
import type { Projection, ProjectModule, Subject } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { disputeLinks, disputes } from './disputes.js';
import { stakeAccounts } from './stake-accounts.js';
import { addressOrNull, named, plus, Values } from './values.js';

interface Vault extends Row {
  staked: string;
  returned: string;
  open_disputes: number;
  last_dispute: string | null;
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
    ...Object.fromEntries(pools.map((pool) => [`${pool}_epoch`, 0])),
    staked: '0',
    returned: '0',
    slashed: '0',
    slashed_in_period: '0',
    period_started_at: 0,
    bonds: '0',
    open_disputes: 0,
    next_dispute: '0',
    disputes_lost: 0,
    first_dispute: null,
    last_dispute: null,
    oldest_dispute_at: 0,
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
    if (after !== null) setPool(vault, column, after);
  }
}

function setPool(vault: Vault, column: string, after: Values): void {
  vault[column] = after.text('tokens');
  vault[`${column}_shares`] = after.text('shares');
  vault[`${column}_epoch`] = after.number('epoch');
}

const DISPUTES: Record<string, (vault: Vault, event: Values) => void> = {
  disputeOpened: (vault, event) => {
    vault.next_dispute = (event.amount('nonce') + 1n).toString();
    vault.open_disputes += 1;
    if (!event.flag('listed')) return;
    const dispute = event.text('dispute');
    if (vault.last_dispute === null) {
      Object.assign(vault, { first_dispute: dispute, oldest_dispute_at: event.number('openedAt') });
    }
    vault.last_dispute = dispute;
  },
  disputeEnded: (vault, event) => {
    const [slash, list] = [event.struct('slash'), event.struct('list')];
    const after = slash.struct('after');
    setPool(vault, 'first_loss', after.struct('firstLoss'));
    setPool(vault, 'first_loss_cooling', after.struct('firstLossCooling'));
    setPool(vault, 'backers', after.struct('backers'));
    setPool(vault, 'backers_cooling', after.struct('backersCooling'));
    Object.assign(vault, {
      slashed: slash.text('slashedAfter'),
      slashed_in_period: slash.text('slashedInPeriod'),
      period_started_at: slash.number('periodStartedAt'),
      bonds: event.struct('bonds').text('bondsAfter'),
      open_disputes: list.number('openDisputes'),
      first_dispute: addressOrNull(list.text('firstAfter')),
      last_dispute: addressOrNull(list.text('lastAfter')),
      oldest_dispute_at: list.number('oldestDisputeAt'),
      disputes_lost: event.number('disputesLost'),
    });
  },
};

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
    if (typeof data.bondsAfter === 'string') vault.bonds = data.bondsAfter;
    DISPUTES[kind]?.(vault, event);
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

/** Fields of stake's events that name a wallet whose doing, or whose gain, it is. */
const WALLETS = [
  'staker',
  'authority',
  'claimant',
  'payoutOwner',
  'author',
  'answerer',
  'arbiter',
  'appellant',
];

function subjectsOf(kind: string, data: FactData): Subject[] {
  const event = new Values(data);
  const released = (kind === 'trancheReleased' ? event.within('released') : null)?.data ?? {};
  // those before and after it in the vault's list are changed too
  const list = kind === 'disputeEnded' ? event.struct('list').data : {};
  // an owner who did not answer gets bonds too
  const bonds = kind === 'disputeEnded' ? event.struct('bonds').data : {};
  return [
    ...named('agent', data, 'agent'),
    ...named('vault', data, 'vault'),
    ...named('position', data, 'position'),
    ...named('position', released, 'position'),
    ...named('dispute', data, 'dispute'),
    ...(kind === 'disputeOpened' || kind === 'disputeEnded' ? named('disputeLink', data, 'dispute') : []),
    ...named('disputeLink', data, 'previous'),
    ...named('disputeLink', list, 'previous'),
    ...named('disputeLink', list, 'next'),
    ...named('mandate', data, 'mandate'),
    ...(data.generation === undefined ? [] : named('channel', data, 'subject')),
    ...named('wallet', released, 'staker'),
    ...named('wallet', bonds, 'answeringSide'),
    ...named('wallet', bonds, 'appealingSide'),
    ...WALLETS.flatMap((field) => named('wallet', data, field)),
  ];
}

/** Vaults of stake, the positions in them, and disputes. */
export const stakeModule: ProjectModule = {
  program: 'stake',
  subjectsOf,
  projections: [vaults, positions, disputes, disputeLinks],
  accounts: stakeAccounts,
};
