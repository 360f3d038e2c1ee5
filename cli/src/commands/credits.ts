import { associatedTokens, burnCredits, creditMintAddress } from '@agent-labs/sdk';
import { AccountLayout } from '@solana/spl-token';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, hash } from '../arguments.js';
import type { Context } from '../context.js';
import { CliError } from '../errors.js';
import { parseAmount } from '../tokens.js';
import type { Shown } from '../values.js';
import { shownTransactions } from './common.js';

export function creditsCommands(program: Command, act: Act): void {
  const credits = program
    .command('credits')
    .description('credits: minted for payments made elsewhere, burnt to redeem');
  credits
    .command('balance')
    .description('credits of a wallet')
    .argument('[wallet]', 'that of --keypair unless given')
    .action(act(balance));
  credits
    .command('burn')
    .description("burns the wallet's credits")
    .argument('<amount>', 'such as 10CREDIT')
    .option('--reference <hex>', '32 bytes that tell what they are redeemed for')
    .action(act(burn));
}

async function balance(context: Context, text: string | undefined): Promise<Shown> {
  const wallet = text === undefined ? await context.self() : address(text, 'the wallet');
  const { chain, deployment, tokens } = await context.connected();
  const mint = creditMintAddress(deployment);
  if ((await chain.getAccount(mint)) === null) throw noCredits();
  const account = await chain.getAccount(associatedTokens(mint, wallet));
  const held = account === null ? 0n : AccountLayout.decode(account.data).amount;
  return { wallet, credits: await tokens.amount(held, mint), mint };
}

async function burn(context: Context, typed: string, options: { reference?: string }): Promise<Shown> {
  const reference = options.reference === undefined ? undefined : hash(options.reference, '--reference');
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const mint = creditMintAddress(deployment);
  if ((await sender.getAccount(mint)) === null) throw noCredits();
  const amount = parseAmount(typed, await tokens.of(mint));
  await burnCredits(sender, deployment, wallet, amount, reference);
  return { burnt: await tokens.amount(amount, mint), ...shownTransactions(sending) };
}

function noCredits(): CliError {
  return new CliError('CreditsMissing', 'nobody has made credits on this cluster', 1);
}
