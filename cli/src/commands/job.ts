import {
  acceptJob,
  deliverJob,
  type JobAccount,
  jobAddress,
  jobCancel,
  jobExpire,
  jobFinish,
  jobRef,
  jobRefund,
  jobReject,
  jobSplit,
  listJobs,
  listMandates,
  type MandateAccount,
  openJob,
  payOutJob,
  readJob,
  readMandate,
  releaseJob,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, addressList, span, whole } from '../arguments.js';
import type { Connected, Context, Sending } from '../context.js';
import { CliError } from '../errors.js';
import { readKeypair } from '../keys.js';
import { parseAmount } from '../tokens.js';
import type { Shown } from '../values.js';
import { jobRow, jobView } from '../views/money.js';
import { found, sendOne, shownTransactions } from './common.js';
import { hashOf } from './hashes.js';
import { sessionOf } from './session.js';

export function jobCommands(program: Command, act: Act): void {
  const job = program
    .command('job')
    .description('one larger piece of work: offered, delivered, reviewed, paid');
  job
    .command('list')
    .description('jobs of a mandate, of an agent, or of a wallet')
    .option('--mandate <address>', 'of this mandate')
    .option('--agent <address>', 'of this agent')
    .option('--payer <address>', 'of all mandates of this wallet; that of --keypair unless anything is given')
    .action(act(list));
  job
    .command('open')
    .description('offers an agent a job and allots its money; one of that id that is there is left as it is')
    .argument('<mandate>', 'address')
    .argument('<agent>', 'address')
    .argument('<amount>', 'such as 50tUSD')
    .requiredOption('--id <n>', "tells the mandate's jobs apart")
    .option('--terms <file>', 'what is agreed; its SHA-256 goes on the chain')
    .option('--terms-hash <hex>', 'that hash itself')
    .option('--accept-within <span>', 'the agent accepts before then', '1d')
    .option('--deliver-within <span>', 'the agent delivers before then', '3d')
    .option('--review <span>', 'from delivery on, how long it may be disputed', '1d')
    .option('--session <file>', 'key file of the session key, where it is not kept here')
    .option('--allow-file <file>', 'the list that the mandate was opened with')
    .action(act(open));
  job.command('show').description('a job with its ledger').argument('<job>', 'address').action(act(show));
  job
    .command('accept')
    .description('takes a job on; signed by the agent key or the owner')
    .argument('<job>', 'address')
    .option('--terms <file>', 'what is agreed, as the agent has it')
    .option('--terms-hash <hex>', 'its SHA-256 instead')
    .option('--agent-keypair <file>', 'key file of the agent key, where --keypair only pays the fee')
    .action(act(accept));
  job
    .command('deliver')
    .description('delivers the result by its hash, and starts the review; signed by the agent key')
    .argument('<job>', 'address')
    .option('--result <file>', 'what is delivered; its SHA-256 goes on the chain')
    .option('--result-hash <hex>', 'that hash itself')
    .option('--agent-keypair <file>', 'key file of the agent key, where --keypair only pays the fee')
    .action(act(deliver));
  job
    .command('release')
    .description('accepts the result; anyone may once the review is over')
    .argument('<job>', 'address')
    .action(act(release));
  job
    .command('reject')
    .description('declines a job; signed by the agent key or the owner')
    .argument('<job>', 'address')
    .action(act((context, at: string) => end(context, at, 'rejected', jobReject)));
  job
    .command('cancel')
    .description('takes an offer back before it is accepted')
    .argument('<job>', 'address')
    .action(act((context, at: string) => end(context, at, 'cancelled', jobCancel)));
  job
    .command('split')
    .description('ends a job as both sides agree')
    .argument('<job>', 'address')
    .argument('<to-agent>', "the agent's part, such as 20tUSD; the rest goes back to the mandate")
    .requiredOption('--payout-keypair <file>', 'key file of the payout wallet, which agrees to it')
    .action(act(split));
  job
    .command('refund')
    .description('gives money of an accepted job back; signed by the payout wallet')
    .argument('<job>', 'address')
    .argument('<amount>', 'such as 5tUSD')
    .action(act(refund));
  job
    .command('expire')
    .description('ends a job that was not accepted, or not delivered, in time')
    .argument('<job>', 'address')
    .action(
      act((context, at: string) =>
        end(context, at, 'expired', (deployment, ref) => jobExpire(deployment, ref)),
      ),
    );
  job
    .command('payout')
    .description("pays what was earned to the agent's payout wallet")
    .argument('<job>', 'address')
    .action(act(payout));
  job
    .command('finish')
    .description('takes a job that is over off the chain')
    .argument('<job>', 'address')
    .action(act(finish));
}

