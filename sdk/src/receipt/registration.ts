import type { PublicKey } from '@solana/web3.js';
import { decodeTree, type TreeAccount } from '../accounts/reputation.js';
import type { AccountState } from '../chain.js';
import type { Deployment } from '../deployment.js';

/**
 * Reads reputation's registration of a tree; null where the account is none, or that of another tree.
 * @param account as the chain gives what is at `treeAddress` of the tree
 */
export function registrationOf(
  { reputation }: Deployment,
  merkleTree: PublicKey,
  account: Pick<AccountState, 'owner' | 'data'> | null,
): TreeAccount | null {
  if (account === null || !account.owner.equals(reputation)) return null;
  const tree = decoded(account.data);
  return tree?.version === LAYOUT && tree.merkleTree.equals(merkleTree) ? tree : null;
}

/** Layout of a registration that this software knows. */
const LAYOUT = 1;

/** null for another account of the program's, which its tag tells */
function decoded(data: Uint8Array): TreeAccount | null {
  try {
    return decodeTree(data);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
