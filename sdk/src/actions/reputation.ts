import type { PublicKey } from '@solana/web3.js';
import {
  decodePair,
  decodePendingReceipt,
  decodeResponse,
  decodeScore,
  decodeTree,
  decodeTreePool,
  meanMilliStars,
  type PairAccount,
  type PendingReceiptAccount,
  type ResponseAccount,
  type ScoreAccount,
  type Tally,
  type TreeAccount,
  type TreePoolAccount,
} from '../accounts/reputation.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  pairAddress,
  pendingReceiptAddress,
  responseAddress,
  scoreAddress,
  treeAddress,
  treePoolAddress,
} from '../pda/reputation.js';
import { AccountMismatch } from '../rpc/errors.js';
import { read, readAgent } from './read.js';

/** null while nobody has rated. @throws AccountMismatch */
export function readScore(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
): Promise<ScoreAccount | null> {
  const at = scoreAddress(deployment, agent);
  return read(chain, at, deployment.reputation, 'score', decodeScore, (score) =>
    scoreAddress(deployment, score.agent),
  );
}

/** null while the payer has not rated in that ownership epoch. @throws AccountMismatch */
export function readPair(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
  ownershipEpoch: number,
  payer: PublicKey,
): Promise<PairAccount | null> {
  const at = pairAddress(deployment, agent, ownershipEpoch, payer);
  return read(chain, at, deployment.reputation, 'pair', decodePair, (pair) =>
    pairAddress(deployment, pair.agent, pair.ownershipEpoch, pair.payer),
  );
}

/** null while no tree is registered. @throws AccountMismatch */
export function readTreePool(chain: Chain, deployment: Deployment): Promise<TreePoolAccount | null> {
  const at = treePoolAddress(deployment);
  return read(chain, at, deployment.reputation, 'tree pool', decodeTreePool, () => at);
}

/** null where the Merkle tree is not registered: its leaves are no receipts. @throws AccountMismatch */
export function readTree(
  chain: Chain,
  deployment: Deployment,
  merkleTree: PublicKey,
): Promise<TreeAccount | null> {
  const at = treeAddress(deployment, merkleTree);
  return read(chain, at, deployment.reputation, 'tree', decodeTree, (tree) =>
    treeAddress(deployment, tree.merkleTree),
  );
}

/** null where no receipt waits under that number. @throws AccountMismatch */
export function readPendingReceipt(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
  number: bigint,
): Promise<PendingReceiptAccount | null> {
  const at = pendingReceiptAddress(deployment, agent, number);
  return read(chain, at, deployment.reputation, 'pending receipt', decodePendingReceipt, (pending) =>
    pendingReceiptAddress(deployment, pending.agent, pending.number),
  );
}

/** null where the agent has not answered its rating of that number. @throws AccountMismatch */
export function readResponse(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
  number: bigint,
): Promise<ResponseAccount | null> {
  const at = responseAddress(deployment, agent, number);
  return read(chain, at, deployment.reputation, 'answer', decodeResponse, (response) =>
    responseAddress(deployment, response.agent, response.number),
  );
}

/** What ratings of a span say. */
export interface Standing extends Tally {
  /** weighted mean, thousandths of a star (1,000 to 5,000); null while no rating has weight */
  milliStars: number | null;
}

/** What paying customers said of an agent under its present owner. */
export interface AgentReputation extends Standing {
  agent: PublicKey;
  ownershipEpoch: number;
  /** payers whose ratings weigh something in this epoch */
  payers: number;
  /** the newest version that was rated in this epoch */
  version: Standing & { number: number };
  /** the ownership epoch before; null where it has no ratings */
  previous: (Standing & { payers: number }) | null;
  /** in the agent's whole life */
  lifetime: { ratings: bigint; disputesLost: number; slashed: bigint };
}

const NOTHING: Tally = { ratings: 0n, weight: 0n, weightedStars: 0n, volume: 0n };

function standing(tally: Tally): Standing {
  return { ...tally, milliStars: meanMilliStars(tally) };
}

/**
 * Reads what counts for an agent at this moment. Ratings of a former owner's time are never shown as the present
 * one's, also before the first rating under a new owner moves them on chain.
 * @throws AccountMismatch, also where there is no agent
 */
export async function readReputation(
  chain: Chain,
  deployment: Deployment,
  agent: PublicKey,
): Promise<AgentReputation> {
  const registered = await readAgent(chain, deployment, agent);
  if (registered === null) throw new AccountMismatch(`there is no agent at ${agent.toBase58()}`);
  const score = await readScore(chain, deployment, agent);
  const { ownershipEpoch } = registered;
  const behind = score === null ? 0 : ownershipEpoch - score.ownershipEpoch;
  const current = score !== null && behind === 0 ? score.current : NOTHING;
  const previous =
    score === null || behind > 1
      ? null
      : behind === 1
        ? { tally: score.current, payers: score.payers }
        : { tally: score.previous, payers: score.previousPayers };
  return {
    agent,
    ownershipEpoch,
    ...standing(current),
    payers: score !== null && behind === 0 ? score.payers : 0,
    version: {
      ...standing(score !== null && behind === 0 ? score.versionTally : NOTHING),
      number: score?.agentVersion ?? 0,
    },
    previous:
      previous === null || previous.tally.ratings === 0n
        ? null
        : { ...standing(previous.tally), payers: previous.payers },
    lifetime: {
      ratings: score?.ratings ?? 0n,
      disputesLost: score?.disputesLost ?? 0,
      slashed: score?.slashed ?? 0n,
    },
  };
}
