import { type AccountInfo, type Connection, PublicKey, type VersionedTransaction } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { AccountState } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  type AccountEffect,
  type EffectProblem,
  effectProblems,
  effectsOf,
  type SimulatedAccount,
} from '../preview/effects.js';
import { previewMessage, type TransactionPreview } from '../preview/preview.js';
import { transactionFailed } from '../transactions/failures.js';

/** A transaction in words, with what a node's simulation says that it changes. */
export interface TransactionReview {
  preview: TransactionPreview;
  effects: AccountEffect[];
  /** where the simulation is not what the bytes say: sign none that has any */
  problems: EffectProblem[];
  /** lamports; null where the node does not tell */
  fee: bigint | null;
  computeUnits: bigint;
}

/**
 * Simulates a transaction, signed or not, and tells it with what changes by it. Nothing is sent.
 * @param wallet whose accounts are held against what the bytes say
 * @throws TransactionFailed, ProgramError where the simulation fails; what the connection throws
 */
export async function reviewTransaction(
  connection: Connection,
  deployment: Deployment,
  transaction: VersionedTransaction,
  wallet: PublicKey,
): Promise<TransactionReview> {
  const { message } = transaction;
  const addresses = message.staticAccountKeys.filter((_, index) => message.isAccountWritable(index));
  const [before, simulated, fee] = await Promise.all([
    connection.getMultipleAccountsInfo(addresses),
    connection.simulateTransaction(transaction, {
      sigVerify: false,
      commitment: 'confirmed',
      accounts: { encoding: 'base64', addresses: addresses.map((key) => key.toBase58()) },
    }),
    connection.getFeeForMessage(message, 'confirmed'),
  ]);
  const { err, logs, accounts, unitsConsumed } = simulated.value;
  if (err !== null) throw transactionFailed(err, logs ?? []);
  const preview = previewMessage(deployment, message);
  const touched = addresses.map((address, at): SimulatedAccount => {
    const after = accounts?.[at];
    return { address, before: stateOf(before[at] ?? null), after: after ? simulatedState(after) : null };
  });
  const effects = effectsOf(touched);
  return {
    preview,
    effects,
    problems: effectProblems(preview, effects, wallet),
    fee: fee.value === null ? null : BigInt(fee.value),
    computeUnits: BigInt(unitsConsumed ?? 0),
  };
}

function stateOf(info: AccountInfo<Uint8Array> | null): AccountState | null {
  if (info === null) return null;
  const { lamports, owner, data, executable } = info;
  return { lamports: BigInt(lamports), owner, data: new Uint8Array(data), executable };
}

function simulatedState(after: {
  executable: boolean;
  owner: string;
  lamports: number;
  data: string[];
}): AccountState | null {
  if (after.lamports === 0) return null;
  return {
    lamports: BigInt(after.lamports),
    owner: new PublicKey(after.owner),
    data: new Uint8Array(Buffer.from(after.data[0] ?? '', 'base64')),
    executable: after.executable,
  };
}
