import { PublicKey } from '@solana/web3.js';
import { invalidParams, RpcCode, RpcError } from './errors.js';

export type Commitment = 'processed' | 'confirmed' | 'finalized';

/** Positional parameters of a call, read one by one; what does not fit is refused by its name. */
export class Params {
  readonly #values: unknown[];

  constructor(values: unknown) {
    if (values !== undefined && values !== null && !Array.isArray(values)) {
      throw invalidParams('they must be an array');
    }
    this.#values = Array.isArray(values) ? values : [];
  }

  at(index: number): unknown {
    return this.#values[index];
  }

  text(index: number, name: string): string {
    const value = this.#values[index];
    if (typeof value !== 'string') throw invalidParams(`${name} must be a string`);
    return value;
  }

  key(index: number, name: string): PublicKey {
    return publicKey(this.#values[index], name);
  }

  /** One entry of a list. */
  entryKey(index: number, at: number): PublicKey {
    const list = this.#values[index];
    return publicKey(Array.isArray(list) ? list[at] : undefined, 'an entry of the list');
  }

  whole(index: number, name: string): number {
    return wholeNumber(this.#values[index], name);
  }

  list(index: number, name: string, most: number): unknown[] {
    const value = this.#values[index];
    if (!Array.isArray(value)) throw invalidParams(`${name} must be an array`);
    if (value.length > most)
      throw invalidParams(`${name} has ${value.length} entries, at most ${most} are taken`);
    return value;
  }

  /** The configuration object at the end; empty where there is none. */
  options(index: number): Options {
    const value = this.#values[index];
    if (value === undefined || value === null) return new Options({});
    if (typeof value !== 'object' || Array.isArray(value))
      throw invalidParams('the configuration must be an object');
    return new Options(value as Record<string, unknown>);
  }
}

/** A configuration object of a call. */
export class Options {
  constructor(readonly values: Record<string, unknown>) {}

  choice<T extends string>(name: string, choices: readonly T[], preset: T): T {
    const value = this.values[name];
    if (value === undefined || value === null) return preset;
    if (!choices.includes(value as T)) throw invalidParams(`${name} must be one of ${choices.join(', ')}`);
    return value as T;
  }

  flag(name: string): boolean {
    const value = this.values[name];
    if (value === undefined || value === null) return false;
    if (typeof value !== 'boolean') throw invalidParams(`${name} must be true or false`);
    return value;
  }

  whole(name: string): number | undefined {
    const value = this.values[name];
    return value === undefined || value === null ? undefined : wholeNumber(value, name);
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw invalidParams(`${name} must be a string`);
    return value;
  }

  object(name: string): Options | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) throw invalidParams(`${name} must be an object`);
    return new Options(value as Record<string, unknown>);
  }

  list(name: string): unknown[] | undefined {
    const value = this.values[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw invalidParams(`${name} must be an array`);
    return value;
  }

  /** `finalized` unless told otherwise, as on a cluster. */
  commitment(): Commitment {
    return this.choice('commitment', ['processed', 'confirmed', 'finalized'], 'finalized');
  }

  /** @throws RpcError where the node is behind `minContextSlot`, or the commitment is none */
  requireSlot(slot: number): void {
    this.commitment();
    const least = this.whole('minContextSlot');
    if (least === undefined || least <= slot) return;
    throw new RpcError(RpcCode.minContextSlot, 'Minimum context slot has not been reached', {
      contextSlot: slot,
    });
  }
}

export function publicKey(value: unknown, name: string): PublicKey {
  try {
    if (typeof value === 'string') return new PublicKey(value);
  } catch (error) {
    throw invalidParams(`${name} must be a base58 address of 32 bytes: ${(error as Error).message}`);
  }
  throw invalidParams(`${name} must be a base58 address`);
}

function wholeNumber(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw invalidParams(`${name} must be a whole number`);
}
