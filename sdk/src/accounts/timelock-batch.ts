import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Timelock, timelockIdl } from '../generated/timelock.js';
import { encoder, type Plain, plain } from '../idl.js';
import { LockSide, type LockSideName } from './timelock.js';

type Stored = Plain<IdlAccounts<Timelock>>;

/** A batch: its sides by name, and which leaves were claimed, a bit each. */
export type BatchAccount = Omit<Stored['batch'], 'cancel' | 'change'> & {
  cancel: LockSideName;
  change: LockSideName;
  /** Bit `index % 8` of byte `index / 8`. */
  bitmap: Uint8Array;
};

const { accounts: coder } = encoder(timelockIdl, new PublicKey(timelockIdl.address)).coder;
/** Bytes in front of the bitmap. */
const HEAD = 8 + 328;

/** Decodes a batch. @throws Error for other bytes */
export function decodeBatch(data: Uint8Array): BatchAccount {
  const { cancel, change, ...rest } = plain(coder.decode('batch', Buffer.from(data))) as Stored['batch'];
  if (data.length !== HEAD + Math.ceil(rest.count / 8)) throw new Error('a batch without its bitmap');
  const bitmap = Uint8Array.from(data.subarray(HEAD));
  return { ...rest, cancel: sideName(cancel), change: sideName(change), bitmap };
}

function sideName(stored: number): LockSideName {
  const name = (Object.keys(LockSide) as LockSideName[]).find((side) => LockSide[side] === stored);
  if (name === undefined) throw new Error(`unknown side ${stored} of a batch`);
  return name;
}

/** Whether a leaf was claimed. */
export function isClaimed({ bitmap }: Pick<BatchAccount, 'bitmap'>, index: number): boolean {
  return (((bitmap[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

/** Where a batch stands at `now` (Unix seconds). */
export type BatchStanding = 'Funding' | 'Live' | 'Cancelled' | 'Over';

/** Where a batch stands at `now` (Unix seconds): `Cancelled` pays what had vested by `cancelledAt`. */
export function batchStanding(batch: BatchAccount, now: bigint): BatchStanding {
  if (batch.deposited < batch.total) return now < batch.claimUntil ? 'Funding' : 'Over';
  if (batch.claimed === batch.count || now >= batch.claimUntil) return 'Over';
  return batch.cancelledAt === 0n ? 'Live' : 'Cancelled';
}

/** What the creator can take out at `now` (Unix seconds), base units. */
export function batchWithdrawable(batch: BatchAccount, now: bigint): bigint {
  const live = batch.deposited === batch.total;
  return live && batchStanding(batch, now) === 'Over' ? batch.free + batch.open : batch.free;
}
