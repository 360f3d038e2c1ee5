import { Keypair, type PublicKey, SystemProgram } from '@solana/web3.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { treeRegister } from '../instructions/reputation.js';
import { RECEIPT_PROGRAMS } from '../pda/reputation.js';
import { merkleTreeBytes } from '../receipt/tree-size.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { readTree, readTreePool } from './reputation.js';

/** Lamports a byte of rent exemption, and the bytes that every account counts on top, as on every cluster. */
const RENT = { perByte: 6_960n, overhead: 128 };

export interface RegisterTreeParams {
  /** The config's admin; signs, and pays for the tree. */
  admin: TransactionSigner;
  /** An existing shard, whose tree is full, or the next one; 0 unless given. */
  shard?: number;
  /** 2 to the power of it is the number of receipts. */
  depth: number;
  /** Changes that a proof may be behind. */
  buffer: number;
  /** Levels kept on chain; at least depth − 17. */
  canopy: number;
  /** What stands before the facts hash in receipts' addresses; at most 100 bytes. */
  uriBase: string;
}

/** Lamports that a Merkle tree's account takes for good. */
export function merkleTreeRent({
  depth,
  buffer,
  canopy,
}: Pick<RegisterTreeParams, 'depth' | 'buffer' | 'canopy'>): bigint {
  return BigInt(RENT.overhead + merkleTreeBytes(depth, buffer, canopy)) * RENT.perByte;
}

/**
 * Allocates a Merkle tree and makes it a shard's, in one transaction: the receipts of the shard's agents go there.
 * @throws ProgramError, reputation's `TreeNotFull` for one; what sending throws
 */
export async function registerTree(
  chain: Chain,
  deployment: Deployment,
  { admin, shard = 0, depth, buffer, canopy, uriBase }: RegisterTreeParams,
): Promise<{ merkleTree: PublicKey; outcome: TransactionOutcome }> {
  const account = Keypair.generate();
  const merkleTree = account.publicKey;
  const size = { depth, buffer, canopy };
  const allocate = SystemProgram.createAccount({
    fromPubkey: admin.publicKey,
    newAccountPubkey: merkleTree,
    lamports: Number(merkleTreeRent(size)),
    space: merkleTreeBytes(depth, buffer, canopy),
    programId: RECEIPT_PROGRAMS.compression,
  });
  const old = (await readTreePool(chain, deployment))?.trees[shard];
  const replaced = old && (await readTree(chain, deployment, old)) ? old : undefined;
  const { instruction } = await treeRegister(deployment, {
    admin: admin.publicKey,
    merkleTree,
    shard,
    maxDepth: depth,
    maxBufferSize: buffer,
    uriBase,
    ...(replaced && { replaced }),
  });
  const outcome = await chain.send([allocate, instruction], { payer: admin, signers: [account] });
  return { merkleTree, outcome };
}
