import { consentIdl, decodeAuditLog } from '@agent-labs/sdk';
import type { FactData } from '../decode/facts.js';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, hex, Values } from './values.js';

const ZEROS = '0'.repeat(64);

interface RowState {
  row: Row | null;
}

/** An off-chain log, as its last anchor has it. */
export const auditLogs: Projection<RowState> = {
  subject: 'auditLog',
  tables: [{ table: 'audit_logs', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'auditLogOpened') {
      state.row = {
        address: event.text('log'),
        operator: event.text('operator'),
        id: event.text('id'),
        rent_payer: event.text('rentPayer'),
        sequence: '0',
        entries: '0',
        root: ZEROS,
        previous_root: ZEROS,
        chain: ZEROS,
        opened_at: event.number('openedAt'),
        anchored_at: 0,
      };
    }
    if (kind === 'auditAnchored' && state.row !== null) {
      Object.assign(state.row, {
        sequence: event.text('sequence'),
        entries: event.text('entries'),
        root: event.text('root'),
        previous_root: event.text('previousRoot'),
        chain: event.text('chain'),
        anchored_at: event.number('anchoredAt'),
      });
    }
  },
  rows: (_, { row }) => ({ audit_logs: row === null ? [] : [row] }),
};

/** One anchor is one subject, `LOG/SEQUENCE`: a log may have many. */
export function anchorKey(data: FactData): string {
  const event = new Values(data);
  return `${event.text('log')}/${event.text('sequence')}`;
}

export const auditAnchors: Projection<RowState> = {
  subject: 'auditAnchor',
  tables: [{ table: 'audit_anchors', key: 'anchor' }],
  start: () => ({ row: null }),
  apply: (state, { data, signature }) => {
    const event = new Values(data);
    state.row = {
      anchor: anchorKey(data),
      log: event.text('log'),
      sequence: event.text('sequence'),
      previous_root: event.text('previousRoot'),
      root: event.text('root'),
      entries_before: event.text('entriesBefore'),
      entries: event.text('entries'),
      chain_before: event.text('chainBefore'),
      chain: event.text('chain'),
      anchored_at: event.number('anchoredAt'),
      signature,
    };
  },
  rows: (_, { row }) => ({ audit_anchors: row === null ? [] : [row] }),
};

export const auditLogAccount: AccountKind = {
  name: 'auditLog',
  program: ({ consent }) => consent.toBase58(),
  discriminator: discriminatorOf(consentIdl, 'auditLog'),
  table: 'audit_logs',
  key: 'address',
  live: 'true',
  columns: (address, data) => {
    const log = decodeAuditLog(data);
    return {
      address,
      operator: log.operator.toBase58(),
      id: log.id.toString(),
      rent_payer: log.rentPayer.toBase58(),
      sequence: log.sequence.toString(),
      entries: log.entries.toString(),
      root: hex(log.root),
      previous_root: hex(log.previousRoot),
      chain: hex(log.chain),
      opened_at: Number(log.openedAt),
      anchored_at: Number(log.anchoredAt),
    };
  },
};
