import { decodeIntake, timelockIdl } from '@agent-labs/sdk';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, Values } from './values.js';

/** Addresses that lock what is paid to them. Their terms make the address: one at an address is like another. */
export const intakes: Projection<{ row: Row | null }> = {
  subject: 'intake',
  tables: [{ table: 'intakes', key: 'address' }],
  start: () => ({ row: null }),
  apply: (state, { kind, data }) => {
    const event = new Values(data);
    if (kind === 'intakeOpened') state.row = opened(event);
    if (kind === 'intakeClosed' && state.row !== null) state.row.closed = true;
  },
  rows: (_, { row }) => ({ intakes: row === null ? [] : [row] }),
};

function opened(event: Values): Row {
  const terms = event.struct('terms');
  return {
    address: event.text('intake'),
    recipient: event.text('recipient'),
    rent_payer: event.text('rentPayer'),
    id: terms.text('id'),
    mint: terms.text('mint'),
    min_amount: terms.text('minAmount'),
    cliff: terms.number('cliff'),
    duration: terms.number('duration'),
    period: terms.number('period'),
    closed: false,
  };
}

export const intakeAccount: AccountKind = {
  name: 'intake',
  program: ({ timelock }) => timelock.toBase58(),
  discriminator: discriminatorOf(timelockIdl, 'intake'),
  table: 'intakes',
  key: 'address',
  live: 'NOT closed',
  columns: (address, data) => {
    const intake = decodeIntake(data);
    return {
      address,
      recipient: intake.recipient.toBase58(),
      rent_payer: intake.rentPayer.toBase58(),
      id: intake.id.toString(),
      mint: intake.mint.toBase58(),
      min_amount: intake.minAmount.toString(),
      cliff: Number(intake.cliff),
      duration: Number(intake.duration),
      period: Number(intake.period),
    };
  },
};
