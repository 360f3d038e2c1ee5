import {
  type AddressLookupTableAccount,
  ComputeBudgetProgram,
  PACKET_DATA_SIZE,
  PublicKey,
  TransactionMessage,
} from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { channelSettle, type SettleItem } from '../instructions/escrow-channel.js';
import { transactionSize } from '../transactions/transactions.js';

/** Room is kept for both, whether or not a transaction carries them. */
const BUDGET = [
  ComputeBudgetProgram.setComputeUnitLimit({ units: 1 }),
  ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 1 }),
];
/** Any blockhash is as long as any other. */
const BLOCKHASH = PublicKey.default.toBase58();

/** Bytes of a transaction that settles these vouchers, with a compute unit limit and a priority fee. */
export function settleSize(
  deployment: Deployment,
  payer: PublicKey,
  items: readonly SettleItem[],
  lookupTables: AddressLookupTableAccount[] = [],
): number {
  const message = new TransactionMessage({
    payerKey: payer,
    recentBlockhash: BLOCKHASH,
    instructions: [...channelSettle(deployment, items), ...BUDGET],
  }).compileToV0Message(lookupTables);
  return transactionSize(message);
}

/**
 * Splits vouchers of independent signers into as few transactions as hold them: four in each, five where a lookup
 * table names their channels and the Instructions sysvar. Bytes are what bounds it: 174 a voucher, and 32 for a
 * channel that no table names.
 */
export function planSettles<T extends { item: SettleItem }>(
  deployment: Deployment,
  payer: PublicKey,
  due: readonly T[],
  lookupTables: AddressLookupTableAccount[] = [],
): T[][] {
  const listed = new Set(
    lookupTables.flatMap(({ state }) => state.addresses.map((address) => address.toBase58())),
  );
  // together, so that those in a table fill transactions of their own
  const [inTable, others] = [true, false].map((wanted) =>
    due.filter(({ item }) => listed.has(item.channel.toBase58()) === wanted),
  ) as [T[], T[]];
  const batches: T[][] = [];
  let batch: T[] = [];
  for (const one of [...inTable, ...others]) {
    const more = [...batch, one].map(({ item }) => item);
    if (batch.length > 0 && settleSize(deployment, payer, more, lookupTables) > PACKET_DATA_SIZE) {
      batches.push(batch);
      batch = [];
    }
    batch.push(one);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
