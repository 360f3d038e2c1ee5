import {
  leafHash,
  type Receipt,
  type ReceiptFacts,
  type TransactionOutcome,
  treeEventsOf,
} from '@agent-labs/sdk';
import { MerkleTree } from '@solana/spl-account-compression';

/** The receipts of one tree, with proofs as spl-account-compression computes them. */
export class ReceiptShelf {
  readonly #tree: MerkleTree;

  constructor(depth: number) {
    this.#tree = MerkleTree.sparseMerkleTreeFromLeaves([], depth);
  }

  /** Takes what was minted in a transaction. */
  take({ innerInstructions }: TransactionOutcome, facts: ReceiptFacts): Receipt {
    const mint = treeEventsOf(innerInstructions)[0]?.mint;
    if (!mint) throw new Error('no receipt was minted');
    const { tree, asset, metadata, hash, owner, delegate, nonce, dataHash, creatorHash } = mint;
    const leaf = { owner, delegate, nonce, dataHash, creatorHash };
    this.#tree.updateLeaf(Number(nonce), Buffer.from(leafHash(asset, leaf)));
    const receipt = { facts, metadata, tree, asset, leaf, leafHash: hash };
    return { ...receipt, proof: this.proof(Number(nonce)) };
  }

  /** In the tree as it is now. */
  proof(index: number): Uint8Array[] {
    return this.#tree.getProof(index).proof.map((node) => Uint8Array.from(node));
  }

  /** 32 bytes: of the tree as it is now. */
  root(): Uint8Array {
    return Uint8Array.from(this.#tree.root);
  }
}
