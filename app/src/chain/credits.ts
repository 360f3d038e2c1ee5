import {
  AccountMismatch,
  type CreditIssuerAccount,
  creditIssuerAddress,
  creditMintAddress,
  decodeCreditIssuer,
  escrowIdl,
  PauseBit,
  readConfig,
  UNCAPPED,
} from '@agent-labs/sdk';
import { MINT_SIZE, MintLayout, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { CreditIssuerView, CreditsView } from '../data/credit-views.js';
import { connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';

/** The mint of credits; null where nobody made it on this cluster. @throws AccountMismatch */
export async function readCredits(): Promise<CreditsView | null> {
  const chain = await connectChain();
  const at = creditMintAddress(deployment());
  const [account, config] = await Promise.all([chain.getAccount(at), readConfig(chain, deployment())]);
  // lamports sent to the address ahead of time make no mint
  if (account === null || account.data.length === 0) return null;
  const isMint = account.owner.equals(TOKEN_PROGRAM_ID) && account.data.length === MINT_SIZE;
  const mint = isMint ? MintLayout.decode(account.data) : null;
  // it is its own authority, so that the program alone can mint
  if (mint === null || mint.mintAuthorityOption === 0 || !mint.mintAuthority.equals(at)) {
    throw new AccountMismatch(`${at.toBase58()} is no mint of credits; the node may be lying`);
  }
  return {
    mint: at.toBase58(),
    decimals: mint.decimals,
    supply: mint.supply,
    mintingPaused: config !== null && (config.pauseBits & PauseBit.Deposit) !== 0,
  };
}

/** Everybody who was named to mint credits; first those who may, by what they minted. */
export async function creditIssuers(): Promise<CreditIssuerView[]> {
  const found = await accountsOf(deployment().escrow, escrowIdl, 'CreditIssuer', {});
  return found
    .map(({ address, data }) => ({ address, account: decodeCreditIssuer(data) }))
    .filter(
      ({ address, account }) => creditIssuerAddress(deployment(), account.issuer).toBase58() === address,
    )
    .map(({ address, account }) => issuerView(address, account))
    .sort((a, b) => Number(b.active) - Number(a.active) || (a.minted < b.minted ? 1 : -1));
}

function issuerView(address: string, account: CreditIssuerAccount): CreditIssuerView {
  return {
    address,
    issuer: account.issuer.toBase58(),
    active: account.active === 1,
    dailyCap: account.dailyCap === UNCAPPED ? null : account.dailyCap,
    day: account.day,
    mintedOnDay: account.mintedToday,
    minted: account.minted,
    payments: Number(account.payments),
  };
}
