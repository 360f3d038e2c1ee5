import type { PublicKey } from '@solana/web3.js';
import type { AccountState } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { ratingAuthorityAddress, receiptAssetId } from '../pda/reputation.js';
import { equalBytes, expectBytes, toHex, toU64 } from '../voucher/bytes.js';
import { ReceiptRefused } from './errors.js';
import { type ReceiptFacts, receiptFactsHash, receiptUri } from './facts.js';
import { type Leaf, leafHash, leafOf } from './leaf.js';
import { MAX_DEPTH, rootOf } from './merkle.js';
import { encodeLeafMetadata, type LeafMetadata } from './metadata.js';
import { registrationOf } from './registration.js';
import {
  type BufferedChange,
  completeProof,
  decodeMerkleTree,
  type MerkleTreeState,
} from './tree-account.js';

/** A receipt as somebody tells it. Nothing of it is believed before it verifies. */
export interface Receipt {
  facts: ReceiptFacts;
  metadata: LeafMetadata;
  tree: PublicKey;
  asset: PublicKey;
  leaf: Leaf;
  /** 32 bytes */
  leafHash: Uint8Array;
  /** siblings from the leaf to below the root; those that the tree's canopy holds may be left out */
  proof: Uint8Array[];
}

/** The tree's account and that of its registration, as the chain gives them. */
export interface TreeAccounts {
  merkleTree: Pick<AccountState, 'owner' | 'data'> | null;
  registration: Pick<AccountState, 'owner' | 'data'> | null;
}

/** What was proven of a receipt. */
export interface VerifiedReceipt {
  facts: ReceiptFacts;
  asset: PublicKey;
  tree: PublicKey;
  /** 32 bytes: a root of the tree that the proof leads to */
  root: Uint8Array;
  /** as long as the tree is deep; holds against `root` */
  proof: Uint8Array[];
}

/** What was proven by the chain's accounts. */
export interface VerifiedOnChain extends VerifiedReceipt {
  /** number of changes of the tree when the account was read; `root` is that of this change */
  seq: bigint;
  /** changes since the one that the given proof was made for */
  behind: number;
}

/**
 * Verifies a receipt against the tree's account: reputation made it from exactly these facts, for the agent
 * that they name, and it is in the tree now. A proof made some changes ago, as many as the tree keeps, is
 * carried on to the newest root.
 * @throws ReceiptRefused
 */
export function verifyReceipt(
  deployment: Deployment,
  receipt: Receipt,
  accounts: TreeAccounts,
): VerifiedOnChain {
  const { tree: at, leaf } = receipt;
  wellFormed(receipt);
  verifyLeaf(deployment, receipt);
  const registration = registrationOf(deployment, at, accounts.registration);
  if (registration === null) {
    throw new ReceiptRefused('TreeNotRegistered', `reputation knows no tree ${at.toBase58()}`);
  }
  if (receipt.metadata.uri !== receiptUri(registration.uriBase, receipt.facts)) {
    throw new ReceiptRefused('FactsMismatch', `receipts of this tree are at ${registration.uriBase}`);
  }
  if (accounts.merkleTree === null) {
    throw new ReceiptRefused('ForeignTree', `there is no account at ${at.toBase58()}`);
  }
  const tree = decodeMerkleTree(at, accounts.merkleTree);
  const index = leafIndex(leaf.nonce, tree.depth);
  const given = expectDepth(completeProof(tree, index, receipt.proof), tree.depth);
  const { behind, proof } = carriedOn(tree, receipt.leafHash, index, given);
  const [{ root }] = tree.changes as [BufferedChange];
  return { facts: receipt.facts, asset: receipt.asset, tree: at, root, proof, seq: tree.seq, behind };
}

/**
 * Verifies a receipt against a root that you trust, without a chain. That the root is that of a registered tree
 * is yours to know: anybody can make a tree of their own, and a root of it.
 * @param root 32 bytes
 * @throws ReceiptRefused
 */
export function verifyReceiptAgainstRoot(
  deployment: Deployment,
  receipt: Receipt,
  root: Uint8Array,
): VerifiedReceipt {
  wellFormed(receipt);
  verifyLeaf(deployment, receipt);
  const { proof, leaf, facts, asset, tree } = receipt;
  const index = leafIndex(leaf.nonce, proof.length);
  if (!equalBytes(rootOf(receipt.leafHash, index, proof), root)) {
    throw new ReceiptRefused('ProofMismatch', 'the proof does not lead to the given root');
  }
  return { facts, asset, tree, root, proof };
}

