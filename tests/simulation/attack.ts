import { fee } from './pair-weight';
import { UNIT, type WeightFunction } from './weights';

/** What things cost; everything that is not the program's is an assumption. */
export interface Prices {
  feeBps: number;
  /** units a SOL */
  sol: number;
  /** What money earns elsewhere in a year, as a share of it. */
  yearly: number;
  /** How long the score is to stand, days: the rent of the pairs lies there as long. */
  days: number;
  /** How long a payment is on its way, days. An agent may ask for the config's `holdback_min`, often 0. */
  holdback: number;
}

export const PRICES: Prices = { feeBps: 100, sol: 150, yearly: 0.1, days: 90, holdback: 0 };

/**
 * Lamports of transaction fees that a bought rating cannot do without, from funding a wallet to emptying it: three
 * transactions that it signs, and its share of two for many at once. `tests/flows/bought-score.test.ts` runs them.
 */
export const WALLET_LAMPORTS = 16_000;
/** Lamports of rent of a pair, which lies there until the agent is closed or has been sold twice. */
export const PAIR_RENT = 1_893_120;

/** Lamports of a signature. */
export const SIGNATURE = 5_000;

const LAMPORTS = 1_000_000_000;

/** Lamports as base units. */
export function inUnits(lamports: number, { sol }: Pick<Prices, 'sol'>): number {
  return (lamports / LAMPORTS) * sol * UNIT;
}

/** What a plan costs, base units. */
export interface Plan {
  wallets: number;
  /** Paid by each, base units. */
  volume: number;
  /** Escrow's fee; for a rival all of the payment, which is the other's. */
  paid: number;
  /** Transaction fees. */
  gas: number;
  /** What the money would have earned that lies in rent and on its way. */
  idle: number;
  total: number;
  /** Rent that comes back in the end. */
  rent: number;
}

/** Whose score it is: the attacker pays itself, or pays a rival to bring it down. */
export type Aim = 'own' | 'rival';

/** Base units that one more wallet costs, however little it pays. */
export function walletCost(prices: Prices): { gas: number; idle: number; rent: number } {
  const rent = inUnits(PAIR_RENT, prices);
  const idle = (rent * prices.yearly * prices.days) / 365;
  return { gas: inUnits(WALLET_LAMPORTS, prices), idle, rent };
}

function planOf(wallets: number, volume: number, aim: Aim, prices: Prices): Plan {
  const each = walletCost(prices);
  const burnt = aim === 'rival' ? volume : Number(fee(BigInt(volume), prices.feeBps));
  const onItsWay = (volume * prices.yearly * prices.holdback) / 365;
  const plan = {
    paid: wallets * burnt,
    gas: wallets * each.gas,
    idle: wallets * (each.idle + onItsWay),
    rent: wallets * each.rent,
  };
  return { wallets, volume, ...plan, total: plan.paid + plan.gas + plan.idle };
}

const MOST_VOLUME = 2 ** 50;

/** The least whole volume that weighs `wanted`; undefined where none does. */
function leastVolume({ weight }: WeightFunction, wanted: number, feeBps: number): number | undefined {
  if (weight(MOST_VOLUME, feeBps) < wanted) return undefined;
  let [low, high] = [1, MOST_VOLUME];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (weight(middle, feeBps) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

const MOST_WALLETS = 10_000_000;

/**
 * The attacker's best response: over how many wallets to split `weight`, all alike, since the cheapest volume for
 * its weight is the same for each. Up to 200 wallets every number is tried, then every hundredth part more.
 */
export function cheapest(by: WeightFunction, weight: number, aim: Aim, prices: Prices): Plan {
  let best: Plan | undefined;
  for (let wallets = 1; wallets < MOST_WALLETS; wallets = Math.ceil(Math.max(wallets + 1, wallets * 1.005))) {
    const volume = leastVolume(by, weight / wallets, prices.feeBps);
    if (volume === undefined) continue;
    const plan = planOf(wallets, volume, aim, prices);
    if (best === undefined || plan.total < best.total) best = plan;
    // wallets alone cost more by now
    if (wallets * walletCost(prices).gas > best.total) break;
  }
  if (best === undefined) throw new Error(`${by.name}: no number of wallets weighs ${weight}`);
  return best;
}

/** Weight beside that of honest ratings that moves their mean by all-5 or all-1 ratings, as a share of theirs. */
export function shareToMove(from: number, to: number): number {
  const extreme = to > from ? 5 : 1;
  return (to - from) / (extreme - to);
}
