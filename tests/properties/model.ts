/**
 * What escrow and registry should hold, as the design says it: plain numbers and names, no chain.
 * The same records describe the real accounts, so that the two compare field by field.
 */

/** Name of a key in this world, such as `payerA`. */
export type Wallet = string;
/** Names a place for a channel: mandate, agent and number, such as `0.2.1`. */
export type ChannelKey = string;

export const DAY = 86_400n;
export const U32_MAX = 0xffff_ffff;
export const U64_MAX = (1n << 64n) - 1n;

/** Where mandates can be: three addresses that are used again and again. */
export const PLACES = [
  { payer: 'payerA', id: 1n },
  { payer: 'payerA', id: 2n },
  { payer: 'payerB', id: 1n },
] as const;
/** Channels a mandate may have to one agent here. */
export const CHANNELS_EACH = 3;

/** Copied into what opens, seconds. */
export interface Windows {
  channelLifeMax: bigint;
  closeGrace: bigint;
  holdbackMin: bigint;
  holdbackMax: bigint;
  holdLapse: bigint;
  claim: bigint;
  rating: bigint;
  lease: bigint;
  configDelay: bigint;
  configExpiry: bigint;
}

export interface Version {
  price: bigint;
  mint: string;
  yanked: boolean;
}

export interface Agent {
  status: 'Active' | 'Suspended';
  latestVersion: number;
  ownershipEpoch: number;
  owner: Wallet;
  /** empty without a transfer under way */
  pendingOwner: Wallet;
  agentKey: Wallet;
  payoutOwner: Wallet;
  holdback: bigint;
  leaseEnds: bigint;
}

export interface Mandate {
  payer: Wallet;
  id: bigint;
  generation: bigint;
  session: Wallet;
  keyEpoch: number;
  channels: number;
  perCallMax: bigint;
  dailyCap: bigint;
  totalCap: bigint;
  expiresAt: bigint;
  /** agents' numbers, comma separated; empty for all, or those of the tree */
  allow: string;
  /** whether it allows agents by the tree of `Addresses` */
  tree: boolean;
  /** must vouch for agents' owners; empty where nobody must */
  attestor: Wallet;
  /** an allotment of as much or more is refused; 0 where it never is */
  approvalAbove: bigint;
  day: number;
  dayCharged: bigint;
  totalCharged: bigint;
  killedAt: bigint;
  free: bigint;
  allotted: bigint;
  fees: bigint;
}

export interface Channel {
  status: 'Open' | 'Closing' | 'Draining';
  n: number;
  tag: string;
  generation: bigint;
  session: Wallet;
  agentKey: Wallet;
  payoutOwner: Wallet;
  rentPayer: Wallet;
  mandate: string;
  agent: string;
  agentVersion: number;
  ownershipEpoch: number;
  keyEpoch: number;
  price: bigint;
  perCallMax: bigint;
  feeBps: number;
  holdback: bigint;
  closeGrace: bigint;
  holdLapse: bigint;
  claimWindow: bigint;
  ratingWindow: bigint;
  openedAt: bigint;
  expiresAt: bigint;
  /** 0 unless Closing */
  closingEndsAt: bigint;
  lastSettleAt: bigint;
  lastPayoutAt: bigint;
  calls: number;
  allotted: bigint;
  settled: bigint;
  returned: bigint;
  paidGross: bigint;
  refunded: bigint;
  claimed: bigint;
  held: bigint;
  heldUntil: bigint;
  openDisputes: number;
  matured: bigint;
  pending: bigint;
  pendingSince: bigint;
}

export interface Voucher {
  /** hexadecimal */
  tag: string;
  signer: Wallet;
  cumulative: bigint;
  calls: number;
  expires: number;
}

/** A change of the fee that waits. */
export interface Proposal {
  feeBps: number;
  executableAt: bigint;
  expiresAt: bigint;
}

