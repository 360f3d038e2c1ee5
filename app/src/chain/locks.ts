import {
  decodeIntake,
  decodeLock,
  type IntakeAccount,
  intakeAddress,
  type LockAccount,
  lockAddress,
  readIntake,
  readLock,
  timelockIdl,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { IntakeView, LockRole, LockView } from '../data/lock-views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';
import { tokenBalance } from './wallet-reads.js';

/** Fields that make a wallet part of a lock. */
const FIELDS: Record<LockRole, string[]> = {
  recipient: ['recipient', 'pending_recipient', 'former_recipient'],
  funder: ['funder'],
  approver: ['schedule.approver'],
};

/** Locks that pay a wallet, that it put the money into, or whose milestones it approves; the newest first. */
export async function locksOf(wallet: string, role: LockRole): Promise<LockView[]> {
  const found = await Promise.all(FIELDS[role].map((field) => locksBy(field, wallet)));
  const byAddress = new Map(found.flat().map((lock) => [lock.address, lock]));
  return newestFirst([...byAddress.values()]);
}

/** Locks made by an intake or a batch. */
export async function locksMadeBy(creator: string): Promise<LockView[]> {
  return newestFirst(await locksBy('creator', creator));
}

/** null where there is none. @throws AccountMismatch */
export async function lockAt(address: string): Promise<LockView | null> {
  const account = await readLock(await connectChain(), deployment(), addressOf(address));
  return account === null ? null : lockView(address, account);
}

/** The intakes that lock for a wallet. */
export async function intakesOf(wallet: string): Promise<IntakeView[]> {
  const fields = { recipient: addressOf(wallet) };
  const found = await accountsOf(deployment().timelock, timelockIdl, 'Intake', fields);
  const intakes = found
    .map(({ address, data }) => ({ address, account: decodeIntake(data) }))
    .filter(({ address, account: { recipient, ...terms } }) => {
      return intakeAddress(deployment(), recipient, terms).toBase58() === address;
    });
  return Promise.all(intakes.map(({ address, account }) => intakeView(address, account)));
}

/** null where none was opened. @throws AccountMismatch */
export async function intakeAt(address: string): Promise<IntakeView | null> {
  const account = await readIntake(await connectChain(), deployment(), addressOf(address));
  return account === null ? null : intakeView(address, account);
}

async function locksBy(field: string, wallet: string): Promise<LockView[]> {
  const found = await accountsOf(deployment().timelock, timelockIdl, 'Lock', { [field]: addressOf(wallet) });
  return found.flatMap(viewed);
}

/** Nothing where the account is not at a lock's address: the node may be lying. */
function viewed({ address, data }: { address: string; data: Uint8Array }): LockView[] {
  const account = decodeLock(data);
  const { creator, id } = account;
  return lockAddress(deployment(), creator, id).toBase58() === address ? [lockView(address, account)] : [];
}

const newestFirst = (locks: LockView[]) => locks.sort((a, b) => b.openedAt - a.openedAt);

function lockView(address: string, account: LockAccount): LockView {
  const { schedule, deposited, approved, stoppedAt, openedAt } = account;
  const { pendingRecipient, formerRecipient } = account;
  return {
    address,
    id: account.id.toString(),
    generation: account.generation.toString(),
    creator: account.creator.toBase58(),
    // a program's address is no point of the curve: no wallet has it
    madeBy: PublicKey.isOnCurve(account.creator.toBytes()) ? 'wallet' : 'program',
    funder: account.funder.toBase58(),
    recipient: account.recipient.toBase58(),
    pendingRecipient: pendingRecipient?.toBase58() ?? null,
    formerRecipient: formerRecipient?.toBase58() ?? null,
    approver: schedule.kind === 'Milestones' ? schedule.approver.toBase58() : null,
    rentPayer: account.rentPayer.toBase58(),
    mint: account.mint.toBase58(),
    cancel: account.cancel,
    change: account.change,
    topUp: account.topUp,
    terms: { schedule, deposited, approved, stoppedAt, openedAt },
    deposited,
    claimed: account.claimed,
    returned: account.returned,
    formerDue: account.formerDue,
    openedAt: Number(openedAt),
    stoppedAt: Number(stoppedAt),
  };
}

async function intakeView(address: string, account: IntakeAccount): Promise<IntakeView> {
  const mint = account.mint.toBase58();
  return {
    address,
    recipient: account.recipient.toBase58(),
    rentPayer: account.rentPayer.toBase58(),
    mint,
    minAmount: account.minAmount,
    cliff: Number(account.cliff),
    duration: Number(account.duration),
    period: Number(account.period),
    waiting: await tokenBalance(address, mint),
  };
}
