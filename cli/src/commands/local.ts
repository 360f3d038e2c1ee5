import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, span } from '../arguments.js';
import type { Connected, Context } from '../context.js';
import { CliError } from '../errors.js';
import { type LocalChain, localCall } from '../local-stack.js';
import { parseAmount, SOL } from '../tokens.js';
import { Lamports, type Shown, Span, Time } from '../values.js';

export function localCommands(program: Command, act: Act): void {
  program
    .command('airdrop')
    .description('gives SOL or tokens out of nothing; on a local chain alone')
    .argument('<amount>', 'such as 5SOL, 100tUSD or 100tSTAKE')
    .option('--to <address>', 'the wallet; that of --keypair unless given')
    .action(act(airdrop));
  const clock = program.command('clock').description("the chain's clock, in your hands on a local chain");
  clock.command('show').description('slot and time of the cluster').action(act(show));
  clock
    .command('advance')
    .description('moves the clock of a local chain on')
    .argument('<span>', 'such as 90s, 2h or 3d')
    .action(act(advance));
}

async function local(context: Context): Promise<Connected & { local: LocalChain }> {
  const connected = await context.connected();
  if (connected.local !== null) return { ...connected, local: connected.local };
  throw new CliError(
    'NotLocal',
    `${connected.url} is no local chain; nothing was sent`,
    1,
    'npm start runs one',
  );
}

async function airdrop(context: Context, typed: string, options: { to?: string }): Promise<Shown> {
  const connected = await local(context);
  const to = options.to === undefined ? await context.self() : address(options.to, '--to');
  const { chain, local: info, tokens, url } = connected;
  const unit = /[A-Za-z]+$/.exec(typed.trim())?.[0]?.toLowerCase() ?? '';
  if (unit === 'sol') {
    const lamports = parseAmount(typed, SOL);
    if (context.options.dryRun) return { dryRun: true, sent: false, to, amount: new Lamports(lamports) };
    const signature = await localCall(url, 'requestAirdrop', [to.toBase58(), Number(lamports)]);
    const after = await chain.getAccount(to);
    return {
      to,
      amount: new Lamports(lamports),
      balance: new Lamports(after?.lamports ?? 0n),
      signature: String(signature),
    };
  }
  const mint = tokens.mintOf(unit === 'tstake' ? info.stakeMint : info.mint);
  const amount = parseAmount(typed, await tokens.of(mint));
  const told = { to, amount: await tokens.amount(amount, mint) };
  if (context.options.dryRun) return { dryRun: true, sent: false, ...told };
  const { account, signature } = (await localCall(url, 'localnet_faucet', [
    ...[to.toBase58(), mint.toBase58(), amount.toString()],
  ])) as { account: string; signature: string };
  return { ...told, account: address(account, 'the account'), signature };
}

async function show(context: Context): Promise<Shown> {
  const { chain, local: info } = await context.connected();
  return { slot: await chain.slot(), time: new Time(await chain.unixTime()), local: info !== null };
}

async function advance(context: Context, text: string): Promise<Shown> {
  const seconds = span(text, 'the span');
  const { chain, url } = await local(context);
  if (context.options.dryRun) {
    return {
      dryRun: true,
      sent: false,
      advanced: new Span(seconds),
      time: new Time((await chain.unixTime()) + seconds),
    };
  }
  const { slot, unixTime } = (await localCall(url, 'localnet_advance', [{ seconds: Number(seconds) }])) as {
    slot: number;
    unixTime: number;
  };
  return { advanced: new Span(seconds), slot, time: new Time(BigInt(unixTime)) };
}
