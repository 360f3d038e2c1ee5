import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { decodeLock, type LockAccount, lockDue, lockReturnable } from '../accounts/timelock.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  type LockCreateParams,
  lockCancel,
  lockClaim,
  lockClose,
  lockCreate,
  lockReclaim,
} from '../instructions/timelock-lock.js';
import { lockAddress } from '../pda/timelock.js';
import { AccountMismatch } from '../rpc/errors.js';
import { associatedTokens, tokenProgramOf } from '../tokens.js';
import { beside, type TransactionSigner } from '../transactions/signers.js';
import { read } from './read.js';

/** null where there is none. @throws AccountMismatch */
export function readLock(chain: Chain, deployment: Deployment, at: PublicKey): Promise<LockAccount | null> {
  return read(chain, at, deployment.timelock, 'lock', decodeLock, ({ creator, id }) =>
    lockAddress(deployment, creator, id),
  );
}

/** The lock at an address. @throws AccountMismatch where there is none */
export async function theLock(chain: Chain, deployment: Deployment, at: PublicKey): Promise<LockAccount> {
  const lock = await readLock(chain, deployment, at);
  if (lock === null) throw new AccountMismatch(`there is no lock at ${at.toBase58()}`);
  return lock;
}

export type CreateLockParams = Omit<LockCreateParams, 'creator' | 'rentPayer' | 'tokenProgram'> & {
  /** Puts the money in, pays, and has the creator's rights; signs. */
  creator: TransactionSigner;
};

/**
 * Locks money for a recipient, of a mint of either token program.
 * @throws AccountMismatch for what is no mint; ProgramError; what sending throws
 */
export async function createLock(
  chain: Chain,
  deployment: Deployment,
  params: CreateLockParams,
): Promise<{ lock: PublicKey; outcome: TransactionOutcome }> {
  const { creator } = params;
  const tokenProgram = await tokenProgramOf(chain, params.mint);
  const { instruction, lock } = await lockCreate(deployment, {
    ...params,
    creator: creator.publicKey,
    tokenProgram,
  });
  return { lock, outcome: await chain.send([instruction], { payer: creator }) };
}

/** What somebody was paid out of a lock. */
export interface LockPayment {
  /** base units the program says are due; by the chain's clock a moment later it may be more */
  due: bigint;
  /** null where nothing was due */
  outcome: TransactionOutcome | null;
}

/**
 * Pays a lock's recipient all that is due, and a former one what it is still owed; makes their associated token
 * accounts where they are missing. Anyone may.
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function claimLock(
  chain: Chain,
  deployment: Deployment,
  lock: PublicKey,
  feePayer: TransactionSigner,
): Promise<LockPayment> {
  const account = await theLock(chain, deployment, lock);
  const due = lockDue(account, await chain.unixTime());
  const { formerDue, formerRecipient, mint, recipient, tokenProgram } = account;
  const ref = { lock, mint, tokenProgram, authority: feePayer.publicKey };
  const instructions: TransactionInstruction[] = [];
  if (formerRecipient !== null) {
    instructions.push(
      ...(await madeFor(chain, feePayer, formerRecipient, account)),
      await lockClaim(deployment, { ...ref, payee: formerRecipient, former: true }),
    );
  }
  if (due > 0n) {
    instructions.push(
      ...(await madeFor(chain, feePayer, recipient, account)),
      await lockClaim(deployment, { ...ref, payee: recipient }),
    );
  }
  if (instructions.length === 0) return { due: 0n, outcome: null };
  return { due: due + formerDue, outcome: await chain.send(instructions, { payer: feePayer }) };
}

/**
 * Stops a lock and returns what is left over to its funder. What was released stays the recipient's to claim.
 * @param authority the funder or the recipient, as the lock's mode has it; signs
 * @throws AccountMismatch; ProgramError, timelock's `CancelNotAllowed` for one; what sending throws
 */
export async function cancelLock(
  chain: Chain,
  deployment: Deployment,
  lock: PublicKey,
  authority: TransactionSigner,
  feePayer = authority,
): Promise<TransactionOutcome> {
  const account = await theLock(chain, deployment, lock);
  const { funder, mint, tokenProgram } = account;
  const instructions = [
    await lockCancel(deployment, lock, authority.publicKey),
    ...(await madeFor(chain, feePayer, funder, account)),
    await lockReclaim(deployment, { lock, mint, tokenProgram, funder, authority: authority.publicKey }),
  ];
  return chain.send(instructions, { payer: feePayer, signers: beside(feePayer, authority) });
}

/**
 * Returns what a deadline or a cancellation left over, and ends a lock that is over and paid. Anyone may.
 * @returns null where there is nothing to do yet
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function endLock(
  chain: Chain,
  deployment: Deployment,
  lock: PublicKey,
  feePayer: TransactionSigner,
): Promise<TransactionOutcome | null> {
  const account = await theLock(chain, deployment, lock);
  const { funder, mint, rentPayer, tokenProgram } = account;
  const back = lockReturnable(account, await chain.unixTime());
  const ref = { lock, mint, tokenProgram, authority: feePayer.publicKey };
  const instructions: TransactionInstruction[] = [];
  if (back > 0n) {
    instructions.push(
      ...(await madeFor(chain, feePayer, funder, account)),
      await lockReclaim(deployment, { ...ref, funder }),
    );
  }
  if (account.deposited === account.claimed + account.returned + back) {
    const destination = associatedTokens(mint, funder, tokenProgram);
    const exists = back > 0n || (await chain.getAccount(destination)) !== null;
    instructions.push(await lockClose(deployment, { ...ref, rentPayer, ...(exists && { destination }) }));
  }
  return instructions.length === 0 ? null : chain.send(instructions, { payer: feePayer });
}

/** What makes a wallet's associated token account of a lock's mint, where it is missing. */
async function madeFor(
  chain: Chain,
  feePayer: TransactionSigner,
  wallet: PublicKey,
  { mint, tokenProgram }: Pick<LockAccount, 'mint' | 'tokenProgram'>,
): Promise<TransactionInstruction[]> {
  const at = associatedTokens(mint, wallet, tokenProgram);
  if ((await chain.getAccount(at)) !== null) return [];
  return [
    createAssociatedTokenAccountIdempotentInstruction(feePayer.publicKey, at, wallet, mint, tokenProgram),
  ];
}
