import type { Projection } from '../fold/module.js';
import type { Row } from '../store/database.js';
import { plus, Values } from './values.js';

interface Channel extends Row {
  status: string;
  tag: string;
  generation: number;
  calls: number;
  allotted: string;
  settled: string;
  paid_gross: string;
  fees: string;
  returned: string;
  refunded: string;
  held: string;
  held_until: number;
  awarded: string;
}

/** One generation after the other at the same address; only the last one changes. */
interface Lives {
  lives: Channel[];
}

function opened(event: Values): Channel {
  return {
    address: event.text('channel'),
    generation: event.number('generation'),
    mandate: event.text('mandate'),
    agent: event.text('agent'),
    n: event.number('n'),
    status: 'Open',
    tag: event.text('tag'),
    session_key: event.text('sessionKey'),
    agent_key: event.text('agentKey'),
    payout_owner: event.text('payoutOwner'),
    rent_payer: event.text('rentPayer'),
    agent_version: event.number('agentVersion'),
    ownership_epoch: event.number('ownershipEpoch'),
    price: event.text('price'),
    per_call_max: event.text('perCallMax'),
    fee_bps: event.number('feeBps'),
    holdback: event.number('holdback'),
    expires_at: event.number('expiresAt'),
    closing_ends_at: 0,
    calls: 0,
    allotted: event.text('allotted'),
    settled: '0',
    paid_gross: '0',
    fees: '0',
    returned: '0',
    refunded: '0',
    held: '0',
    held_until: 0,
    hold_disputed: false,
    claimed: '0',
    awarded: '0',
    open_disputes: 0,
  };
}

function setHeld(channel: Channel, held: string): void {
  channel.held = held;
  if (held === '0') channel.held_until = 0;
}

const CHANGES: Record<string, (channel: Channel, event: Values) => void> = {
  channelSettled: (channel, event) => {
    // the program checked the tag; another one is not of this generation. A set tells none: it is of the one that
    // lived then
    if (event.data.tag === null ? channel.status === 'Finished' : event.text('tag') !== channel.tag) return;
    channel.settled = event.text('cumulative');
    channel.calls = event.number('calls');
  },
  channelRearmed: (channel, event) => {
    channel.allotted = event.text('allottedAfter');
    channel.expires_at = event.number('expiresAtAfter');
  },
  channelPaid: (channel, event) => {
    channel.paid_gross = event.text('paidGrossAfter');
    channel.fees = plus(channel.fees, event.amount('fee'));
  },
  channelRefunded: (channel, event) => {
    channel.refunded = event.text('refundedAfter');
    setHeld(channel, event.text('heldAfter'));
  },
  channelHeld: (channel, event) => {
    channel.held = event.text('amount');
    channel.held_until = event.number('heldUntil');
  },
  holdReleased: (channel, event) => setHeld(channel, event.text('heldAfter')),
  claimOpened: (channel, event) => {
    channel.claimed = event.text('claimedAfter');
    channel.open_disputes = event.number('openDisputesAfter');
    if (event.amount('taken') > 0n) Object.assign(channel, { hold_disputed: true, held_until: 0 });
  },
  claimClosed: (channel, event) => {
    channel.refunded = event.text('refundedAfter');
    channel.awarded = plus(channel.awarded, event.amount('paid'));
    channel.open_disputes = event.number('openDisputesAfter');
    setHeld(channel, event.text('heldAfter'));
    if (event.flag('tookHold')) channel.hold_disputed = false;
  },
  channelClosing: (channel, event) => {
    channel.status = 'Closing';
    channel.closing_ends_at = event.number('closingEndsAt');
  },
  channelReopened: (channel) => {
    channel.status = 'Open';
    channel.closing_ends_at = 0;
  },
  channelDrained: (channel, event) => {
    channel.status = 'Draining';
    channel.closing_ends_at = 0;
    channel.settled = event.text('settled');
    channel.calls = event.number('calls');
    channel.returned = plus(channel.returned, event.amount('returned'));
  },
  channelFinished: (channel, event) => {
    channel.status = 'Finished';
    channel.calls = event.number('calls');
    channel.allotted = event.text('allotted');
    channel.settled = event.text('settled');
    channel.paid_gross = event.text('paidGross');
    channel.returned = event.text('returned');
    channel.refunded = event.text('refunded');
  },
};

export const channels: Projection<Lives> = {
  subject: 'channel',
  tables: [{ table: 'channels', key: 'address' }],
  start: () => ({ lives: [] }),
  apply: ({ lives }, { kind, data }) => {
    const event = new Values(data);
    const channel = lives.at(-1);
    if (kind === 'channelOpened') lives.push(opened(event));
    else if (channel !== undefined) CHANGES[kind]?.(channel, event);
  },
  rows: (_, { lives }) => ({ channels: lives }),
};
