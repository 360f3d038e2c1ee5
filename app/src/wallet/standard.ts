import type { SolanaSignTransactionFeature } from '@solana/wallet-standard-features';
import { getWallets } from '@wallet-standard/app';
import type { Wallet, WalletAccount } from '@wallet-standard/base';
import type { StandardConnectFeature, StandardEventsFeature } from '@wallet-standard/features';
import { config } from '../data/config.js';
import { ExternalStore } from '../lib/external-store.js';

const LAST_WALLET = 'agent-labs:wallet';

type SigningWallet = Wallet & {
  features: StandardConnectFeature & SolanaSignTransactionFeature & Partial<StandardEventsFeature>;
};

/** A wallet that was connected, and the account of it that signs. */
export interface Connected {
  wallet: SigningWallet;
  account: WalletAccount;
}

/** The wallet that is connected; null without one. */
export const connected = new ExternalStore<Connected | null>(null);

/** The wallet has no account on the cluster of this page. Nothing was signed. */
export class WalletOnOtherCluster extends Error {
  override readonly name = 'WalletOnOtherCluster';
}

/** Name of this page's cluster among wallets. */
export const walletChain = (): `${string}:${string}` => `solana:${config().cluster}`;

/** Wallets in this browser that can sign Solana transactions. */
export function signingWallets(): SigningWallet[] {
  return getWallets()
    .get()
    .filter(
      (wallet): wallet is SigningWallet =>
        'standard:connect' in wallet.features && 'solana:signTransaction' in wallet.features,
    );
}

/** Calls back when a wallet comes or goes. @returns stops that */
export function onWallets(listener: () => void): () => void {
  const { on } = getWallets();
  const offs = [on('register', listener), on('unregister', listener)];
  return () => {
    for (const off of offs) off();
  };
}

/**
 * Asks a wallet for its accounts, and takes the first on this page's cluster.
 * @throws WalletOnOtherCluster; what the wallet throws when its user declines
 */
export async function connect(wallet: SigningWallet, silent = false): Promise<void> {
  const { accounts } = await wallet.features['standard:connect'].connect(silent ? { silent } : undefined);
  if (silent && accounts.length === 0) return;
  const account = accounts.find(({ chains }) => chains.includes(walletChain()));
  if (account === undefined) {
    const found = [...new Set(accounts.flatMap(({ chains }) => chains))].join(', ') || 'no account';
    throw new WalletOnOtherCluster(
      `${wallet.name} offers ${found}; this page is on ${walletChain()}. Switch the network in the wallet.`,
    );
  }
  localStorage.setItem(LAST_WALLET, wallet.name);
  connected.set({ wallet, account });
  wallet.features['standard:events']?.on('change', () => follow(wallet));
}

/** Keeps to the wallet's own choice of account; one that left this cluster is let go. */
function follow(wallet: SigningWallet): void {
  const now = connected.get();
  if (now?.wallet !== wallet) return;
  const account = wallet.accounts.find(({ chains }) => chains.includes(walletChain()));
  connected.set(account === undefined ? null : { wallet, account });
}

export function disconnect(): void {
  localStorage.removeItem(LAST_WALLET);
  connected.set(null);
}

/** Connects again, without asking, what was connected when the page was left. */
export function reconnect(): () => void {
  const name = localStorage.getItem(LAST_WALLET);
  const attempt = () => {
    const wallet = signingWallets().find((entry) => entry.name === name);
    if (wallet === undefined || connected.get() !== null) return;
    // a wallet that is locked or has changed its mind is connected by hand
    connect(wallet, true).catch((error: unknown) => console.warn('wallet not connected again', error));
  };
  attempt();
  return onWallets(attempt);
}
