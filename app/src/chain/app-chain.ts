import {
  type AccountState,
  type Chain,
  type RpcChain,
  SendAborted,
  type SendOptions,
  TransactionExpired,
  TransactionFailed,
  type TransactionOutcome,
  WalletChangedTransaction,
  type WalletSigner,
} from '@agent-labs/sdk';
import { PublicKey, type TransactionInstruction, VersionedTransaction } from '@solana/web3.js';
import { askReview, ReviewDeclined, ReviewExpired } from '../signing/review.js';
import { openToast, updateToast } from '../signing/toasts.js';
import { type Connected, connected, walletChain } from '../wallet/standard.js';
import { connectChain } from './connection.js';
import { reviewOf } from './simulate.js';

/** Nobody is connected to sign. */
export class NoWallet extends Error {
  override readonly name = 'NoWallet';
  constructor() {
    super('Connect a wallet first.');
  }
}

/** A transaction may not be signed here. Nothing was signed. */
export class SigningBlocked extends Error {
  override readonly name = 'SigningBlocked';
}

/** The wallet declined, or could not sign. Nothing was sent. */
export class WalletDeclined extends Error {
  override readonly name = 'WalletDeclined';
}

/** The wallet that is connected, as what signs on this chain. */
export async function signer(): Promise<{ chain: WalletChain; wallet: WalletSigner }> {
  const now = connected.get();
  if (now === null) throw new NoWallet();
  return { chain: new WalletChain(await connectChain(), now), wallet: placeholder(now) };
}

/** Names the wallet to actions; `WalletChain.send` signs in its place. */
function placeholder({ account }: Connected): WalletSigner {
  return {
    publicKey: new PublicKey(account.address),
    signTransaction: () => Promise.reject(new Error('a wallet signs through WalletChain alone')),
  };
}

/**
 * A chain on which everything the wallet signs is shown first, and told of in one toast from its simulation
 * until it is confirmed or can no longer land.
 */
export class WalletChain implements Chain {
  readonly #rpc: RpcChain;
  readonly #connected: Connected;
  #title = 'Transaction';

  constructor(rpc: RpcChain, wallet: Connected) {
    this.#rpc = rpc;
    this.#connected = wallet;
  }

  /** Names the transactions that follow, to whoever signs them. */
  named(title: string): this {
    this.#title = title;
    return this;
  }

  getAccount(address: PublicKey): Promise<AccountState | null> {
    return this.#rpc.getAccount(address);
  }

  getAccounts(addresses: readonly PublicKey[]): Promise<(AccountState | null)[]> {
    return this.#rpc.getAccounts(addresses);
  }

  unixTime(): Promise<bigint> {
    return this.#rpc.unixTime();
  }

  slot(): Promise<bigint> {
    return this.#rpc.slot();
  }

  /**
   * @throws SigningBlocked, ReviewDeclined, ReviewExpired, WalletDeclined, WalletChangedTransaction: nothing was
   *   sent; TransactionExpired, TransactionFailed, SendAborted
   */
  async send(instructions: TransactionInstruction[], options: SendOptions): Promise<TransactionOutcome> {
    const toast = openToast(this.#title);
    const { account } = this.#connected;
    const wallet = { ...placeholder(this.#connected), signTransaction: this.#signer(toast) };
    const isWallet = ({ publicKey }: { publicKey: PublicKey }) => publicKey.toBase58() === account.address;
    try {
      const outcome = await this.#rpc.send(instructions, {
        ...options,
        payer: isWallet(options.payer) ? wallet : options.payer,
        signers: (options.signers ?? []).map((entry) => (isWallet(entry) ? wallet : entry)),
        onStatus: (status, signature) => {
          if (status === 'sent') {
            updateToast(toast, {
              phase: 'sent',
              detail: 'Sent. Waiting for the chain.',
              signature: signature ?? null,
            });
          }
        },
      });
      updateToast(toast, {
        phase: 'confirmed',
        detail: `Confirmed in slot ${outcome.slot}.`,
        signature: outcome.signature,
      });
      return outcome;
    } catch (error) {
      updateToast(toast, told(error));
      throw error;
    }
  }

  #signer(toast: number): WalletSigner['signTransaction'] {
    const { account, wallet } = this.#connected;
    return async (transaction) => {
      const review = await reviewOf(transaction, this.#title, {
        address: account.address,
        name: wallet.name,
        chains: account.chains,
      });
      updateToast(toast, { phase: 'reviewing', detail: 'Shown for review. Nothing is signed yet.' });
      await askReview(review);
      updateToast(toast, { phase: 'signing', detail: 'Waiting for the wallet.' });
      const [signed] = await wallet.features['solana:signTransaction']
        .signTransaction({
          account,
          chain: walletChain(),
          // the copy is the wallet's; what is sent is held against what was shown
          transaction: transaction.serialize(),
        })
        .catch((error: unknown) => {
          throw new WalletDeclined(`${wallet.name} did not sign: ${(error as Error).message}`, {
            cause: error,
          });
        });
      if (signed === undefined) throw new WalletDeclined(`${wallet.name} gave nothing back.`);
      if (!(await review.stillValid())) throw new ReviewExpired();
      return VersionedTransaction.deserialize(signed.signedTransaction);
    };
  }
}

/** What to say of an error in the toast: what happened to the money, before all. */
function told(error: unknown): Parameters<typeof updateToast>[1] {
  if (error instanceof ReviewDeclined) return { phase: 'declined', detail: error.message };
  if (error instanceof ReviewExpired) return { phase: 'expired', detail: error.message };
  if (error instanceof TransactionExpired) {
    return {
      phase: 'expired',
      detail: 'Expired. Nothing was charged. Try again.',
      signature: error.signature,
    };
  }
  if (error instanceof WalletDeclined) {
    return { phase: 'declined', detail: `${error.message} Nothing was charged.` };
  }
  if (error instanceof WalletChangedTransaction) {
    return {
      phase: 'failed',
      detail: 'The wallet signed another message than it was shown. Nothing was sent, nothing was charged.',
    };
  }
  if (error instanceof SendAborted) {
    return {
      phase: 'failed',
      detail: 'Waiting was given up. It may still land: look it up.',
      signature: error.signature,
    };
  }
  if (error instanceof TransactionFailed) {
    return { phase: 'failed', detail: `Refused: ${error.message}. At most the fee was charged.` };
  }
  return { phase: 'failed', detail: `${(error as Error).message} Nothing was charged.` };
}
