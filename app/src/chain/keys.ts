import './buffer.js';
import { createMessageSigner } from '@agent-labs/sdk';
import { Keypair, SystemProgram, TransactionMessage, VersionedTransaction } from '@solana/web3.js';

/** A new key pair, from the browser's randomness. */
export function generateKey(): { address: string; secretKey: number[] } {
  const { publicKey, secretKey } = Keypair.generate();
  return { address: publicKey.toBase58(), secretKey: Array.from(secretKey) };
}

export function signMessage(secretKey: Uint8Array, message: Uint8Array): Uint8Array {
  return createMessageSigner(secretKey).sign(message);
}

/**
 * Signs a transaction as it goes over the wire.
 * @param change signs a transfer of one lamport instead, as a wallet would that cannot be trusted
 */
export function signWire(secretKey: Uint8Array, wire: Uint8Array, change: boolean): Uint8Array {
  const key = Keypair.fromSecretKey(secretKey);
  const given = VersionedTransaction.deserialize(wire);
  const transaction = change ? otherThan(given, key) : given;
  transaction.sign([key]);
  return transaction.serialize();
}

function otherThan({ message }: VersionedTransaction, key: Keypair): VersionedTransaction {
  const { publicKey } = key;
  const instruction = SystemProgram.transfer({ fromPubkey: publicKey, toPubkey: publicKey, lamports: 1 });
  const changed = new TransactionMessage({
    payerKey: publicKey,
    recentBlockhash: message.recentBlockhash,
    instructions: [instruction],
  });
  return new VersionedTransaction(changed.compileToV0Message());
}
