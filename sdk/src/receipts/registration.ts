import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { AccountState } from '../chain.js';
import { equalBytes } from '../voucher/bytes.js';

const TREE = Buffer.from('tree');
const RATING_AUTHORITY = Buffer.from('rating_authority');
/** Discriminator of reputation's `Tree`. */
const TREE_TAG = Uint8Array.of(100, 9, 213, 154, 6, 136, 109, 55);

/** Layout of a registration that this software knows, and where its fields are, bytes. */
const VERSION = 1;
const VERSION_AT = 8;
const DEPTH_AT = 11;
const URI_BASE_LENGTH_AT = 17;
const MERKLE_TREE_AT = 24;
const URI_BASE_AT = 112;

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

/** What reputation says of a tree that it fills. */
export interface TreeRegistration {
  merkleTree: PublicKey;
  depth: number;
  /** what stands before the facts' hash in the address of a receipt's metadata */
  uriBase: string;
}

/**
 * Reads reputation's registration of a tree; null where the account is none, or that of another tree.
 * @param account as the chain gives what is at {@link receiptTreeAddress}
 */
export function registrationOf(
  { reputation }: ReceiptPrograms,
  merkleTree: PublicKey,
  account: Pick<AccountState, 'owner' | 'data'> | null,
): TreeRegistration | null {
  if (account === null || !account.owner.equals(reputation)) return null;
  const { data } = account;
  const named = data.subarray(MERKLE_TREE_AT, MERKLE_TREE_AT + 32);
  if (!equalBytes(data.subarray(0, TREE_TAG.length), TREE_TAG)) return null;
  if (!equalBytes(named, merkleTree.toBytes())) return null;
  const [version, depth, length] = [data[VERSION_AT], data[DEPTH_AT], data[URI_BASE_LENGTH_AT] ?? 0];
  if (version !== VERSION || depth === undefined || data.length < URI_BASE_AT + length) return null;
  const uriBase = new TextDecoder().decode(data.subarray(URI_BASE_AT, URI_BASE_AT + length));
  return { merkleTree, depth, uriBase };
}