async function list(
  context: Context,
  options: { mandate?: string; agent?: string; payer?: string },
): Promise<Shown> {
  const { chain, deployment, tokens } = await context.connected();
  const agent = options.agent === undefined ? undefined : address(options.agent, '--agent');
  const by = agent === undefined ? {} : { agent };
  let mandates: (PublicKey | undefined)[] = [undefined];
  if (options.mandate !== undefined) mandates = [address(options.mandate, '--mandate')];
  else if (options.payer !== undefined || agent === undefined) {
    const payer = options.payer === undefined ? await context.self() : address(options.payer, '--payer');
    mandates = (await listMandates(chain.connection, deployment, { payer })).map(({ address: at }) => at);
  }
  const rows = [];
  for (const mandate of mandates) {
    const jobs = await listJobs(chain.connection, deployment, {
      ...by,
      ...(mandate !== undefined && { mandate }),
    });
    for (const { address: at, account } of jobs) {
      const paid = found(await readMandate(chain, deployment, account.mandate), 'mandate', account.mandate);
      rows.push(jobRow(at, account, await tokens.of(paid.mint)));
    }
  }
  return { jobs: rows };
}

interface OpenOptions {
  id: string;
  terms?: string;
  termsHash?: string;
  acceptWithin: string;
  deliverWithin: string;
  review: string;
  session?: string;
  allowFile?: string;
}

async function open(
  context: Context,
  mandateText: string,
  agentText: string,
  typed: string,
  options: OpenOptions,
): Promise<Shown> {
  const mandate = address(mandateText, 'the mandate');
  const agent = address(agentText, 'the agent');
  const id = whole(options.id, '--id');
  const termsHash = hashOf('terms', options.terms, options.termsHash);
  const agents = options.allowFile === undefined ? undefined : addressList(options.allowFile, '--allow-file');
  const times = {
    acceptWithin: span(options.acceptWithin, '--accept-within'),
    deliverWithin: span(options.deliverWithin, '--deliver-within'),
    reviewWindow: span(options.review, '--review'),
  };
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const paid = found(await readMandate(sender, deployment, mandate), 'mandate', mandate);
  const amount = parseAmount(typed, await tokens.of(paid.mint));
  const at = jobAddress(deployment, mandate, id);
  const known = await readJob(sender, deployment, at);
  if (known !== null) {
    requireSame(known, { agent, amount, termsHash });
    return { job: at, opened: false, ...shownTransactions(sending) };
  }
  const { job } = await openJob(sender, deployment, {
    ...{
      payer: wallet,
      session: sessionOf(paid, wallet, options.session),
      mandate,
      agent,
      id,
      amount,
      termsHash,
    },
    ...times,
    ...(agents !== undefined && { allowed: { agents } }),
  });
  return { job, opened: true, ...shownTransactions(sending) };
}

/** @throws CliError `JobExists` where the job of that id is another */
function requireSame(
  known: JobAccount,
  { agent, amount, termsHash }: { agent: PublicKey; amount: bigint; termsHash: Uint8Array },
): void {
  const same =
    known.agent.equals(agent) &&
    known.amount === amount &&
    Buffer.from(known.termsHash).equals(Buffer.from(termsHash));
  if (same) return;
  throw new CliError(
    'JobExists',
    `the mandate has another job of id ${known.id}; nothing was sent`,
    1,
    'take another --id',
  );
}

/** A job with the mandate that it is paid out of. */
async function read(
  { chain, deployment }: Connected,
  text: string,
): Promise<{ at: PublicKey; account: JobAccount; mandate: MandateAccount }> {
  const at = address(text, 'the job');
  const account = found(await readJob(chain, deployment, at), 'job', at);
  const mandate = found(await readMandate(chain, deployment, account.mandate), 'mandate', account.mandate);
  return { at, account, mandate };
}

async function acted(context: Context, text: string) {
  const sending = await context.sending();
  const { at, account, mandate } = await read(sending, text);
  return { ...{ at, account, mandate, sending }, ref: jobRef(at, account), wallet: sending.wallet };
}

