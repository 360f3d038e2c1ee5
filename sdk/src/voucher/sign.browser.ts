// What sign.node.ts is in Node, with the same exports, for browsers and workers.
import { getPublicKey, hashes, sign as nobleSign, verify } from '@noble/ed25519';
import { sha256 as nobleSha256, sha512 } from '@noble/hashes/sha2.js';

// vouchers are signed without waiting, which WebCrypto cannot
hashes.sha512 = sha512;

/** SHA-256 of the parts as if they were one. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = nobleSha256.create();
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** A private key, with its 32-byte public key. */
export function importSeed(seed: Uint8Array): {
  publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
} {
  const kept = seed.slice();
  return { publicKey: getPublicKey(kept), sign: (message) => nobleSign(message, kept) };
}

/** RFC 8032 verification, without the leniency of ZIP 215; the caller has ruled out weak keys. */
export function verifyRaw(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(signature, message, publicKey, { zip215: false });
}
