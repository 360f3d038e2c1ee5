import { PublicKey } from '@solana/web3.js';
import type { Token } from './tokens.js';

/** Values that are written with their unit. */
export class Amount {
  constructor(
    /** base units */
    readonly baseUnits: bigint,
    readonly token: Token,
  ) {}
}

/** No cap: the largest u64 stands for it on the chain. */
export class NoLimit {}

export class Lamports {
  constructor(readonly value: bigint) {}
}

/** Unix seconds; 0 is never. */
export class Time {
  constructor(readonly unix: bigint) {}
}

export class Span {
  constructor(readonly seconds: bigint) {}
}

/** Basis points. */
export class Share {
  constructor(readonly bps: number) {}
}

/** Thousandths of a star; null where nobody has rated. */
export class Stars {
  constructor(readonly milli: number | null) {}
}

/** What a command answers with. */
export type Shown =
  | null
  | boolean
  | number
  | bigint
  | string
  | Amount
  | NoLimit
  | Lamports
  | Time
  | Span
  | Share
  | Stars
  | PublicKey
  | Uint8Array
  | readonly Shown[]
  | ShownRecord;
export interface ShownRecord {
  readonly [label: string]: Shown | undefined;
}

/** Whether it is written on one line. */
export function isPlain(value: Shown | undefined): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every((entry) => isPlain(entry) && !Array.isArray(entry));
  return !isRecord(value);
}

export function isRecord(value: Shown | undefined): value is ShownRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof PublicKey) &&
    !(value instanceof Uint8Array) &&
    ![Amount, NoLimit, Lamports, Time, Span, Share, Stars].some((kind) => value instanceof kind)
  );
}
