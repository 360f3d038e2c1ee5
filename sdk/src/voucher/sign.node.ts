// The cryptography that is Node's own; in a browser build `#crypto` is sign.browser.ts instead.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto';

const PKCS8_SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Keys kept parsed: parsing one costs about as much as checking a signature. */
const CACHED_KEYS = 4096;
const publicKeys = new Map<string, KeyObject>();

/** SHA-256 of the parts as if they were one. */
export function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** A private key in its parsed form, with its 32-byte public key. */
export function importSeed(seed: Uint8Array): {
  publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
} {
  const der = Buffer.concat([PKCS8_SEED_PREFIX, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI_KEY_PREFIX.length)),
    sign: (message) => new Uint8Array(nodeSign(null, message, key)),
  };
}

/** RFC 8032 verification as OpenSSL does it; the caller has ruled out weak keys and malleated signatures. */
export function verifyRaw(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return nodeVerify(null, message, parsedPublicKey(publicKey), signature);
}

function parsedPublicKey(publicKey: Uint8Array): KeyObject {
  const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.byteLength).toString('latin1');
  let key = publicKeys.get(name);
  if (key) return key;
  const der = Buffer.concat([SPKI_KEY_PREFIX, publicKey]);
  key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  // a Map iterates in order of insertion: the oldest goes
  for (const oldest of publicKeys.keys()) {
    if (publicKeys.size < CACHED_KEYS) break;
    publicKeys.delete(oldest);
  }
  publicKeys.set(name, key);
  return key;
}
