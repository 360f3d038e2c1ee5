import { toBase58 } from '../decode/base58.js';
import type { FactData, Plain } from '../decode/facts.js';
import type { Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { addressOrNull, Values } from './values.js';

type Windows = Record<string, number>;

interface Config extends Row {
  windows: Windows;
  longest: Windows;
  panels: Plain[];
}

/** Windows of which the longest that ever held is kept: channels that opened under it still have it. */
const KEPT = ['channelLifeMax', 'closeGrace', 'holdbackMax', 'claim'];

/** Seconds by name, from the decimal text that they come as. */
export function secondsOf(windows: Row): Windows {
  return Object.fromEntries(Object.entries(windows).map(([name, value]) => [name, Number(value)]));
}

/** The settings that changes name, without those they leave alone. */
export function namedIn(changes: Row): Row {
  const given = (row: Row) => Object.entries(row).filter(([, value]) => value !== null);
  const { windows = {}, ...rest } = changes;
  const moved = secondsOf(Object.fromEntries(given(windows as Row)));
  return { ...Object.fromEntries(given(rest)), ...(Object.keys(moved).length > 0 && { windows: moved }) };
}

const column = (setting: string) => setting.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function covered(longest: Windows, windows: Windows): Windows {
  const most = (name: string) => Math.max(longest[name] ?? 0, windows[name] ?? 0);
  return Object.fromEntries(KEPT.map((name) => [name, most(name)]));
}

function initialized(event: Values): Config {
  const { windows, panels, genesisHash, ...settings } = event.struct('settings').data;
  const seconds = secondsOf(windows as Row);
  return {
    address: event.text('config'),
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [column(name), value])),
    genesis_hash: toBase58(Buffer.from(genesisHash as string, 'hex')),
    pending_admin: null,
    admin_handover_at: 0,
    admin_handover_expires_at: 0,
    windows: seconds,
    longest: covered({}, seconds),
    panels: panels as Plain[],
    pause_bits: 0,
    execution_paused_at: 0,
    execution_pause_ends_at: 0,
    next_proposal: '0',
    live_proposals_from: '0',
  };
}

function change(config: Config, changes: FactData): void {
  const { windows, firstPanel, secondPanel, ...rest } = namedIn(changes);
  for (const [setting, value] of Object.entries(rest)) config[column(setting)] = value;
  config.windows = { ...config.windows, ...(windows as Windows | undefined) };
  config.longest = covered(config.longest, config.windows);
  const [first, second] = config.panels;
  config.panels = [firstPanel ?? first, secondPanel ?? second] as Plain[];
}

const next = (number: string) => (BigInt(number) + 1n).toString();

function pause(config: Config, event: Values): void {
  config.pause_bits = event.number('newBits');
  config.execution_paused_at = event.number('newExecutionPausedAt');
  config.execution_pause_ends_at = event.number('executionPauseEndsAt');
}

const CHANGES: Record<string, (config: Config, event: Values) => void> = {
  configPaused: pause,
  configUnpaused: pause,
  configProposed: (config, event) => {
    config.next_proposal = next(event.text('number'));
  },
  configChanged: (config, event) => {
    change(config, event.struct('new').data);
    config.live_proposals_from = next(event.text('number'));
  },
  configProposalClosed: (config, event) => {
    config.live_proposals_from = event.text('newLiveProposalsFrom');
  },
  adminTransferProposed: (config, event) => {
    config.pending_admin = addressOrNull(event.text('newPendingAdmin'));
    config.admin_handover_at = event.number('handoverAt');
    config.admin_handover_expires_at = event.number('handoverExpiresAt');
  },
  adminTransferred: (config, event) => {
    config.admin = event.text('newAdmin');
    config.pending_admin = null;
    config.admin_handover_at = 0;
    config.admin_handover_expires_at = 0;
    config.live_proposals_from = event.text('newLiveProposalsFrom');
  },
};

/** The protocol's settings, pauses and handover. */
export const configs: Projection<{ row: Config | null }> = {
  subject: 'config',
  tables: [{ table: 'config', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'configInitialized') state.row = initialized(event);
    else if (state.row !== null) CHANGES[kind]?.(state.row, event);
  },
  rows: (_, { row }) => ({ config: row === null ? [] : [row] }),
};

const OUTCOMES: Record<string, string> = { configChanged: 'Executed', configProposalClosed: 'Closed' };

/** Changes that were announced. A number is used once, and so is its address. */
export const proposals: Projection<{ row: Row | null }> = {
  subject: 'proposal',
  tables: [{ table: 'config_proposals', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data, signature }) => {
    const event = new Values(data);
    if (kind === 'configProposed') {
      state.row = {
        address: event.text('proposal'),
        config: event.text('config'),
        number: event.text('number'),
        admin: event.text('admin'),
        rent_payer: event.text('rentPayer'),
        proposed_at: event.number('proposedAt'),
        executable_at: event.number('executableAt'),
        expires_at: event.number('expiresAt'),
        changes: namedIn(event.struct('changes').data),
        outcome: 'Open',
        former: null,
        ended_by: null,
        ended_in: null,
      };
    }
    const outcome = OUTCOMES[kind];
    if (state.row === null || outcome === undefined) return;
    Object.assign(state.row, { outcome, ended_by: event.text('signer'), ended_in: signature });
    if (kind === 'configChanged') state.row.former = namedIn(event.struct('old').data);
  },
  rows: (_, { row }) => ({ config_proposals: row === null ? [] : [row] }),
};
