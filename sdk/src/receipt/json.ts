import { PublicKey } from '@solana/web3.js';
import { U32_MAX, U64_MAX } from '../voucher/bytes.js';
import { ReceiptRefused } from './errors.js';

/** Reads one JSON value. @param what names it in the error @throws ReceiptRefused `ReceiptMalformed` */
export type Reader<T> = (value: unknown, what: string) => T;

function malformed(what: string, kind: string, cause?: unknown): ReceiptRefused {
  return new ReceiptRefused('ReceiptMalformed', `${what} must be ${kind}`, { cause });
}

/** The fields of a JSON object, each taken once; one that nobody takes is an error. */
export class Fields {
  readonly #fields: Map<string, unknown>;

  constructor(
    value: unknown,
    readonly what: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw malformed(what, 'an object');
    this.#fields = new Map(Object.entries(value));
  }

  take<T>(name: string, read: Reader<T>): T {
    const value = this.#fields.get(name);
    this.#fields.delete(name);
    return read(value, `${this.what}.${name}`);
  }

  /** null where null is written. */
  option<T>(name: string, read: Reader<T>): T | null {
    return this.take(name, (value, what) => (value === null ? null : read(value, what)));
  }

  end(): void {
    const [unknown] = this.#fields.keys();
    if (unknown === undefined) return;
    throw new ReceiptRefused('ReceiptMalformed', `${this.what} has an unknown field ${unknown}`);
  }
}

/** An object with these fields and no others. */
export function record<T>(read: (fields: Fields) => T): Reader<T> {
  return (value, what) => {
    const fields = new Fields(value, what);
    const result = read(fields);
    fields.end();
    return result;
  };
}

export function list<T>(longest: number, read: Reader<T>): Reader<T[]> {
  return (value, what) => {
    if (!Array.isArray(value) || value.length > longest) throw malformed(what, `at most ${longest} elements`);
    return value.map((element, at) => read(element, `${what}[${at}]`));
  };
}

export const text: Reader<string> = (value, what) => {
  if (typeof value === 'string') return value;
  throw malformed(what, 'a string');
};

export const truth: Reader<boolean> = (value, what) => {
  if (typeof value === 'boolean') return value;
  throw malformed(what, 'true or false');
};

/** 32 bytes in base58. */
export const key: Reader<PublicKey> = (value, what) => {
  try {
    return new PublicKey(text(value, what));
  } catch (cause) {
    throw malformed(what, '32 bytes in base58', cause);
  }
};

function whole(max: number): Reader<number> {
  return (value, what) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return value;
    throw malformed(what, `a whole number up to ${max}`);
  };
}

export const u8 = whole(0xff);
export const u16 = whole(0xffff);
export const u32 = whole(U32_MAX);

/** Decimal digits. */
export const u64: Reader<bigint> = (value, what) => {
  const digits = text(value, what);
  const number = /^(0|[1-9]\d{0,19})$/.test(digits) ? BigInt(digits) : U64_MAX + 1n;
  if (number <= U64_MAX) return number;
  throw malformed(what, 'the decimal digits of a u64');
};

/** One of these names. */
export function oneOf<N extends string>(names: readonly N[]): Reader<N> {
  return (value, what) => {
    const name = names.find((known) => known === value);
    if (name !== undefined) return name;
    throw malformed(what, `one of ${names.join(', ')}`);
  };
}
