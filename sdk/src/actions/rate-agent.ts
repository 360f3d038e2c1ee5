import type { PublicKey } from '@solana/web3.js';
import { treeOf } from '../accounts/reputation.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { eventsOf, type ProgramEvents } from '../events/events.js';
import { RATE_COMPUTE_UNITS, rate, receiptMint } from '../instructions/reputation.js';
import { AccountMismatch } from '../rpc/errors.js';
import { isProgramError } from '../transactions/program-error.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { type RatedSubject, readRatingRight } from './rating-right.js';
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

/** What carries the right, a channel (see `findRatingRight`) or a job, and who spends it. */
export type RateAgentParams = RatedSubject & {
  /** The wallet that opened the mandate; signs and pays. */
  payer: TransactionSigner;
  /** 1 to 5 */
  stars: number;
};

export interface RatedAgent {
  outcome: TransactionOutcome;
  /** What was recorded: facts, weight, score before and after, leaf of the receipt. */
  rated: ProgramEvents<'reputation'>['agentRated'];
}

/** Another rating of the agent, or another tree, may come between reading and landing. */
const ATTEMPTS = 4;

/**
 * Rates the agent of a channel or a job, and has the receipt minted where a tree has room; else it waits for
 * `mintPendingReceipt`.
 * @throws RatingRightMissing, RangeError for the stars: nothing was sent then
 * @throws AccountMismatch; ProgramError, reputation's `SelfRating` for one; what sending throws
 */
export async function rateAgent(
  chain: Chain,
  deployment: Deployment,
  params: RateAgentParams,
): Promise<RatedAgent> {
  const { payer, stars } = params;
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) {
    throw new RangeError(`a rating has 1 to 5 stars, got ${stars}`);
  }
  const right = await readRatingRight(chain, deployment, params);
  const { agent, kind, mandate, ownershipEpoch, subject } = right;
  if (right.paid + right.returned === 0n) {
    const what = `${kind.toLowerCase()} ${subject.toBase58()}`;
    throw new RatingRightMissing(`nothing of ${what} is left to rate; pay out first`);
  }
  for (let attempt = 1; ; attempt += 1) {
    const { instruction } = await rate(deployment, {
      payer: payer.publicKey,
      agent,
      mandate,
      subject,
      kind,
      ownershipEpoch,
      stars,
      number: (await readScore(chain, deployment, agent))?.ratings ?? 0n,
      merkleTree: await openReceiptTree(chain, deployment, agent),
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
