import { type ChannelAccount, settledBy, type TransactionOutcome } from '@agent-labs/sdk';
import { type PublicKey, TransactionInstruction, type VersionedTransactionResponse } from '@solana/web3.js';
import type { LocalChain } from '../local-chain.js';

/** What transactions of one kind cost together. */
export interface Tally {
  transactions: number;
  lamports: bigint;
  computeUnits: bigint;
}

export function tally(outcomes: readonly Pick<TransactionOutcome, 'fee' | 'computeUnits'>[]): Tally {
  return {
    transactions: outcomes.length,
    lamports: outcomes.reduce((sum, { fee }) => sum + fee, 0n),
    computeUnits: outcomes.reduce((sum, { computeUnits }) => sum + computeUnits, 0n),
  };
}

/** Prints a step as it happens, with the compute units of the transaction it took, if any. */
export function printer(print: (line: string) => void) {
  return (title: string, detail: string, outcome?: TransactionOutcome): void => {
    const cost = outcome === undefined ? '' : `  (${outcome.computeUnits} CU)`;
    print(`${title.padEnd(10)}${detail}${cost}`);
  };
}

/** A transaction that settled a channel, as the chain tells of it. */
export interface Settlement {
  signature: string;
  fee: bigint;
  computeUnits: bigint;
  /** watermark after it, base units */
  cumulative: bigint;
  calls: number;
}

/** Settlements of one generation of a channel above a watermark, oldest first, read from the chain. */
export async function settlementsOf(
  { chain: { connection }, deployment }: LocalChain,
  channel: PublicKey,
  { tag, settled: above }: Pick<ChannelAccount, 'tag' | 'settled'>,
): Promise<Settlement[]> {
  const settlements: Settlement[] = [];
  for (const { signature, err } of await connection.getSignaturesForAddress(channel, {}, 'confirmed')) {
    if (err !== null) continue;
    const found = await connection.getTransaction(signature, {
      commitment: 'confirmed',
      maxSupportedTransactionVersion: 0,
    });
    if (!found?.meta) throw new Error(`the chain does not tell of ${signature}`);
    const [moved] = settledBy(deployment, instructionsOf(found)).filter(
      (one) =>
        one.channel.equals(channel) && one.tag !== null && Buffer.from(one.tag).equals(Buffer.from(tag)),
    );
    if (moved === undefined) continue;
    // newest first: all that follow are older
    if (moved.cumulative <= above) break;
    const { fee, computeUnitsConsumed } = found.meta;
    const { cumulative, calls } = moved;
    settlements.push({
      signature,
      fee: BigInt(fee),
      computeUnits: BigInt(computeUnitsConsumed ?? 0),
      cumulative,
      calls,
    });
  }
  return settlements.reverse();
}

function instructionsOf({ transaction: { message }, meta }: VersionedTransactionResponse) {
  const keys = message.getAccountKeys({ accountKeysFromLookups: meta?.loadedAddresses ?? null });
  const key = (index: number): PublicKey => {
    const found = keys.get(index);
    if (found === undefined) throw new Error(`a transaction without its account ${index}`);
    return found;
  };
  return message.compiledInstructions.map(
    ({ programIdIndex, accountKeyIndexes, data }) =>
      new TransactionInstruction({
        programId: key(programIdIndex),
        keys: accountKeyIndexes.map((index) => ({ pubkey: key(index), isSigner: false, isWritable: false })),
        data: Buffer.from(data),
      }),
  );
}
