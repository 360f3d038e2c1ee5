import { keccak_256 } from '@noble/hashes/sha3.js';
import type { PublicKey } from '@solana/web3.js';
import { concatBytes, expectBytes, toU64, u64Bytes } from '../voucher/bytes.js';
import { creatorHash, dataHash, type LeafMetadata } from './metadata.js';

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
