import { readFileSync } from 'node:fs';
import { AllowTree } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { CliError } from './errors.js';

/** What was typed, read strictly. Each throws CliError `ArgumentInvalid`, naming the argument. */
export function address(text: string, what: string): PublicKey {
  try {
    const key = new PublicKey(text);
    // web3.js takes shorter numbers too
    if (key.toBase58() === text) return key;
  } catch (error) {
    throw invalid(`${what} must be an address in base58, got ${text}`, error);
  }
  throw invalid(`${what} must be an address in base58, got ${text}`);
}

const SIZES = { s: 1n, m: 60n, h: 3_600n, d: 86_400n } as const;

/** Seconds of `90s`, `15m`, `2h`, `30d` or `1d12h`. */
export function span(text: string, what: string): bigint {
  const parts = [...text.matchAll(/([0-9]{1,9})([smhd])/g)];
  const isWhole = parts.length > 0 && parts.map(([part]) => part).join('') === text;
  if (!isWhole) throw invalid(`${what} must be a time span such as 90s, 15m, 2h or 30d, got ${text}`);
  return parts.reduce(
    (sum, [, count, unit]) => sum + BigInt(count ?? 0) * SIZES[unit as keyof typeof SIZES],
    0n,
  );
}

/** @param most largest that is taken */
export function whole(text: string, what: string, most = (1n << 64n) - 1n): bigint {
  if (!/^[0-9]{1,20}$/.test(text)) throw invalid(`${what} must be a whole number, got ${text}`);
  const value = BigInt(text);
  if (value > most) throw invalid(`${what} must be at most ${most}, got ${text}`);
  return value;
}

/** 32 bytes, hexadecimal. */
export function hash(text: string, what: string): Uint8Array {
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw invalid(`${what} must be 64 hexadecimal digits`);
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** Basis points of `2500bps` or `25%`. */
export function share(text: string, what: string): number {
  const [, bps, percent, rest = ''] =
    /^(?:([0-9]{1,5})bps|([0-9]{1,3})(?:\.([0-9]{1,2}))?%)$/.exec(text) ?? [];
  const value = bps !== undefined ? Number(bps) : Number(`${percent}${rest.padEnd(2, '0')}`);
  if (!Number.isInteger(value) || value > 10_000) {
    throw invalid(`${what} must be a share such as 25% or 2500bps, at most all, got ${text}`);
  }
  return value;
}

/** Thousandths of a star, of `4`, `4.5` or `4.25`; at least 1, at most 5. */
export function milliStars(text: string, what: string): number {
  const [, stars, rest = ''] = /^([1-5])(?:\.([0-9]{1,3}))?$/.exec(text) ?? [];
  const value = stars === undefined ? 0 : Number(`${stars}${rest.padEnd(3, '0')}`);
  if (value < 1_000 || value > 5_000) throw invalid(`${what} must be 1 to 5 stars, got ${text}`);
  return value;
}

/** One of a few words. */
export function choice<T extends string>(text: string, what: string, among: readonly T[]): T {
  const found = among.find((word) => word.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw invalid(`${what} must be one of ${among.join(', ')}, got ${text}`);
  return found;
}

/** The bytes of a file that was named. */
export function file(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    throw new CliError('FileUnreadable', `${what} ${path}: ${code}`, 2, 'check the path', { cause: error });
  }
}

/** Addresses in a file, one a line; `#` begins a remark. @throws CliError `ArgumentInvalid` for a list that is none */
export function addressList(path: string, what: string): PublicKey[] {
  const keys = file(path, what)
    .toString('utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => address(line, `a line of ${what}`));
  // a tree of none, or of one twice, is refused where it is built
  new AllowTree(keys);
  return keys;
}

function invalid(message: string, cause?: unknown): CliError {
  return new CliError('ArgumentInvalid', message, 2, undefined, cause === undefined ? undefined : { cause });
}
