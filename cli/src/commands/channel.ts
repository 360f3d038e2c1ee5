import {
  type ChannelAccount,
  ChannelStatus,
  channelClose,
  channelDrain,
  channelFinish,
  channelHold,
  channelRefund,
  channelRelease,
  channelReopen,
  ensureChannel,
  listChannels,
  listMandates,
  type MandateAccount,
  payOut,
  readChannel,
  readMandate,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, addressList, span } from '../arguments.js';
import type { Connected, Context } from '../context.js';
import { parseAmount } from '../tokens.js';
import type { Shown } from '../values.js';
import { channelRow, channelView } from '../views/money.js';
import { found, sendOne, shownTransactions } from './common.js';
import { sessionOf } from './session.js';

export function channelCommands(program: Command, act: Act): void {
  const channel = program
    .command('channel')
    .description('allotments of a mandate to an agent, paid per call');
  channel
    .command('list')
    .description('channels of a mandate, to an agent, or of a wallet')
    .option('--mandate <address>', 'of this mandate')
    .option('--agent <address>', 'to this agent')
    .option('--payer <address>', 'of all mandates of this wallet; that of --keypair unless anything is given')
    .action(act(list));
  channel
    .command('open')
    .description(
      'allots money to an agent; an open channel to it is used again, and filled up where it has less',
    )
    .argument('<mandate>', 'address')
    .argument('<agent>', 'address')
    .argument('<amount>', 'allotted, such as 5tUSD')
    .option('--lifetime <span>', 'until it expires', '1d')
    .option('--session <file>', 'key file of the session key, where it is not kept here')
    .option('--allow-file <file>', 'the list that the mandate was opened with')
    .action(act(open));
  channel
    .command('show')
    .description('a channel with its ledger')
    .argument('<channel>', 'address')
    .action(act(show));
  channel
    .command('close')
    .description('begins to close it; the agent settles for a while yet')
    .argument('<channel>', 'address')
    .action(act(close));
  channel
    .command('reopen')
    .description('takes a closing back')
    .argument('<channel>', 'address')
    .action(act(reopen));
  channel
    .command('finish')
    .description('returns what is left to the mandate, and takes the channel off the chain')
    .argument('<channel>', 'address')
    .action(act(finish));
  channel
    .command('payout')
    .description("pays what has matured to the agent's payout wallet")
    .argument('<channel>', 'address')
    .action(act(payout));
  channel
    .command('refund')
    .description('gives settled money back to the payer; signed by the payout wallet')
    .argument('<channel>', 'address')
    .argument('<amount>', 'such as 1tUSD')
    .action(act(refund));
  channel
    .command('hold')
    .description('keeps settled money from being paid out, so that a dispute finds it')
    .argument('<channel>', 'address')
    .argument('<amount>', 'such as 1tUSD')
    .action(act(hold));
  channel
    .command('release')
    .description('gives a hold back before its time')
    .argument('<channel>', 'address')
    .action(act(release));
}

interface ListOptions {
  mandate?: string;
  agent?: string;
  payer?: string;
}

async function list(context: Context, options: ListOptions): Promise<Shown> {
  const { chain, deployment, tokens } = await context.connected();
  const agent = options.agent === undefined ? undefined : address(options.agent, '--agent');
  const by = agent === undefined ? {} : { agent };
  let mandates: (PublicKey | undefined)[] = [undefined];
  if (options.mandate !== undefined) mandates = [address(options.mandate, '--mandate')];
  else if (options.payer !== undefined || agent === undefined) {
    const payer = options.payer === undefined ? await context.self() : address(options.payer, '--payer');
    const own = await listMandates(chain.connection, deployment, { payer });
    mandates = own.map(({ address: at }) => at);
  }
  const now = await chain.unixTime();
  const rows = [];
  for (const mandate of mandates) {
    const listed = await listChannels(chain.connection, deployment, {
      ...by,
      ...(mandate !== undefined && { mandate }),
    });
    for (const { address: at, account } of listed) {
      const paid = found(await readMandate(chain, deployment, account.mandate), 'mandate', account.mandate);
      rows.push(channelRow(at, account, await tokens.of(paid.mint), now));
    }
  }
  return { channels: rows };
}

