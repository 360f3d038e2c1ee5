import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { AccountState } from '../chain.js';
import { equalBytes } from '../voucher/bytes.js';

const TREE = Buffer.from('tree');
const RATING_AUTHORITY = Buffer.from('rating_authority');
/** Discriminator of reputation's `Tree`. */
const TREE_TAG = Uint8Array.of(100, 9, 213, 154, 6, 136, 109, 55);

/** Where a registration names its tree. */
const MERKLE_TREE_AT = 8;

/** Where reputation is; every deployment tells it. */
export interface ReceiptPrograms {
  reputation: PublicKey;
}

/** Reputation's registration of a tree: `["tree", merkle tree]` */
export function receiptTreeAddress({ reputation }: ReceiptPrograms, merkleTree: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([TREE, merkleTree.toBytes()], reputation)[0];
}

/** Creator of every receipt and delegate of every receipt tree: `["rating_authority"]` */
export function ratingAuthorityAddress({ reputation }: ReceiptPrograms): PublicKey {
  return PublicKey.findProgramAddressSync([RATING_AUTHORITY], reputation)[0];
}

/** Whether an account is reputation's registration of this tree. */
export function isRegistration(
  { reputation }: ReceiptPrograms,
  merkleTree: PublicKey,
  account: Pick<AccountState, 'owner' | 'data'> | null,
): boolean {
  if (account === null || !account.owner.equals(reputation)) return false;
  const { data } = account;
  const named = data.subarray(MERKLE_TREE_AT, MERKLE_TREE_AT + 32);
  return equalBytes(data.subarray(0, TREE_TAG.length), TREE_TAG) && equalBytes(named, merkleTree.toBytes());
}
