import {
  findRatingRight,
  type RatedAgent,
  ReceiptRefused,
  rateAgent,
  readReceiptDocument,
  readReputation,
  readTreeAccounts,
  verifyReceipt,
} from '@agent-labs/sdk';
import type { AgentScore, RatingReceipt, SealCheck } from '../data/views.js';
import { signer } from './app-chain.js';
import { addressOf, connectChain, deployment } from './connection.js';

/** What payers said of an agent under its present owner, read from the chain. @throws AccountMismatch */
export async function scoreOf(agent: string): Promise<AgentScore> {
  const found = await readReputation(await connectChain(), deployment(), addressOf(agent));
  const { milliStars, ratings, payers, version, previous, lifetime } = found;
  return {
    score: milliStars === null ? null : { mean: milliStars, ratings: Number(ratings) },
    payers,
    version: {
      number: version.number,
      score:
        version.milliStars === null ? null : { mean: version.milliStars, ratings: Number(version.ratings) },
    },
    previous:
      previous === null || previous.milliStars === null
        ? null
        : { mean: previous.milliStars, ratings: Number(previous.ratings) },
    disputesLost: lifetime.disputesLost,
    slashed: lifetime.slashed,
  };
}

/** The channel that carries this wallet's right to rate an agent; null where it has none. */
export async function ratingRight(agent: string, mandateId: string): Promise<string | null> {
  const { wallet } = await signer();
  const right = await findRatingRight(await connectChain(), deployment(), {
    payer: wallet.publicKey,
    agent: addressOf(agent),
    mandateId: BigInt(mandateId),
  });
  return right?.toBase58() ?? null;
}

/** Spends the right to rate, of a channel or a job. @returns the transaction's signature */
export async function rate(subject: string, kind: 'channel' | 'job', stars: number): Promise<string> {
  const { chain, wallet } = await signer();
  const at = addressOf(subject);
  const { outcome }: RatedAgent = await rateAgent(chain.named(`Rate ${stars} of 5`), deployment(), {
    payer: wallet,
    stars,
    ...(kind === 'job' ? { job: at } : { channel: at }),
  });
  return outcome.signature;
}

/** What a receipt says, its form checked and nothing else. @throws ReceiptRefused */
export function receiptSays(document: unknown): RatingReceipt {
  const { receipt } = readReceiptDocument(document);
  const { facts, asset, leafHash } = receipt;
  return {
    asset: asset.toBase58(),
    payer: facts.payer.toBase58(),
    agent: facts.agent.toBase58(),
    stars: facts.stars,
    paid: facts.paid,
    refunded: facts.refunded,
    mint: facts.mint.toBase58(),
    version: facts.agentVersion,
    subject: facts.subject.toBase58(),
    number: facts.number,
    time: Number(facts.ratedAt),
    leaf: Array.from(leafHash, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}

/**
 * Checks a receipt in this browser: its facts against its leaf, its proof against the root that the chain's tree
 * has, and the tree against those that the protocol registered.
 */
export async function checkReceipt(document: unknown): Promise<SealCheck> {
  try {
    const { receipt, reputation } = readReceiptDocument(document);
    if (!reputation.equals(deployment().reputation)) {
      return { state: 'broken', facts: ['It is of another program than this cluster has.'] };
    }
    const accounts = await readTreeAccounts(await connectChain(), deployment(), receipt.tree);
    const { seq, behind } = verifyReceipt(deployment(), receipt, accounts);
    return {
      state: 'solid',
      facts: [
        'Its facts hash to the address in the leaf, and the leaf belongs to the agent.',
        `Its proof leads to the root of the tree on the chain, change ${seq}${behind > 0 ? `, made ${behind} changes ago` : ''}.`,
        'The protocol registered this tree.',
      ],
    };
  } catch (error) {
    if (!(error instanceof ReceiptRefused)) throw error;
    return { state: 'broken', facts: [error.message] };
  }
}
