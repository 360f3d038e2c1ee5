import { PublicKey, VersionedTransaction } from '@solana/web3.js';
import type { TransactionRecord } from './records.js';

/** Transactions remembered; older ones are told of no more, as by a cluster's node without an archive. */
export const HISTORY = 50_000;

/** The latest transactions, by signature, by address and by slot. */
export class History {
  readonly #bySignature = new Map<string, TransactionRecord>();
  readonly #byAddress = new Map<string, TransactionRecord[]>();
  readonly #bySlot = new Map<number, TransactionRecord[]>();

  add(record: TransactionRecord): void {
    this.#bySignature.set(record.signature, record);
    push(this.#bySlot, record.slot, record);
    for (const address of addressesOf(record)) push(this.#byAddress, address, record);
    if (this.#bySignature.size <= HISTORY) return;
    const [oldest] = this.#bySignature.values();
    if (oldest !== undefined) this.#forget(oldest);
  }

  get(signature: string): TransactionRecord | null {
    return this.#bySignature.get(signature) ?? null;
  }

  get size(): number {
    return this.#bySignature.size;
  }

  /** Of one block, in order. */
  inSlot(slot: number): readonly TransactionRecord[] {
    return this.#bySlot.get(slot) ?? [];
  }

  /** Slots with transactions, oldest first. */
  slots(): number[] {
    return [...this.#bySlot.keys()];
  }

  /** Those that name an address, oldest first. */
  of(address: string): readonly TransactionRecord[] {
    return this.#byAddress.get(address) ?? [];
  }

  /** All, oldest first. */
  all(): IterableIterator<TransactionRecord> {
    return this.#bySignature.values();
  }

  #forget(record: TransactionRecord): void {
    this.#bySignature.delete(record.signature);
    drop(this.#bySlot, record.slot, record);
    for (const address of addressesOf(record)) drop(this.#byAddress, address, record);
  }
}

function push<K>(map: Map<K, TransactionRecord[]>, key: K, record: TransactionRecord): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [record]);
  else list.push(record);
}

function drop<K>(map: Map<K, TransactionRecord[]>, key: K, record: TransactionRecord): void {
  const rest = map.get(key)?.filter((one) => one !== record) ?? [];
  if (rest.length === 0) map.delete(key);
  else map.set(key, rest);
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
