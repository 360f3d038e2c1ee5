import { type Idl, Program, type Provider } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import BN from 'bn.js';
import { Buffer } from 'buffer';

/** Bytes of a `#[constant]` byte string that the IDL carries, a seed for one. */
export function idlBytes(idl: Idl, name: string): Uint8Array {
  const constant = idl.constants?.find((entry) => entry.name === name);
  if (constant === undefined) throw new Error(`IDL of ${idl.metadata.name} has no constant ${name}`);
  return Uint8Array.from(JSON.parse(constant.value) as number[]);
}

/** A `#[constant]` address that the IDL carries. */
export function idlKey(idl: Idl, name: string): PublicKey {
  const constant = idl.constants?.find((entry) => entry.name === name);
  if (constant === undefined) throw new Error(`IDL of ${idl.metadata.name} has no constant ${name}`);
  return new PublicKey(constant.value);
}

/** A `#[constant]` number that the IDL carries, up to 2^53. */
export function idlNumber(idl: Idl, name: string): number {
  const constant = idl.constants?.find((entry) => entry.name === name);
  const value = Number(constant?.value);
  if (!Number.isSafeInteger(value)) throw new Error(`IDL of ${idl.metadata.name} has no number ${name}`);
  return value;
}

const programs = new Map<string, unknown>();

/** Anchor's view of a program at `address`, for encoding alone: it has no connection and cannot send. */
export function encoder<P extends Idl>(idl: P, address: PublicKey): Program<P> {
  const key = address.toBase58();
  const known = programs.get(key) as Program<P> | undefined;
  if (known !== undefined) return known;
  const program = new Program<P>({ ...idl, address: key }, { connection: null } as unknown as Provider);
  programs.set(key, program);
  return program;
}

/** Address that signs a program's event CPIs. */
export function eventAuthority(program: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([Buffer.from('__event_authority')], program)[0];
}

/** What Anchor decodes, with `bigint` in place of its big numbers. */
export type Plain<T> = T extends BN
  ? bigint
  : T extends PublicKey
    ? PublicKey
    : T extends (infer E)[]
      ? Plain<E>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** Replaces Anchor's big numbers by `bigint`, all the way down. */
export function plain<T>(value: T): Plain<T> {
  if (BN.isBN(value)) return BigInt(value.toString()) as Plain<T>;
  if (value instanceof PublicKey || value === null || typeof value !== 'object') return value as Plain<T>;
  if (value instanceof Uint8Array) return value as Plain<T>;
  if (Array.isArray(value)) return value.map((entry) => plain(entry)) as Plain<T>;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)])) as Plain<T>;
}

const U64_MAX = (1n << 64n) - 1n;

/**
 * A u64 for Anchor.
 * @throws TypeError for what is not a whole number of base units from 0 to 2^64 − 1
 */
export function u64(value: bigint | number, what: string): BN {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new TypeError(`${what} must be a bigint or a safe integer, got ${value}`);
  }
  const whole = BigInt(value);
  if (whole < 0n || whole > U64_MAX) throw new TypeError(`${what} must lie in 0..2^64-1, got ${whole}`);
  return new BN(whole.toString());
}

/** Unix seconds or a span of seconds for Anchor. @throws TypeError for what is not a whole i64 */
export function i64(value: bigint | number, what: string): BN {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new TypeError(`${what} must be a bigint or a safe integer, got ${value}`);
  }
  const whole = BigInt(value);
  if (BigInt.asIntN(64, whole) !== whole) throw new TypeError(`${what} does not fit in 64 bits: ${whole}`);
  return new BN(whole.toString());
}
