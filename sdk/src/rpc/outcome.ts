import { utils } from '@coral-xyz/anchor';
import type {
  Connection,
  PublicKey,
  VersionedMessage,
  VersionedTransaction,
  VersionedTransactionResponse,
} from '@solana/web3.js';
import type { InnerInstruction, TransactionOutcome } from '../chain.js';
import { transactionSize } from '../transactions/transactions.js';
import { OutcomeUnknown } from './errors.js';

/** How often, and how far apart in milliseconds, a node is asked for what it has confirmed just now. */
const TRIES = 20;
const WAIT = 250;

type Meta = NonNullable<VersionedTransactionResponse['meta']>;

/** What a transaction that landed did. @throws OutcomeUnknown when the node does not tell in twenty tries */
export async function readOutcome(
  connection: Connection,
  signature: string,
  { message }: VersionedTransaction,
): Promise<TransactionOutcome> {
  return readLanded(connection, signature, ({ slot }, meta) => ({
    signature,
    slot: BigInt(slot),
    computeUnits: BigInt(meta.computeUnitsConsumed ?? 0),
    fee: BigInt(meta.fee),
    size: transactionSize(message),
    logs: meta.logMessages ?? [],
    innerInstructions: innerInstructions(message, meta),
  }));
}

/** Logs of a transaction that landed; none where the node does not tell them: that it failed is known. */
export async function readLogs(connection: Connection, signature: string): Promise<string[]> {
  try {
    return await readLanded(connection, signature, (_, { logMessages }) => logMessages ?? []);
  } catch (error) {
    if (error instanceof OutcomeUnknown) return [];
    throw error;
  }
}

/** Whatever goes wrong here, the transaction has landed: what is thrown says so. */
async function readLanded<T>(
  connection: Connection,
  signature: string,
  read: (found: VersionedTransactionResponse, meta: Meta) => T,
): Promise<T> {
  let problem: unknown;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, WAIT));
    try {
      const found = await connection.getTransaction(signature, {
        commitment: 'confirmed',
        maxSupportedTransactionVersion: 0,
      });
      if (found?.meta) return read(found, found.meta);
    } catch (error) {
      problem = error;
    }
  }
  throw new OutcomeUnknown(signature, { cause: problem });
}

/** Every instruction that ran inside another, with its program by its address. */
export function innerInstructions({ staticAccountKeys }: VersionedMessage, meta: Meta): InnerInstruction[] {
  const loaded = meta.loadedAddresses;
  const keys: PublicKey[] = [...staticAccountKeys, ...(loaded?.writable ?? []), ...(loaded?.readonly ?? [])];
  return (meta.innerInstructions ?? []).flatMap(({ index, instructions }) =>
    instructions.map(({ programIdIndex, data }): InnerInstruction => {
      const programId = keys[programIdIndex];
      if (programId === undefined) throw new TypeError(`the transaction has no account ${programIdIndex}`);
      return { outerIndex: index, programId, data: utils.bytes.bs58.decode(data) };
    }),
  );
}
