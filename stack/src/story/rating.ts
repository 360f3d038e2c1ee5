import {
  rateAgent,
  readReceiptDocument,
  readTreeAccounts,
  receiptAssetId,
  type TransactionOutcome,
  verifyReceipt,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import type { LocalChain } from '../local-chain.js';
import type { StackPorts } from '../port-file.js';
import { short } from './text.js';

const STARS = 5;
/** Milliseconds between two looks whether the indexer knows of it, and until that is given up. */
const LOOK_EVERY = 100;
const INDEXING_TIME = 30_000;

/** What the payer said of the agent, and what the indexer and the chain say of that. */
export interface Rating {
  outcome: TransactionOutcome;
  /** Address of the receipt. */
  asset: PublicKey;
  /** Of the agent, as the indexer has it: thousandths of a star, ratings, stake in base units. */
  score: number;
  ratings: number;
  stake: bigint;
}

type OnStep = (title: string, detail: string, outcome?: TransactionOutcome) => void;

/** The payer rates what it paid for; the receipt comes from the indexer and is checked against the chain. */
export async function rateAndVerify(
  { chain, deployment, persona }: LocalChain,
  { indexerUrl, agent }: Pick<StackPorts, 'indexerUrl' | 'agent'>,
  channel: PublicKey,
  onStep: OnStep,
): Promise<Rating> {
  const { outcome, rated } = await rateAgent(chain, deployment, {
    payer: persona('payer'),
    channel,
    stars: STARS,
  });
  const said = `${STARS} of ${STARS} stars by the payer, whose right it used up`;
  onStep('rating', said, outcome);
  if (rated.leaf === null) throw new Error('no tree took the receipt of the rating');
  const asset = receiptAssetId(rated.leaf.merkleTree, rated.leaf.nonce);
  const { receipt: document } = await known<{ receipt: unknown }>(
    `${indexerUrl}/v1/receipts/${asset.toBase58()}`,
    () => true,
  );
  const { receipt } = readReceiptDocument(document);
  const verified = verifyReceipt(
    deployment,
    receipt,
    await readTreeAccounts(chain, deployment, receipt.tree),
  );
  onStep(
    'receipt',
    `${short(asset)}, leaf ${receipt.leaf.nonce} of tree ${short(verified.tree)}: its proof leads to the root on the chain`,
  );
  const number = Number(rated.facts.number) + 1;
  const found = await known<{ score: number; ratings: number; stake: string }>(
    `${indexerUrl}/v1/agents/${agent}`,
    ({ ratings }) => ratings >= number,
  );
  return { outcome, asset, score: found.score, ratings: found.ratings, stake: BigInt(found.stake) };
}

/** What the indexer answers, once it knows of it. */
async function known<T>(url: string, done: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + INDEXING_TIME; ; ) {
    const response = await fetch(url);
    const answer = (await response.json()) as T;
    if (response.ok && done(answer)) return answer;
    if (!response.ok && response.status !== 404 && response.status !== 503) {
      throw new Error(`the indexer answers ${response.status} at ${url}: ${JSON.stringify(answer)}`);
    }
    if (Date.now() > end)
      throw new Error(`the indexer knows nothing of ${url} in ${INDEXING_TIME / 1_000} s`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}
