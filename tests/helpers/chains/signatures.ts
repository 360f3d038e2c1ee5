import { createPublicKey, verify } from 'node:crypto';
import { TransactionFailed } from '@agent-labs/sdk';
import type { VersionedTransaction } from '@solana/web3.js';

/** Before the 32 bytes of an Ed25519 public key in SubjectPublicKeyInfo. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** @throws TransactionFailed naming the first key whose signature does not verify, as a cluster refuses it */
export function verifySignatures(transaction: VersionedTransaction): void {
  const bytes = transaction.message.serialize();
  for (const [index, signature] of transaction.signatures.entries()) {
    const signer = transaction.message.staticAccountKeys[index];
    if (signer !== undefined) {
      const der = Buffer.concat([SPKI_PREFIX, signer.toBytes()]);
      const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
      if (verify(null, bytes, key, signature)) continue;
    }
    const refusal = `transaction refused: SignatureFailure: a wrong signature of ${signer?.toBase58()}`;
    throw new TransactionFailed(refusal, null, null, []);
  }
}
