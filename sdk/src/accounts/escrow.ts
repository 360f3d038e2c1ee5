import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Escrow, escrowIdl } from '../generated/escrow.js';
import { encoder, type Plain, plain } from '../idl.js';

export type MandateAccount = Plain<IdlAccounts<Escrow>['mandate']> & {
  /** Agents that may be paid; empty allows every agent, or those under `allowRoot` where that is not zero. */
  allowList: PublicKey[];
  /** Wallets that sign off larger sums; empty asks for no approval. */
  approvers: PublicKey[];
};
export type ChannelAccount = Plain<IdlAccounts<Escrow>['channel']>;
type StoredJob = Plain<IdlAccounts<Escrow>['job']>;
/** A job, its status by name. */
export type JobAccount = Omit<StoredJob, 'status'> & { status: JobStatusName };

/** Where a channel stands, as stored. */
export const ChannelStatus = { Open: 0, Closing: 1, Draining: 2 } as const;

/** Where a job stands, as stored; from `Released` on it has ended. */
export const JobStatus = {
  Funded: 0,
  Accepted: 1,
  Delivered: 2,
  Disputed: 3,
  Released: 4,
  Refunded: 5,
  Split: 6,
  Resolved: 7,
} as const;
export type JobStatusName = keyof typeof JobStatus;

const { accounts: coder } = encoder(escrowIdl, new PublicKey(escrowIdl.address)).coder;

/** Decodes a mandate with its allow-list and approvers. @throws Error for other bytes */
export function decodeMandate(data: Uint8Array): MandateAccount {
  const mandate = plain(coder.decode('mandate', Buffer.from(data))) as Plain<IdlAccounts<Escrow>['mandate']>;
  const count = mandate.allowCount + mandate.approverCount;
  const start = data.length - 32 * count;
  const keys = Array.from(
    { length: count },
    (_, at) => new PublicKey(data.slice(start + 32 * at, start + 32 * (at + 1))),
  );
  return {
    ...mandate,
    allowList: keys.slice(0, mandate.allowCount),
    approvers: keys.slice(mandate.allowCount),
  };
}

/** The root of the tree of agents that a mandate allows; null where it allows by a list or everybody. */
export function allowRootOf({ allowRoot }: Pick<MandateAccount, 'allowRoot'>): Uint8Array | null {
  return allowRoot.some((byte) => byte !== 0) ? Uint8Array.from(allowRoot) : null;
}

/** Who must vouch for the owner of an agent that a mandate allots to; null where nobody must. */
export function attestorOf({ attestor }: Pick<MandateAccount, 'attestor'>): PublicKey | null {
  return attestor.equals(PublicKey.default) ? null : attestor;
}

/** Decodes a channel. @throws Error for other bytes */
export function decodeChannel(data: Uint8Array): ChannelAccount {
  return plain(coder.decode('channel', Buffer.from(data))) as ChannelAccount;
}

/** Decodes a job. @throws Error for other bytes */
export function decodeJob(data: Uint8Array): JobAccount {
  const { status, ...rest } = plain(coder.decode('job', Buffer.from(data))) as StoredJob;
  const name = (Object.keys(JobStatus) as JobStatusName[]).find((key) => JobStatus[key] === status);
  if (name === undefined) throw new Error(`unknown status ${status} of a job`);
  return { ...rest, status: name };
}

/** What of a job is neither earned nor returned, base units. */
export function jobUndecided({ amount, earned, returned }: JobAccount): bigint {
  return amount - earned - returned;
}
