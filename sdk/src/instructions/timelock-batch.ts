import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { LockSideName } from '../accounts/timelock.js';
import type { BatchAccount } from '../accounts/timelock-batch.js';
import type { BatchLeaf } from '../batch-tree.js';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { encoder, i64, u64 } from '../idl.js';
import { configAddress } from '../pda/registry.js';
import { batchAddress, batchLockAddress, batchVaultAddress } from '../pda/timelock-batch.js';
import { associatedTokens } from '../tokens.js';
import { bytes32 } from './registry-shared.js';
import { emitting, scheduleArg, sideArg } from './timelock-lock.js';

/** Terms of a new batch, for good. */
export interface BatchCreateParams {
  /** Pays the rent; signs. */
  creator: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given; see `tokenProgramOf`. */
  tokenProgram?: PublicKey;
  /** Tells the creator's batches apart. */
  id: bigint;
  /** Of the `BatchTree` of all grants, with its `count` and its `total` in base units. */
  root: Uint8Array;
  count: number;
  total: bigint;
  /** Who may cancel the locks; the creator, if it may, can cancel the batch as well. */
  cancel: LockSideName;
  /** Who may change the locks' recipients. */
  change: LockSideName;
  /** From then on no leaf can be claimed, Unix seconds; 30 days ahead at least. */
  claimUntil: bigint;
}

/** A batch and what its instructions need to name it by. */
export interface BatchRef {
  batch: PublicKey;
  creator: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given: the batch's account tells it. */
  tokenProgram?: PublicKey;
}

/** What instructions on a batch name it by. */
export function batchRef(batch: PublicKey, account: BatchAccount): BatchRef & { generation: bigint } {
  const { creator, generation, mint, tokenProgram } = account;
  return { batch, creator, generation, mint, tokenProgram };
}

const methods = ({ timelock }: Deployment) => encoder(timelockIdl, timelock).methods;

function withTokens(deployment: Deployment, { batch, mint, tokenProgram = TOKEN_PROGRAM_ID }: BatchRef) {
  const vault = batchVaultAddress(deployment, batch);
  return { batch, mint, vault, tokenProgram, ...emitting(deployment) };
}

/** Promises grants under the root of their tree. Signers: creator. */
export async function batchCreate(
  deployment: Deployment,
  params: BatchCreateParams,
): Promise<{ instruction: TransactionInstruction; batch: PublicKey; vault: PublicKey }> {
  const { creator, mint, tokenProgram = TOKEN_PROGRAM_ID } = params;
  const batch = batchAddress(deployment, creator, params.id);
  const vault = batchVaultAddress(deployment, batch);
  const instruction = await methods(deployment)
    .batchCreate({
      id: u64(params.id, 'id'),
      root: bytes32(params.root, 'root'),
      count: params.count,
      total: u64(params.total, 'total'),
      cancel: sideArg(params.cancel),
      change: sideArg(params.change),
      claimUntil: i64(params.claimUntil, 'claimUntil'),
    })
    .accountsStrict({
      ...{ creator, config: configAddress(deployment), batch, mint, vault, tokenProgram },
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, batch, vault };
}

/** Puts `amount` base units into a batch. Signers: funder. */
export function batchFund(
  deployment: Deployment,
  ref: BatchRef,
  funder: PublicKey,
  amount: bigint,
  source = associatedTokens(ref.mint, funder, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return methods(deployment)
    .batchFund(u64(amount, 'amount'))
    .accountsStrict({
      ...{ funder, config: configAddress(deployment), source },
      ...withTokens(deployment, ref),
    })
    .instruction();
}

/**
 * Makes a leaf a lock. Signers: rent payer.
 * @param proof the siblings from the leaf up; see `BatchTree.proof`
 */
export async function batchClaim(
  deployment: Deployment,
  ref: BatchRef & { generation: bigint },
  leaf: BatchLeaf,
  proof: readonly Uint8Array[],
  rentPayer: PublicKey,
): Promise<{ instruction: TransactionInstruction; lock: PublicKey; tokens: PublicKey }> {
  const { lock, tokens } = batchLockAddress(deployment, ref.batch, ref.generation, leaf.index);
  const instruction = await methods(deployment)
    .batchClaim({
      index: leaf.index,
      amount: u64(leaf.amount, 'amount'),
      schedule: scheduleArg(leaf.schedule),
      proof: proof.map((sibling) => bytes32(sibling, 'a hash of the proof')),
    })
    .accountsStrict({
      ...{ rentPayer, recipient: leaf.recipient, lock, lockTokens: tokens },
      systemProgram: SystemProgram.programId,
      ...withTokens(deployment, ref),
    })
    .instruction();
  return { instruction, lock, tokens };
}

/** Fixes the time up to which leaves vest that nobody has claimed. Signers: creator. */
export function batchCancel(
  deployment: Deployment,
  { batch, creator }: Pick<BatchRef, 'batch' | 'creator'>,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .batchCancel()
    .accountsStrict({ creator, batch, ...emitting(deployment) })
    .instruction();
}

/** Takes out what no leaf takes. Signers: creator. */
export function batchWithdraw(
  deployment: Deployment,
  ref: BatchRef,
  destination = associatedTokens(ref.mint, ref.creator, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return methods(deployment)
    .batchWithdraw()
    .accountsStrict({ creator: ref.creator, destination, ...withTokens(deployment, ref) })
    .instruction();
}

/** Ends a batch that is over, or was never funded in full. Signers: creator. */
export function batchClose(
  deployment: Deployment,
  ref: BatchRef,
  destination = associatedTokens(ref.mint, ref.creator, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return methods(deployment)
    .batchClose()
    .accountsStrict({ creator: ref.creator, destination, ...withTokens(deployment, ref) })
    .instruction();
}
