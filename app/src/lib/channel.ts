import type { ChannelView, MandateView } from '../data/views.js';

export const CHANNEL_STATES = ['open', 'expired', 'closing', 'drained'] as const;
export type ChannelState = (typeof CHANNEL_STATES)[number];

/** Where a channel stands at `now`: one that has expired and was not closed is told apart. */
export function channelState({ status, expiresAt }: ChannelView, now: number): ChannelState {
  if (status === 'Draining') return 'drained';
  if (status === 'Closing') return 'closing';
  return expiresAt <= now ? 'expired' : 'open';
}

/** Whether no voucher settles on it any more. */
function isPastSettling({ status, expiresAt, closingEndsAt }: ChannelView, now: number): boolean {
  if (status === 'Draining' || now >= expiresAt) return true;
  return status === 'Closing' && now >= closingEndsAt;
}

/** Why a mandate's channels are winding down, whoever asks; null where they are not. */
export function windsDown(
  { killedAt, keyEpoch, expiresAt }: MandateView,
  channel: ChannelView,
  now: number,
): 'stopped' | 'replaced' | 'expired' | null {
  if (killedAt !== 0) return 'stopped';
  if (keyEpoch !== channel.keyEpoch) return 'replaced';
  return now >= expiresAt ? 'expired' : null;
}

export const CHANNEL_ACTS = ['rearm', 'close', 'reopen', 'drain', 'payout', 'finish'] as const;
export type ChannelAct = (typeof CHANNEL_ACTS)[number];

/** Whether something can be done with a channel now; where it cannot, why, and from when it can, Unix seconds. */
export type Possible = { can: true } | { can: false; why: string; at: number };

/** Who looks, and when; `wallet` is null where none is connected. */
export interface Looking {
  wallet: string | null;
  now: number;
}

const yes: Possible = { can: true };
const no = (why: string, at = 0): Possible => ({ can: false, why, at });

/** What the programs would say to an act on a channel, in the same order. */
export function possible(
  act: ChannelAct,
  channel: ChannelView,
  mandate: MandateView,
  looking: Looking,
): Possible {
  if (looking.wallet === null) return no('Connect a wallet first.');
  return ACTS[act](channel, mandate, looking);
}

type Act = (channel: ChannelView, mandate: MandateView, looking: Looking) => Possible;

const WINDING: Record<'stopped' | 'replaced' | 'expired', string> = {
  stopped: 'The mandate was stopped: nothing more is allotted out of it.',
  replaced: 'The session key was replaced since it opened: a call opens a new channel.',
  expired: 'The mandate has expired: nothing more is allotted out of it.',
};

const ACTS: Record<ChannelAct, Act> = {
  rearm: (channel, mandate, { wallet, now }) => {
    const winding = windsDown(mandate, channel, now);
    if (wallet !== mandate.payer) return no('Only its payer allots more.');
    if (winding !== null) return no(WINDING[winding]);
    if (channel.status !== 'Open')
      return no('It is winding down. Take the closing back first, where that can be.');
    return now >= channel.expiresAt ? no('It has expired: a call opens a new channel.') : yes;
  },
  close: (channel, mandate, { wallet, now }) => {
    if (channel.status !== 'Open') return no('It is closed already.');
    const entitled = wallet === mandate.payer || windsDown(mandate, channel, now) !== null;
    return entitled ? yes : no('Only its payer closes it while the mandate stands.');
  },
  reopen: (channel, mandate, { wallet, now }) => {
    const winding = windsDown(mandate, channel, now);
    if (channel.status !== 'Closing') return no('It is not closing.');
    if (wallet !== mandate.payer) return no('Only its payer takes a closing back.');
    if (isPastSettling(channel, now)) return no('The time to take it back is over.');
    return winding === null ? yes : no(WINDING[winding]);
  },
  drain: (channel, _, { now }) => {
    if (channel.status === 'Draining') return no('What was left is back in the mandate already.');
    if (isPastSettling(channel, now)) return yes;
    if (channel.status === 'Open') {
      return no(
        'The agent may settle until it expires; close it to have the rest back sooner.',
        channel.expiresAt,
      );
    }
    const at = Math.min(channel.closingEndsAt, channel.expiresAt);
    return no('The agent may still settle what it was promised.', at);
  },
  payout: ({ payable, unpaid, maturesAt, held }) => {
    if (payable > 0n) return yes;
    if (unpaid > 0n || maturesAt > 0) return no('What was settled has to mature first.', maturesAt);
    return no(held > 0n ? 'What is left is held.' : 'All that was settled is paid out.');
  },
  finish: (channel, mandate, looking) => finishOf(channel, mandate, looking),
};

function finishOf(channel: ChannelView, { payer }: MandateView, { wallet, now }: Looking): Possible {
  if (channel.status !== 'Draining') return no('It is drained first.');
  const heldNow = channel.held > 0n && (channel.holdDisputed || now < channel.heldUntil);
  if (channel.openDisputes > 0) return no('A dispute about it is open.');
  if (heldNow) return no('Money is held.', channel.heldUntil);
  if (channel.settled > channel.paidGross + channel.refunded) return no('Settled money is paid out first.');
  if (channel.settled === 0n) return yes;
  const claimsEnd = channel.lastSettleAt + channel.claimWindow;
  if (now < claimsEnd) return no('It can still be disputed.', claimsEnd);
  const ratingsEnd = channel.lastPayoutAt + channel.ratingWindow;
  if (wallet !== payer && now < ratingsEnd) return no('Its payer may still rate the agent.', ratingsEnd);
  return yes;
}

/** What a channel waits for to be wound down: the first act that somebody can do, else the one that comes next. */
export function nextAct(channel: ChannelView, mandate: MandateView, looking: Looking): ChannelAct | null {
  const order: ChannelAct[] =
    channel.status === 'Draining' ? ['payout', 'finish'] : ['payout', 'drain', 'reopen', 'close'];
  const now = order.find((act) => possible(act, channel, mandate, looking).can);
  if (now !== undefined) return now;
  const later = order.map((act) => ({ act, ...waits(possible(act, channel, mandate, looking)) }));
  const dated = later.filter(({ at }) => at > 0).sort((a, b) => a.at - b.at);
  return dated[0]?.act ?? null;
}

const waits = (found: Possible): { at: number } => ({ at: found.can ? 0 : found.at });
