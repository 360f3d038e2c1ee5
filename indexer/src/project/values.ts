import type { FactData, Plain } from '../decode/facts.js';
import type { Subject } from '../fold/module.js';

/** Reads a fact's values by name; what is not there as it should be is a fault of the decoder. */
export class Values {
  constructor(readonly data: FactData) {}

  text(name: string): string {
    const value = this.data[name];
    if (typeof value !== 'string') throw new TypeError(`${name} of a fact is no text`);
    return value;
  }

  number(name: string): number {
    const value = this.data[name];
    // what Anchor gives as a big number came as decimal text
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
      throw new TypeError(`${name} of a fact is no whole number`);
    }
    return number;
  }

  amount(name: string): bigint {
    return BigInt(this.text(name));
  }

  texts(name: string): string[] {
    const value = this.data[name];
    if (!Array.isArray(value)) throw new TypeError(`${name} of a fact is no list`);
    return value as string[];
  }

  /** A struct inside; null where there is none. */
  within(name: string): Values | null {
    const value = this.data[name];
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || Array.isArray(value))
      throw new TypeError(`${name} of a fact is no struct`);
    return new Values(value);
  }

  /** A struct that is always there. */
  struct(name: string): Values {
    const found = this.within(name);
    if (found === null) throw new TypeError(`a fact has no ${name}`);
    return found;
  }

  flag(name: string): boolean {
    return this.data[name] === true;
  }

  /** The name of an enum's variant, as Rust writes it. */
  variant(name: string): string {
    const value = this.data[name] as { [variant: string]: Plain };
    const [variant] = Object.keys(value);
    if (variant === undefined) throw new TypeError(`${name} of a fact is no variant`);
    return variant.charAt(0).toUpperCase() + variant.slice(1);
  }
}

/** Decimal text plus or minus an amount: states are JSON, which has no `bigint`. */
export function plus(value: string, amount: bigint): string {
  return (BigInt(value) + amount).toString();
}

/** The zero address stands for none. */
export function addressOrNull(address: string): string | null {
  return address === '11111111111111111111111111111111' ? null : address;
}

export function hex(bytes: Uint8Array | readonly number[]): string {
  return Buffer.from(bytes).toString('hex');
}

/** Hex of nothing but zeros stands for none. */
export function hexOrNull(text: string): string | null {
  return /^0*$/.test(text) ? null : text;
}

interface DescribedAccounts {
  accounts?: readonly { name: string; discriminator: readonly number[] }[];
}

/** First 8 bytes of an account's data, from the IDL. */
export function discriminatorOf(idl: DescribedAccounts, name: string): Uint8Array {
  const account = idl.accounts?.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (account === undefined) throw new Error(`the IDL has no account ${name}`);
  return Uint8Array.from(account.discriminator);
}

/** What a fact names in a field, as a subject of this kind; nothing for the zero address. */
export function named(subject: string, data: FactData, field: string): Subject[] {
  const key = data[field];
  return typeof key === 'string' && addressOrNull(key) !== null ? [[subject, key]] : [];
}