async function open(
  context: Context,
  mandateText: string,
  agentText: string,
  typed: string,
  options: { lifetime: string; session?: string; allowFile?: string },
): Promise<Shown> {
  const mandate = address(mandateText, 'the mandate');
  const agent = address(agentText, 'the agent');
  const lifetime = span(options.lifetime, '--lifetime');
  const agents = options.allowFile === undefined ? undefined : addressList(options.allowFile, '--allow-file');
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const paid = found(await readMandate(sender, deployment, mandate), 'mandate', mandate);
  const allotment = parseAmount(typed, await tokens.of(paid.mint));
  const { account, channel, steps } = await ensureChannel(sender, deployment, {
    ...{
      payer: wallet,
      session: sessionOf(paid, wallet, options.session),
      mandate,
      agent,
      allotment,
      lifetime,
    },
    // what is open and has as much is used again: a second run allots nothing
    least: allotment,
    leastLifetime: 1n,
    ...(agents !== undefined && { allowed: { agents } }),
  });
  return {
    channel,
    done: steps.map(({ what }) => what),
    left: await tokens.amount(account.allotted - account.returned - account.settled, paid.mint),
    ...shownTransactions(sending),
  };
}

/** A channel with the mandate that it pays out of. */
async function read(
  { chain, deployment }: Connected,
  text: string,
): Promise<{ at: PublicKey; account: ChannelAccount; mandate: MandateAccount }> {
  const at = address(text, 'the channel');
  const account = found(await readChannel(chain, deployment, at), 'channel', at);
  const mandate = found(await readMandate(chain, deployment, account.mandate), 'mandate', account.mandate);
  return { at, account, mandate };
}

/** The same for what sends, with what its instructions name it by. */
async function acted(context: Context, text: string) {
  const sending = await context.sending();
  const { at, account, mandate } = await read(sending, text);
  const ref = { channel: at, mandate: account.mandate, tokenProgram: mandate.tokenProgram };
  return { ...{ at, account, mandate, ref, sending }, wallet: sending.wallet.publicKey };
}

async function show(context: Context, text: string): Promise<Shown> {
  const connected = await context.connected();
  const { at, account, mandate } = await read(connected, text);
  return channelView(at, account, await connected.tokens.of(mandate.mint), await connected.chain.unixTime());
}

async function close(context: Context, text: string): Promise<Shown> {
  const { at, ref, sending, wallet } = await acted(context, text);
  await sendOne(sending, await channelClose(sending.deployment, ref, wallet));
  return { channel: at, closing: true, ...shownTransactions(sending) };
}

async function reopen(context: Context, text: string): Promise<Shown> {
  const { at, ref, sending, wallet } = await acted(context, text);
  await sendOne(sending, await channelReopen(sending.deployment, ref, wallet));
  return { channel: at, closing: false, ...shownTransactions(sending) };
}

async function finish(context: Context, text: string): Promise<Shown> {
  const { account, at, ref, sending, wallet } = await acted(context, text);
  const { deployment } = sending;
  const drain = account.status === ChannelStatus.Draining ? [] : [await channelDrain(deployment, ref)];
  await sendOne(sending, ...drain, await channelFinish(deployment, ref, wallet, account.rentPayer));
  return { channel: at, finished: true, ...shownTransactions(sending) };
}

async function payout(context: Context, text: string): Promise<Shown> {
  const { account, at, mandate, sending } = await acted(context, text);
  await payOut(sending.sender, sending.deployment, at, sending.wallet);
  // a dry run does not come here: what was paid is the ledger's difference
  const after = found(await readChannel(sending.sender, sending.deployment, at), 'channel', at);
  const paid = await sending.tokens.amount(after.paidGross - account.paidGross, mandate.mint);
  return { channel: at, paid, to: account.payoutOwner, ...shownTransactions(sending) };
}

async function refund(context: Context, text: string, typed: string): Promise<Shown> {
  const { at, mandate, ref, sending, wallet } = await acted(context, text);
  const amount = parseAmount(typed, await sending.tokens.of(mandate.mint));
  await sendOne(
    sending,
    await channelRefund(sending.deployment, ref, mandate.mint, wallet, mandate.payer, amount),
  );
  return {
    channel: at,
    refunded: await sending.tokens.amount(amount, mandate.mint),
    ...shownTransactions(sending),
  };
}

async function hold(context: Context, text: string, typed: string): Promise<Shown> {
  const { at, mandate, ref, sending, wallet } = await acted(context, text);
  const amount = parseAmount(typed, await sending.tokens.of(mandate.mint));
  await sendOne(sending, await channelHold(sending.deployment, ref, wallet, amount));
  return {
    channel: at,
    held: await sending.tokens.amount(amount, mandate.mint),
    ...shownTransactions(sending),
  };
}

async function release(context: Context, text: string): Promise<Shown> {
  const { at, ref, sending, wallet } = await acted(context, text);
  await sendOne(sending, await channelRelease(sending.deployment, ref, wallet));
  return { channel: at, released: true, ...shownTransactions(sending) };
}
