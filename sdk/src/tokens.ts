import { getAssociatedTokenAddressSync, TOKEN_2022_PROGRAM_ID, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import type { AccountState, Chain } from './chain.js';
import { AccountMismatch } from './rpc/errors.js';

/** A wallet's associated token account of a mint; of SPL Token unless the mint's program is given. */
export function associatedTokens(
  mint: PublicKey,
  owner: PublicKey,
  tokenProgram: PublicKey = TOKEN_PROGRAM_ID,
): PublicKey {
  return getAssociatedTokenAddressSync(mint, owner, true, tokenProgram);
}

/** Whether an account belongs to SPL Token or to Token-2022. */
export function isOfTokenProgram({ owner }: Pick<AccountState, 'owner'>): boolean {
  return owner.equals(TOKEN_PROGRAM_ID) || owner.equals(TOKEN_2022_PROGRAM_ID);
}

/**
 * The token program that a mint belongs to.
 * @throws AccountMismatch where there is no mint
 */
export async function tokenProgramOf(chain: Chain, mint: PublicKey): Promise<PublicKey> {
  const account = await chain.getAccount(mint);
  if (account === null || !isOfTokenProgram(account)) {
    throw new AccountMismatch(`${mint.toBase58()} is no mint`);
  }
  return account.owner;
}