/** That every field fits what it is encoded in. */
function wellFormed({ facts, metadata, leaf, leafHash: hash, proof }: Receipt): void {
  try {
    receiptFactsHash(facts);
    // the hash takes the lowest byte of any number
    if (![1, 2, 3, 4, 5].includes(facts.stars)) throw new TypeError(`stars are 1 to 5, not ${facts.stars}`);
    encodeLeafMetadata(metadata);
    toU64(leaf.nonce, 'nonce');
    for (const bytes of [leaf.dataHash, leaf.creatorHash, hash, ...proof]) expectBytes(bytes, 32, 'hash');
  } catch (error) {
    throw new ReceiptRefused('ReceiptMalformed', (error as Error).message, { cause: error });
  }
  if (proof.length > MAX_DEPTH)
    throw new ReceiptRefused('ProofIncomplete', `no tree is ${proof.length} deep`);
}

/** That facts, metadata and leaf belong together, and to the agent. */
function verifyLeaf(deployment: Deployment, receipt: Receipt): void {
  const { facts, metadata, leaf, tree, asset } = receipt;
  if (!metadata.uri.endsWith(toHex(receiptFactsHash(facts)))) {
    throw new ReceiptRefused('FactsMismatch', `${metadata.uri} does not end in the hash of these facts`);
  }
  const authority = ratingAuthorityAddress(deployment);
  const [creator, ...others] = metadata.creators;
  const signed = creator?.verified === true && creator.address.equals(authority) && others.length === 0;
  if (metadata.isMutable || !signed) {
    throw new ReceiptRefused('NotAReceipt', 'the metadata could be changed, or reputation has not signed it');
  }
  for (const role of ['owner', 'delegate'] as const) {
    if (leaf[role].equals(facts.agent)) continue;
    throw new ReceiptRefused(
      'OwnerNotAgent',
      `the leaf's ${role} is ${leaf[role].toBase58()}, not the agent`,
    );
  }
  if (!receiptAssetId(tree, leaf.nonce).equals(asset)) {
    throw new ReceiptRefused('AssetMismatch', `leaf ${leaf.nonce} of the tree is not ${asset.toBase58()}`);
  }
  const made = leafOf(metadata, leaf);
  for (const hash of ['dataHash', 'creatorHash'] as const) {
    if (equalBytes(made[hash], leaf[hash])) continue;
    throw new ReceiptRefused('LeafMismatch', `the leaf's ${hash} is not that of the metadata`);
  }
  if (!equalBytes(leafHash(asset, made), receipt.leafHash)) {
    throw new ReceiptRefused('LeafMismatch', 'the leaf is not the hash of its fields');
  }
}

function leafIndex(nonce: bigint, depth: number): number {
  if (nonce < 2n ** BigInt(depth)) return Number(nonce);
  throw new ReceiptRefused('ProofIncomplete', `a tree of depth ${depth} has no leaf ${nonce}`);
}

function expectDepth(proof: Uint8Array[], depth: number): Uint8Array[] {
  if (proof.length === depth) return proof;
  const why = `the tree is ${depth} deep, the proof has ${proof.length} nodes`;
  throw new ReceiptRefused('ProofIncomplete', why);
}

/** Takes a proof from the kept root that it leads to on to the newest one, as account compression does. */
function carriedOn(
  { changes, depth }: MerkleTreeState,
  leaf: Uint8Array,
  index: number,
  given: Uint8Array[],
): { behind: number; proof: Uint8Array[] } {
  const root = rootOf(leaf, index, given);
  const behind = changes.findIndex((change) => equalBytes(change.root, root));
  if (behind < 0) {
    throw new ReceiptRefused(
      'ProofMismatch',
      `the proof leads to none of the tree's last ${changes.length} roots`,
    );
  }
  const proof = [...given];
  for (const change of changes.slice(0, behind).reverse()) {
    if (change.index !== index) {
      const level = Math.floor(Math.log2(change.index ^ index));
      proof[level] = change.path[level] as Uint8Array;
    } else if (!equalBytes(change.path[0] as Uint8Array, leaf)) {
      throw new ReceiptRefused('LeafReplaced', `leaf ${index} of a tree ${depth} deep was replaced since`);
    }
  }
  return { behind, proof };
}
