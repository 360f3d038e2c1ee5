import {
  type BatchTree,
  batchAddress,
  batchStanding,
  batchWithdrawable,
  claimLeaf,
  createBatch,
  type Grant,
  isClaimed,
  readBatch,
  readBatchFile,
  BatchTree as Tree,
  writeBatchFile,
} from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, choice, file, span, whole } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError } from '../errors.js';
import { writeNew } from '../keys.js';
import { type ScheduleOptions, scheduleOf, withSchedule } from '../schedule.js';
import { parseAmount } from '../tokens.js';
import { type Shown, Time } from '../values.js';
import { found, shownTransactions } from './common.js';
import { SIDES } from './lock.js';

export function batchCommands(program: Command, act: Act): void {
  const batch = program.command('batch').description('locks for thousands of recipients under one root');
  withSchedule(
    batch
      .command('build')
      .description("writes the recipients' file of a batch; it is published, for whoever claims needs it")
      .argument('<list>', 'CSV: a wallet and an amount on each line, such as WALLET,12.5tUSD')
      .argument('<file>', "the recipients' file, that must not be there yet")
      .requiredOption('--mint <mint>', 'symbol or address')
      .requiredOption('--id <n>', "tells the wallet's batches apart"),
  ).action(act(build));
  batch
    .command('create')
    .description("makes a batch of a recipients' file, and funds it; one that is there is left as it is")
    .argument('<file>', "the recipients' file")
    .requiredOption('--mint <mint>', 'symbol or address')
    .requiredOption('--id <n>', 'that the file was built for')
    .option('--claim-within <span>', 'from now; 30 days at least', '365d')
    .option('--cancel <side>', 'who may cancel its locks: nobody, creator, recipient or either', 'nobody')
    .option('--change <side>', 'who may change their recipients, the same way', 'nobody')
    .action(act(create));
  batch
    .command('claim')
    .description('makes what a batch promises a wallet a lock; anyone may')
    .argument('<batch>', 'address')
    .argument('<file>', "the recipients' file")
    .option('--wallet <address>', 'whose grants; that of --keypair unless given')
    .option('--index <n>', 'one grant alone, by its place')
    .action(act(claim));
  batch
    .command('show')
    .description('a batch: what it promises, and what was claimed')
    .argument('<batch>', 'address')
    .action(act(show));
}

type Named = { mint: string; id: string };

async function build(
  context: Context,
  list: string,
  path: string,
  options: ScheduleOptions & Named,
): Promise<Shown> {
  const id = whole(options.id, '--id');
  const creator = await context.self();
  const { chain, deployment, tokens } = await context.connected();
  const token = await tokens.of(tokens.mintOf(options.mint));
  const schedule = scheduleOf(options, token, await chain.unixTime());
  const grants = file(list, 'the list')
    .toString('utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .flatMap((line, at): Grant[] => {
      if (line === '') return [];
      const [wallet = '', amount, more] = line.split(',').map((cell) => cell.trim());
      if (amount === undefined || more !== undefined) {
        throw new CliError('ListInvalid', `line ${at + 1} is not WALLET,AMOUNT`);
      }
      const recipient = address(wallet, `the wallet of line ${at + 1}`);
      return [{ recipient, amount: parseAmount(amount, token), schedule }];
    });
  const batch = batchAddress(deployment, creator, id);
  const tree = new Tree(batch, grants);
  if (!context.options.dryRun) writeNew(path, writeBatchFile(tree));
  return {
    batch,
    file: path,
    ...(await shownTree(tree, (sum) => tokens.amount(sum, tokens.mintOf(options.mint)))),
  };
}

async function shownTree(tree: BatchTree, amount: (sum: bigint) => Promise<Shown>) {
  return { recipients: tree.count, total: await amount(tree.total), root: tree.root };
}

interface CreateOptions extends Named {
  claimWithin: string;
  cancel: string;
  change: string;
}

async function create(context: Context, path: string, options: CreateOptions): Promise<Shown> {
  const id = whole(options.id, '--id');
  const claimWithin = span(options.claimWithin, '--claim-within');
  const sides = {
    cancel: choice(options.cancel, '--cancel', SIDES),
    change: choice(options.change, '--change', SIDES),
  };
  const sending = await context.sending();
  const { chain, deployment, sender, tokens, wallet } = sending;
  const mint = tokens.mintOf(options.mint);
  await tokens.of(mint);
  const batch = batchAddress(deployment, wallet.publicKey, id);
  const known = await readBatch(sender, deployment, batch);
  // a file of another list than the one that is there is refused
  const tree = readBatchFile(file(path, "the recipients' file").toString('utf8'), batch, known ?? undefined);
  const told = await shownTree(tree, (sum) => tokens.amount(sum, mint));
  if (known !== null) return { batch, created: false, ...told, ...shownTransactions(sending) };
  const grants = Array.from({ length: tree.count }, (_, index) => tree.leaf(index));
  const claimUntil = (await chain.unixTime()) + claimWithin;
  await createBatch(sender, deployment, { creator: wallet, mint, id, grants, claimUntil, ...sides });
  return { batch, created: true, ...told, ...shownTransactions(sending) };
}

async function claim(
  context: Context,
  text: string,
  path: string,
  options: { wallet?: string; index?: string },
): Promise<Shown> {
  const batch = address(text, 'the batch');
  const sending = await context.sending();
  const { deployment, sender, wallet } = sending;
  const account = found(await readBatch(sender, deployment, batch), 'batch', batch);
  const tree = readBatchFile(file(path, "the recipients' file").toString('utf8'), batch, account);
  const recipient = options.wallet === undefined ? wallet.publicKey : address(options.wallet, '--wallet');
  const leaves =
    options.index === undefined
      ? tree.leavesOf(recipient)
      : [tree.leaf(Number(whole(options.index, '--index', 0xffff_ffffn)))];
  // what an earlier run has claimed is done
  const open = leaves.filter(({ index }) => !isClaimed(account, index));
  if (leaves.length === 0) {
    throw new CliError('NotInBatch', `the batch promises ${recipient.toBase58()} nothing`, 1);
  }
  const locks = [];
  for (const { index } of open) {
    locks.push((await claimLeaf(sender, deployment, tree, index, wallet)).lock);
  }
  return {
    batch,
    claimed: open.length,
    claimedBefore: leaves.length - open.length,
    locks,
    ...shownTransactions(sending),
  };
}

async function show(context: Context, text: string): Promise<Shown> {
  const batch = address(text, 'the batch');
  const { chain, deployment, tokens } = await context.connected();
  const account = found(await readBatch(chain, deployment, batch), 'batch', batch);
  const now = await chain.unixTime();
  const amount = (value: bigint) => tokens.amount(value, account.mint);
  return {
    batch,
    creator: account.creator,
    standing: batchStanding(account, now),
    recipients: account.count,
    claimed: Array.from({ length: account.count }, (_, index) => isClaimed(account, index)).filter(Boolean)
      .length,
    total: await amount(account.total),
    deposited: await amount(account.deposited),
    withdrawable: await amount(batchWithdrawable(account, now)),
    claimUntil: new Time(account.claimUntil),
    cancelled: new Time(account.cancelledAt),
    cancelBy: account.cancel,
    changeBy: account.change,
    mint: account.mint,
    root: Uint8Array.from(account.root),
  };
}
