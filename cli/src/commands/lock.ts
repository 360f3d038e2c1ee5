import {
  cancelLock,
  claimLock,
  createLock,
  endLock,
  isMilestoneApproved,
  LockSide,
  type LockSideName,
  lockAddress,
  lockDue,
  lockEndsAt,
  lockReleased,
  lockReturnable,
  lockTopUp,
  milestoneApprove,
  readLock,
} from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, choice, whole } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError } from '../errors.js';
import { type ScheduleOptions, scheduleOf, shownSchedule, withSchedule } from '../schedule.js';
import { parseAmount } from '../tokens.js';
import { type Shown, Time } from '../values.js';
import { found, sendOne, several, shownTransactions } from './common.js';

export const SIDES = Object.keys(LockSide) as LockSideName[];

export function lockCommands(program: Command, act: Act): void {
  const lock = program.command('lock').description('money released over time, or as milestones are approved');
  withSchedule(
    lock
      .command('create')
      .description('locks money for a recipient; one of that id that is there is left as it is')
      .argument('<recipient>', 'wallet')
      .argument('<amount>', 'such as 1000tUSD')
      .requiredOption('--mint <mint>', 'symbol or address')
      .requiredOption('--id <n>', "tells the wallet's locks apart"),
  )
    .option('--milestone <amount>', 'instead: released once it is approved; may be repeated', several)
    .option('--approver <address>', 'approves milestones')
    .option('--deadline <span>', 'from now; what is not approved then goes back')
    .option('--in-order', 'milestones are approved one after another', false)
    .option('--cancel <side>', 'who may cancel it: nobody, creator, recipient or either', 'nobody')
    .option('--change <side>', 'who may change its recipient, the same way', 'nobody')
    .option('--top-up', 'more may be added', false)
    .action(act(create));
  lock
    .command('show')
    .description('a lock: what is released, paid and left')
    .argument('<lock>', 'address')
    .action(act(show));
  lock
    .command('claim')
    .description('pays the recipient what is released; anyone may')
    .argument('<lock>', 'address')
    .action(act(claim));
  lock
    .command('approve')
    .description('approves a milestone; signed by its approver')
    .argument('<lock>', 'address')
    .argument('<milestone>', 'its place, from 0')
    .action(act(approve));
  lock
    .command('cancel')
    .description('stops a lock, and returns what is not released')
    .argument('<lock>', 'address')
    .action(act(cancel));
  lock
    .command('top-up')
    .description('adds to a lock that takes more')
    .argument('<lock>', 'address')
    .argument('<amount>', 'such as 10tUSD')
    .action(act(topUp));
  lock
    .command('end')
    .description('returns what is left over, and takes a lock that is over and paid off the chain')
    .argument('<lock>', 'address')
    .action(act(end));
}

interface CreateOptions extends ScheduleOptions {
  mint: string;
  id: string;
  cancel: string;
  change: string;
  topUp: boolean;
}

async function create(context: Context, to: string, typed: string, options: CreateOptions): Promise<Shown> {
  const recipient = address(to, 'the recipient');
  const id = whole(options.id, '--id');
  const cancelBy = choice(options.cancel, '--cancel', SIDES);
  const change = choice(options.change, '--change', SIDES);
  const sending = await context.sending();
  const { chain, deployment, sender, tokens, wallet } = sending;
  const mint = tokens.mintOf(options.mint);
  const token = await tokens.of(mint);
  const amount = parseAmount(typed, token);
  const schedule = scheduleOf(options, token, await chain.unixTime());
  const at = lockAddress(deployment, wallet.publicKey, id);
  const known = await readLock(sender, deployment, at);
  if (known !== null) {
    const same = known.recipient.equals(recipient) && known.mint.equals(mint) && known.deposited === amount;
    if (!same)
      throw new CliError(
        'LockExists',
        `another lock has the id ${id}; nothing was sent`,
        1,
        'take another --id',
      );
    return { lock: at, created: false, ...shownTransactions(sending) };
  }
  const { lock } = await createLock(sender, deployment, {
    ...{
      creator: wallet,
      id,
      recipient,
      mint,
      amount,
      schedule,
      cancel: cancelBy,
      change,
      topUp: options.topUp,
    },
  });
  return { lock, created: true, ...shownTransactions(sending) };
}

async function show(context: Context, text: string): Promise<Shown> {
  const at = address(text, 'the lock');
  const { chain, deployment, tokens } = await context.connected();
  const account = found(await readLock(chain, deployment, at), 'lock', at);
  const now = await chain.unixTime();
  const token = await tokens.of(account.mint);
  const amount = (value: bigint) => tokens.amount(value, account.mint);
  const { schedule } = account;
  return {
    lock: at,
    funder: account.funder,
    recipient: account.recipient,
    pendingRecipient: account.pendingRecipient,
    mint: account.mint,
    deposited: await amount(account.deposited),
    released: await amount(lockReleased(account, now)),
    claimed: await amount(account.claimed),
    due: await amount(lockDue(account, now)),
    returnable: await amount(lockReturnable(account, now)),
    schedule: shownSchedule(schedule, token),
    ...(schedule.kind === 'Milestones' && {
      approved: schedule.amounts.map((_, index) => isMilestoneApproved(account, index)),
    }),
    ends: new Time(lockEndsAt(account)),
    stopped: new Time(account.stoppedAt),
    cancelBy: account.cancel,
    changeBy: account.change,
    topUp: account.topUp,
  };
}

async function acted(context: Context, text: string) {
  const at = address(text, 'the lock');
  const sending = await context.sending();
  const account = found(await readLock(sending.chain, sending.deployment, at), 'lock', at);
  return { at, account, sending, wallet: sending.wallet };
}

async function claim(context: Context, text: string): Promise<Shown> {
  const { account, at, sending, wallet } = await acted(context, text);
  const { due } = await claimLock(sending.sender, sending.deployment, at, wallet);
  const paid = await sending.tokens.amount(due, account.mint);
  return { lock: at, paid, to: account.recipient, ...shownTransactions(sending) };
}

async function approve(context: Context, text: string, place: string): Promise<Shown> {
  const index = Number(whole(place, 'the milestone', 31n));
  const { account, at, sending, wallet } = await acted(context, text);
  const { deployment } = sending;
  await sendOne(sending, await milestoneApprove(deployment, at, wallet.publicKey, index, account.generation));
  return { lock: at, approved: index, ...shownTransactions(sending) };
}

async function cancel(context: Context, text: string): Promise<Shown> {
  const { at, sending, wallet } = await acted(context, text);
  await cancelLock(sending.sender, sending.deployment, at, wallet);
  return { lock: at, cancelled: true, ...shownTransactions(sending) };
}

async function topUp(context: Context, text: string, typed: string): Promise<Shown> {
  const { account, at, sending, wallet } = await acted(context, text);
  const { mint, tokenProgram } = account;
  const amount = parseAmount(typed, await sending.tokens.of(mint));
  const ref = { lock: at, mint, tokenProgram };
  await sendOne(sending, await lockTopUp(sending.deployment, ref, wallet.publicKey, amount));
  return { lock: at, added: await sending.tokens.amount(amount, mint), ...shownTransactions(sending) };
}

async function end(context: Context, text: string): Promise<Shown> {
  const { at, sending, wallet } = await acted(context, text);
  const outcome = await endLock(sending.sender, sending.deployment, at, wallet);
  if (outcome === null) throw new CliError('NothingToEnd', 'nothing of the lock can be returned yet', 1);
  return {
    lock: at,
    ended: (await readLock(sending.sender, sending.deployment, at)) === null,
    ...shownTransactions(sending),
  };
}
