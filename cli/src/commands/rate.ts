import { findRatingRight, RatingRightMissing, rateAgent, receiptAssetId } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, choice, whole } from '../arguments.js';
import type { Context, Sending } from '../context.js';
import { CliError } from '../errors.js';
import { type Shown, Stars } from '../values.js';
import { shownTransactions } from './common.js';

export function rateCommand(program: Command, act: Act): void {
  program
    .command('rate')
    .description('rates an agent that was paid, once for what was paid out')
    .argument('<agent>', 'address')
    .argument('<stars>', '1 to 5')
    .option('--channel <address>', 'that carries the right; looked for unless given')
    .option('--job <address>', 'that carries the right instead')
    .option('--mandate-id <n>', 'of the mandate whose channels are looked at', '1')
    .action(act(rate));
}

async function rate(
  context: Context,
  text: string,
  typed: string,
  options: { channel?: string; job?: string; mandateId: string },
): Promise<Shown> {
  const agent = address(text, 'the agent');
  const stars = Number(choice(typed, 'the stars', ['1', '2', '3', '4', '5']));
  const mandateId = whole(options.mandateId, '--mandate-id');
  const { channel: named, job } = options;
  if (named !== undefined && job !== undefined) {
    throw new CliError('ArgumentInvalid', 'give --channel or --job, not both');
  }
  const given =
    job !== undefined
      ? { job: address(job, '--job') }
      : named !== undefined
        ? { channel: address(named, '--channel') }
        : null;
  const sending = await context.sending();
  const { deployment, sender, wallet } = sending;
  const subject = given ?? (await rightOf(sending, agent, mandateId));
  const { rated } = await rateAgent(sender, deployment, { payer: wallet, stars, ...subject });
  const { leaf } = rated;
  return {
    agent,
    ...subject,
    stars: new Stars(stars * 1_000),
    number: rated.facts.number,
    receipt: leaf === null ? null : receiptAssetId(leaf.merkleTree, leaf.nonce),
    ...shownTransactions(sending),
  };
}

async function rightOf({ deployment, sender, wallet }: Sending, agent: PublicKey, mandateId: bigint) {
  const channel = await findRatingRight(sender, deployment, { payer: wallet.publicKey, agent, mandateId });
  if (channel !== null) return { channel };
  throw new RatingRightMissing(`no channel of mandate ${mandateId} to the agent has anything left to rate`);
}
