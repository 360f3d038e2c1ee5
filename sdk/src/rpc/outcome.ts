import { utils } from '@coral-xyz/anchor';
import type { Connection, PublicKey, VersionedTransaction } from '@solana/web3.js';
import type { InnerInstruction, TransactionOutcome } from '../chain.js';
import { transactionSize } from '../transactions/transactions.js';
import { OutcomeUnknown } from './errors.js';

/** How often, and how far apart in milliseconds, a node is asked for what it has confirmed just now. */
const TRIES = 20;
const WAIT = 250;

/** What a transaction that landed did. @throws OutcomeUnknown when the node does not tell in five seconds */
export async function readOutcome(
  connection: Connection,
  signature: string,
  { message }: VersionedTransaction,
): Promise<TransactionOutcome> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, WAIT));
    const found = await connection.getTransaction(signature, {
      commitment: 'confirmed',
      maxSupportedTransactionVersion: 0,
    });
    if (!found?.meta) continue;
    const { slot, meta } = found;
    const loaded = meta.loadedAddresses;
    const keys: PublicKey[] = [
      ...message.staticAccountKeys,
      ...(loaded?.writable ?? []),
      ...(loaded?.readonly ?? []),
    ];
    const innerInstructions = (meta.innerInstructions ?? []).flatMap(({ index, instructions }) =>
      instructions.map(({ programIdIndex, data }): InnerInstruction => {
        const programId = keys[programIdIndex];
        if (programId === undefined) throw new OutcomeUnknown(signature);
        return { outerIndex: index, programId, data: utils.bytes.bs58.decode(data) };
      }),
    );
    return {
      signature,
      slot: BigInt(slot),
      computeUnits: BigInt(meta.computeUnitsConsumed ?? 0),
      fee: BigInt(meta.fee),
      size: transactionSize(message),
      logs: meta.logMessages ?? [],
      innerInstructions,
    };
  }
  throw new OutcomeUnknown(signature);
}
