import { pairWeight } from './pair-weight';

/** Base units of one unit of a mint with six decimals. */
export const UNIT = 1_000_000;

/** What a payer says by what it paid, base units; only ratios matter. */
export interface WeightFunction {
  name: string;
  /** @param volume base units; @param feeBps what escrow kept of it */
  weight(volume: number, feeBps: number): number;
}

const capped = (volume: number, cap: number): number => Math.min(volume, cap * UNIT);

export function power(exponent: number, cap: number): WeightFunction['weight'] {
  return (volume) => capped(volume, cap) ** exponent;
}

/** Fee that gives a payer its full root in `firstFee`, base units. */
const FULL_FEE = 0.05 * UNIT;

/** The program's own. */
export const PRESENT: WeightFunction = {
  name: 'power 3/4',
  weight: (volume) => Number(pairWeight(BigInt(Math.floor(volume)))),
};

/** Before decision 0024. */
export const ROOT: WeightFunction = { name: 'root', weight: power(1 / 2, 10_000) };

/** What was compared: each capped at the weight of 10,000 units, but for the two that say otherwise. */
export const CANDIDATES: readonly WeightFunction[] = [
  { name: 'logarithm', weight: (volume) => Math.log(1 + capped(volume, 10_000) / UNIT) },
  ROOT,
  {
    name: 'root, by first fee',
    weight: (volume, feeBps) =>
      Math.sqrt(capped(volume, 10_000)) * Math.min(1, (volume * feeBps) / 10_000 / FULL_FEE),
  },
  { name: 'power 2/3', weight: power(2 / 3, 10_000) },
  PRESENT,
  { name: 'linear, cap 1,000', weight: power(1, 1_000) },
  { name: 'linear', weight: power(1, 10_000) },
  { name: 'linear, no cap', weight: power(1, Number.POSITIVE_INFINITY) },
];
