import { PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { SubjectKindName } from '../accounts/stake-dispute.js';
import type { Deployment } from '../deployment.js';
import { reputationIdl } from '../generated/reputation.js';
import { encoder, eventAuthority, i64, u64 } from '../idl.js';
import { configAddress, delegatesAddress } from '../pda/registry.js';
import {
  pairAddress,
  pendingReceiptAddress,
  RECEIPT_PROGRAMS,
  ratingAuthorityAddress,
  responseAddress,
  scoreAddress,
  treeAddress,
  treeConfigAddress,
  treePoolAddress,
} from '../pda/reputation.js';
import { positionAddress, stakeVaultAddress } from '../pda/stake.js';
import type { ReceiptFacts } from '../receipt/facts.js';

/** Compute unit limit that every rating stays under, its receipt included. */
export const RATE_COMPUTE_UNITS = 150_000;

function eventAccounts({ reputation }: Deployment) {
  return { eventAuthority: eventAuthority(reputation), program: reputation };
}

function treeAccounts(deployment: Deployment, merkleTree: PublicKey) {
  return {
    treePool: treePoolAddress(deployment),
    tree: treeAddress(deployment, merkleTree),
    merkleTree,
    treeConfig: treeConfigAddress(merkleTree),
    bubblegumProgram: RECEIPT_PROGRAMS.bubblegum,
    compressionProgram: RECEIPT_PROGRAMS.compression,
    noopProgram: RECEIPT_PROGRAMS.noop,
  };
}

const NO_TREE = {
  treePool: null,
  tree: null,
  merkleTree: null,
  treeConfig: null,
  bubblegumProgram: null,
  compressionProgram: null,
  noopProgram: null,
};

export interface TreeRegisterParams {
  /** The config's admin; signs, and pays the rent of the records. */
  admin: PublicKey;
  /** A zeroed account of `merkleTreeBytes` bytes, owned by the compression program. */
  merkleTree: PublicKey;
  shard: number;
  maxDepth: number;
  maxBufferSize: number;
  /** What stands before the facts hash in receipts' addresses; at most 100 bytes. */
  uriBase: string;
  /** The shard's full tree; none for a new shard. */
  replaced?: PublicKey;
}

/** Makes a prepared Merkle tree a shard's. Signers: admin. */
export async function treeRegister(
  deployment: Deployment,
  params: TreeRegisterParams,
): Promise<{ instruction: TransactionInstruction; tree: PublicKey }> {
  const { admin, merkleTree, replaced, shard, maxDepth, maxBufferSize, uriBase } = params;
  const accounts = treeAccounts(deployment, merkleTree);
  const instruction = await encoder(reputationIdl, deployment.reputation)
    .methods.treeRegister({ shard, maxDepth, maxBufferSize, uriBase })
    .accountsStrict({
      ...accounts,
      admin,
      config: configAddress(deployment),
      replaced: replaced === undefined ? null : treeAddress(deployment, replaced),
      ratingAuthority: ratingAuthorityAddress(deployment),
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, tree: accounts.tree };
}

export interface RateParams {
  /** Opened the mandate; signs, and pays the rent of new records. */
  payer: PublicKey;
  agent: PublicKey;
  mandate: PublicKey;
  /** The channel or the job that was paid. */
  subject: PublicKey;
  /** What it is; a channel unless given. */
  kind?: SubjectKindName;
  /** The subject's. */
  ownershipEpoch: number;
  /** 1 to 5 */
  stars: number;
  /** Number of the agent's next rating: its score's `ratings`, 0 without a score. */
  number: bigint;
  /** The Merkle tree of the agent's shard; null where there is none: the receipt waits then. */
  merkleTree: PublicKey | null;
}

/** Rates an agent. Signers: payer. Takes more compute units than a transaction has by default: `RATE_COMPUTE_UNITS`. */
export async function rate(
  deployment: Deployment,
  params: RateParams,
): Promise<{ instruction: TransactionInstruction; score: PublicKey; pair: PublicKey; receipt: PublicKey }> {
  const { agent, payer, ownershipEpoch, merkleTree } = params;
  const vault = stakeVaultAddress(deployment, agent);
  const score = scoreAddress(deployment, agent);
  const pair = pairAddress(deployment, agent, ownershipEpoch, payer);
  const receipt = pendingReceiptAddress(deployment, agent, params.number);
  const instruction = await encoder(reputationIdl, deployment.reputation)
    .methods.rate(params.stars, params.kind === 'Job' ? { job: {} } : { channel: {} })
    .accountsStrict({
      payer,
      config: configAddress(deployment),
      agent,
      mandate: params.mandate,
      subject: params.subject,
      score,
      pair,
      receipt,
      stakeVault: vault,
      firstLossPosition: positionAddress(deployment, vault, payer, 'FirstLoss'),
      backerPosition: positionAddress(deployment, vault, payer, 'Backers'),
      delegates: delegatesAddress(deployment, agent),
      ratingAuthority: ratingAuthorityAddress(deployment),
      escrowProgram: deployment.escrow,
      systemProgram: SystemProgram.programId,
      ...(merkleTree === null ? NO_TREE : treeAccounts(deployment, merkleTree)),
      ...eventAccounts(deployment),
    })
    .instruction();
  return { instruction, score, pair, receipt };
}

/** Mints the receipt of a rating that found no tree. Signers: none. */
export function receiptMint(
  deployment: Deployment,
  {
    agent,
    payer,
    number,
    merkleTree,
  }: Pick<RateParams, 'agent' | 'payer' | 'number'> & { merkleTree: PublicKey },
): Promise<TransactionInstruction> {
  return encoder(reputationIdl, deployment.reputation)
    .methods.receiptMint()
    .accountsStrict({
      receipt: pendingReceiptAddress(deployment, agent, number),
      agent,
      payer,
      ...treeAccounts(deployment, merkleTree),
      ratingAuthority: ratingAuthorityAddress(deployment),
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
}

export interface RespondParams {
  /** The agent's owner, or a delegate with `Respond`; signs, and pays the rent. */
  responder: PublicKey;
  /** Whether the responder is a delegate. */
  isDelegate?: boolean;
  /** The rating's, as its event and its receipt carry them. */
  facts: ReceiptFacts;
  merkleTree: PublicKey;
  /** Number of the receipt's leaf in its tree. */
  nonce: bigint;
  /** 32 bytes: a root that the tree keeps. */
  root: Uint8Array;
  /** Siblings from the leaf up to `root`, less those that the tree's canopy holds. */
  proof: readonly Uint8Array[];
  /** 32 bytes: SHA-256 of the answer's text, UTF-8. */
  textHash: Uint8Array;
}

/** Answers a rating, once. Signers: responder. */
export async function respond(
  deployment: Deployment,
  params: RespondParams,
): Promise<{ instruction: TransactionInstruction; response: PublicKey }> {
  const { facts, isDelegate = false, merkleTree, nonce, proof, responder, root, textHash } = params;
  const { agent } = facts;
  const response = responseAddress(deployment, agent, facts.number);
  const args = {
    facts: {
      ...facts,
      generation: u64(facts.generation, 'generation'),
      paid: u64(facts.paid, 'paid'),
      refunded: u64(facts.refunded, 'refunded'),
      number: u64(facts.number, 'number'),
      slot: u64(facts.slot, 'slot'),
      ratedAt: i64(facts.ratedAt, 'ratedAt'),
    },
    textHash: [...textHash],
    nonce: u64(nonce, 'nonce'),
    root: [...root],
  };
  const instruction = await encoder(reputationIdl, deployment.reputation)
    .methods.respond(args)
    .accountsStrict({
      responder,
      agent,
      delegates: isDelegate ? delegatesAddress(deployment, agent) : null,
      response,
      tree: treeAddress(deployment, merkleTree),
      merkleTree,
      compressionProgram: RECEIPT_PROGRAMS.compression,
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .remainingAccounts(
      proof.map((node) => ({ pubkey: new PublicKey(node), isSigner: false, isWritable: false })),
    )
    .instruction();
  return { instruction, response };
}

/** Ends an answer of a closed agent; its rent goes to whoever gave it. Signers: none. */
export function responseClose(
  deployment: Deployment,
  { agent, number, responder }: { agent: PublicKey; number: bigint; responder: PublicKey },
): Promise<TransactionInstruction> {
  return encoder(reputationIdl, deployment.reputation)
    .methods.responseClose()
    .accountsStrict({
      response: responseAddress(deployment, agent, number),
      agent,
      responder,
      ...eventAccounts(deployment),
    })
    .instruction();
}

/** Ends the record of a payer's ratings once they can count no more. Signers: none. */
export function pairClose(
  deployment: Deployment,
  { agent, payer, ownershipEpoch }: Pick<RateParams, 'agent' | 'payer' | 'ownershipEpoch'>,
): Promise<TransactionInstruction> {
  return encoder(reputationIdl, deployment.reputation)
    .methods.pairClose()
    .accountsStrict({
      pair: pairAddress(deployment, agent, ownershipEpoch, payer),
      agent,
      payer,
      ...eventAccounts(deployment),
    })
    .instruction();
}

/**
 * Takes over from an agent's stake vault what disputes cost it, into a new score where there is none.
 * Signers: payer, who pays its rent then, and may be anyone.
 */
export function scoreSync(
  deployment: Deployment,
  { agent, payer }: Pick<RateParams, 'agent' | 'payer'>,
): Promise<TransactionInstruction> {
  return encoder(reputationIdl, deployment.reputation)
    .methods.scoreSync()
    .accountsStrict({
      payer,
      agent,
      stakeVault: stakeVaultAddress(deployment, agent),
      score: scoreAddress(deployment, agent),
      systemProgram: SystemProgram.programId,
      ...eventAccounts(deployment),
    })
    .instruction();
}

/** Ends the score of a closed agent. Signers: none. */
export function scoreClose(
  deployment: Deployment,
  agent: PublicKey,
  rentPayer: PublicKey,
): Promise<TransactionInstruction> {
  return encoder(reputationIdl, deployment.reputation)
    .methods.scoreClose()
    .accountsStrict({
      score: scoreAddress(deployment, agent),
      agent,
      rentPayer,
      ...eventAccounts(deployment),
    })
    .instruction();
}
