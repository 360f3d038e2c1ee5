import type { PublicKey, Signer, VersionedTransaction } from '@solana/web3.js';
import { equalBytes } from '../voucher/bytes.js';
import { createMessageSigner, type MessageSigner } from '../voucher/sign.js';

/** A wallet that signs itself, a wallet adapter for one. */
export interface WalletSigner {
  publicKey: PublicKey;
  signTransaction(transaction: VersionedTransaction): Promise<VersionedTransaction>;
}

/** Whoever signs a transaction: a key pair in memory, or a wallet. */
export type TransactionSigner = Signer | WalletSigner;

/** Who signs beside the fee payer: `signer`, unless it is the same. */
export function beside(feePayer: TransactionSigner, signer: TransactionSigner): TransactionSigner[] {
  return signer.publicKey.equals(feePayer.publicKey) ? [] : [signer];
}

/** A wallet gave back another transaction than it was asked to sign. Nothing was sent. */
export class WalletChangedTransaction extends Error {
  override readonly name = 'WalletChangedTransaction';
  constructor(wallet: PublicKey) {
    super(
      `the wallet ${wallet.toBase58()} signed another transaction than it was shown; nothing was sent. ` +
        'Turn off what rewrites transactions in it, or use another wallet',
    );
  }
}

// signing with a parsed key is many times faster than with a secret, but parsing is slow
const parsed = new WeakMap<Signer, MessageSigner>();

/**
 * Puts the signatures in place, those of wallets last, so that they see what is signed already.
 * @throws WalletChangedTransaction; Error when a signer is not one the transaction asks for; what a wallet throws
 */
export async function signTransaction(
  transaction: VersionedTransaction,
  signers: readonly TransactionSigner[],
): Promise<VersionedTransaction> {
  const { message, signatures } = transaction;
  const bytes = message.serialize();
  const place = ({ publicKey }: TransactionSigner): number => {
    const index = message.staticAccountKeys.findIndex((key) => key.equals(publicKey));
    if (index >= 0 && index < message.header.numRequiredSignatures) return index;
    throw new Error(`${publicKey.toBase58()} signs, but no instruction asks for it`);
  };
  const wallets: WalletSigner[] = [];
  for (const signer of signers) {
    const index = place(signer);
    if ('secretKey' in signer) signatures[index] = keySigner(signer).sign(bytes);
    else wallets.push(signer);
  }
  for (const wallet of wallets) {
    const signed = await wallet.signTransaction(transaction);
    const index = place(wallet);
    const signature = signed.signatures[index];
    if (signature === undefined || !equalBytes(signed.message.serialize(), bytes)) {
      throw new WalletChangedTransaction(wallet.publicKey);
    }
    signatures[index] = signature;
  }
  return transaction;
}

function keySigner(signer: Signer): MessageSigner {
  const known = parsed.get(signer);
  if (known !== undefined) return known;
  const made = createMessageSigner(signer.secretKey);
  parsed.set(signer, made);
  return made;
}
