/** Cells of one half of the picture; the other half mirrors it. */
const COLUMNS = 3;
const ROWS = 5;
const HUES = 12;

/** A small picture of an address, always the same: cells that are filled, and one of twelve hues. */
export interface Identicon {
  /** [column, row] of 5 by 5 */
  cells: [number, number][];
  /** 0 to 11: the style sheet has a colour for each */
  hue: number;
}

export function identicon(address: string): Identicon {
  const bits = scramble(address);
  const cells: [number, number][] = [];
  for (let column = 0; column < COLUMNS; column += 1) {
    for (let row = 0; row < ROWS; row += 1) {
      if (((bits >>> (column * ROWS + row)) & 1) === 0) continue;
      cells.push([column, row]);
      if (column < COLUMNS - 1) cells.push([2 * COLUMNS - 2 - column, row]);
    }
  }
  return { cells, hue: (bits >>> 20) % HUES };
}

/** FNV-1a with a finish: a picture needs no cryptography, addresses are told apart by reading them. */
function scramble(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}
