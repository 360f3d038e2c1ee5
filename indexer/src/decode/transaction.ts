import { fromBase58 } from './base58.js';
import { type RawTransaction, TransactionUnreadable } from './raw.js';

/** An instruction that ran, top-level or inside another. */
export interface Instruction {
  /** base58 */
  programId: string;
  /** base58 */
  accounts: string[];
  /** decoded at the first look */
  readonly data: Uint8Array;
  /** index of the top-level instruction it ran under */
  outerIndex: number;
  /** index among what ran inside that one; -1 for itself */
  innerIndex: number;
}

/** A transaction that landed, and all that ran in it, in order. */
export interface Transaction {
  /** base58 */
  signature: string;
  slot: number;
  /** index within its block; null where the source did not tell */
  position: number | null;
  /** Unix seconds */
  blockTime: number | null;
  /** It was charged, and did nothing else. */
  failed: boolean;
  instructions: Instruction[];
}

type Compiled = RawTransaction['transaction']['message']['instructions'][number];

/** @throws TransactionUnreadable */
export function transactionOf(raw: RawTransaction): Transaction {
  const { meta, transaction, slot } = raw;
  const { message, signatures } = transaction;
  const { writable = [], readonly = [] } = meta.loadedAddresses ?? {};
  const keys = [...message.accountKeys, ...writable, ...readonly];
  const key = (at: number): string => {
    const found = keys[at];
    if (found === undefined) throw new TransactionUnreadable('Malformed', `there is no account ${at}`);
    return found;
  };
  const read = (compiled: Compiled, outerIndex: number, innerIndex: number): Instruction => {
    let data: Uint8Array | null = null;
    return {
      programId: key(compiled.programIdIndex),
      accounts: compiled.accounts.map(key),
      get data() {
        data ??= fromBase58(compiled.data);
        return data;
      },
      outerIndex,
      innerIndex,
    };
  };
  const inside = new Map<number, Compiled[]>();
  for (const { index, instructions } of meta.innerInstructions) {
    inside.set(index, [...(inside.get(index) ?? []), ...instructions]);
  }
  return {
    signature: signatures[0] as string,
    slot,
    position: raw.indexWithinBlock ?? null,
    blockTime: raw.blockTime ?? null,
    failed: meta.err !== null && meta.err !== undefined,
    instructions: message.instructions.flatMap((outer, outerIndex) => [
      read(outer, outerIndex, -1),
      ...(inside.get(outerIndex) ?? []).map((compiled, at) => read(compiled, outerIndex, at)),
    ]),
  };
}
