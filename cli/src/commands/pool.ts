import {
  claimIncome,
  createPool,
  type EpochStanding,
  epochStanding,
  fundPool,
  joinPool,
  leavePool,
  openEpoch,
  type PoolModeName,
  poolAddress,
  poolDue,
  poolMoney,
  readIncomePool,
  readMembership,
} from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, choice, span, whole } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError } from '../errors.js';
import { parseAmount } from '../tokens.js';
import { type Shown, type ShownRecord, Span, Time } from '../values.js';
import { found, shownTransactions } from './common.js';

const MODES = ['Accrue', 'Expire'] as const satisfies readonly PoolModeName[];

export function poolCommands(program: Command, act: Act): void {
  const pool = program.command('pool').description('a fixed income for attested members, epoch by epoch');
  pool
    .command('create')
    .description('makes an income pool; one of that id that is there is left as it is')
    .requiredOption('--mint <mint>', 'symbol or address')
    .requiredOption('--id <n>', "tells the wallet's pools apart")
    .requiredOption('--amount <amount>', 'of one member and epoch')
    .requiredOption('--epoch <span>', 'how long one is, a minute to ten years')
    .requiredOption('--members <n>', 'most that may join')
    .requiredOption('--attestor <address>', 'vouches for members')
    .option(
      '--mode <mode>',
      "what is not claimed stays the member's, or is free again: accrue or expire",
      'accrue',
    )
    .option('--first-epoch <span>', 'from now', '1m')
    .option('--grace <span>', 'how long what a member without attestation had coming waits', '30d')
    .option('--fund <amount>', 'put in at once')
    .action(act(create));
  pool
    .command('fund')
    .description('puts money into a pool')
    .argument('<pool>', 'address')
    .argument('<amount>', 'such as 100tUSD')
    .action(act(fund));
  pool
    .command('join')
    .description('joins a pool, as an attested wallet')
    .argument('<pool>', 'address')
    .action(act(join));
  pool
    .command('leave')
    .description('leaves a pool, and claims first what is coming')
    .argument('<pool>', 'address')
    .option('--forfeit', 'gives up what cannot be claimed', false)
    .action(act(leave));
  pool
    .command('open-epoch')
    .description('opens the epoch of the present span of time; anyone may')
    .argument('<pool>', 'address')
    .action(act(open));
  pool
    .command('claim')
    .description('pays a member what it has coming; anyone may')
    .argument('<pool>', 'address')
    .option('--wallet <address>', 'the member; that of --keypair unless given')
    .action(act(claim));
  pool
    .command('show')
    .description('a pool, and what a wallet has coming from it')
    .argument('<pool>', 'address')
    .option('--wallet <address>', 'the member')
    .action(act(show));
}

interface CreateOptions {
  mint: string;
  id: string;
  amount: string;
  epoch: string;
  members: string;
  attestor: string;
  mode: string;
  firstEpoch: string;
  grace: string;
  fund?: string;
}

async function create(context: Context, options: CreateOptions): Promise<Shown> {
  const id = whole(options.id, '--id');
  const terms = {
    attestor: address(options.attestor, '--attestor'),
    mode: choice(options.mode, '--mode', MODES),
    maxMembers: Number(whole(options.members, '--members', 0xffff_ffffn)),
    epochLength: span(options.epoch, '--epoch'),
    grace: span(options.grace, '--grace'),
  };
  const first = span(options.firstEpoch, '--first-epoch');
  const sending = await context.sending();
  const { chain, deployment, sender, tokens, wallet } = sending;
  const mint = tokens.mintOf(options.mint);
  const token = await tokens.of(mint);
  const amount = parseAmount(options.amount, token);
  const funding = options.fund === undefined ? 0n : parseAmount(options.fund, token);
  const at = poolAddress(deployment, wallet.publicKey, id);
  const known = await readIncomePool(sender, deployment, at);
  if (known !== null) {
    if (known.amount !== amount || !known.mint.equals(mint) || !known.attestor.equals(terms.attestor)) {
      throw new CliError(
        'PoolExists',
        `another pool has the id ${id}; nothing was sent`,
        1,
        'take another --id',
      );
    }
    return { pool: at, created: false, ...shownTransactions(sending) };
  }
  const firstEpochAt = (await chain.unixTime()) + first;
  const { pool } = await createPool(sender, deployment, {
    ...{ creator: wallet, mint, id, amount, funding, firstEpochAt },
    ...terms,
  });
  return { pool, created: true, ...shownTransactions(sending) };
}