export interface Model {
  now: bigint;
  slot: bigint;
  /** Ends of what the attestor vouches for, by subject. */
  attested: Map<Wallet, bigint>;
  pauseBits: number;
  readonly windows: Windows;
  /** What channels that open from now on pay. */
  feeBps: number;
  nextProposal: number;
  liveProposalsFrom: number;
  /** By number: those that exist. */
  readonly proposals: Map<number, Proposal>;
  readonly agents: Agent[];
  /** By agent, then by number − 1. */
  readonly versions: Version[][];
  /** By place. */
  readonly mandates: (Mandate | null)[];
  readonly channels: Map<ChannelKey, Channel>;
  /** Base units by token account: `tokens:payerA`, `vault0`. */
  readonly tokens: Map<string, bigint>;
  /** Vouchers signed so far, with the channel's place; some of a generation that is gone. */
  readonly archive: { key: ChannelKey; voucher: Voucher }[];
}

/** Of two amounts. */
export const least = (a: bigint, b: bigint): bigint => [a, b].sort((x, y) => (x < y ? -1 : 1))[0] ?? a;
export const most = (a: bigint, b: bigint): bigint => a + b - least(a, b);

export function channelKey(mandate: number, agent: number, n: number): ChannelKey {
  return `${mandate}.${agent}.${n}`;
}

export function placeOf(key: ChannelKey): { mandate: number; agent: number; n: number } {
  const [mandate = 0, agent = 0, n = 0] = key.split('.').map(Number);
  return { mandate, agent, n };
}

/** Adds to a token account. */
export function credit(model: Model, account: string, amount: bigint): void {
  model.tokens.set(account, (model.tokens.get(account) ?? 0n) + amount);
}

export function dayOf(now: bigint): number {
  return Number(now / DAY);
}

// Mandates

/** Why money can no longer be allotted under it, or null. */
export function deadReason(mandate: Mandate, now: bigint): string | null {
  if (mandate.killedAt !== 0n) return 'MandateKilled';
  return now >= mandate.expiresAt ? 'MandateExpired' : null;
}

/** Allotted on the day of `now`. */
export function chargedToday(mandate: Mandate, now: bigint): bigint {
  return mandate.day === dayOf(now) ? mandate.dayCharged : 0n;
}

/** Why `amount` cannot be allotted, or null. */
export function allotRefusal(mandate: Mandate, amount: bigint, now: bigint): string | null {
  if (amount === 0n) return 'AmountZero';
  if (amount > mandate.free) return 'InsufficientFree';
  const today = chargedToday(mandate, now) + amount;
  if (today > U64_MAX) return 'MathOverflow';
  if (today > mandate.dailyCap) return 'DailyCapExceeded';
  const total = mandate.totalCharged + amount;
  if (total > U64_MAX) return 'MathOverflow';
  return total > mandate.totalCap ? 'TotalCapExceeded' : null;
}

/** Free money becomes allotted; the caps are charged and never credited back. */
export function allot(mandate: Mandate, amount: bigint, now: bigint): void {
  mandate.dayCharged = chargedToday(mandate, now) + amount;
  mandate.day = dayOf(now);
  mandate.totalCharged += amount;
  mandate.free -= amount;
  mandate.allotted += amount;
}

/** Whether strangers may wind this channel down: mandate killed, expired, or its key rotated. */
export function windsDown(mandate: Mandate, channel: Channel, now: bigint): boolean {
  return deadReason(mandate, now) !== null || mandate.keyEpoch !== channel.keyEpoch;
}

// Channels

/** What vouchers can still move. */
export function unspent(channel: Channel): bigint {
  return channel.allotted - channel.settled - channel.returned;
}

/** Settled, and neither paid nor given back. */
export function unpaid(channel: Channel): bigint {
  return channel.settled - channel.paidGross - channel.refunded;
}

/** What a hold keeps back; nothing once its time is over. */
export function heldAt(channel: Channel, now: bigint): bigint {
  return now >= channel.heldUntil ? 0n : channel.held;
}

/** Lets a hold go whose time is over. */
export function lapse(channel: Channel, now: bigint): void {
  lower(channel, heldAt(channel, now));
}

/** What is held becomes less, or nothing. */
export function lower(channel: Channel, held: bigint): void {
  channel.held = held;
  if (held === 0n) channel.heldUntil = 0n;
}

