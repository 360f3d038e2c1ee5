import type { PublicKey } from '@solana/web3.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import type { ProgramEvents } from '../events/events.js';
import { receiptAssetId } from '../pda/reputation.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { NoReceiptTree, openReceiptTree, RatingRightMissing, rateAgent } from './rate-agent.js';
import { findRatingRight, type RatedSubject } from './rating-right.js';

export interface MintRatingParams {
  /** The wallet that opened the mandate; signs and pays. */
  payer: TransactionSigner;
  agent: PublicKey;
  /** 1 to 5 */
  stars: number;
  /** a channel that carries the right; looked for among the mandate's channels to the agent unless it or a job is given */
  channel?: PublicKey;
  /** a job that carries the right */
  job?: PublicKey;
  /** 1 unless given */
  mandateId?: bigint;
}

/** A receipt as a compressed NFT of the agent's. */
export interface MintedReceipt {
  /** its asset id */
  asset: PublicKey;
  merkleTree: PublicKey;
  /** place in the tree */
  nonce: bigint;
}

export interface MintedRating {
  outcome: TransactionOutcome;
  /** What was recorded: facts, weight, score before and after. */
  rated: ProgramEvents<'reputation'>['agentRated'];
  /** null where the last tree filled up meanwhile: the rating counts, `mintPendingReceipt` mints its receipt later */
  receipt: MintedReceipt | null;
}

/**
 * Rates an agent that was paid, and mints the receipt of that to the agent, in one transaction.
 * @throws NoReceiptTree, RatingRightMissing, RangeError for the stars, TypeError for both channel and job: nothing
 *   was sent then, and the right is
 *   still there
 * @throws AccountMismatch; ProgramError, reputation's `SelfRating` for one; what sending throws
 */
export async function mintRating(
  chain: Chain,
  deployment: Deployment,
  { payer, agent, stars, channel, job, mandateId }: MintRatingParams,
): Promise<MintedRating> {
  const wish = { payer: payer.publicKey, agent, ...(mandateId !== undefined && { mandateId }) };
  const right = await rightFor(chain, deployment, { ...wish, channel, job });
  if (right === null) {
    throw new RatingRightMissing(
      `no channel of this mandate to ${agent.toBase58()} has anything left to rate; pay out first`,
    );
  }
  if ((await openReceiptTree(chain, deployment, agent)) === null) {
    const message = `no tree takes receipts of ${agent.toBase58()} at present; nothing was sent`;
    throw new NoReceiptTree(`${message}. rateAgent rates without one`);
  }
  const { outcome, rated } = await rateAgent(chain, deployment, { payer, ...right, stars });
  if (rated.leaf === null) return { outcome, rated, receipt: null };
  const { merkleTree, nonce } = rated.leaf;
  return { outcome, rated, receipt: { asset: receiptAssetId(merkleTree, nonce), merkleTree, nonce } };
}

async function rightFor(
  chain: Chain,
  deployment: Deployment,
  {
    channel,
    job,
    ...wish
  }: Parameters<typeof findRatingRight>[2] & {
    channel: PublicKey | undefined;
    job: PublicKey | undefined;
  },
): Promise<RatedSubject | null> {
  if (channel !== undefined && job !== undefined)
    throw new TypeError('rate by a channel or by a job, not by both');
  if (job !== undefined) return { job };
  const found = channel ?? (await findRatingRight(chain, deployment, wish));
  return found === null ? null : { channel: found };
}
