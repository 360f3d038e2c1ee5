import {
  appealBond,
  type DisputeAccount,
  type DisputeSide,
  disputeAnswer,
  disputeAppeal,
  disputeEnding,
  disputeJob,
  disputeVote,
  disputeWithdraw,
  executeDispute,
  jobUndecided,
  listDisputes,
  listPositions,
  openDispute,
  PayerStore,
  readAgent,
  readChannel,
  readDispute,
  readJob,
  readMandate,
  readStakeVault,
  stakeVaultAddress,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, share, whole } from '../arguments.js';
import type { Connected, Context, Sending } from '../context.js';
import { CliError } from '../errors.js';
import { parseAmount } from '../tokens.js';
import { Share, type Shown } from '../values.js';
import { disputeRow, disputeView } from '../views/trust.js';
import { found, sendOne, several, shownTransactions } from './common.js';
import { hashOf } from './hashes.js';

export function disputeCommands(program: Command, act: Act): void {
  const dispute = program.command('dispute').description('claims about what a channel or a job cost');
  dispute
    .command('list')
    .description('disputes that are under way')
    .option('--agent <address>', 'about this agent')
    .option('--claimant <address>', 'brought by this wallet')
    .action(act(list));
  dispute
    .command('open')
    .description('disputes what a channel cost, or the result of a job, with a bond')
    .argument('<subject>', 'address of the channel or the job')
    .argument('<claim>', 'such as 2tUSD; all for what a job has left')
    .option('--evidence <file>', 'what the claimant brings; its SHA-256 goes on the chain')
    .option('--evidence-hash <hex>', 'that hash itself')
    .option('--call <n>', 'call of a channel to cite; may be repeated', several)
    .option('--store <file>', 'journal of the payer that made the calls')
    .action(act(open));
  dispute
    .command('show')
    .description('a dispute with its windows, votes, and what it is on its way to')
    .argument('<dispute>', 'address')
    .action(act(show));
  dispute
    .command('answer')
    .description("answers for the agent, with a bond as high as the claimant's")
    .argument('<dispute>', 'address')
    .option('--statement <file>', 'what is stated; its SHA-256 goes on the chain')
    .option('--statement-hash <hex>', 'that hash itself')
    .action(act(answer));
  dispute
    .command('vote')
    .description('votes as a member of the panel that decides now')
    .argument('<dispute>', 'address')
    .argument('<award>', 'part of the claim, such as 50% or 2500bps')
    .action(act(vote));
  dispute
    .command('appeal')
    .description('takes a ruling to the second panel, with a doubled bond')
    .argument('<dispute>', 'address')
    .action(act(appeal));
  dispute
    .command('withdraw')
    .description('takes a claim back before a ruling')
    .argument('<dispute>', 'address')
    .action(act(withdraw));
  dispute
    .command('execute')
    .alias('close')
    .description('carries out what a dispute came to; anyone may')
    .argument('<dispute>', 'address')
    .action(act(execute));
}

async function list(context: Context, options: { agent?: string; claimant?: string }): Promise<Shown> {
  const by = {
    ...(options.agent !== undefined && { agent: address(options.agent, '--agent') }),
    ...(options.claimant !== undefined && { claimant: address(options.claimant, '--claimant') }),
  };
  const { chain, deployment, tokens } = await context.connected();
  const listed = await listDisputes(chain.connection, deployment, by);
  const rows = [];
  for (const { address: at, account } of listed)
    rows.push(disputeRow(at, account, await tokens.of(account.mint)));
  return { disputes: rows };
}

interface OpenOptions {
  evidence?: string;
  evidenceHash?: string;
  call?: string[];
  store?: string;
}

async function open(context: Context, text: string, typed: string, options: OpenOptions): Promise<Shown> {
  const subject = address(text, 'the subject');
  const evidenceHash = hashOf('evidence', options.evidence, options.evidenceHash);
  const calls = (options.call ?? []).map((call) => Number(whole(call, '--call', 0xffff_ffffn)));
  const sending = await context.sending();
  const { deployment, sender } = sending;
  if (await isJob(sending, subject)) return openAboutJob(sending, subject, typed, evidenceHash, calls);
  const channel = found(await readChannel(sender, deployment, subject), 'channel or job', subject);
  const claim = parseAmount(typed, await tokenOf(sending, channel.mandate));
  if (calls.length > 0 && options.store === undefined) {
    throw new CliError(
      'StoreMissing',
      'calls are cited from what both sides signed of them',
      2,
      'give --store FILE',
    );
  }
  const store = options.store === undefined ? null : await PayerStore.open(options.store);
  try {
    const { dispute } = await openDispute(sender, deployment, {
      ...{ claimant: sending.wallet, channel: subject, claim, evidenceHash, calls },
      store: store ?? { evidence: async () => [] },
    });
    return { dispute, about: 'Channel', cited: calls, ...shownTransactions(sending) };
  } finally {
    await store?.close();
  }
}

