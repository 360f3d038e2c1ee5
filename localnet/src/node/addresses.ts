import type { AccountState } from '@agent-labs/sdk';
import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  type PublicKey,
  type VersionedMessage,
} from '@solana/web3.js';

/** Bytes of a lookup table before its addresses; its first four are the kind of account. */
const TABLE_HEADER = 56;
const TABLE = 1;

/** Addresses that a message takes from lookup tables. */
export interface Loaded {
  writable: PublicKey[];
  readonly: PublicKey[];
}

/** null where a table or an index is not there, or an account is no table; the runtime then says which. */
export function lookUp(
  message: VersionedMessage,
  read: (at: PublicKey) => AccountState | null,
): Loaded | null {
  const loaded: Loaded = { writable: [], readonly: [] };
  for (const { accountKey, writableIndexes, readonlyIndexes } of message.addressTableLookups) {
    const table = read(accountKey);
    if (table === null || !isTable(table)) return null;
    const { addresses } = AddressLookupTableAccount.deserialize(table.data);
    for (const [into, indexes] of [
      [loaded.writable, writableIndexes],
      [loaded.readonly, readonlyIndexes],
    ] as const) {
      for (const index of indexes) {
        const address = addresses[index];
        if (address === undefined) return null;
        into.push(address);
      }
    }
  }
  return loaded;
}

function isTable({ owner, data }: AccountState): boolean {
  const kind = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return (
    owner.equals(AddressLookupTableProgram.programId) &&
    data.length >= TABLE_HEADER &&
    (data.length - TABLE_HEADER) % 32 === 0 &&
    kind.getUint32(0, true) === TABLE
  );
}
