import { decodeLock, timelockIdl } from '@agent-labs/sdk';
import type { AccountKind, Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { momentsOf, type ScheduleRow, scheduleRow, scheduleTold } from './schedules.js';
import { addressOrNull, discriminatorOf, Values } from './values.js';

interface Lock extends Row {
  schedule: ScheduleRow;
  approved: number;
  deposited: string;
}

/** One generation after the other at the same address; only the last one changes. */
interface Lives {
  lives: Lock[];
}

function created(event: Values): Lock {
  const schedule = scheduleTold(event, 'schedule');
  const deposited = event.text('amount');
  return {
    address: event.text('lock'),
    generation: event.number('generation'),
    creator: event.text('creator'),
    id: event.text('id'),
    funder: event.text('funder'),
    recipient: event.text('recipient'),
    pending_recipient: null,
    former_recipient: null,
    former_due: '0',
    rent_payer: event.text('rentPayer'),
    mint: event.text('mint'),
    token_program: event.text('tokenProgram'),
    tokens: event.text('tokens'),
    schedule,
    approver: schedule.kind === 'Milestones' ? schedule.approver : null,
    cancel: event.variant('cancel'),
    change: event.variant('change'),
    top_up: event.flag('topUp'),
    approved: 0,
    deposited,
    claimed: '0',
    returned: '0',
    opened_at: event.number('openedAt'),
    ...momentsOf(schedule, deposited, 0),
    stopped_at: event.number('stoppedAt'),
    closed: false,
  };
}

const CHANGES: Record<string, (event: Values) => Row> = {
  lockToppedUp: (event) => ({ deposited: event.text('depositedAfter') }),
  lockClaimed: (event) => ({
    claimed: event.text('claimedAfter'),
    // all that a former recipient is owed is paid at once
    ...(event.flag('former') && { former_recipient: null, former_due: '0' }),
  }),
  milestoneApproved: (event) => ({ approved: event.number('approvedAfter') }),
  lockCancelled: (event) => ({ stopped_at: event.number('stoppedAt'), pending_recipient: null }),
  lockReclaimed: (event) => ({ returned: event.text('returnedAfter') }),
  lockRecipientChanged: (event) => ({
    recipient: event.text('newRecipient'),
    pending_recipient: null,
    former_due: event.text('formerDue'),
    former_recipient: event.amount('formerDue') > 0n ? event.text('oldRecipient') : null,
  }),
  lockOffered: (event) => ({ pending_recipient: addressOrNull(event.text('newPendingRecipient')) }),
  lockTransferred: (event) => ({ recipient: event.text('newRecipient'), pending_recipient: null }),
  lockClosed: (event) => ({
    claimed: event.text('claimed'),
    returned: event.text('returned'),
    closed: true,
  }),
};

/** Money that is released over time. */
export const locks: Projection<Lives> = {
  subject: 'lock',
  tables: [{ table: 'locks', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data }) => {
    const event = new Values(data);
    const lock = lives.at(-1);
    if (kind === 'lockCreated') lives.push(created(event));
    else if (lock !== undefined && CHANGES[kind] !== undefined) {
      Object.assign(lock, CHANGES[kind](event));
      Object.assign(lock, momentsOf(lock.schedule, lock.deposited, lock.approved));
    }
  },
  rows: (_, { lives }) => ({ locks: lives }),
};

export const lockAccount: AccountKind = {
  name: 'lock',
  program: ({ timelock }) => timelock.toBase58(),
  discriminator: discriminatorOf(timelockIdl, 'lock'),
  table: 'locks',
  key: 'address',
  live: 'NOT closed',
  columns: (address, data) => {
    const lock = decodeLock(data);
    return {
      address,
      generation: Number(lock.generation),
      creator: lock.creator.toBase58(),
      id: lock.id.toString(),
      funder: lock.funder.toBase58(),
      recipient: lock.recipient.toBase58(),
      pending_recipient: lock.pendingRecipient?.toBase58() ?? null,
      former_recipient: lock.formerRecipient?.toBase58() ?? null,
      former_due: lock.formerDue.toString(),
      rent_payer: lock.rentPayer.toBase58(),
      mint: lock.mint.toBase58(),
      token_program: lock.tokenProgram.toBase58(),
      tokens: lock.tokens.toBase58(),
      schedule: scheduleRow(lock.schedule),
      cancel: lock.cancel,
      change: lock.change,
      top_up: lock.topUp,
      approved: lock.approved,
      deposited: lock.deposited.toString(),
      claimed: lock.claimed.toString(),
      returned: lock.returned.toString(),
      opened_at: Number(lock.openedAt),
      stopped_at: Number(lock.stoppedAt),
    };
  },
  vault: (_deployment, _address, data) => {
    const { tokens, deposited, claimed, returned } = decodeLock(data);
    return { address: tokens.toBase58(), owed: deposited - claimed - returned };
  },
};
