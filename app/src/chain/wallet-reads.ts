import { AccountMismatch, associatedTokens, creditMintAddress, tokenProgramOf } from '@agent-labs/sdk';
import { ACCOUNT_SIZE, AccountLayout, MintLayout } from '@solana/spl-token';
import { type PageToken, tokenOf } from '../data/config.js';
import { addressOf, connectChain, deployment } from './connection.js';

/** The chain's clock, Unix seconds. */
export async function chainTime(): Promise<number> {
  return Number(await (await connectChain()).unixTime());
}

/** @returns lamports; 0 where there is no account */
export async function lamportsOf(wallet: string): Promise<bigint> {
  const account = await (await connectChain()).getAccount(addressOf(wallet));
  return account?.lamports ?? 0n;
}

/** Base units in a wallet's associated token account; 0 where there is none. @throws AccountMismatch */
export async function tokenBalance(wallet: string, mint: string): Promise<bigint> {
  const owner = addressOf(wallet);
  const chain = await connectChain();
  const tokenProgram = await tokenProgramOf(chain, addressOf(mint));
  const at = associatedTokens(addressOf(mint), owner, tokenProgram);
  const account = await chain.getAccount(at);
  if (account === null || account.data.length === 0) return 0n;
  // Token-2022 puts extensions behind what both programs have
  const decoded = account.data.length >= ACCOUNT_SIZE ? AccountLayout.decode(account.data) : null;
  const isOurs = account.owner.equals(tokenProgram) && decoded?.owner.equals(owner);
  if (decoded === null || !isOurs || decoded.mint.toBase58() !== mint) {
    throw new AccountMismatch(`${at.toBase58()} is no token account of this wallet; the node may be lying`);
  }
  return decoded.amount;
}

/** All that a wallet holds of the mints that the page knows. */
export async function tokensOf(wallet: string, mints: string[]): Promise<{ mint: string; amount: bigint }[]> {
  return Promise.all(mints.map(async (mint) => ({ mint, amount: await tokenBalance(wallet, mint) })));
}

/** How a mint's amounts are written: as the server names it, else by the chain's word on its decimals. */
export async function readToken(mint: string): Promise<PageToken> {
  const known = tokenOf(mint);
  if (known !== null) return known;
  const account = await (await connectChain()).getAccount(addressOf(mint));
  if (account === null || account.data.length < MintLayout.span) {
    throw new AccountMismatch(`${mint} is no mint`);
  }
  // a name that nobody vouches for is not shown as one; for credits their address does
  const isCredits = creditMintAddress(deployment()).toBase58() === mint;
  return { symbol: isCredits ? 'credits' : '', decimals: MintLayout.decode(account.data).decimals };
}
