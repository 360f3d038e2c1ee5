/** Of the reputation program: volume beyond which a payer weighs no more, base units. */
export const PAIR_VOLUME_MAX = 10_000_000_000n;

/** ⌊√n⌋, exactly. */
function isqrt(n: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(n))));
  while (root * root > n) root -= 1n;
  while ((root + 1n) * (root + 1n) <= n) root += 1n;
  return root;
}

/** What a payer weighs by `volume` base units, as the reputation program's `math::pair_weight` does it. */
export function pairWeight(volume: bigint): bigint {
  const capped = volume < PAIR_VOLUME_MAX ? volume : PAIR_VOLUME_MAX;
  return isqrt(capped * isqrt(capped));
}

/** Fee on `paid` base units, rounded up, as escrow's `math::fee` does it. */
export function fee(paid: bigint, bps: number): bigint {
  return (paid * BigInt(bps) + 9_999n) / 10_000n;
}

/** The same as in the Rust tests of `programs/reputation/src/math.rs`. */
export const WEIGHTS: readonly (readonly [volume: bigint, weight: bigint])[] = [
  [0n, 0n],
  [1n, 1n],
  [3n, 1n],
  [4n, 2n],
  [99n, 29n],
  [100n, 31n],
  [9_999n, 994n],
  [10_000n, 1_000n],
  [123_456n, 6_582n],
  [1_000_000n, 31_622n],
  [1_000_001n, 31_622n],
  [25_000_000n, 353_553n],
  [999_999_999n, 5_623_344n],
  [9_999_999_999n, 31_622_618n],
  [10_000_000_000n, 31_622_776n],
  [(1n << 64n) - 1n, 31_622_776n],
];
