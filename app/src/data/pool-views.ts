import type { EpochStanding, IncomePoolAccount } from '@agent-labs/sdk';

/** A basic income. Addresses are base58, amounts base units, moments Unix seconds, spans seconds. */
export interface PoolView {
  address: string;
  creator: string;
  attestor: string;
  mint: string;
  mode: IncomePoolAccount['mode'];
  members: number;
  maxMembers: number;
  /** of one member and epoch */
  amount: bigint;
  epochLength: number;
  firstEpochAt: number;
  grace: number;
  /** opened so far */
  epochs: bigint;
  /** 0 before the first */
  epochEndsAt: number;
  funded: bigint;
  paid: bigint;
  withdrawn: bigint;
  stoppedAt: number;
  /** as the SDK's readers take it */
  account: IncomePoolAccount;
}

/** A wallet's part in a pool. */
export interface MemberView {
  wallet: string;
  joinedAt: number;
  /** 0 unless it was suspended */
  suspendedAt: number;
  paid: bigint;
  /** base units that a claim would pay now, were it attested */
  due: bigint;
  /** whether the pool's attestor vouches for it now, and until when */
  attestedUntil: number;
}

/** A pool, and what the wallet that looks is to it. */
export interface PoolPart {
  pool: PoolView;
  /** null where it is no member */
  member: MemberView | null;
  /** until when the pool's attestor vouches for the wallet; 0 where it does not */
  attestedUntil: number;
}

export type { EpochStanding };
