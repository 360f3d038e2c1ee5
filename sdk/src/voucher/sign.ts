import { importSeed, verifyRaw } from '#crypto';
import { equalBytes, expectBytes } from './bytes.js';
import { isStrictSignature, isStrongPublicKey } from './ed25519-strict.js';
import { SIGNATURE_LENGTH } from './format.js';

/** Signs with one Ed25519 key. */
export interface MessageSigner {
  /** 32 bytes */
  readonly publicKey: Uint8Array;
  /** @returns 64 bytes; the same for the same message */
  sign(message: Uint8Array): Uint8Array;
}

/**
 * @param secret a 32-byte seed, or Solana's 64 bytes (seed, then public key). Not kept: the caller may wipe it.
 * @throws TypeError on another length, or where the 64 bytes do not belong together
 */
export function createMessageSigner(secret: Uint8Array): MessageSigner {
  if (!(secret instanceof Uint8Array)) throw new TypeError('secret key must be a Uint8Array');
  if (secret.length !== 32 && secret.length !== 64) {
    throw new TypeError(`secret key must be a seed of 32 bytes or 64 bytes, not ${secret.length}`);
  }
  const { publicKey, sign } = importSeed(secret.subarray(0, 32));
  // signing for another public key than one's own gives the private key away
  if (secret.length === 64 && !equalBytes(publicKey, secret.subarray(32))) {
    throw new TypeError('secret key does not belong to the public key behind it');
  }
  return { publicKey, sign };
}

/**
 * At least as strict as the chain's check: what passes here passes there. Refuses small-order and
 * non-canonical keys and R, and S not below L.
 * @param publicKey 32 bytes
 * @param signature 64 bytes
 * @throws TypeError on a wrong length; a bad signature or key is `false`
 */
export function verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  expectBytes(publicKey, 32, 'public key');
  expectBytes(signature, SIGNATURE_LENGTH, 'signature');
  return (
    isStrictSignature(signature) && isStrongPublicKey(publicKey) && verifyRaw(publicKey, message, signature)
  );
}