async function openAboutJob(
  sending: Sending,
  job: PublicKey,
  typed: string,
  evidenceHash: Uint8Array,
  calls: number[],
): Promise<Shown> {
  const { deployment, sender, wallet } = sending;
  if (calls.length > 0)
    throw new CliError('NoCallsToCite', 'a job has no calls: its terms and result stand on the chain');
  const account = found(await readJob(sender, deployment, job), 'job', job);
  const claim =
    typed === 'all' ? jobUndecided(account) : parseAmount(typed, await tokenOf(sending, account.mandate));
  const { dispute } = await disputeJob(sender, deployment, { claimant: wallet, job, claim, evidenceHash });
  return { dispute, about: 'Job', ...shownTransactions(sending) };
}

/** A job and a channel are told apart by what the account is. */
async function isJob({ deployment, sender }: Sending, at: PublicKey): Promise<boolean> {
  try {
    return (await readJob(sender, deployment, at)) !== null;
  } catch (error) {
    if ((error as Error).name === 'AccountMismatch') return false;
    throw error;
  }
}

async function tokenOf({ deployment, sender, tokens }: Sending, mandate: PublicKey) {
  return tokens.of(found(await readMandate(sender, deployment, mandate), 'mandate', mandate).mint);
}

async function read({ chain, deployment }: Connected, text: string) {
  const at = address(text, 'the dispute');
  const account = found(await readDispute(chain, deployment, at), 'dispute', at);
  const vault = found(await readStakeVault(chain, deployment, account.agent), 'vault', account.vault);
  return { at, account, stakeMint: vault.mint };
}

async function show(context: Context, text: string): Promise<Shown> {
  const connected = await context.connected();
  const { at, account, stakeMint } = await read(connected, text);
  const { tokens } = connected;
  return disputeView(at, account, await tokens.of(account.mint), await tokens.of(stakeMint));
}

async function acted(context: Context, text: string) {
  const sending = await context.sending();
  const { at, account, stakeMint } = await read(sending, text);
  return { at, account, sending, ref: { dispute: at, agent: account.agent, stakeMint } };
}

async function answer(
  context: Context,
  text: string,
  options: { statement?: string; statementHash?: string },
): Promise<Shown> {
  const statementHash = hashOf('statement', options.statement, options.statementHash);
  const { at, account, ref, sending } = await acted(context, text);
  // one bond answers for the agent, whoever put it in
  const bond = account.answerer === null ? account.claimantBond : 0n;
  const side = { ...(await sideOf(sending, account)), bond };
  await sendOne(sending, await disputeAnswer(sending.deployment, ref, side, statementHash));
  return {
    dispute: at,
    bond: await sending.tokens.amount(bond, ref.stakeMint),
    ...shownTransactions(sending),
  };
}

async function appeal(context: Context, text: string): Promise<Shown> {
  const { at, account, ref, sending } = await acted(context, text);
  const bond = appealBond(account);
  const side = { ...(await sideOf(sending, account)), bond };
  await sendOne(sending, await disputeAppeal(sending.deployment, ref, side));
  return {
    dispute: at,
    bond: await sending.tokens.amount(bond, ref.stakeMint),
    ...shownTransactions(sending),
  };
}

/** The wallet as a party: a backer names the tranche that its stake is in. */
async function sideOf(
  { chain, deployment, wallet }: Sending,
  account: DisputeAccount,
): Promise<Omit<DisputeSide, 'bond'>> {
  const key = wallet.publicKey;
  const agent = await readAgent(chain, deployment, account.agent);
  if (account.claimant.equals(key) || agent?.owner.equals(key)) return { wallet: key };
  const vault = stakeVaultAddress(deployment, account.agent);
  const staked = await listPositions(chain.connection, deployment, { vault, staker: key });
  const [position] = staked.filter(
    ({ account: { activeShares, coolingShares } }) => activeShares + coolingShares > 0n,
  );
  return { wallet: key, ...(position && { tranche: position.account.tranche }) };
}

async function vote(context: Context, text: string, typed: string): Promise<Shown> {
  const award = share(typed, 'the award');
  const { at, ref, sending } = await acted(context, text);
  const arbiter = sending.wallet.publicKey;
  const tokens = getAssociatedTokenAddressSync(ref.stakeMint, arbiter, true);
  await sendOne(
    sending,
    createAssociatedTokenAccountIdempotentInstruction(arbiter, tokens, arbiter, ref.stakeMint),
    await disputeVote(sending.deployment, ref, arbiter, award),
  );
  return { dispute: at, award: new Share(award), ...shownTransactions(sending) };
}

async function withdraw(context: Context, text: string): Promise<Shown> {
  const { at, sending } = await acted(context, text);
  const { ending } = await disputeEnding(sending.sender, sending.deployment, at);
  await sendOne(sending, await disputeWithdraw(sending.deployment, ending, sending.wallet.publicKey));
  return { dispute: at, withdrawn: true, ...shownTransactions(sending) };
}

async function execute(context: Context, text: string): Promise<Shown> {
  const at = address(text, 'the dispute');
  const sending = await context.sending();
  await executeDispute(sending.sender, sending.deployment, at, sending.wallet);
  return { dispute: at, executed: true, ...shownTransactions(sending) };
}
