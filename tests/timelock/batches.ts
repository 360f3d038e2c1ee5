import assert from 'node:assert/strict';
import {
  type BatchCreateParams,
  type BatchLeaf,
  type BatchRef,
  BatchTree,
  batchAddress,
  batchClaim,
  batchCreate,
  batchFund,
  batchLockAddress,
  batchVaultAddress,
  decodeBatch,
  decodeLock,
  type Grant,
  isClaimed,
  type LockSchedule,
  type TransactionOutcome,
  tokenProgramOf,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';
import type { ChainKind, TestChain } from '../helpers/chains/test-chain';
import { dataOf } from '../registry/support';

const DAY = 86_400n;
/** From a batch's making to the end of its claims, seconds. */
export const CLAIMS = 40n * DAY;
/** Of the first grant, base units; each further one has one more. */
export const AMOUNT = 1_000n;
/** From a batch's making to the full release of its linear grants, seconds. */
export const SPAN = 1_000n;

/** A quarter after a quarter of the time, the rest evenly. */
export function linear(now: bigint, amount: bigint): LockSchedule {
  return { kind: 'Linear', start: now, cliffAt: now + SPAN / 4n, cliffAmount: amount / 4n, end: now + SPAN };
}

export interface BatchFixture extends RegistryFixture {
  batchCreator: Keypair;
  creatorTokens: PublicKey;
  tokenProgram: PublicKey;
  batchTerms: BatchCreateParams;
  tree: BatchTree;
  batch: PublicKey;
  batchRef: BatchRef & { generation: bigint };
  batchVault: PublicKey;
  /** When its schedules begin, Unix seconds. */
  begun: bigint;
  readBatch(): Promise<ReturnType<typeof decodeBatch>>;
  fund(amount: bigint): Promise<TransactionOutcome>;
  /** The claim of any leaf by any proof, at the fee payer's expense unless told otherwise. */
  claimOf(leaf: BatchLeaf, proof: Uint8Array[], rentPayer?: PublicKey): ReturnType<typeof batchClaim>;
  /** The claim of a leaf, and where its lock is. */
  claiming(index: number): ReturnType<typeof batchClaim>;
  claim(index: number): Promise<TransactionOutcome>;
  /** The lock of a leaf. */
  lockOf(index: number): { lock: PublicKey; tokens: PublicKey };
}

export interface BatchOptions extends Partial<Omit<BatchCreateParams, 'creator' | 'mint' | 'root'>> {
  /** 5 linear ones of wallets of their own unless given; what they get is `AMOUNT`, `AMOUNT + 1`, … */
  grants?: (now: bigint) => Grant[];
  /** Put in at once, base units; all of it unless given. */
  funding?: bigint;
}

/** So many linear grants, each to a wallet of its own. */
export function grantsFor(count: number, now: bigint): Grant[] {
  return Array.from({ length: count }, (_, at) => {
    const amount = AMOUNT + BigInt(at);
    return { recipient: Keypair.generate().publicKey, amount, schedule: linear(now, amount) };
  });
}

let batches = 0n;

/** A funded batch of a creator of its own. */
export async function batchOn(registry: RegistryFixture, options: BatchOptions = {}): Promise<BatchFixture> {
  const { chain, deployment, feePayer, mint, send } = registry;
  const { funding, grants = (now) => grantsFor(5, now), ...terms } = options;
  const batchCreator = await funded(chain);
  const creator = batchCreator.publicKey;
  const tokenProgram = await tokenProgramOf(chain, mint);
  const creatorTokens = await tokenAccount(chain, mint, creator, PURSE, { program: tokenProgram });
  batches += 1n;
  const id = terms.id ?? batches;
  const begun = await chain.unixTime();
  const tree = new BatchTree(batchAddress(deployment, creator, id), grants(begun));
  const batchTerms: BatchCreateParams = {
    ...{ creator, mint, tokenProgram, id, root: tree.root, count: tree.count, total: tree.total },
    ...{ cancel: 'Creator', change: 'Recipient', claimUntil: begun + CLAIMS, ...terms },
  };
  const { batch, instruction, vault } = await batchCreate(deployment, batchTerms);
  await send(instruction, batchCreator);
  assert.ok(vault.equals(batchVaultAddress(deployment, batch)));
  const readBatch = async () => decodeBatch(await dataOf(chain, batch));
  const { generation } = await readBatch();
  const batchRef = { batch, creator, mint, tokenProgram, generation };
  const fund = async (amount: bigint) =>
    send(await batchFund(deployment, batchRef, creator, amount), batchCreator);
  const all = funding ?? tree.total;
  if (all > 0n) await fund(all);
  const claimOf: BatchFixture['claimOf'] = (leaf, proof, rentPayer = feePayer.publicKey) =>
    batchClaim(deployment, batchRef, leaf, proof, rentPayer);
  const claiming = (index: number) => claimOf(tree.leaf(index), tree.proof(index));
  return {
    ...registry,
    ...{ batchCreator, creatorTokens, tokenProgram, batchTerms, tree, batch, batchRef, batchVault: vault },
    ...{ begun, readBatch, fund, claimOf, claiming },
    claim: async (index) => send((await claiming(index)).instruction),
    lockOf: (index) => batchLockAddress(deployment, batch, generation, index),
  };
}

/** A funded batch on a chain of its own. */
export async function batchFixture(kind: ChainKind, options?: BatchOptions): Promise<BatchFixture> {
  return batchOn(await registryFixture(await startProgramChain(kind)), options);
}

/** One chain of bankrun for all batches of a file. Call it in their `describe`. */
export function sharedBatches() {
  let registry: RegistryFixture;
  before(async () => {
    registry = await registryFixture(await startProgramChain('bankrun'));
  });
  return {
    registry: () => registry,
    /** Another batch. */
    batch: (options?: BatchOptions) => batchOn(registry, options),
    /** Runs a test on the shared chain, and on one of LiteSVM, which tells events. */
    onBothChains: (
      title: string,
      test: (on: BatchFixture, kind: ChainKind) => Promise<void>,
      options?: BatchOptions,
    ) => {
      it(`${title} (bankrun)`, async () => test(await batchOn(registry, options), 'bankrun'));
      it(`${title} (litesvm)`, async () => test(await batchFixture('litesvm', options), 'litesvm'));
    },
  };
}

/** What an event says of a batch's books. */
export function booksOf(batch: ReturnType<typeof decodeBatch>) {
  const { claimed, deposited, free, locked, open, returned } = batch;
  return { deposited, open, locked, free, returned, claimed };
}

/** Checks a batch's books: the ledger adds up, its vault covers it to the unit, and the bitmap has these leaves. */
export async function assertBatchBooks(
  on: BatchFixture,
  claimed: number[] = [],
  donated = 0n,
): Promise<void> {
  const batch = await on.readBatch();
  assert.equal(batch.deposited, batch.open + batch.locked + batch.free + batch.returned);
  assert.equal(await tokenBalance(on.chain, on.batchVault), batch.open + batch.free + donated);
  const set = Array.from({ length: batch.count }, (_, at) => at).filter((at) => isClaimed(batch, at));
  assert.deepEqual(
    set,
    [...claimed].sort((a, b) => a - b),
  );
  assert.equal(batch.claimed, claimed.length);
}

/** Where fields of a `Batch` begin in its account. */
export const BATCH_AT = {
  generation: 32,
  total: 200,
  deposited: 208,
  open: 216,
  locked: 224,
  free: 232,
} as const;

/** What a lock is, as its account says it. */
export const readLock = async (chain: TestChain, at: PublicKey) => decodeLock(await dataOf(chain, at));
