import type { TrancheName } from '@agent-labs/sdk';

/** Owners by turns, the second of them an arbiter too; backers; payers; both sides' keys; arbiters; offices. */
export const WALLETS = [
  ...(['ann', 'ben', 'cat', 'dan', 'pat', 'quin', 'session0', 'session1', 'agentKey', 'payee'] as const),
  ...(['arbiter0', 'arbiter1', 'juror0', 'juror1', 'juror2'] as const),
  ...(['treasury', 'stranger', 'admin', 'pauser'] as const),
] as const;
export type Wallet = (typeof WALLETS)[number];
/** Two of three decide, each time. */
export const PANELS: readonly [readonly Wallet[], readonly Wallet[]] = [
  ['arbiter0', 'arbiter1', 'ben'],
  ['juror0', 'juror1', 'juror2'],
];
/** The stake mint, and one that only a hold can pay in. */
export const MINTS = ['gold', 'tin'] as const;
export type Mint = (typeof MINTS)[number];

export interface MandatePlace {
  payer: Wallet;
  session: Wallet;
  mint: Mint;
}
export const MANDATES: readonly MandatePlace[] = [
  { payer: 'pat', session: 'session0', mint: 'gold' },
  { payer: 'quin', session: 'session1', mint: 'tin' },
];
/** Channels by place: two under the first mandate, one under the second. */
export const CHANNELS = [
  { mandate: 0, n: 0 },
  { mandate: 0, n: 1 },
  { mandate: 1, n: 0 },
] as const;

/** `cat:Backers` */
export type Place = `${Wallet}:${TrancheName}`;
export const PLACES: readonly Place[] = [
  ...(['ann:FirstLoss', 'ben:FirstLoss', 'cat:Backers', 'dan:Backers'] as const),
  ...(['ben:Backers', 'pat:Backers'] as const),
];
export const stakerOf = (place: Place) => place.split(':')[0] as Wallet;
export const trancheOf = (place: Place) => place.split(':')[1] as TrancheName;

/** Base units of each mint that everybody starts with. */
export const PURSE = 10_000_000n;
export const LAMPORTS = 1_000_000_000_000n;
/** Base units: most that a call costs, and what a dispute and a period may slash. */
export const CALL_MAX = 10_000n;
export const CAPS = { dispute: 6_000n, period: 10_000n } as const;
export const FEE_BPS = 137;

/** The place of a mandate, a channel or a list's entry that must be there. */
export function entry<T>(of: readonly T[], at: number): T {
  const found = of[at];
  if (found === undefined) throw new Error(`no place ${at}`);
  return found;
}

export function mandateOf(channel: number): MandatePlace & { at: number } {
  const at = entry(CHANNELS, channel).mandate;
  return { ...entry(MANDATES, at), at };
}
