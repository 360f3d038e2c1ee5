import type { PublicKey } from '@solana/web3.js';
import type { ChannelAccount } from '../accounts/escrow.js';
import { treeOf } from '../accounts/reputation.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { eventsOf, type ProgramEvents } from '../events/events.js';
import { RATE_COMPUTE_UNITS, rate, receiptMint } from '../instructions/reputation.js';
import { channelAddress, cheapestChannelNumber, mandateAddress } from '../pda/escrow.js';
import { AccountMismatch } from '../rpc/errors.js';
import { isProgramError } from '../transactions/program-error.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { readChannel } from './read.js';
import { readPendingReceipt, readScore, readTree, readTreePool } from './reputation.js';

/** The payer has nothing to rate: no money was paid out to the agent for a fee, or refunded, since the last rating. */
export class RatingRightMissing extends Error {
  override readonly name = 'RatingRightMissing';
}

/** No registered tree takes the agent's receipts, or it is full: try again once one was registered. */
export class NoReceiptTree extends Error {
  override readonly name = 'NoReceiptTree';
}

/** No receipt waits under that number: it was minted, or there was no such rating. */
export class NoPendingReceipt extends Error {
  override readonly name = 'NoPendingReceipt';
}

/** What of a channel may be rated, base units. */
function rightOf({ paidGross, ratedPaid, refunded, ratedRefunded, feeBps }: ChannelAccount): bigint {
  return (feeBps > 0 ? paidGross - ratedPaid : 0n) + refunded - ratedRefunded;
}

/** Channels of one mandate to one agent that are looked at. */
const MOST_NUMBERS = 16;

/**
 * The channel of a payer's mandate to an agent that carries the largest right to rate; null where none does.
 * Looks where `ensureChannel` opens.
 * @param mandateId 1 unless given
 * @throws AccountMismatch
 */
export async function findRatingRight(
  chain: Chain,
  deployment: Deployment,
  { payer, agent, mandateId = 1n }: { payer: PublicKey; agent: PublicKey; mandateId?: bigint },
): Promise<PublicKey | null> {
  const mandate = mandateAddress(deployment, payer, mandateId);
  const first = cheapestChannelNumber(deployment, mandate, agent);
  const numbers = Array.from({ length: MOST_NUMBERS }, (_, at) => (first + at) % 256);
  const rights = await Promise.all(
    numbers.map(async (n) => {
      const channel = channelAddress(deployment, mandate, agent, n);
      const account = await readChannel(chain, deployment, channel);
      return { channel, right: account === null ? 0n : rightOf(account) };
    }),
  );
  const best = rights.reduce((most, next) => (next.right > most.right ? next : most));
  return best.right > 0n ? best.channel : null;
}

export interface RateAgentParams {
  /** The wallet that opened the mandate; signs and pays. */
  payer: TransactionSigner;
  /** Carries the right; see `findRatingRight`. */
  channel: PublicKey;
  /** 1 to 5 */
  stars: number;
}

export interface RatedAgent {
  outcome: TransactionOutcome;
  /** What was recorded: facts, weight, score before and after, leaf of the receipt. */
  rated: ProgramEvents<'reputation'>['agentRated'];
}

/** Another rating of the agent, or another tree, may come between reading and landing. */
const ATTEMPTS = 4;

/**
 * Rates the agent of a channel, and has the receipt minted where a tree has room; else it waits for
 * `mintPendingReceipt`.
 * @throws RatingRightMissing, RangeError for the stars: nothing was sent then
 * @throws AccountMismatch; ProgramError, reputation's `SelfRating` for one; what sending throws
 */
export async function rateAgent(
  chain: Chain,
  deployment: Deployment,
  { payer, channel, stars }: RateAgentParams,
): Promise<RatedAgent> {
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
    throw new RangeError(`a rating has 1 to 5 stars, got ${stars}`);
  }
  const account = await readChannel(chain, deployment, channel);
  if (account === null) throw new AccountMismatch(`there is no channel at ${channel.toBase58()}`);
  if (rightOf(account) === 0n) {
    throw new RatingRightMissing(`nothing of channel ${channel.toBase58()} is left to rate; pay out first`);
  }
  for (let attempt = 1; ; attempt += 1) {
    const { instruction } = await rate(deployment, {
      payer: payer.publicKey,
      agent: account.agent,
      mandate: account.mandate,
      channel,
      ownershipEpoch: account.ownershipEpoch,
      stars,
      number: (await readScore(chain, deployment, account.agent))?.ratings ?? 0n,
      merkleTree: await openReceiptTree(chain, deployment, account.agent),
    });
    try {
      const outcome = await chain.send([instruction], { payer, computeUnitLimit: RATE_COMPUTE_UNITS });
      return { outcome, rated: recorded(deployment, outcome, 'agentRated') };
    } catch (error) {
      if (isProgramError(error, 'escrow', 'RatingRightMissing')) {
        throw new RatingRightMissing('the right was used up meanwhile', { cause: error });
      }
      const overtaken =
        isProgramError(error, 'reputation', 'ReceiptMismatch') ||
        isProgramError(error, 'reputation', 'TreeMismatch');
      if (!overtaken || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The Merkle tree that takes an agent's receipts; null where there is none with room. */
export async function openReceiptTree(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
): Promise<PublicKey | null> {
  const pool = await readTreePool(chain, deployment);
  const merkleTree = pool && treeOf(pool, agent);
  if (!merkleTree) return null;
  const tree = await readTree(chain, deployment, merkleTree);
  return tree !== null && tree.minted < tree.capacity ? merkleTree : null;
}

/**
 * Mints the receipt of an agent's rating that waits under its number. Anyone may; the rent goes back to the payer.
 * @throws NoPendingReceipt, NoReceiptTree; AccountMismatch; ProgramError; what sending throws
 */
export async function mintPendingReceipt(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
  number: bigint,
  feePayer: TransactionSigner,
): Promise<{ outcome: TransactionOutcome; minted: ProgramEvents<'reputation'>['receiptMinted'] }> {
  const pending = await readPendingReceipt(chain, deployment, agent, number);
  if (pending === null) throw new NoPendingReceipt(`no receipt of rating ${number} waits`);
  const merkleTree = await openReceiptTree(chain, deployment, agent);
  if (merkleTree === null)
    throw new NoReceiptTree(`no tree takes receipts of ${agent.toBase58()} at present`);
  const { payer } = pending;
  const instruction = await receiptMint(deployment, { agent, payer, number, merkleTree });
  const outcome = await chain.send([instruction], { payer: feePayer, computeUnitLimit: RATE_COMPUTE_UNITS });
  return { outcome, minted: recorded(deployment, outcome, 'receiptMinted') };
}

function recorded<N extends 'agentRated' | 'receiptMinted'>(
  deployment: Deployment,
  outcome: TransactionOutcome,
  name: N,
): ProgramEvents<'reputation'>[N] {
  const event = eventsOf(deployment, outcome).find(
    (each) => each.program === 'reputation' && each.name === name,
  );
  if (event === undefined) throw new AccountMismatch(`transaction ${outcome.signature} recorded no ${name}`);
  return event.data as ProgramEvents<'reputation'>[N];
}
