import { utils } from '@coral-xyz/anchor';
import {
  AddressLookupTableAccount,
  ComputeBudgetProgram,
  PACKET_DATA_SIZE,
  type PublicKey,
  type TransactionInstruction,
  TransactionMessage,
  type VersionedMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { type SendOptions, TransactionFailed } from '../chain.js';
import { signTransaction } from './signers.js';

const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;

/** What `buildTransaction` takes, and what only a cluster's transactions carry. */
export interface BuildOptions extends SendOptions {
  /** micro-lamports a compute unit; none without it */
  priorityFee?: bigint;
}

/**
 * A signed v0 transaction. Compute unit limit and price become the last instructions, so that the others keep
 * the indices their caller gave them.
 * @throws TransactionFailed when it is larger than a packet
 * @throws WalletChangedTransaction when a wallet signs something else
 * @throws Error when a given signer is not one the instructions ask for
 */
export async function buildTransaction(
  instructions: TransactionInstruction[],
  options: BuildOptions,
  recentBlockhash: string,
): Promise<VersionedTransaction> {
  const { payer, signers = [] } = options;
  return signTransaction(compileTransaction(instructions, options, recentBlockhash), [payer, ...signers]);
}

/** The same without signatures. @throws TransactionFailed when it is larger than a packet */
export function compileTransaction(
  instructions: TransactionInstruction[],
  { payer, lookupTables = [], computeUnitLimit, priorityFee }: BuildOptions,
  recentBlockhash: string,
): VersionedTransaction {
  const budget: TransactionInstruction[] = [];
  if (computeUnitLimit !== undefined) {
    budget.push(ComputeBudgetProgram.setComputeUnitLimit({ units: computeUnitLimit }));
  }
  if (priorityFee !== undefined) {
    budget.push(ComputeBudgetProgram.setComputeUnitPrice({ microLamports: priorityFee }));
  }
  const message = new TransactionMessage({
    payerKey: payer.publicKey,
    recentBlockhash,
    instructions: [...instructions, ...budget],
  }).compileToV0Message(lookupTables);
  assertFits(message);
  return new VersionedTransaction(message);
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
  return utils.bytes.bs58.encode(signature);
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
