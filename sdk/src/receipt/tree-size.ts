/** Bytes of header before the tree. */
const HEADER = 56;

/**
 * Size of the account of a Merkle tree, as SPL account compression lays it out.
 * @param depth 2 to the power of it is the number of leaves
 * @param buffer changes that a proof may be behind
 * @param canopy levels kept on chain; at least depth − 17
 */
export function merkleTreeBytes(depth: number, buffer: number, canopy: number): number {
  const tree = 24 + (buffer + 1) * (40 + 32 * depth);
  return HEADER + tree + 32 * (2 ** (canopy + 1) - 2);
}
