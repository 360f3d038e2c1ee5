import {
  cancelLock,
  claimLock,
  createLock,
  endLock,
  type LockSchedule,
  type LockSideName,
  lockAccept,
  lockIntake,
  lockOffer,
  lockRecipientChange,
  lockTopUp,
  milestoneApprove,
  tokenProgramOf,
} from '@agent-labs/sdk';
import type { LockView } from '../data/lock-views.js';
import { sendAs } from './actions.js';
import { signer } from './app-chain.js';
import { addressOf, deployment } from './connection.js';

/** What is locked: `amount` in base units of the mint. */
export interface LockWish {
  recipient: string;
  mint: string;
  amount: bigint;
  schedule: LockSchedule;
  cancel: LockSideName;
  change: LockSideName;
  topUp: boolean;
}

/** Locks money of the connected wallet. @returns the lock's address */
export async function lockMoney(wish: LockWish): Promise<string> {
  const { chain, wallet } = await signer();
  const { lock } = await createLock(chain.named('Lock money'), deployment(), {
    creator: wallet,
    // no two locks of a creator may share one: the moment tells them apart, to the millisecond
    id: BigInt(Date.now()),
    recipient: addressOf(wish.recipient),
    mint: addressOf(wish.mint),
    amount: wish.amount,
    schedule: wish.schedule,
    cancel: wish.cancel,
    change: wish.change,
    topUp: wish.topUp,
  });
  return lock.toBase58();
}

export async function claimFrom({ address }: LockView): Promise<void> {
  const { chain, wallet } = await signer();
  await claimLock(chain.named('Claim what is due'), deployment(), addressOf(address), wallet);
}

export async function topUp(lock: LockView, amount: bigint): Promise<void> {
  const { chain, wallet } = await signer();
  const mint = addressOf(lock.mint);
  const ref = { lock: addressOf(lock.address), mint, tokenProgram: await tokenProgramOf(chain, mint) };
  await sendAs('Lock more', [await lockTopUp(deployment(), ref, wallet.publicKey, amount)]);
}

/** @param index from 0 */
export async function approveMilestone({ address, generation }: LockView, index: number): Promise<void> {
  const { wallet } = await signer();
  await sendAs(`Approve milestone ${index + 1}`, [
    await milestoneApprove(deployment(), addressOf(address), wallet.publicKey, index, BigInt(generation)),
  ]);
}

/** Stops a lock; what is left over goes back to its funder in the same transaction. */
export async function stopLock({ address }: LockView): Promise<void> {
  const { chain, wallet } = await signer();
  await cancelLock(chain.named('Stop the lock'), deployment(), addressOf(address), wallet);
}

export async function changeRecipient({ address }: LockView, to: string): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Change the recipient', [
    await lockRecipientChange(deployment(), addressOf(address), wallet.publicKey, addressOf(to)),
  ]);
}

/** @param to null takes the offer back */
export async function offerLock({ address }: LockView, to: string | null): Promise<void> {
  const { wallet } = await signer();
  const next = to === null ? null : addressOf(to);
  await sendAs(to === null ? 'Take the offer back' : 'Offer the lock', [
    await lockOffer(deployment(), addressOf(address), wallet.publicKey, next),
  ]);
}

export async function acceptLock({ address, generation, claimed }: LockView): Promise<void> {
  const { wallet } = await signer();
  await sendAs('Take the lock over', [
    await lockAccept(deployment(), {
      lock: addressOf(address),
      newRecipient: wallet.publicKey,
      generation: BigInt(generation),
      claimedAtMost: claimed,
    }),
  ]);
}

/** Returns what is left over, and takes a lock that is over and paid off the chain. */
export async function finishLock({ address }: LockView): Promise<void> {
  const { chain, wallet } = await signer();
  await endLock(chain.named('End the lock'), deployment(), addressOf(address), wallet);
}

/** Locks all that waits at an intake. @returns the new lock's address */
export async function lockWaiting(intake: string): Promise<string> {
  const { chain, wallet } = await signer();
  const { lock } = await lockIntake(chain.named('Lock what waits'), deployment(), addressOf(intake), wallet);
  return lock.toBase58();
}
