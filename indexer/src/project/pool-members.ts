import { decodeMembership, MEMBER_ACTIVE, timelockIdl } from '@agent-labs/sdk';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { discriminatorOf, Values } from './values.js';

/** One membership after the other at the same address; only the last one changes. */
interface Lives {
  lives: Row[];
}

function joined(event: Values, life: number): Row {
  return {
    address: event.text('membership'),
    life,
    pool: event.text('pool'),
    generation: event.number('generation'),
    wallet: event.text('wallet'),
    attestation: event.text('attestation'),
    rent_payer: event.text('rentPayer'),
    next_epoch: event.text('firstEpoch'),
    until_epoch: null,
    paid: '0',
    joined_at: event.number('joinedAt'),
    suspended_at: 0,
    ended: null,
    ended_at: 0,
    forfeited: '0',
  };
}

const CHANGES: Record<string, (event: Values) => Row> = {
  poolClaimed: (event) => ({ next_epoch: event.text('nextAfter'), paid: event.text('paidAfter') }),
  memberSuspended: (event) => ({
    until_epoch: event.text('until'),
    suspended_at: event.number('suspendedAt'),
  }),
  membershipEnded: (event) => ({
    ended: event.variant('why'),
    ended_at: event.number('endedAt'),
    forfeited: event.text('forfeited'),
    paid: event.text('paid'),
  }),
};

/** Wallets' parts in income pools. */
export const members: Projection<Lives> = {
  subject: 'member',
  tables: [{ table: 'pool_members', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data }) => {
    const event = new Values(data);
    const member = lives.at(-1);
    if (kind === 'poolJoined') lives.push(joined(event, lives.length + 1));
    else if (member !== undefined) Object.assign(member, CHANGES[kind]?.(event));
  },
  rows: (_, { lives }) => ({ pool_members: lives }),
};

export const memberAccount: AccountKind = {
  name: 'member',
  program: ({ timelock }) => timelock.toBase58(),
  discriminator: discriminatorOf(timelockIdl, 'membership'),
  table: 'pool_members',
  key: 'address',
  live: 'ended IS NULL',
  columns: (address, data) => {
    const member = decodeMembership(data);
    return {
      address,
      pool: member.pool.toBase58(),
      wallet: member.wallet.toBase58(),
      attestation: member.attestation.toBase58(),
      rent_payer: member.rentPayer.toBase58(),
      next_epoch: member.next.toString(),
      until_epoch: member.until === MEMBER_ACTIVE ? null : member.until.toString(),
      paid: member.paid.toString(),
      joined_at: Number(member.joinedAt),
      suspended_at: Number(member.suspendedAt),
    };
  },
};
