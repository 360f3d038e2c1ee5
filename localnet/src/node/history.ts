import { PublicKey, VersionedTransaction } from '@solana/web3.js';
import { Line } from './line.js';
import type { TransactionRecord } from './records.js';

/** Transactions remembered; older ones are told of no more, as by a cluster's node without an archive. */
export const HISTORY = 50_000;

/** The latest transactions, by signature, by address and by slot. */
export class History {
  readonly #all = new Line<TransactionRecord>();
  readonly #bySignature = new Map<string, TransactionRecord>();
  readonly #byAddress = new Map<string, Line<TransactionRecord>>();
  readonly #bySlot = new Map<number, Line<TransactionRecord>>();

  add(record: TransactionRecord): void {
    this.#all.push(record);
    this.#bySignature.set(record.signature, record);
    push(this.#bySlot, record.slot, record);
    for (const address of addressesOf(record)) push(this.#byAddress, address, record);
    if (this.#all.length > HISTORY) this.#forgetOldest();
  }

  get(signature: string): TransactionRecord | null {
    return this.#bySignature.get(signature) ?? null;
  }

  get size(): number {
    return this.#all.length;
  }

  /** The first slot of which nothing can be forgotten; 0 while fewer are remembered than may be. */
  get firstWholeSlot(): number {
    const { first } = this.#all;
    return first === undefined || this.size < HISTORY ? 0 : first.slot + 1;
  }

  /** Of one block, in order. */
  inSlot(slot: number): TransactionRecord[] {
    return this.#bySlot.get(slot)?.toArray() ?? [];
  }

  /** Those that name an address, oldest first. */
  of(address: string): TransactionRecord[] {
    return this.#byAddress.get(address)?.toArray() ?? [];
  }

  /** The oldest of all is the first in each list that it is in. */
  #forgetOldest(): void {
    const record = this.#all.shift();
    if (record === undefined) return;
    this.#bySignature.delete(record.signature);
    shift(this.#bySlot, record.slot);
    for (const address of addressesOf(record)) shift(this.#byAddress, address);
  }
}

function push<K>(map: Map<K, Line<TransactionRecord>>, key: K, record: TransactionRecord): void {
  let line = map.get(key);
  if (line === undefined) {
    line = new Line();
    map.set(key, line);
  }
  line.push(record);
}

function shift<K>(map: Map<K, Line<TransactionRecord>>, key: K): void {
  const line = map.get(key);
  line?.shift();
  if (line?.length === 0) map.delete(key);
}

/** Every address a transaction names, looked-up ones too, base58. */
export function addressesOf({ raw, loaded }: TransactionRecord): string[] {
  const { message } = VersionedTransaction.deserialize(raw);
  const keys = message.staticAccountKeys.map((key) => key.toBase58());
  return [...new Set([...keys, ...loaded.writable, ...loaded.readonly])];
}

/** In the order that instruction indices count: static ones, loaded writable, loaded read-only. */
export function accountKeys({ raw, loaded }: TransactionRecord): PublicKey[] {
  const { message } = VersionedTransaction.deserialize(raw);
  const more = [...loaded.writable, ...loaded.readonly].map((key) => new PublicKey(key));
  return [...message.staticAccountKeys, ...more];
}
