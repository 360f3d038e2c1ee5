import type { AccountState } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { RuntimeInner } from '../runtime.js';

/** A token balance before or after a transaction. */
export interface TokenBalance {
  accountIndex: number;
  mint: string;
  owner: string;
  programId: string;
  amount: string;
  decimals: number;
}

/** A transaction that was charged, and all that is told of it afterwards. */
export interface TransactionRecord {
  /** base58 */
  signature: string;
  slot: number;
  /** Unix seconds */
  blockTime: number;
  /** index within its block */
  index: number;
  /** as it came over the wire */
  raw: Uint8Array;
  /** Rust's debug form; null where it succeeded */
  error: string | null;
  logs: string[];
  computeUnits: number;
  /** lamports */
  fee: number;
  inner: RuntimeInner[];
  /** addresses from lookup tables, base58 */
  loaded: { writable: string[]; readonly: string[] };
  /** lamports of every account, in the transaction's order */
  preBalances: number[];
  postBalances: number[];
  preTokens: TokenBalance[];
  postTokens: TokenBalance[];
  returnData: { programId: string; data: string } | null;
}

/** An account as a journal holds it: address, lamports, owner, data in base64, executable. */
export type StoredAccount = [string, string, string, string, 0 | 1];

export function storeAccount(at: string, { lamports, owner, data, executable }: AccountState): StoredAccount {
  const base64 = Buffer.from(data).toString('base64');
  return [at, lamports.toString(), owner.toBase58(), base64, executable ? 1 : 0];
}

export function unstoreAccount([at, lamports, owner, data, executable]: StoredAccount): [
  PublicKey,
  AccountState,
] {
  return [
    new PublicKey(at),
    {
      lamports: BigInt(lamports),
      owner: new PublicKey(owner),
      data: Uint8Array.from(Buffer.from(data, 'base64')),
      executable: executable === 1,
    },
  ];
}

/** Bytes become base64 in a journal. */
export type StoredRecord = Omit<TransactionRecord, 'raw' | 'inner'> & {
  raw: string;
  inner: (Omit<RuntimeInner, 'data'> & { data: string })[];
};

export function storeRecord(record: TransactionRecord): StoredRecord {
  return {
    ...record,
    raw: Buffer.from(record.raw).toString('base64'),
    inner: record.inner.map((one) => ({ ...one, data: Buffer.from(one.data).toString('base64') })),
  };
}

export function unstoreRecord(record: StoredRecord): TransactionRecord {
  return {
    ...record,
    raw: Uint8Array.from(Buffer.from(record.raw, 'base64')),
    inner: record.inner.map((one) => ({ ...one, data: Uint8Array.from(Buffer.from(one.data, 'base64')) })),
  };
}
