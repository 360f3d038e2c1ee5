import { keccak_256 } from '@noble/hashes/sha3.js';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Amount, concatBytes, expectBytes, toU64, u64Bytes } from '../voucher/bytes.js';
import { creatorHash, dataHash, type LeafMetadata } from './metadata.js';

/** Makes and moves compressed NFTs, all versions; receipts are of its first. */
export const BUBBLEGUM = new PublicKey('BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY');
/** Keeps the trees that the leaves are in. */
export const ACCOUNT_COMPRESSION = new PublicKey('cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK');
/** Does nothing: what it is called with stands in the transaction, for indexers. */
export const NOOP = new PublicKey('noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV');

const ASSET = Buffer.from('asset');
/** First byte of what a leaf of version 1 is hashed from. */
const LEAF_V1 = 1;

/** A leaf of Bubblegum V1. */
export interface Leaf {
  owner: PublicKey;
  delegate: PublicKey;
  /** number of the leaf in its tree, from 0, as Bubblegum counts: the index of a receipt's leaf too */
  nonce: bigint;
  /** 32 bytes */
  dataHash: Uint8Array;
  /** 32 bytes */
  creatorHash: Uint8Array;
}

/** A compressed NFT's id: Bubblegum's PDA of `["asset", tree, nonce: u64 LE]`. There is no account at it. */
export function assetAddress(tree: PublicKey, nonce: Amount): PublicKey {
  const seeds = [ASSET, tree.toBytes(), u64Bytes(toU64(nonce, 'nonce'))];
  return PublicKey.findProgramAddressSync(seeds, BUBBLEGUM)[0];
}

/** Bubblegum's signer over a tree: its PDA of `[tree]`. */
export function treeAuthorityAddress(tree: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([tree.toBytes()], BUBBLEGUM)[0];
}

/** The leaf of an asset with this metadata. */
export function leafOf(
  metadata: LeafMetadata,
  { owner, delegate, nonce }: Pick<Leaf, 'owner' | 'delegate' | 'nonce'>,
): Leaf {
  const { creators } = metadata;
  return { owner, delegate, nonce, dataHash: dataHash(metadata), creatorHash: creatorHash(creators) };
}

/** 32 bytes: what the tree holds of a leaf. */
export function leafHash(asset: PublicKey, leaf: Leaf): Uint8Array {
  return keccak_256(
    concatBytes(
      Uint8Array.of(LEAF_V1),
      asset.toBytes(),
      leaf.owner.toBytes(),
      leaf.delegate.toBytes(),
      u64Bytes(toU64(leaf.nonce, 'nonce')),
      expectBytes(leaf.dataHash, 32, 'dataHash'),
      expectBytes(leaf.creatorHash, 32, 'creatorHash'),
    ),
  );
}
