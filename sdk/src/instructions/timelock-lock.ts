import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { LockSchedule, LockSideName } from '../accounts/timelock.js';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { encoder, eventAuthority, i64, u64 } from '../idl.js';
import { configAddress } from '../pda/registry.js';
import { lockAddress, lockTokensAddress } from '../pda/timelock.js';
import { associatedTokens } from '../tokens.js';

export interface LockCreateParams {
  /** Puts the money in, and has the creator's rights; signs. */
  creator: PublicKey;
  /** Pays the rent and gets it back; signs. The creator unless given. */
  rentPayer?: PublicKey;
  /** Tells the creator's locks apart. */
  id: bigint;
  recipient: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given. */
  tokenProgram?: PublicKey;
  /** Base units. */
  amount: bigint;
  schedule: LockSchedule;
  /** Who may cancel it. */
  cancel: LockSideName;
  /** Who may change its recipient. */
  change: LockSideName;
  /** Whether the creator may add to it; not with milestones. */
  topUp: boolean;
  /** The creator's associated token account unless given. */
  source?: PublicKey;
}

/**
 * Locks money for a recipient. Signers: creator, rent payer.
 * @example
 * const { instruction, lock } = await lockCreate(deployment, {
 *   creator, id: 0n, recipient, mint, amount: 1_000_000n, cancel: 'Creator', change: 'Nobody', topUp: false,
 *   schedule: { kind: 'Linear', start: now, cliffAt: now + 86_400n, cliffAmount: 0n, end: now + 864_000n },
 * });
 */
