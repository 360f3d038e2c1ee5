import type { PublicKey } from '@solana/web3.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { treeAddress } from '../pda/reputation.js';
import type { TreeAccounts } from './verify.js';

/** Reads what `verifyReceipt` verifies against: a tree's account and its registration. */
export async function readTreeAccounts(
  chain: Pick<Chain, 'getAccount'>,
  deployment: Deployment,
  tree: PublicKey,
): Promise<TreeAccounts> {
  const [merkleTree, registration] = await Promise.all([
    chain.getAccount(tree),
    chain.getAccount(treeAddress(deployment, tree)),
  ]);
  return { merkleTree, registration };
}