/** Most that may be held: what has neither matured nor gone. */
export function holdable(channel: Channel, now: bigint): bigint {
  const { settled, paidGross, refunded } = channel;
  return settled - most(rolled(channel, now).matured, paidGross + refunded);
}

/** Whether no voucher can settle any more. */
export function pastSettling(channel: Channel, now: bigint): boolean {
  const graceOver = channel.status === 'Closing' && now >= channel.closingEndsAt;
  return channel.status === 'Draining' || graceOver || now >= channel.expiresAt;
}

/** matured = pending and pending = settled once a holdback has passed; all of it once the last settle is that old. */
export function rolled(channel: Channel, now: bigint): Pick<Channel, 'matured' | 'pending' | 'pendingSince'> {
  const { matured, pending, pendingSince, settled, lastSettleAt, holdback } = channel;
  if (now - lastSettleAt >= holdback)
    return { matured: settled, pending: settled, pendingSince: lastSettleAt };
  if (now - pendingSince >= holdback) {
    return { matured: pending, pending: settled, pendingSince: lastSettleAt };
  }
  return { matured, pending, pendingSince };
}

/** What a payout would pay now, gross. */
export function payable(channel: Channel, now: bigint): bigint {
  const spent = channel.paidGross + channel.refunded + heldAt(channel, now);
  const due = rolled(channel, now).matured - spent;
  return due > 0n ? due : 0n;
}

/** Why a voucher is refused on its channel, or null. */
export function voucherRefusal(channel: Channel, voucher: Voucher, now: bigint): string | null {
  if (voucher.tag !== channel.tag) return 'WrongTag';
  if (voucher.signer !== channel.session) return 'WrongSigner';
  if (now >= BigInt(voucher.expires)) return 'VoucherExpired';
  if (now >= channel.expiresAt) return 'ChannelExpired';
  if (channel.status === 'Draining') return 'ChannelDraining';
  if (channel.status === 'Closing' && now >= channel.closingEndsAt) return 'GraceOver';
  if (voucher.cumulative <= channel.settled) return 'NotMonotonic';
  if (voucher.calls <= channel.calls) return 'CallsNotMonotonic';
  const most = BigInt(voucher.calls - channel.calls) * channel.perCallMax;
  if (voucher.cumulative - channel.settled > most) return 'PerCallMaximumExceeded';
  return voucher.cumulative > channel.allotted - channel.returned ? 'AboveAllotment' : null;
}

/** Raises the watermark; rolls first. What settles while something is pending waits for the next roll. */
export function settle(channel: Channel, voucher: Voucher, now: bigint): void {
  Object.assign(channel, rolled(channel, now));
  if (channel.pending === channel.matured) {
    channel.pending = voucher.cumulative;
    channel.pendingSince = now;
  }
  channel.settled = voucher.cumulative;
  channel.calls = voucher.calls;
  channel.lastSettleAt = now;
}

/** Fee on all that was ever paid, rounded up. */
export function feeOn(paid: bigint, feeBps: number): bigint {
  return (paid * BigInt(feeBps) + 9_999n) / 10_000n;
}

/** ceil(paid after × bps) − ceil(paid before × bps) */
export function feeBetween(before: bigint, after: bigint, feeBps: number): bigint {
  return feeOn(after, feeBps) - feeOn(before, feeBps);
}

/** Moments at which something changes by itself, each the first second of the new state, ascending. */
export function deadlines(model: Model): bigint[] {
  const times = [(BigInt(dayOf(model.now)) + 1n) * DAY];
  for (const agent of model.agents) times.push(agent.leaseEnds);
  for (const { executableAt } of model.proposals.values()) times.push(executableAt);
  for (const mandate of model.mandates) if (mandate !== null) times.push(mandate.expiresAt);
  for (const channel of model.channels.values()) {
    const { expiresAt, closingEndsAt, lastSettleAt, pendingSince, holdback, lastPayoutAt } = channel;
    times.push(expiresAt, closingEndsAt, lastSettleAt + holdback, pendingSince + holdback);
    times.push(lastSettleAt + channel.claimWindow, lastPayoutAt + channel.ratingWindow);
  }
  return [...new Set(times)].filter((time) => time > model.now).sort((a, b) => (a < b ? -1 : 1));
}
