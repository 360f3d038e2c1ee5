import type { LockAccount, LockSideName } from '@agent-labs/sdk';

/** What a wallet is to a lock. */
export const LOCK_ROLES = ['recipient', 'funder', 'approver'] as const;
export type LockRole = (typeof LOCK_ROLES)[number];

/** Who made a lock: a wallet, an intake out of payouts, or a batch for one of its recipients. */
export type LockMaker = 'wallet' | 'program';

/**
 * Money that is released over time. Addresses are base58, amounts base units, moments Unix seconds, 0 for what has not
 * come.
 */
export interface LockView {
  address: string;
  id: string;
  generation: string;
  creator: string;
  madeBy: LockMaker;
  funder: string;
  recipient: string;
  /** to whom it is offered */
  pendingRecipient: string | null;
  /** is owed `formerDue` */
  formerRecipient: string | null;
  approver: string | null;
  rentPayer: string;
  mint: string;
  /** who may stop it */
  cancel: LockSideName;
  /** who may change its recipient */
  change: LockSideName;
  topUp: boolean;
  /** what its releases hang on, as the SDK's readers take it */
  terms: Pick<LockAccount, 'schedule' | 'deposited' | 'approved' | 'stoppedAt' | 'openedAt'>;
  deposited: bigint;
  claimed: bigint;
  returned: bigint;
  formerDue: bigint;
  openedAt: number;
  stoppedAt: number;
}

/** What locks all that an agent is paid. Moments are Unix seconds, spans seconds, amounts base units. */
export interface IntakeView {
  address: string;
  recipient: string;
  rentPayer: string;
  mint: string;
  minAmount: bigint;
  cliff: number;
  duration: number;
  /** 0: by the second */
  period: number;
  /** base units of its mint that wait to be locked */
  waiting: bigint;
}
