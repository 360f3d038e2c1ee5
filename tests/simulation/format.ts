import { UNIT } from './weights';

/** Base units as units: three digits or more, with separators. */
export function units(base: number): string {
  const value = base / UNIT;
  if (value === 0) return '0';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.095 ? 2 : 4;
  return grouped(value, digits);
}

/** A count. */
export function whole(value: number): string {
  return grouped(value, 0);
}

export function percent(share: number): string {
  return `${grouped(share * 100, 0)} %`;
}

export function times(factor: number): string {
  return `${grouped(factor, factor < 10 ? 1 : 0)}×`;
}

// not toLocaleString, whose output follows the machine's locale data
function grouped(value: number, digits: number): string {
  const [integer = '', fraction] = value.toFixed(digits).split('.');
  const separated = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

/** A Markdown table: the first column to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) => Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
