import type { AccountState } from '@agent-labs/sdk';
import { AddressLookupTableAccount, type PublicKey, type VersionedMessage } from '@solana/web3.js';

/** Addresses that a message takes from lookup tables. */
export interface Loaded {
  writable: PublicKey[];
  readonly: PublicKey[];
}

/** null where a table or an index is not there; the runtime then says which. */
export function lookUp(
  message: VersionedMessage,
  read: (at: PublicKey) => AccountState | null,
): Loaded | null {
  const loaded: Loaded = { writable: [], readonly: [] };
  for (const { accountKey, writableIndexes, readonlyIndexes } of message.addressTableLookups) {
    const table = read(accountKey);
    if (table === null) return null;
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
