import {
  AllowTree,
  ensureMandate,
  listMandates,
  type MandateAccount,
  type MandateRef,
  mandateAddress,
  mandateClose,
  mandateDeposit,
  mandateKill,
  mandateRotate,
  mandateWithdraw,
  readConfig,
  readMandate,
  UNCAPPED,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, addressList, milliStars, span, whole } from '../arguments.js';
import type { Context, Sending } from '../context.js';
import { CliError } from '../errors.js';
import { readKeypair, sessionPath, writeKeypair } from '../keys.js';
import { parseAmount, type Token } from '../tokens.js';
import type { Shown } from '../values.js';
import { mandateRow, mandateView } from '../views/money.js';
import { found, sendOne, several, shownTransactions } from './common.js';

export function mandateCommands(program: Command, act: Act): void {
  const mandate = program
    .command('mandate')
    .description('budgets: money set aside under limits that the chain keeps');
  mandate
    .command('list')
    .description('mandates of a wallet')
    .option('--payer <address>', 'the wallet; that of --keypair unless given')
    .action(act(list));
  mandate
    .command('open')
    .description('opens a mandate; one of that id that is there is taken as it is')
    .requiredOption('--mint <mint>', 'symbol or address of what it holds')
    .requiredOption('--deposit <amount>', 'set aside at once')
    .requiredOption('--per-call-max <amount>', 'most that a call may cost')
    .option('--daily-cap <amount>', 'most allotted in a day (UTC), or none; the deposit unless given')
    .option('--total-cap <amount>', 'most allotted in all, or none; the deposit unless given')
    .option('--lifetime <span>', 'until it expires', '30d')
    .option('--id <n>', "tells the wallet's mandates apart", '1')
    .option('--session <file>', 'key file of the session key; a new one is kept unless given')
    .option('--allow <address>', 'an agent that may be paid, all unless given; may be repeated', several)
    .option('--allow-file <file>', 'a longer list of them, one a line: kept as the root of a tree')
    .option('--min-stake <amount>', 'stake that an agent must have behind it')
    .option('--min-score <stars>', 'score that an agent must have, 1 to 5')
    .option('--attestor <address>', "must vouch for an agent's owner")
    .option('--approver <address>', 'signs off larger sums; may be repeated', several)
    .option('--threshold <n>', 'how many approvers must; all unless given')
    .option('--approval-above <amount>', 'allotments from this on need them')
    .option('--release-approval-above <amount>', "a job's release from this on needs them")
    .action(act(open));
  mandate
    .command('show')
    .description('a mandate with its limits and its money')
    .argument('<mandate>', 'address')
    .action(act(show));
  mandate
    .command('deposit')
    .description('sets more aside')
    .argument('<mandate>', 'address')
    .argument('<amount>', 'such as 25tUSD')
    .action(act((context, at: string, typed: string) => move(context, at, typed, 'deposited')));
  mandate
    .command('withdraw')
    .description('takes free money out')
    .argument('<mandate>', 'address')
    .argument('<amount>', 'such as 25tUSD, or all that is free')
    .action(act((context, at: string, typed: string) => move(context, at, typed, 'withdrawn')));
  mandate
    .command('kill')
    .description('stops all allotting, for good; channels and jobs run out')
    .argument('<mandate>', 'address')
    .action(act(kill));
  mandate
    .command('rotate')
    .description('replaces the session key; channels of the old one wind down')
    .argument('<mandate>', 'address')
    .option('--session <file>', 'key file of the new session key; a new one is kept unless given')
    .action(act(rotate));
  mandate
    .command('close')
    .description('ends a mandate without channels and jobs; all its money comes back')
    .argument('<mandate>', 'address')
    .action(act(close));
}

async function list(context: Context, options: { payer?: string }): Promise<Shown> {
  const payer = options.payer === undefined ? await context.self() : address(options.payer, '--payer');
  const { chain, deployment, tokens } = await context.connected();
  const [all, now] = await Promise.all([
    listMandates(chain.connection, deployment, { payer }),
    chain.unixTime(),
  ]);
  all.sort((a, b) => (a.account.id < b.account.id ? -1 : 1));
  const rows = [];
  for (const { address: at, account } of all) {
    rows.push(mandateRow(at, account, await tokens.of(account.mint), now));
  }
  return { payer, mandates: rows };
}

interface OpenOptions {
  mint: string;
  deposit: string;
  perCallMax: string;
  dailyCap?: string;
  totalCap?: string;
  lifetime: string;
  id: string;
  session?: string;
  allow?: string[];
  allowFile?: string;
  minStake?: string;
  minScore?: string;
  attestor?: string;
  approver?: string[];
  threshold?: string;
  approvalAbove?: string;
  releaseApprovalAbove?: string;
}

