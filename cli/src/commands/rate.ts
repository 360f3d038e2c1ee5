import { findRatingRight, RatingRightMissing, rateAgent, receiptAssetId } from '@agent-labs/sdk';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, whole } from '../arguments.js';
import type { Context } from '../context.js';
import { type Shown, Stars } from '../values.js';
import { shownTransactions } from './common.js';

export function rateCommand(program: Command, act: Act): void {
  program
    .command('rate')
    .description('rates an agent that was paid, once for what was paid out')
    .argument('<agent>', 'address')
    .argument('<stars>', '1 to 5')
    .option('--channel <address>', 'that carries the right; looked for unless given')
    .option('--mandate-id <n>', 'of the mandate whose channels are looked at', '1')
    .action(act(rate));
}

async function rate(
  context: Context,
  text: string,
  typed: string,
  options: { channel?: string; mandateId: string },
): Promise<Shown> {
  const agent = address(text, 'the agent');
  const stars = Number(whole(typed, 'the stars', 5n));
  const mandateId = whole(options.mandateId, '--mandate-id');
  const named = options.channel === undefined ? null : address(options.channel, '--channel');
  const sending = await context.sending();
  const { deployment, sender, wallet } = sending;
  const channel =
    named ?? (await findRatingRight(sender, deployment, { payer: wallet.publicKey, agent, mandateId }));
  if (channel === null) {
    throw new RatingRightMissing(`no channel of mandate ${mandateId} to the agent has anything left to rate`);
  }
  const { rated } = await rateAgent(sender, deployment, { payer: wallet, channel, stars });
  const { leaf } = rated;
  return {
    agent,
    channel,
    stars: new Stars(stars * 1_000),
    number: rated.facts.number,
    receipt: leaf === null ? null : receiptAssetId(leaf.merkleTree, leaf.nonce),
    ...shownTransactions(sending),
  };
}