async function show(context: Context, text: string): Promise<Shown> {
  const connected = await context.connected();
  const { at, account, mandate } = await read(connected, text);
  return jobView(at, account, await connected.tokens.of(mandate.mint));
}

function agentKeyOf({ wallet }: Sending, path: string | undefined): Keypair {
  return path === undefined ? wallet : readKeypair(path, '--agent-keypair');
}

async function accept(
  context: Context,
  text: string,
  options: { terms?: string; termsHash?: string; agentKeypair?: string },
): Promise<Shown> {
  const job = address(text, 'the job');
  const termsHash = hashOf('terms', options.terms, options.termsHash);
  const sending = await context.sending();
  const agentKey = agentKeyOf(sending, options.agentKeypair);
  await acceptJob(sending.sender, sending.deployment, { job, agentKey, termsHash, feePayer: sending.wallet });
  return { job, accepted: true, ...shownTransactions(sending) };
}

async function deliver(
  context: Context,
  text: string,
  options: { result?: string; resultHash?: string; agentKeypair?: string },
): Promise<Shown> {
  const job = address(text, 'the job');
  const resultHash = hashOf('result', options.result, options.resultHash);
  const sending = await context.sending();
  const agentKey = agentKeyOf(sending, options.agentKeypair);
  await deliverJob(sending.sender, sending.deployment, {
    job,
    agentKey,
    resultHash,
    feePayer: sending.wallet,
  });
  return { job, resultHash, ...shownTransactions(sending) };
}

async function release(context: Context, text: string): Promise<Shown> {
  const job = address(text, 'the job');
  const sending = await context.sending();
  await releaseJob(sending.sender, sending.deployment, job, sending.wallet);
  return { job, released: true, ...shownTransactions(sending) };
}

/** Ends a job by one instruction that names whoever signs. */
async function end(
  context: Context,
  text: string,
  how: string,
  instruct: (
    deployment: Sending['deployment'],
    ref: ReturnType<typeof jobRef>,
    authority: PublicKey,
  ) => Promise<TransactionInstruction>,
): Promise<Shown> {
  const { at, ref, sending, wallet } = await acted(context, text);
  await sendOne(sending, await instruct(sending.deployment, ref, wallet.publicKey));
  return { job: at, [how]: true, ...shownTransactions(sending) };
}

async function split(
  context: Context,
  text: string,
  typed: string,
  options: { payoutKeypair: string },
): Promise<Shown> {
  const payoutOwner = readKeypair(options.payoutKeypair, '--payout-keypair');
  const { at, mandate, ref, sending, wallet } = await acted(context, text);
  const token = await sending.tokens.of(mandate.mint);
  const toAgent = parseAmount(typed, token);
  const keys = [wallet.publicKey, payoutOwner.publicKey] as const;
  const instruction = await jobSplit(sending.deployment, ref, ...keys, toAgent);
  const signers = payoutOwner.publicKey.equals(wallet.publicKey) ? [] : [payoutOwner];
  await sending.sender.send([instruction], { payer: wallet, signers });
  return {
    job: at,
    toAgent: await sending.tokens.amount(toAgent, mandate.mint),
    ...shownTransactions(sending),
  };
}

async function refund(context: Context, text: string, typed: string): Promise<Shown> {
  const { at, mandate, ref, sending, wallet } = await acted(context, text);
  const amount = parseAmount(typed, await sending.tokens.of(mandate.mint));
  await sendOne(sending, await jobRefund(sending.deployment, ref, wallet.publicKey, amount));
  return {
    job: at,
    refunded: await sending.tokens.amount(amount, mandate.mint),
    ...shownTransactions(sending),
  };
}

async function payout(context: Context, text: string): Promise<Shown> {
  const { account, at, mandate, sending } = await acted(context, text);
  await payOutJob(sending.sender, sending.deployment, at, sending.wallet);
  const after = found(await readJob(sending.sender, sending.deployment, at), 'job', at);
  const paid = await sending.tokens.amount(after.paidGross - account.paidGross, mandate.mint);
  return { job: at, paid, to: account.payoutOwner, ...shownTransactions(sending) };
}

async function finish(context: Context, text: string): Promise<Shown> {
  const { account, at, ref, sending, wallet } = await acted(context, text);
  await sendOne(sending, await jobFinish(sending.deployment, ref, wallet.publicKey, account.rentPayer));
  return { job: at, finished: true, ...shownTransactions(sending) };
}