async function open(context: Context, options: OpenOptions): Promise<Shown> {
  const lifetime = span(options.lifetime, '--lifetime');
  const id = whole(options.id, '--id');
  const allowList = (options.allow ?? []).map((text) => address(text, '--allow'));
  const named = options.session === undefined ? null : readKeypair(options.session, '--session');
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const mint = tokens.mintOf(options.mint);
  const token = await tokens.of(mint);
  const deposit = parseAmount(options.deposit, token);
  const known = await readMandate(sender, deployment, mandateAddress(deployment, wallet.publicKey, id));
  // one that is there has its own session key
  const made = named === null && known === null ? Keypair.generate() : null;
  const sessionKey = (named ?? made)?.publicKey ?? (known as MandateAccount).sessionKey;
  const kept = keep(sending, made);
  const { mandate, steps } = await ensureMandate(sender, deployment, {
    ...{ payer: wallet, session: { publicKey: sessionKey }, mint, id, lifetime, deposit },
    perCallMax: parseAmount(options.perCallMax, token),
    dailyCap: options.dailyCap === undefined ? deposit : capOf(options.dailyCap, token),
    totalCap: options.totalCap === undefined ? deposit : capOf(options.totalCap, token),
    limits: {
      ...(allowList.length > 0 && { allowList }),
      ...(options.allowFile !== undefined && {
        allowRoot: new AllowTree(addressList(options.allowFile, '--allow-file')).root,
      }),
      ...(options.minStake !== undefined && {
        minStake: parseAmount(options.minStake, await stakeToken(sending)),
      }),
      ...(options.minScore !== undefined && { minScore: milliStars(options.minScore, '--min-score') }),
      ...(options.attestor !== undefined && { attestor: address(options.attestor, '--attestor') }),
      ...approvalOf(options, token),
    },
  });
  return {
    mandate,
    opened: steps.length > 0,
    sessionKey,
    sessionFile: options.session ?? kept,
    ...shownTransactions(sending),
  };
}

/** Has a new session key written before it counts: a mandate whose session key is lost can only be rotated. */
function keep({ sender }: Sending, session: Keypair | null): string | null {
  if (session === null) return null;
  const path = sessionPath(session.publicKey);
  sender.beforeSending = () => writeKeypair(path, session);
  return path;
}

function approvalOf(options: OpenOptions, token: Token) {
  const approvers = (options.approver ?? []).map((text) => address(text, '--approver'));
  const { approvalAbove, releaseApprovalAbove, threshold } = options;
  const asked = approvalAbove ?? releaseApprovalAbove;
  if (approvers.length === 0 && asked === undefined && threshold === undefined) return {};
  if (approvers.length === 0 || asked === undefined) {
    throw new CliError(
      'ApprovalIncomplete',
      'approvals need --approver and an amount from which on they are asked',
    );
  }
  return {
    approval: {
      approvers,
      threshold: threshold === undefined ? approvers.length : Number(whole(threshold, '--threshold', 8n)),
      above: approvalAbove === undefined ? UNCAPPED : parseAmount(approvalAbove, token),
      releaseAbove: releaseApprovalAbove === undefined ? UNCAPPED : parseAmount(releaseApprovalAbove, token),
    },
  };
}

function capOf(text: string, token: Token): bigint {
  return text === 'none' ? UNCAPPED : parseAmount(text, token);
}

async function stakeToken({
  chain,
  deployment,
  tokens,
}: Pick<Sending, 'chain' | 'deployment' | 'tokens'>): Promise<Token> {
  const config = await readConfig(chain, deployment);
  if (config === null) throw new CliError('ConfigMissing', 'the protocol is not set up on this cluster', 1);
  return tokens.of(config.stakeMint);
}

async function show(context: Context, text: string): Promise<Shown> {
  const connected = await context.connected();
  const { chain, deployment, tokens } = connected;
  const at = address(text, 'the mandate');
  const account = found(await readMandate(chain, deployment, at), 'mandate', at);
  const token = await tokens.of(account.mint);
  return mandateView(at, account, {
    token,
    stakeToken: await stakeToken(connected),
    now: await chain.unixTime(),
  });
}

/** A mandate of the wallet's, and what its instructions name it by. */
async function own(
  context: Context,
  text: string,
): Promise<{ account: MandateAccount; ref: MandateRef; sending: Sending }> {
  const at = address(text, 'the mandate');
  const sending = await context.sending();
  const account = found(await readMandate(sending.chain, sending.deployment, at), 'mandate', at);
  const { mint, tokenProgram } = account;
  return { account, ref: { mandate: at, payer: sending.wallet.publicKey, mint, tokenProgram }, sending };
}

async function move(
  context: Context,
  text: string,
  typed: string,
  how: 'deposited' | 'withdrawn',
): Promise<Shown> {
  const { account, ref, sending } = await own(context, text);
  const token = await sending.tokens.of(ref.mint);
  const amount = typed === 'all' && how === 'withdrawn' ? account.free : parseAmount(typed, token);
  const instruct = how === 'deposited' ? mandateDeposit : mandateWithdraw;
  await sendOne(sending, await instruct(sending.deployment, ref, amount));
  return {
    mandate: ref.mandate,
    [how]: await sending.tokens.amount(amount, ref.mint),
    ...shownTransactions(sending),
  };
}

async function kill(context: Context, text: string): Promise<Shown> {
  const { ref, sending } = await own(context, text);
  await sendOne(sending, await mandateKill(sending.deployment, ref));
  return { mandate: ref.mandate, killed: true, ...shownTransactions(sending) };
}

async function rotate(context: Context, text: string, options: { session?: string }): Promise<Shown> {
  const named = options.session === undefined ? null : readKeypair(options.session, '--session');
  const { ref, sending } = await own(context, text);
  const session = named ?? Keypair.generate();
  const kept = keep(sending, named === null ? session : null);
  await sendOne(sending, await mandateRotate(sending.deployment, ref, session.publicKey));
  return {
    mandate: ref.mandate,
    sessionKey: session.publicKey,
    sessionFile: options.session ?? kept,
    ...shownTransactions(sending),
  };
}

async function close(context: Context, text: string): Promise<Shown> {
  const { account, ref, sending } = await own(context, text);
  await sendOne(sending, await mandateClose(sending.deployment, ref));
  const returned = await sending.tokens.amount(account.free, ref.mint);
  return { mandate: ref.mandate, closed: true, returned, ...shownTransactions(sending) };
}
