import {
  PublicKey as Key,
  type PublicKey,
  type TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { file } from './arguments.js';
import { CliError } from './errors.js';

/** One instruction as text that `approval request` and `tx preview` take: an unsigned transaction, base64. */
export function encodeCall(instruction: TransactionInstruction, payerKey: PublicKey): string {
  const recentBlockhash = Key.default.toBase58();
  const message = new TransactionMessage({ payerKey, recentBlockhash, instructions: [instruction] });
  return Buffer.from(new VersionedTransaction(message.compileToV0Message()).serialize()).toString('base64');
}

/** @param given base64, or @FILE with it @throws CliError `TransactionMalformed` */
export function decodeTransaction(given: string): VersionedTransaction {
  const text = given.startsWith('@') ? file(given.slice(1), 'the transaction').toString('utf8') : given;
  const compact = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+=*$/.test(compact)) throw malformed('it is not base64');
  try {
    return VersionedTransaction.deserialize(Buffer.from(compact, 'base64'));
  } catch (error) {
    throw malformed((error as Error).message);
  }
}

/** The one instruction of `program` in a transaction. @throws CliError `TransactionMalformed` */
export function decodeCall(given: string, program: PublicKey): TransactionInstruction {
  const { message } = decodeTransaction(given);
  const own = TransactionMessage.decompile(message).instructions.filter(({ programId }) =>
    programId.equals(program),
  );
  const [instruction] = own;
  if (instruction !== undefined && own.length === 1) return instruction;
  throw malformed(
    `it holds ${own.length} instructions of ${program.toBase58()}, and one is approved at a time`,
  );
}

export function malformed(why: string): CliError {
  return new CliError('TransactionMalformed', `this is no such transaction: ${why}`);
}
