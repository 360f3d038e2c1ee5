import type { TransactionOutcome } from '@agent-labs/sdk';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { Sending } from '../context.js';
import { CliError, EXIT } from '../errors.js';
import { Lamports, type ShownRecord } from '../values.js';

/** A transaction as commands tell it. */
export function shownOutcome({ signature, slot, fee, computeUnits }: TransactionOutcome): ShownRecord {
  return { signature, slot, fee: new Lamports(fee), computeUnits };
}

/** Every transaction that this run accounts for. */
export function shownTransactions({ sender }: Pick<Sending, 'sender'>): ShownRecord {
  return { transactions: sender.outcomes.map(shownOutcome) };
}

/** Sends what the wallet alone signs. */
export async function sendOne(
  { sender, wallet }: Pick<Sending, 'sender' | 'wallet'>,
  ...instructions: TransactionInstruction[]
): Promise<void> {
  await sender.send(instructions, { payer: wallet });
}

/** @throws CliError `NotFound` for what is not on the chain */
export function found<T>(account: T | null, what: string, at: PublicKey): T {
  if (account !== null) return account;
  const next = 'check the address, and that --url is the cluster you mean';
  throw new CliError('NotFound', `there is no ${what} at ${at.toBase58()}`, EXIT.refused, next);
}

/** Collects an option that may be given several times. */
export function several(value: string, before: string[] = []): string[] {
  return [...before, value];
}
