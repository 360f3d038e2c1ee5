import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import type { LockSideName } from '../accounts/timelock.js';
import {
  type BatchAccount,
  batchStanding,
  batchWithdrawable,
  decodeBatch,
  isClaimed,
} from '../accounts/timelock-batch.js';
import { requirePromised } from '../batch-file.js';
import { BatchTree, type Grant } from '../batch-tree.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  batchCancel,
  batchClaim,
  batchClose,
  batchCreate,
  batchFund,
  batchRef,
  batchWithdraw,
} from '../instructions/timelock-batch.js';
import { batchAddress } from '../pda/timelock-batch.js';
import { AccountMismatch } from '../rpc/errors.js';
import { associatedTokens, tokenProgramOf } from '../tokens.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { read } from './read.js';

/** The leaf cannot be claimed now: claimed before, the batch not funded yet, or over. Nothing was sent. */
export class LeafUnclaimable extends Error {
  override readonly name = 'LeafUnclaimable';
}

/** null where there is none. @throws AccountMismatch */
export function readBatch(chain: Chain, deployment: Deployment, at: PublicKey): Promise<BatchAccount | null> {
  return read(chain, at, deployment.timelock, 'batch', decodeBatch, ({ creator, id }) =>
    batchAddress(deployment, creator, id),
  );
}

async function theBatch(chain: Chain, deployment: Deployment, batch: PublicKey) {
  const account = await readBatch(chain, deployment, batch);
  if (account === null) throw new AccountMismatch(`there is no batch at ${batch.toBase58()}`);
  return { account, ref: batchRef(batch, account) };
}

export interface CreateBatchParams {
  creator: TransactionSigner;
  mint: PublicKey;
  /** Tells the creator's batches apart. */
  id: bigint;
  grants: Iterable<Grant>;
  /** Who may cancel the locks; the creator, if it may, can cancel the batch as well. */
  cancel: LockSideName;
  /** Who may change the locks' recipients. */
  change: LockSideName;
  /** From then on no leaf can be claimed, Unix seconds; 30 days ahead at least. */
  claimUntil: bigint;
  /** Put in at once, base units; the total unless given. */
  funding?: bigint;
}

/**
 * Makes a batch of grants and funds it, in one transaction. Publish `writeBatchFile(tree)`: without the list nobody
 * can claim.
 * @throws TypeError for grants that no batch takes; AccountMismatch; ProgramError; what sending throws
 */
export async function createBatch(
  chain: Chain,
  deployment: Deployment,
  params: CreateBatchParams,
): Promise<{ batch: PublicKey; tree: BatchTree; outcome: TransactionOutcome }> {
  const { cancel, change, claimUntil, id, mint } = params;
  const creator = params.creator.publicKey;
  const tree = new BatchTree(batchAddress(deployment, creator, id), params.grants);
  const { count, root, total } = tree;
  const tokenProgram = await tokenProgramOf(chain, mint);
  const terms = { creator, mint, tokenProgram, id, root, count, total, cancel, change, claimUntil };
  const { instruction, batch } = await batchCreate(deployment, terms);
  const instructions = [instruction];
  const funding = params.funding ?? total;
  if (funding > 0n) {
    const ref = { batch, creator, mint, tokenProgram };
    instructions.push(await batchFund(deployment, ref, creator, funding));
  }
  const outcome = await chain.send(instructions, { payer: params.creator });
  return { batch, tree, outcome };
}

/**
 * Puts money into a batch that is not funded in full.
 * @param amount base units; all that it lacks unless given
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function fundBatch(
  chain: Chain,
  deployment: Deployment,
  batch: PublicKey,
  funder: TransactionSigner,
  amount?: bigint,
): Promise<TransactionOutcome> {
  const { account, ref } = await theBatch(chain, deployment, batch);
  const sum = amount ?? account.total - account.deposited;
  return chain.send([await batchFund(deployment, ref, funder.publicKey, sum)], { payer: funder });
}

/**
 * Makes a leaf a lock, for whomever it is. Who sends it pays the lock's rent, and gets it back at the lock's end.
 * @param tree of the recipients' file, which is held against the batch first
 * @throws BatchFileInvalid, LeafUnknown, LeafUnclaimable: nothing was sent; AccountMismatch; ProgramError; what
 *   sending throws
 */
export async function claimLeaf(
  chain: Chain,
  deployment: Deployment,
  tree: BatchTree,
  index: number,
  feePayer: TransactionSigner,
): Promise<{ lock: PublicKey; outcome: TransactionOutcome }> {
  const { account, ref } = await theBatch(chain, deployment, tree.batch);
  requirePromised(tree, account);
  const leaf = tree.leaf(index);
  if (isClaimed(account, index)) throw new LeafUnclaimable(`leaf ${index} was claimed before`);
  const standing = batchStanding(account, await chain.unixTime());
  if (standing === 'Funding') throw new LeafUnclaimable('the batch is not funded in full yet');
  if (standing === 'Over') throw new LeafUnclaimable('the batch is over');
  const proof = tree.proof(index);
  const { instruction, lock } = await batchClaim(deployment, ref, leaf, proof, feePayer.publicKey);
  return { lock, outcome: await chain.send([instruction], { payer: feePayer }) };
}

/**
 * Cancels a batch: leaves that nobody has claimed vest no more. Locks that were made go on.
 * @throws AccountMismatch; ProgramError, timelock's `CancelNotAllowed` for one; what sending throws
 */
export async function cancelBatch(
  chain: Chain,
  deployment: Deployment,
  batch: PublicKey,
  creator: TransactionSigner,
): Promise<TransactionOutcome> {
  const { ref } = await theBatch(chain, deployment, batch);
  return chain.send([await batchCancel(deployment, ref)], { payer: creator });
}

/**
 * Takes out what no leaf takes; null where that is nothing yet.
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function withdrawBatch(
  chain: Chain,
  deployment: Deployment,
  batch: PublicKey,
  creator: TransactionSigner,
): Promise<{ amount: bigint; outcome: TransactionOutcome } | null> {
  const { account, ref } = await theBatch(chain, deployment, batch);
  const amount = batchWithdrawable(account, await chain.unixTime());
  if (amount === 0n) return null;
  const instructions = [ownTokens(account, creator.publicKey), await batchWithdraw(deployment, ref)];
  return { amount, outcome: await chain.send(instructions, { payer: creator }) };
}

function ownTokens({ mint, tokenProgram }: BatchAccount, owner: PublicKey) {
  const at = associatedTokens(mint, owner, tokenProgram);
  return createAssociatedTokenAccountIdempotentInstruction(owner, at, owner, mint, tokenProgram);
}

/**
 * Ends a batch that is over, or was never funded in full; what is left, and the rent, go to the creator.
 * @throws AccountMismatch; ProgramError, timelock's `BatchOpen` for one; what sending throws
 */
export async function closeBatch(
  chain: Chain,
  deployment: Deployment,
  batch: PublicKey,
  creator: TransactionSigner,
): Promise<TransactionOutcome> {
  const { account, ref } = await theBatch(chain, deployment, batch);
  const instructions = [ownTokens(account, creator.publicKey), await batchClose(deployment, ref)];
  return chain.send(instructions, { payer: creator });
}
