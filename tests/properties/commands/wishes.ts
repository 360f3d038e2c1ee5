import type { TransactionInstruction } from '@solana/web3.js';
import { SystemProgram } from '@solana/web3.js';
import fc, { type Arbitrary } from 'fast-check';
import { withAccount } from '../../helpers/refused';
import { type Addresses, AGENTS } from '../addresses';
import {
  CHANNELS_EACH,
  type Channel,
  type ChannelKey,
  channelKey,
  type Mandate,
  type Model,
  PLACES,
} from '../model';
import type { Act } from '../step';

/** One of several constants, by weight. */
export function choose<const T>(...options: [weight: number, value: T][]): Arbitrary<T> {
  return fc.oneof(...options.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
}

/** Where to look for something: mostly for what fits, sometimes anywhere. */
export interface Target {
  at: number;
  fit: boolean;
}
export const target: Arbitrary<Target> = fc.record({
  at: fc.nat({ max: 999 }),
  fit: choose([6, true], [1, false]),
});

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from[at % Math.max(1, from.length)];
}

/** A place whose mandate, or lack of one, fits; any place where none does. */
export function pickPlace(model: Model, wish: Target, fits: (mandate: Mandate | null) => boolean): number {
  const fitting = [...PLACES.keys()].filter((at) => wish.fit && fits(model.mandates[at] ?? null));
  return pick(fitting, wish.at) ?? wish.at % PLACES.length;
}

/** A channel that fits; where none does, any that is; where none is, a place without one. */
export function pickChannel(model: Model, wish: Target, fits: (channel: Channel) => boolean): ChannelKey {
  const all = [...model.channels];
  const fitting = all.filter(([, channel]) => wish.fit && fits(channel));
  const found = pick(fitting, wish.at) ?? pick(all, wish.at);
  return found?.[0] ?? anyKey(wish.at);
}

/** Any place for a channel. */
export function anyKey(at: number): ChannelKey {
  const agent = Math.floor(at / PLACES.length) % AGENTS.length;
  return channelKey(at % PLACES.length, agent, Math.floor(at / 100) % CHANNELS_EACH);
}

/** An amount, told relative to the most that is right. */
export type Amount = 'zero' | 'one' | 'all' | 'above' | 'huge' | { thousandths: number };
const part: Arbitrary<Amount> = fc.record({ thousandths: fc.integer({ min: 1, max: 999 }) });
export const amount: Arbitrary<Amount> = fc.oneof(
  { weight: 14, arbitrary: part },
  { weight: 6, arbitrary: choose<Amount>([4, 'all'], [1, 'one']) },
  { weight: 2, arbitrary: choose<Amount>([2, 'above'], [2, 'zero'], [1, 'huge']) },
);

export function amountOf(wish: Amount, most: bigint): bigint {
  if (wish === 'zero') return 0n;
  if (wish === 'one') return 1n;
  if (wish === 'all') return most;
  if (wish === 'above') return most + 1n;
  if (wish === 'huge') return (1n << 64n) - 1n;
  const some = (most * BigInt(wish.thousandths)) / 1_000n;
  return some > 0n ? some : 1n;
}

/** An account in place of the right one, and what Anchor's checks then say. */
const SWAPS = {
  event_authority: { to: 'wallet:stranger', error: 'EventAuthorityMismatch' },
  program: { to: 'system', error: 'ProgramMismatch' },
  config: { to: 'decoy', error: 'ConfigMismatch' },
  vault: { to: 'tokens:stranger', error: 'VaultMismatch' },
  mandate: { to: 'another', error: 'MandateMismatch' },
} as const;
export type Swap = keyof typeof SWAPS;

/** Mostly no swap; otherwise of one of these accounts. */
export function swap(...accounts: Swap[]): Arbitrary<Swap | null> {
  return fc.oneof(
    { weight: 15, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...accounts) },
  );
}

/** The swap's error, or null without one. */
export function swapError(wish: Swap | null): string | null {
  return wish === null ? null : SWAPS[wish].error;
}

/** The instruction with a wrong account in it, where a swap of other accounts than the mandate is wished. */
export function swapped(
  instruction: TransactionInstruction,
  wish: Swap | null,
  addresses: Addresses,
): TransactionInstruction {
  if (wish === null || wish === 'mandate') return instruction;
  const { to } = SWAPS[wish];
  const pubkey = to === 'system' ? SystemProgram.programId : addresses.at(to);
  return withAccount(instruction, wish, { pubkey });
}

/** A mandate that is there, other than the one at `place`: what a swap of the mandate puts in. */
export function otherMandate(model: Model, place: number): number | undefined {
  return [...PLACES.keys()].find((at) => at !== place && model.mandates[at] !== null);
}

/** The part of an act that says which channel it is about. */
export function aboutChannel(key: ChannelKey): Pick<Act, 'mandate' | 'channels'> {
  return { mandate: Number(key.split('.')[0]), channels: [key] };
}

/** The first of several reasons that there is. */
export function first(...reasons: (string | null | false)[]): string | null {
  return reasons.find((reason): reason is string => typeof reason === 'string') ?? null;
}

/** What Anchor says of a mandate or channel that is not there: the system program owns the place. */
export const ABSENT = 'AccountOwnedByWrongProgram';
/** What it says of a version that is not there. */
export const NO_VERSION = 'AccountNotInitialized';
