import type { Addresses } from '../addresses';
import {
  type Channel,
  type ChannelKey,
  type Mandate,
  type Model,
  PLACES,
  placeOf,
  type Wallet,
} from '../model';
import type { Plan } from '../step';
import {
  ABSENT,
  aboutChannel,
  first,
  otherMandate,
  pickChannel,
  type Swap,
  swapError,
  swapped,
  type Target,
} from './wishes';

/** Picks by fit, or names one outright. */
export type Which = Target | { key: ChannelKey };
export interface Wish {
  at: Which;
  swap: Swap | null;
}
export interface SignedWish extends Wish {
  by: 'payer' | 'session' | 'stranger';
}

export interface Found {
  key: ChannelKey;
  place: number;
  channel: Channel | undefined;
  mandate: Mandate | null;
  ref: { channel: ReturnType<Addresses['at']>; mandate: ReturnType<Addresses['at']> };
  /** Why it is refused before the handler looks, or null. */
  accounts: string | null;
  payer: Wallet;
}

export function signerOf(by: SignedWish['by'], { payer, mandate }: Found): Wallet {
  if (by === 'stranger') return 'stranger';
  return by === 'payer' || mandate === null ? payer : mandate.session;
}

/** The channel, under its mandate or, where that is swapped, another; and what Anchor's checks say to that. */
export function find(
  model: Model,
  addresses: Addresses,
  wish: Wish,
  fits: (channel: Channel) => boolean,
): Found {
  const key = 'key' in wish.at ? wish.at.key : pickChannel(model, wish.at, fits);
  const own = placeOf(key).mandate;
  const place = (wish.swap === 'mandate' ? otherMandate(model, own) : undefined) ?? own;
  const mandate = model.mandates[place] ?? null;
  const channel = model.channels.get(key);
  const accounts = first(
    (mandate === null || channel === undefined) && ABSENT,
    wish.swap === 'mandate' ? place !== own && 'MandateMismatch' : swapError(wish.swap),
  );
  const ref = { channel: addresses.at(`channel${key}`), mandate: addresses.at(`mandate${place}`) };
  return { key, place, channel, mandate, ref, accounts, payer: PLACES[place]?.payer ?? 'payerA' };
}

/** A plan whose handler is asked only once the accounts are right, about a channel and mandate that exist. */
export function plan(
  model: Model,
  addresses: Addresses,
  wish: Wish,
  found: Found,
  details: {
    kind: string;
    instruction: Parameters<typeof swapped>[0];
    refusal: (channel: Channel, mandate: Mandate) => string | null;
    apply: (channel: Channel, mandate: Mandate) => void;
    signer?: Wallet;
    amount?: bigint;
  },
): Plan {
  const { key, channel, mandate, accounts } = found;
  const { kind, instruction, refusal, apply, signer, amount: named } = details;
  const there = channel !== undefined && mandate !== null;
  return {
    act: {
      kind,
      ...aboutChannel(key),
      ...(signer === undefined ? {} : { signer }),
      ...(named === undefined ? {} : { amount: named }),
    },
    refusal: accounts ?? (there ? refusal(channel, mandate) : null),
    instructions: [swapped(instruction, wish.swap, addresses)],
    signers: signer === undefined ? [] : [signer],
    apply: () => {
      const under = model.mandates[placeOf(key).mandate];
      if (channel !== undefined && under) apply(channel, under);
    },
  };
}
