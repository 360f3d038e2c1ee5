import type {
  Connection,
  SignatureStatus,
  TransactionInstruction,
  VersionedTransaction,
} from '@solana/web3.js';
import type { TransactionOutcome } from '../chain.js';
import { transactionFailed } from '../transactions/failures.js';
import {
  type BuildOptions,
  buildTransaction,
  compileTransaction,
  signatureOf,
} from '../transactions/transactions.js';
import { SendAborted, TransactionExpired } from './errors.js';
import { readLogs, readOutcome } from './outcome.js';

/** Where a transaction is on its way. */
export type SendStatus = 'simulating' | 'signing' | 'sent' | 'confirmed' | 'expired';

export interface RpcSendOptions extends BuildOptions {
  /** Told of each step, with the signature once there is one. */
  onStatus?: (status: SendStatus, signature?: string) => void;
  /** Stops waiting; a transaction that was sent may still land. */
  signal?: AbortSignal;
}

export interface SenderOptions {
  /** Milliseconds between two looks at the status. */
  pollEvery?: number;
  /** Milliseconds after which the same bytes are sent again. */
  resendEvery?: number;
}

/** Compute units more than the simulation used, in percent, where a price is paid for the limit. */
const MARGIN = 10;

/**
 * Sends one transaction: simulated first, signed once, and its very bytes sent again until it has landed or
 * can no longer land. It is never signed anew while it might land, so it runs once at most.
 * @throws TransactionFailed, ProgramError: nothing was charged when the simulation says so, else the fee alone
 * @throws TransactionExpired: it never landed; SendAborted; OutcomeUnknown: it landed, and the node does not
 *   tell what it did; WalletChangedTransaction; what the connection throws before anything was sent, not after
 */
export async function sendTransaction(
  connection: Connection,
  instructions: TransactionInstruction[],
  options: RpcSendOptions,
  { pollEvery = 400, resendEvery = 2_000 }: SenderOptions = {},
): Promise<TransactionOutcome> {
  const { onStatus, signal } = options;
  signal?.throwIfAborted();
  onStatus?.('simulating');
  const { blockhash, lastValidBlockHeight } = await connection.getLatestBlockhash('confirmed');
  const budget = await withLimit(connection, instructions, options, blockhash);
  onStatus?.('signing');
  const transaction = await buildTransaction(instructions, budget, blockhash);
  await simulate(connection, transaction, true);
  signal?.throwIfAborted();

  const raw = transaction.serialize();
  const signature = signatureOf(transaction);
  let sentAt = Number.NEGATIVE_INFINITY;
  let lastProblem: unknown;
  for (;;) {
    if (Date.now() - sentAt >= resendEvery) {
      // said before it leaves: from here on it may land, whatever becomes of the answer
      if (sentAt < 0) onStatus?.('sent', signature);
      try {
        await connection.sendRawTransaction(raw, { skipPreflight: true, maxRetries: 0 });
      } catch (error) {
        // whether it arrived is not known: its status tells, and the same bytes do no harm
        lastProblem = error;
      }
      sentAt = Date.now();
    }
    let standing: SignatureStatus | 'on its way' | 'over' = 'on its way';
    try {
      standing = await standingOf(connection, signature, lastValidBlockHeight);
    } catch (error) {
      // it was sent: what the node does not answer now it may answer later
      lastProblem = error;
    }
    if (standing === 'over') {
      onStatus?.('expired', signature);
      throw new TransactionExpired(signature, { cause: lastProblem });
    }
    if (standing !== 'on its way') {
      if (standing.err !== null) throw transactionFailed(standing.err, await readLogs(connection, signature));
      onStatus?.('confirmed', signature);
      return readOutcome(connection, signature, transaction);
    }
    if (signal?.aborted) throw new SendAborted(signature, { cause: signal.reason });
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
}

/** A price without a limit would be paid for the runtime's default: the simulation tells what is needed. */
async function withLimit(
  connection: Connection,
  instructions: TransactionInstruction[],
  options: BuildOptions,
  blockhash: string,
): Promise<BuildOptions> {
  if (options.priorityFee === undefined || options.computeUnitLimit !== undefined) return options;
  const most = { ...options, computeUnitLimit: 1_400_000 };
  const used = await simulate(connection, compileTransaction(instructions, most, blockhash), false);
  return { ...options, computeUnitLimit: Math.ceil((used * (100 + MARGIN)) / 100) };
}

/** @returns compute units used @throws TransactionFailed */
async function simulate(
  connection: Connection,
  transaction: VersionedTransaction,
  sigVerify: boolean,
): Promise<number> {
  const { value } = await connection.simulateTransaction(transaction, { sigVerify, commitment: 'confirmed' });
  if (value.err !== null) throw transactionFailed(value.err, value.logs ?? []);
  return value.unitsConsumed ?? 0;
}

/** Its status once it has landed; over when it has not and no longer can. */
async function standingOf(
  connection: Connection,
  signature: string,
  lastValidBlockHeight: number,
): Promise<SignatureStatus | 'on its way' | 'over'> {
  const status = await statusOf(connection, signature);
  if (status !== null) return status;
  if (!(await isOver(connection, lastValidBlockHeight))) return 'on its way';
  // it may have landed in the last block it was good for
  return (await statusOf(connection, signature)) ?? 'over';
}

/** null where it has not landed as far as this node knows, or is only processed. */
async function statusOf(connection: Connection, signature: string): Promise<SignatureStatus | null> {
  const { value } = await connection.getSignatureStatus(signature);
  if (value === null) return null;
  return value.confirmationStatus === 'processed' ? null : value;
}

async function isOver(connection: Connection, lastValidBlockHeight: number): Promise<boolean> {
  return (await connection.getBlockHeight('confirmed')) > lastValidBlockHeight;
}
