import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Timelock, timelockIdl } from '../generated/timelock.js';
import { encoder, type Plain, plain } from '../idl.js';

type Stored = Plain<IdlAccounts<Timelock>>;

/** What becomes of the part of an epoch that a member did not claim: it stays the member's, or is free again. */
export type PoolModeName = 'Accrue' | 'Expire';
const MODES: PoolModeName[] = ['Accrue', 'Expire'];

/** An income pool, its mode by name. */
export type IncomePoolAccount = Omit<Stored['incomePool'], 'mode'> & { mode: PoolModeName };
/** A wallet's part in a pool. `until` is `MEMBER_ACTIVE` while it is a member. */
export type MembershipAccount = Stored['membership'];

/** `MembershipAccount.until` of a member that no one suspended. */
export const MEMBER_ACTIVE = (1n << 64n) - 1n;

const { accounts: coder } = encoder(timelockIdl, new PublicKey(timelockIdl.address)).coder;

/** Decodes an income pool. @throws Error for other bytes */
export function decodeIncomePool(data: Uint8Array): IncomePoolAccount {
  const { mode, ...rest } = plain(coder.decode('incomePool', Buffer.from(data))) as Stored['incomePool'];
  const name = MODES[mode];
  if (name === undefined) throw new Error(`unknown mode ${mode} of an income pool`);
  return { ...rest, mode: name };
}

/** Decodes a membership. @throws Error for other bytes */
export function decodeMembership(data: Uint8Array): MembershipAccount {
  return plain(coder.decode('membership', Buffer.from(data))) as MembershipAccount;
}

/** What a member has coming at `now` (Unix seconds), base units: what a claim pays while it is attested. */
export function poolDue(pool: IncomePoolAccount, membership: MembershipAccount, now: bigint): bigint {
  const end = membership.until < pool.epochs ? membership.until : pool.epochs;
  const epochs = end - membership.next;
  if (epochs <= 0n) return 0n;
  if (pool.mode === 'Accrue') return epochs * pool.amount;
  return end === pool.epochs && now < pool.epochEndsAt ? pool.amount : 0n;
}

/** The pool's money at `now`, base units: in Expire, what was owed is free once the epoch's time is over. */
export function poolMoney(pool: IncomePoolAccount, now: bigint): { free: bigint; owed: bigint } {
  const expired = pool.mode === 'Expire' && now >= pool.epochEndsAt;
  return expired ? { free: pool.free + pool.owed, owed: 0n } : { free: pool.free, owed: pool.owed };
}

/** Whether an epoch can be opened, and if not, why and what it waits for. */
export type EpochStanding =
  | { opens: true }
  | { opens: false; why: 'Stopped' | 'Empty' }
  /** From when on it may open, Unix seconds. */
  | { opens: false; why: 'NotDue'; at: bigint }
  /** What the pool lacks, base units. */
  | { opens: false; why: 'NotFunded'; lacks: bigint };

/** Whether an epoch of the pool can be opened at `now` (Unix seconds), in the order that the program looks. */
export function epochStanding(pool: IncomePoolAccount, now: bigint): EpochStanding {
  if (pool.stoppedAt !== 0n) return { opens: false, why: 'Stopped' };
  const at = pool.epochEndsAt > pool.firstEpochAt ? pool.epochEndsAt : pool.firstEpochAt;
  if (now < at) return { opens: false, why: 'NotDue', at };
  if (pool.members === 0) return { opens: false, why: 'Empty' };
  const lacks = BigInt(pool.members) * pool.amount - poolMoney(pool, now).free;
  return lacks > 0n ? { opens: false, why: 'NotFunded', lacks } : { opens: true };
}
