import type { PublicKey } from '@solana/web3.js';
import type { Chain } from '../chain.js';
import { type ReceiptPrograms, receiptTreeAddress } from './registration.js';
import type { TreeAccounts } from './verify.js';

/** Reads what {@link verifyReceipt} verifies against: a tree's account and its registration. */
export async function readTreeAccounts(
  chain: Pick<Chain, 'getAccount'>,
  programs: ReceiptPrograms,
  tree: PublicKey,
): Promise<TreeAccounts> {
  const [merkleTree, registration] = await Promise.all([
    chain.getAccount(tree),
    chain.getAccount(receiptTreeAddress(programs, tree)),
  ]);
  return { merkleTree, registration };
}
