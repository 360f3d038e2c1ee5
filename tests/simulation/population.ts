import { UNIT, type WeightFunction } from './weights';

/** The exponent under which a fifth of the payers pays four fifths. */
const PARETO = 1.16;

/**
 * What honest payers have paid, base units, smallest first: the middles of `count` equal slices of a Pareto
 * distribution. Slices instead of draws: nothing depends on luck, and the largest is a typical largest.
 * @param median units
 */
export function honestPayers(count: number, median: number): number[] {
  const least = (median * UNIT) / 2 ** (1 / PARETO);
  return Array.from({ length: count }, (_, at) =>
    Math.floor(least * (1 - (at + 0.5) / count) ** (-1 / PARETO)),
  );
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How a weight function spreads the say among payers. */
export interface Voices {
  total: number;
  /** Share of the one that says most. */
  largest: number;
  /** Share of the half that paid less. */
  smallerHalf: number;
  /** Of how many equal payers the mean would be as steady: (Σw)² / Σw². */
  effective: number;
}

export function voices(volumes: readonly number[], { weight }: WeightFunction, feeBps: number): Voices {
  const weights = volumes.map((volume) => weight(volume, feeBps));
  const total = sum(weights);
  return {
    total,
    largest: Math.max(...weights) / total,
    smallerHalf: sum(weights.slice(0, Math.floor(weights.length / 2))) / total,
    effective: total ** 2 / sum(weights.map((each) => each ** 2)),
  };
}
