import { PublicKey } from '@solana/web3.js';
import { decimal } from './tokens.js';
import {
  Amount,
  isPlain,
  isRecord,
  Lamports,
  NoLimit,
  Share,
  type Shown,
  type ShownRecord,
  Span,
  Stars,
  Time,
} from './values.js';

/** A value as JSON: whole numbers that may be large as decimal strings, addresses in base58, hashes hexadecimal. */
export function toJson(value: Shown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Amount) {
    const { baseUnits, token } = value;
    const unit = token.symbol ?? token.mint;
    return { baseUnits: baseUnits.toString(), decimal: decimal(baseUnits, token.decimals), unit };
  }
  if (value instanceof NoLimit) return 'no limit';
  if (value instanceof Lamports) return { lamports: value.value.toString(), sol: decimal(value.value, 9) };
  if (value instanceof Time) {
    return value.unix === 0n ? null : { unix: value.unix.toString(), iso: iso(value.unix) };
  }
  if (value instanceof Span) return { seconds: value.seconds.toString() };
  if (value instanceof Share) return { bps: value.bps };
  if (value instanceof Stars) return value.milli === null ? null : { milliStars: value.milli };
  if (value instanceof PublicKey) return value.toBase58();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(toJson);
  return Object.fromEntries(
    Object.entries(value as ShownRecord).flatMap(([label, entry]) =>
      entry === undefined ? [] : [[label, toJson(entry)]],
    ),
  );
}

/** A value of one line, for people. */
export function toText(value: Shown | undefined): string {
  if (value === undefined || value === null) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return printable(value.toString());
  if (value instanceof Amount) return amountText(value);
  if (value instanceof NoLimit) return 'no limit';
  if (value instanceof Lamports) return `${decimal(value.value, 9)} SOL`;
  if (value instanceof Time) return value.unix === 0n ? '-' : iso(value.unix);
  if (value instanceof Span) return spanText(value.seconds);
  if (value instanceof Share) return `${decimal(BigInt(value.bps), 2)} %`;
  if (value instanceof Stars)
    return value.milli === null ? '-' : `${decimal(BigInt(value.milli), 3)} of 5 stars`;
  if (value instanceof PublicKey) return value.toBase58();
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(toText).join(', ');
  return Object.entries(value)
    .map(([label, entry]) => `${words(label)} ${toText(entry as Shown)}`)
    .join(', ');
}

/** Lines for people: labels left, records inside records moved in, lists of flat records as tables. */
export function lines(value: Shown, indent = ''): string[] {
  if (Array.isArray(value) && value.length > 0 && value.every((entry) => isRecord(entry))) {
    const records = value as ShownRecord[];
    if (records.every((record) => Object.values(record).every(isPlain))) {
      return table(records).map((line) => `${indent}${line}`);
    }
    return records.flatMap((record) =>
      lines(record, `${indent}  `).map((line, at) => (at === 0 ? `${indent}- ${line.trimStart()}` : line)),
    );
  }
  if (!isRecord(value)) return [`${indent}${toText(value)}`];
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const plain = entries.filter(([, entry]) => isPlain(entry));
  const width = Math.max(0, ...plain.map(([label]) => words(label).length));
  return entries.flatMap(([label, entry]) => {
    if (isPlain(entry)) return [`${indent}${words(label).padEnd(width)}  ${toText(entry)}`];
    return [`${indent}${words(label)}`, ...lines(entry as Shown, `${indent}  `)];
  });
}

function table(rows: readonly ShownRecord[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns.map(words), ...rows.map((row) => columns.map((column) => toText(row[column])))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0)));
  return cells.map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

export function amountText({ baseUnits, token }: Amount): string {
  if (token.symbol !== null) return `${decimal(baseUnits, token.decimals)} ${token.symbol}`;
  return `${decimal(baseUnits, token.decimals)} tokens of ${token.mint}`;
}

function iso(unix: bigint): string {
  const date = new Date(Number(unix) * 1_000);
  // a time that no calendar has is told as the number that it is
  return Number.isNaN(date.getTime()) ? `${unix} s` : date.toISOString().replace('.000Z', 'Z');
}

const UNITS = [
  ['d', 86_400n],
  ['h', 3_600n],
  ['m', 60n],
  ['s', 1n],
] as const;

/** `1d 2h`, the two largest units that it has. */
export function spanText(seconds: bigint): string {
  if (seconds === 0n) return '0s';
  let left = seconds;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    if (left >= size) parts.push(`${left / size}${unit}`);
    left %= size;
  }
  return parts.join(' ');
}

/** `perCallMax` is `per call max`. */
export function words(label: string): string {
  return label.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Text that others wrote must not steer the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
}
