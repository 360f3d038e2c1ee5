import {
  AddressLookupTableAccount,
  AddressLookupTableProgram,
  type PublicKey,
  type TransactionInstruction,
} from '@solana/web3.js';
import type { Chain } from '../chain.js';
import { AccountMismatch } from '../rpc/errors.js';
import type { TransactionSigner } from './signers.js';

/** Addresses that one extension adds, so that it fits a packet beside the table's making. */
const PER_EXTENSION = 25;
/** Addresses that a table takes. */
const MOST_ADDRESSES = 256;
/** Slots until a deactivated table can be closed: as many as the chain remembers hashes of. */
const COOLING_SLOTS = 513n;
const ACTIVE = 2n ** 64n - 1n;
/** Milliseconds between two looks at the slot. */
const LOOK_EVERY = 200;

export interface LookupTableOptions {
  /** Waits a little for the chain to move on; about half a slot without it. */
  wait?: () => Promise<void>;
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY));

/**
 * The lookup table at an address; null where there is none, or one that was deactivated.
 * @throws AccountMismatch where another account is there; what reading throws
 */
export async function readLookupTable(
  chain: Pick<Chain, 'getAccount'>,
  key: PublicKey,
): Promise<AddressLookupTableAccount | null> {
  const table = await anyTable(chain, key);
  return table?.state.deactivationSlot === ACTIVE ? table : null;
}

async function anyTable(
  chain: Pick<Chain, 'getAccount'>,
  key: PublicKey,
): Promise<AddressLookupTableAccount | null> {
  const account = await chain.getAccount(key);
  if (account === null) return null;
  if (!account.owner.equals(AddressLookupTableProgram.programId)) {
    throw new AccountMismatch(`${key.toBase58()} is not a lookup table`);
  }
  return new AddressLookupTableAccount({ key, state: AddressLookupTableAccount.deserialize(account.data) });
}

/**
 * A lookup table with all these addresses, ready for use: the known one, with what it lacks added, or a new one.
 * Only additions cost anything; a new table's rent comes back by {@link retireLookupTable}.
 * @param authority owns the table, and pays for it
 * @throws AccountMismatch where the known one is gone, deactivated, or somebody else's; RangeError with more than
 *   256 addresses in all; what sending throws
 */
export async function ensureLookupTable(
  chain: Chain,
  authority: TransactionSigner,
  addresses: readonly PublicKey[],
  known?: PublicKey,
  { wait = pause }: LookupTableOptions = {},
): Promise<AddressLookupTableAccount> {
  const has = known === undefined ? [] : (await ownTable(chain, authority, known)).state.addresses;
  const there = new Set(has.map((address) => address.toBase58()));
  const missing = [...new Map(addresses.map((address) => [address.toBase58(), address])).values()].filter(
    (address) => !there.has(address.toBase58()),
  );
  if (has.length + missing.length > MOST_ADDRESSES) {
    throw new RangeError(
      `a lookup table takes ${MOST_ADDRESSES} addresses, not ${has.length + missing.length}`,
    );
  }
  const [owner, payer] = [authority.publicKey, authority.publicKey];
  let key = known;
  const making: TransactionInstruction[] = [];
  if (key === undefined) {
    const recentSlot = (await chain.slot()) - 1n;
    const [create, address] = AddressLookupTableProgram.createLookupTable({
      authority: owner,
      payer,
      recentSlot,
    });
    making.push(create);
    key = address;
  }
  for (let at = 0; at < missing.length; at += PER_EXTENSION) {
    const part = missing.slice(at, at + PER_EXTENSION);
    making.push(
      AddressLookupTableProgram.extendLookupTable({
        lookupTable: key,
        authority: owner,
        payer,
        addresses: part,
      }),
    );
    await chain.send(making.splice(0), { payer: authority });
  }
  if (making.length > 0) await chain.send(making, { payer: authority });
  const table = await ownTable(chain, authority, key);
  // what a slot added can be used from the next one on
  while ((await chain.slot()) <= BigInt(table.state.lastExtendedSlot)) await wait();
  return table;
}

async function ownTable(
  chain: Chain,
  authority: TransactionSigner,
  key: PublicKey,
): Promise<AddressLookupTableAccount> {
  const table = await readLookupTable(chain, key);
  if (table === null) throw new AccountMismatch(`there is no active lookup table at ${key.toBase58()}`);
  if (!table.state.authority?.equals(authority.publicKey)) {
    throw new AccountMismatch(`the lookup table ${key.toBase58()} is somebody else's`);
  }
  return table;
}

/**
 * Ends a lookup table, in two steps at least 513 slots apart: deactivated at the first call, closed at a later one,
 * when its rent goes to the authority. Call it until it says `closed`.
 * @throws AccountMismatch where another account is there; what sending throws
 */
export async function retireLookupTable(
  chain: Chain,
  authority: TransactionSigner,
  key: PublicKey,
): Promise<'cooling' | 'closed'> {
  const table = await anyTable(chain, key);
  if (table === null) return 'closed';
  const named = { lookupTable: key, authority: authority.publicKey };
  const { deactivationSlot } = table.state;
  if (deactivationSlot === ACTIVE) {
    await chain.send([AddressLookupTableProgram.deactivateLookupTable(named)], { payer: authority });
    return 'cooling';
  }
  if ((await chain.slot()) < deactivationSlot + COOLING_SLOTS) return 'cooling';
  const close = AddressLookupTableProgram.closeLookupTable({ ...named, recipient: authority.publicKey });
  await chain.send([close], { payer: authority });
  return 'closed';
}