export async function lockCreate(
  deployment: Deployment,
  params: LockCreateParams,
): Promise<{ instruction: TransactionInstruction; lock: PublicKey; tokens: PublicKey }> {
  const { creator, mint, recipient, tokenProgram = TOKEN_PROGRAM_ID } = params;
  const lock = lockAddress(deployment, creator, params.id);
  const tokens = lockTokensAddress(deployment, lock);
  const instruction = await encoder(timelockIdl, deployment.timelock)
    .methods.lockCreate({
      id: u64(params.id, 'id'),
      recipient,
      amount: u64(params.amount, 'amount'),
      schedule: scheduleArg(params.schedule),
      cancel: sideArg(params.cancel),
      change: sideArg(params.change),
      topUp: params.topUp,
    })
    .accountsStrict({
      creator,
      rentPayer: params.rentPayer ?? creator,
      config: configAddress(deployment),
      lock,
      mint,
      tokens,
      source: params.source ?? associatedTokens(mint, creator, tokenProgram),
      tokenProgram,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, lock, tokens };
}

/** A lock, and what its instructions need to name it by. */
export interface LockRef {
  lock: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given. */
  tokenProgram?: PublicKey;
}

/** Adds to a lock that takes more. Signers: funder. */
export function lockTopUp(
  deployment: Deployment,
  ref: LockRef,
  funder: PublicKey,
  amount: bigint,
  source = associatedTokens(ref.mint, funder, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockTopUp(u64(amount, 'amount'))
    .accountsStrict({ funder, config: configAddress(deployment), ...money(deployment, ref), source })
    .instruction();
}

export interface LockClaimParams extends LockRef {
  /** The recipient; where `former` is set, the former one. */
  payee: PublicKey;
  /** Claims what a former recipient is still owed. */
  former?: boolean;
  /** Anyone; signs. The payee unless given. */
  authority?: PublicKey;
  /** The payee's associated token account unless given; another one of its only where it signs. */
  destination?: PublicKey;
}

/** Pays the recipient all that is due. Signers: authority (anyone). */
export function lockClaim(deployment: Deployment, params: LockClaimParams): Promise<TransactionInstruction> {
  const { payee, mint, tokenProgram } = params;
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockClaim(params.former ?? false)
    .accountsStrict({
      authority: params.authority ?? payee,
      ...money(deployment, params),
      destination: params.destination ?? associatedTokens(mint, payee, tokenProgram),
    })
    .instruction();
}

/** Approves a milestone. Signers: approver. @param index from 0 @param generation the lock's */
export function milestoneApprove(
  deployment: Deployment,
  lock: PublicKey,
  approver: PublicKey,
  index: number,
  generation: bigint,
): Promise<TransactionInstruction> {
  return encoder(timelockIdl, deployment.timelock)
    .methods.milestoneApprove({ generation: u64(generation, 'generation'), index })
    .accountsStrict({ approver, lock, ...emitting(deployment) })
    .instruction();
}

/** Stops a lock for good. Signers: authority (funder or recipient, as its mode has it). */
export function lockCancel(
  deployment: Deployment,
  lock: PublicKey,
  authority: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockCancel()
    .accountsStrict({ authority, lock, ...emitting(deployment) })
    .instruction();
}

export interface LockReclaimParams extends LockRef {
  funder: PublicKey;
  /** Anyone; signs. The funder unless given. */
  authority?: PublicKey;
  /** The funder's associated token account unless given; another one of its only where it signs. */
  destination?: PublicKey;
}

/** Returns what a cancellation or the milestones' deadline left over. Signers: authority (anyone). */
export function lockReclaim(
  deployment: Deployment,
  params: LockReclaimParams,
): Promise<TransactionInstruction> {
  const { funder, mint, tokenProgram } = params;
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockReclaim()
    .accountsStrict({
      authority: params.authority ?? funder,
      ...money(deployment, params),
      destination: params.destination ?? associatedTokens(mint, funder, tokenProgram),
    })
    .instruction();
}

/** Names another recipient for what is released from now on. Signers: funder. */
export function lockRecipientChange(
  deployment: Deployment,
  lock: PublicKey,
  funder: PublicKey,
  newRecipient: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockRecipientChange(newRecipient)
    .accountsStrict({ funder, lock, ...emitting(deployment) })
    .instruction();
}

/** Offers a lock to another wallet, or to nobody again. Signers: recipient. @param to null takes the offer back */
export function lockOffer(
  deployment: Deployment,
  lock: PublicKey,
  recipient: PublicKey,
  to: PublicKey | null,
): Promise<TransactionInstruction> {
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockOffer(to)
    .accountsStrict({ recipient, lock, ...emitting(deployment) })
    .instruction();
}

export interface LockAcceptParams {
  lock: PublicKey;
  /** To whom it is offered; signs. */
  newRecipient: PublicKey;
  /** Of the lock that is meant. */
  generation: bigint;
  /** What may have been claimed of it, base units: with more it would not be what was agreed on. */
  claimedAtMost: bigint;
}

/** Takes an offered lock over, with all that is due. Signers: new recipient. */
export function lockAccept(
  deployment: Deployment,
  params: LockAcceptParams,
): Promise<TransactionInstruction> {
  const { lock, newRecipient } = params;
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockAccept({
      generation: u64(params.generation, 'generation'),
      claimedAtMost: u64(params.claimedAtMost, 'claimedAtMost'),
    })
    .accountsStrict({ newRecipient, lock, ...emitting(deployment) })
    .instruction();
}

export interface LockCloseParams extends LockRef {
  rentPayer: PublicKey;
  /** Anyone; signs. */
  authority: PublicKey;
  /** A token account of the funder's, where somebody sent tokens to the lock's. */
  destination?: PublicKey;
}

/** Ends a lock that is over and paid. Signers: authority (anyone). */
export function lockClose(deployment: Deployment, params: LockCloseParams): Promise<TransactionInstruction> {
  const { authority, rentPayer } = params;
  return encoder(timelockIdl, deployment.timelock)
    .methods.lockClose()
    .accountsStrict({
      authority,
      ...money(deployment, params),
      destination: params.destination ?? null,
      rentPayer,
    })
    .instruction();
}

function money(deployment: Deployment, { lock, mint, tokenProgram }: LockRef) {
  return {
    lock,
    mint,
    tokens: lockTokensAddress(deployment, lock),
    tokenProgram: tokenProgram ?? TOKEN_PROGRAM_ID,
    ...emitting(deployment),
  };
}

/** The accounts that a timelock event is recorded by. */
export function emitting({ timelock }: Deployment) {
  return { eventAuthority: eventAuthority(timelock), program: timelock };
}

/** A schedule for Anchor. @throws TypeError for numbers out of their range */
export function scheduleArg(schedule: LockSchedule) {
  if (schedule.kind === 'Milestones') {
    const { amounts, approver, inOrder, deadline } = schedule;
    return {
      milestones: {
        amounts: amounts.map((amount) => u64(amount, 'amount of a milestone')),
        approver,
        inOrder,
        deadline: i64(deadline, 'deadline'),
      },
    };
  }
  const cliff = {
    start: i64(schedule.start, 'start'),
    cliffAt: i64(schedule.cliffAt, 'cliffAt'),
    cliffAmount: u64(schedule.cliffAmount, 'cliffAmount'),
  };
  if (schedule.kind === 'Linear') return { linear: { ...cliff, end: i64(schedule.end, 'end') } };
  return {
    periodic: {
      ...cliff,
      period: i64(schedule.period, 'period'),
      periodAmount: u64(schedule.periodAmount, 'periodAmount'),
    },
  };
}

/** A side for Anchor. */
export function sideArg(side: LockSideName) {
  if (side === 'Nobody') return { nobody: {} };
  if (side === 'Creator') return { creator: {} };
  return side === 'Recipient' ? { recipient: {} } : { either: {} };
}
