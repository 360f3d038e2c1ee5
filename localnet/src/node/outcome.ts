import {
  TransactionFailed,
  type TransactionOutcome,
  transactionFailed,
  transactionSize,
} from '@agent-labs/sdk';
import { VersionedTransaction } from '@solana/web3.js';
import type { Simulated } from '../runtime.js';
import { accountKeys } from './history.js';
import type { TransactionRecord } from './records.js';

/** What simulating a transaction that has landed comes to. */
export const ALREADY_PROCESSED: Simulated = {
  error: 'AlreadyProcessed',
  charged: false,
  logs: [],
  computeUnits: 0n,
  fee: null,
  inner: [],
  returnData: null,
  postAccounts: new Map(),
};

/** A record as the `Chain` interface gives it. @throws TransactionFailed where it failed */
export function outcomeOf(record: TransactionRecord): TransactionOutcome {
  if (record.error !== null) throw transactionFailed(record.error, record.logs);
  const keys = accountKeys(record);
  return {
    signature: record.signature,
    slot: BigInt(record.slot),
    computeUnits: BigInt(record.computeUnits),
    fee: BigInt(record.fee),
    size: transactionSize(VersionedTransaction.deserialize(record.raw).message),
    logs: record.logs,
    innerInstructions: record.inner.map(({ outerIndex, programIdIndex, data }) => {
      const programId = keys[programIdIndex];
      if (programId === undefined) throw new TransactionFailed('an unknown program', null, null, record.logs);
      return { outerIndex, programId, data };
    }),
  };
}
