import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { type SendOptions, TransactionFailed } from '@agent-labs/sdk';
import { getBase58Decoder } from '@solana/kit';
import {
  AddressLookupTableAccount,
  ComputeBudgetProgram,
  PACKET_DATA_SIZE,
  type PublicKey,
  type Signer,
  type TransactionInstruction,
  TransactionMessage,
  type VersionedMessage,
  VersionedTransaction,
} from '@solana/web3.js';

const base58 = getBase58Decoder();
const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;
/** Before the 32 bytes of an Ed25519 seed in PKCS #8. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A signed v0 transaction. A compute unit limit becomes the last instruction, so that the others keep the
 * indices their caller gave them.
 * @throws TransactionFailed when it is larger than a packet
 * @throws Error when a given signer is not one the instructions ask for
 */
export function buildTransaction(
  instructions: TransactionInstruction[],
  options: SendOptions,
  recentBlockhash: string,
): VersionedTransaction {
  const { payer, signers = [], lookupTables = [], computeUnitLimit } = options;
  const message = new TransactionMessage({
    payerKey: payer.publicKey,
    recentBlockhash,
    instructions:
      computeUnitLimit === undefined
        ? instructions
        : [...instructions, ComputeBudgetProgram.setComputeUnitLimit({ units: computeUnitLimit })],
  }).compileToV0Message(lookupTables);
  assertFits(message);
  const transaction = new VersionedTransaction(message);
  const bytes = message.serialize();
  for (const signer of [payer, ...signers]) {
    const index = message.staticAccountKeys.findIndex((key) => key.equals(signer.publicKey));
    if (index < 0 || index >= message.header.numRequiredSignatures) {
      throw new Error(`${signer.publicKey.toBase58()} signs, but no instruction asks for it`);
    }
    transaction.signatures[index] = sign(null, bytes, privateKey(signer));
  }
  return transaction;
}

// node:crypto signs many times faster than web3.js, but wants a key object, which is slow to make.
const privateKeys = new WeakMap<Signer, KeyObject>();

function privateKey(signer: Signer): KeyObject {
  const known = privateKeys.get(signer);
  if (known !== undefined) return known;
  const der = Buffer.concat([PKCS8_PREFIX, signer.secretKey.subarray(0, 32)]);
  const made = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  privateKeys.set(signer, made);
  return made;
}

/** Size on the wire of a transaction with this message, bytes; computed, since web3.js cannot serialize a message larger than a packet. */
export function transactionSize(message: VersionedMessage): number {
  const signatures = message.header.numRequiredSignatures;
  const keys = message.staticAccountKeys.length;
  let size = lengthPrefix(signatures) + signatures * SIGNATURE_BYTES;
  size += 3 + lengthPrefix(keys) + keys * KEY_BYTES + KEY_BYTES;
  size += lengthPrefix(message.compiledInstructions.length);
  for (const { accountKeyIndexes: accounts, data } of message.compiledInstructions) {
    size += 1 + lengthPrefix(accounts.length) + accounts.length + lengthPrefix(data.length) + data.length;
  }
  if (message.version === 'legacy') return size;
  size += 1 + lengthPrefix(message.addressTableLookups.length);
  for (const { writableIndexes, readonlyIndexes } of message.addressTableLookups) {
    size += KEY_BYTES;
    for (const indexes of [writableIndexes, readonlyIndexes]) {
      size += lengthPrefix(indexes.length) + indexes.length;
    }
  }
  return size;
}

/** Bytes of a compact-u16. */
function lengthPrefix(length: number): number {
  if (length < 0x80) return 1;
  return length < 0x4000 ? 2 : 3;
}

/**
 * The local runtimes take a transaction of any size, a cluster takes one packet.
 * @throws TransactionFailed when the transaction is larger
 */
export function assertFits(message: VersionedMessage): void {
  const size = transactionSize(message);
  if (size <= PACKET_DATA_SIZE) return;
  const refusal = `transaction refused: too large: ${size} bytes, a packet holds ${PACKET_DATA_SIZE}`;
  throw new TransactionFailed(refusal, null, null, []);
}

/** @throws TransactionFailed naming the first key whose signature is missing */
export function assertSigned(transaction: VersionedTransaction): void {
  const { header, staticAccountKeys } = transaction.message;
  for (const [index, key] of staticAccountKeys.slice(0, header.numRequiredSignatures).entries()) {
    if (transaction.signatures[index]?.some((byte) => byte !== 0)) continue;
    const refusal = `transaction refused: SignatureFailure: no signature of ${key.toBase58()}`;
    throw new TransactionFailed(refusal, null, null, []);
  }
}

/** What a transaction is known by: its first signature, base58. @throws TransactionFailed when there is none */
export function signatureOf(transaction: VersionedTransaction): string {
  const [signature] = transaction.signatures;
  if (signature === undefined) throw new TransactionFailed('transaction refused: unsigned', null, null, []);
  return base58.decode(signature);
}

/** The addresses a transaction takes from lookup tables, in the order the runtime numbers them. */
export interface LoadedAddresses {
  writable: PublicKey[];
  readonly: PublicKey[];
}

/**
 * Looks up what a message takes from lookup tables.
 * @param tableData data of the table account at an address
 * @throws Error when a table is shorter than an index asks
 */
export async function loadAddresses(
  message: VersionedMessage,
  tableData: (table: PublicKey) => Promise<Uint8Array>,
): Promise<LoadedAddresses> {
  const loaded: LoadedAddresses = { writable: [], readonly: [] };
  for (const { accountKey, writableIndexes, readonlyIndexes } of message.addressTableLookups) {
    const { addresses } = AddressLookupTableAccount.deserialize(await tableData(accountKey));
    const pick = (index: number): PublicKey => {
      const address = addresses[index];
      if (address === undefined) throw new Error(`${accountKey.toBase58()} has no address ${index}`);
      return address;
    };
    loaded.writable.push(...writableIndexes.map(pick));
    loaded.readonly.push(...readonlyIndexes.map(pick));
  }
  return loaded;
}
