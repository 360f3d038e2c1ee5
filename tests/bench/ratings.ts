import assert from 'node:assert/strict';
import {
  channelPayout,
  channelSettle,
  type Deployment,
  decodeScore,
  eventsOf,
  merkleTreeBytes,
  merkleTreeRent,
  pairAddress,
  RATE_COMPUTE_UNITS,
  RECEIPT_PROGRAMS,
  type ReceiptFacts,
  rate,
  receiptMint,
  respondToRating,
  type SettleItem,
  scoreAddress,
  type TransactionOutcome,
  treeRegister,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import { ReceiptShelf } from '../reputation/receipts';
import type { Lane, Note } from './units';

/** What a protocol in use would take: 2^20 receipts. */
const LARGE = { depth: 20, buffer: 64, canopy: 14 };

export interface RatingBench {
  fixture: RegistryFixture;
  mint: PublicKey;
  agent: PublicKey;
  payoutOwner: PublicKey;
  /** Owns the agent. */
  owner: Keypair;
  /** Two lanes with settled money that is payable. */
  lanes: [Lane, Lane];
  /** Address of the tree: the same each time. */
  tree: Keypair;
  voucher(lane: Lane): Promise<SettleItem>;
}

/** Measures ratings with their receipts. The first leaf of a tree costs more, once, and is not among the rows. */
export async function measureRatings(bench: RatingBench, note: Note): Promise<void> {
  const { fixture, agent, lanes } = bench;
  const { chain, deployment, send } = fixture;
  const [lane, other] = lanes;
  await pay(bench, lane);
  await pay(bench, other);
  const rated = await rating(bench, other, null);
  note('rate without a tree, the first of an agent', rated.computeUnits, 'CU', 90_000);

  const merkleTree = await registerLarge(bench);
  const mint = { agent, payer: other.payer.publicKey, number: 0n, merkleTree };
  // the first leaf
  const minted = await chain.send([await receiptMint(deployment, mint)], {
    payer: fixture.feePayer,
    computeUnitLimit: RATE_COMPUTE_UNITS,
  });
  const shelf = new ReceiptShelf(LARGE.depth);
  shelf.take(minted, factsOf(deployment, minted));
  const first = await rating(bench, lane, merkleTree);
  note('rate with its receipt, the first of a payer, 2^20 leaves', first.computeUnits, 'CU', 90_000);
  note('that transaction, without lookup table', first.size, 'bytes', 1_232);
  await send(channelSettle(deployment, [await bench.voucher(lane)]));
  await chain.advance({ seconds: 60 });
  await pay(bench, lane);
  const again = await rating(bench, lane, merkleTree);
  note('rate with its receipt, the second of a payer, 2^20 leaves', again.computeUnits, 'CU', 90_000);

  const receipt = shelf.take(first, factsOf(deployment, first));
  shelf.take(again, factsOf(deployment, again));
  const text = 'Thank you for the work.';
  const current = { ...receipt, proof: shelf.proof(1) };
  const answer = await respondToRating(chain, deployment, { responder: bench.owner, receipt: current, text });
  note('respond, by the owner, 2^20 leaves', answer.outcome.computeUnits, 'CU', 90_000);
  note('that transaction, without lookup table', answer.outcome.size, 'bytes', 1_232);
  const response = await chain.getAccount(answer.response);
  note('rent of an answer, recoverable', response?.lamports ?? 0n, 'lamports', null);

  const perRating = Number(merkleTreeRent(LARGE)) / 2 ** LARGE.depth;
  note('tree rent a rating at 2^20 leaves, canopy 14', Math.ceil(perRating), 'lamports', 10_000);
  const pair = await chain.getAccount(pairAddress(deployment, agent, 1, lane.payer.publicKey));
  note('rent of a payer’s first rating, recoverable', pair?.lamports ?? 0n, 'lamports', null);
}

/** What a rating, or the minting of its receipt, recorded. */
function factsOf(deployment: Deployment, outcome: TransactionOutcome): ReceiptFacts {
  for (const { name, data } of eventsOf(deployment, outcome)) {
    if (name === 'agentRated' || name === 'receiptMinted') return (data as { facts: ReceiptFacts }).facts;
  }
  throw new Error('no rating was recorded');
}

async function pay({ fixture, mint, payoutOwner }: RatingBench, { channel, mandate }: Lane): Promise<void> {
  const { deployment, send } = fixture;
  await send(await channelPayout(deployment, { channel, mandate }, mint, payoutOwner));
}

async function rating({ fixture, agent }: RatingBench, lane: Lane, merkleTree: PublicKey | null) {
  const { chain, deployment } = fixture;
  const score = await chain.getAccount(scoreAddress(deployment, agent));
  const { instruction } = await rate(deployment, {
    payer: lane.payer.publicKey,
    agent,
    mandate: lane.mandate,
    subject: lane.channel,
    ownershipEpoch: 1,
    stars: 5,
    number: score === null ? 0n : decodeScore(score.data).ratings,
    merkleTree,
  });
  // the rater pays its fee itself, as wallets do
  return chain.send([instruction], { payer: lane.payer, computeUnitLimit: RATE_COMPUTE_UNITS });
}

async function registerLarge({ fixture, tree }: RatingBench): Promise<PublicKey> {
  const { admin, chain, deployment, send } = fixture;
  const merkleTree = tree.publicKey;
  const bytes = merkleTreeBytes(LARGE.depth, LARGE.buffer, LARGE.canopy);
  const lamports = await chain.rentExemption(bytes);
  assert.equal(lamports, merkleTreeRent(LARGE));
  const owner = RECEIPT_PROGRAMS.compression;
  await chain.setAccount(merkleTree, { lamports, owner, data: new Uint8Array(bytes), executable: false });
  await chain.airdrop(admin.publicKey, SOL);
  const { instruction } = await treeRegister(deployment, {
    admin: admin.publicKey,
    merkleTree,
    shard: 0,
    maxDepth: LARGE.depth,
    maxBufferSize: LARGE.buffer,
    uriBase: 'https://receipts.example/documents/',
  });
  await send(instruction, admin);
  return merkleTree;
}