async function fund(context: Context, text: string, typed: string): Promise<Shown> {
  const pool = address(text, 'the pool');
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const { mint } = found(await readIncomePool(sender, deployment, pool), 'pool', pool);
  const amount = parseAmount(typed, await tokens.of(mint));
  await fundPool(sender, deployment, pool, wallet, amount);
  return { pool, funded: await tokens.amount(amount, mint), ...shownTransactions(sending) };
}

async function join(context: Context, text: string): Promise<Shown> {
  const pool = address(text, 'the pool');
  const sending = await context.sending();
  await joinPool(sending.sender, sending.deployment, pool, sending.wallet);
  return { pool, member: sending.wallet.publicKey, ...shownTransactions(sending) };
}

async function leave(context: Context, text: string, { forfeit }: { forfeit: boolean }): Promise<Shown> {
  const pool = address(text, 'the pool');
  const sending = await context.sending();
  await leavePool(sending.sender, sending.deployment, pool, sending.wallet, forfeit);
  return { pool, left: sending.wallet.publicKey, ...shownTransactions(sending) };
}

async function open(context: Context, text: string): Promise<Shown> {
  const pool = address(text, 'the pool');
  const sending = await context.sending();
  await openEpoch(sending.sender, sending.deployment, pool, sending.wallet);
  return { pool, opened: true, ...shownTransactions(sending) };
}

async function claim(context: Context, text: string, options: { wallet?: string }): Promise<Shown> {
  const pool = address(text, 'the pool');
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const { mint } = found(await readIncomePool(sender, deployment, pool), 'pool', pool);
  const member = options.wallet === undefined ? wallet.publicKey : address(options.wallet, '--wallet');
  const { amount } = await claimIncome(sender, deployment, pool, member, wallet);
  return { pool, member, paid: await tokens.amount(amount, mint), ...shownTransactions(sending) };
}

async function show(context: Context, text: string, options: { wallet?: string }): Promise<Shown> {
  const pool = address(text, 'the pool');
  const { chain, deployment, tokens } = await context.connected();
  const account = found(await readIncomePool(chain, deployment, pool), 'pool', pool);
  const now = await chain.unixTime();
  const amount = (value: bigint) => tokens.amount(value, account.mint);
  const { free, owed } = poolMoney(account, now);
  const wallet = options.wallet === undefined ? null : address(options.wallet, '--wallet');
  const member = wallet === null ? null : await readMembership(chain, deployment, pool, wallet);
  return {
    pool,
    creator: account.creator,
    attestor: account.attestor,
    mode: account.mode,
    amount: await amount(account.amount),
    epoch: new Span(account.epochLength),
    members: account.members,
    maxMembers: account.maxMembers,
    free: await amount(free),
    owed: await amount(owed),
    nextEpoch: await shownStanding(epochStanding(account, now), amount),
    stopped: new Time(account.stoppedAt),
    ...(wallet !== null && {
      member: {
        wallet,
        isMember: member !== null,
        due: member && (await amount(poolDue(account, member, now))),
      },
    }),
  };
}

/** Whether the next epoch can be opened, and what it waits for. */
async function shownStanding(
  standing: EpochStanding,
  amount: (value: bigint) => Promise<Shown>,
): Promise<ShownRecord> {
  if (standing.opens) return { opens: true };
  if (standing.why === 'NotDue') return { opens: false, why: standing.why, from: new Time(standing.at) };
  if (standing.why === 'NotFunded')
    return { opens: false, why: standing.why, lacks: await amount(standing.lacks) };
  return { opens: false, why: standing.why };
}
