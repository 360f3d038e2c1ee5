import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { isStrictSignature, isStrongPublicKey } from '../../sdk/dist/voucher/ed25519-strict.js';
import { createMessageSigner, verifySignature } from '../../sdk/dist/voucher/sign.js';
import { add, bytesOf, decode, encode, L, littleEndian, smallOrderEncodings } from './edwards';
import { agent, bytes, session } from './support';

const message = new TextEncoder().encode('a voucher');

/** Node's own check, without ours. */
function lenient(publicKey: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

function withS(signature: Uint8Array, s: bigint): Uint8Array {
  const changed = signature.slice();
  changed.set(bytesOf(s), 32);
  return changed;
}

describe('signatures', () => {
  it('signs with a seed and with a 64-byte secret key alike', () => {
    const seed = bytes(1);
    const secret = Buffer.concat([seed, session.publicKey]);
    assert.deepEqual(createMessageSigner(secret).sign(message), session.sign(message));
    assert.equal(session.sign(message).length, 64);
    assert.ok(verifySignature(session.publicKey, message, session.sign(message)));
    assert.equal(session.sign(message).constructor, Uint8Array);
  });

  it('refuses secrets of another length and halves that do not belong together', () => {
    for (const length of [0, 31, 33, 63, 65]) {
      assert.throws(() => createMessageSigner(new Uint8Array(length)), TypeError);
    }
    const mixed = Buffer.concat([bytes(1), agent.publicKey]);
    assert.throws(() => createMessageSigner(mixed), /does not belong to the public key/);
  });

  it('refuses every flipped bit of key, message and signature', () => {
    const signature = session.sign(message);
    for (let bit = 0; bit < 512; bit++) {
      const flipped = signature.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(verifySignature(session.publicKey, message, flipped), false);
    }
    for (let bit = 0; bit < 256; bit++) {
      const flipped = session.publicKey.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(verifySignature(flipped, message, signature), false);
    }
    assert.equal(verifySignature(agent.publicKey, message, signature), false);
    assert.equal(verifySignature(session.publicKey, message.slice(1), signature), false);
  });

  it('refuses S + L and S at or above L, by its own check', () => {
    const signature = session.sign(message);
    const s = littleEndian(signature.subarray(32));
    for (let value = s + L; value < 2n ** 256n; value += L) {
      const malleated = withS(signature, value);
      assert.equal(isStrictSignature(malleated), false);
      assert.equal(verifySignature(session.publicKey, message, malleated), false);
    }
    for (const value of [L, L + 1n, 2n ** 253n, 2n ** 256n - 1n]) {
      assert.equal(isStrictSignature(withS(signature, value)), false);
    }
    for (const value of [0n, s, L - 1n]) assert.equal(isStrictSignature(withS(signature, value)), true);
  });

  it('refuses keys of small order, for which Node takes a signature that signs nothing', () => {
    const seen = new Set<string>();
    for (const encoding of smallOrderEncodings()) {
      const point = decode(encoding);
      assert.ok(point);
      const eightfold = add(
        add(add(point, point), add(point, point)),
        add(add(point, point), add(point, point)),
      );
      assert.deepEqual(eightfold, [0n, 1n], 'the test means a point of small order');
      seen.add(Buffer.from(encode(point)).toString('hex'));
      assert.equal(isStrongPublicKey(encoding), false);
      const forged = Buffer.concat([encoding, bytesOf(0n)]);
      assert.equal(verifySignature(encoding, message, forged), false);
      assert.equal(isStrictSignature(forged), false, 'as R it is refused too');
    }
    assert.equal(seen.size, 8, 'all eight points were tried');
    const identity = bytesOf(1n);
    assert.equal(lenient(identity, Buffer.concat([identity, bytesOf(0n)])), true);
    // a good R, whose logarithm is known: it is a public key
    const scalar = createHash('sha512').update(bytes(1)).digest().subarray(0, 32);
    scalar[0] = (scalar[0] ?? 0) & 0xf8;
    scalar[31] = ((scalar[31] ?? 0) & 0x7f) | 0x40;
    const withGoodR = Buffer.concat([session.publicKey, bytesOf(littleEndian(scalar) % L)]);
    assert.equal(isStrictSignature(withGoodR), true);
    assert.equal(lenient(identity, withGoodR), true);
    assert.equal(verifySignature(identity, message, withGoodR), false);
  });

  it('refuses a second spelling of a key', () => {
    const p = 2n ** 255n - 19n;
    for (let y = 0n; y < 19n; y++) {
      for (const sign of [0n, 1n]) assert.equal(isStrongPublicKey(bytesOf((p + y) | (sign << 255n))), false);
    }
    assert.equal(isStrongPublicKey(bytesOf(p - 2n)), true);
    assert.equal(isStrongPublicKey(session.publicKey), true);
  });

  it('throws on wrong lengths rather than answer', () => {
    const signature = session.sign(message);
    assert.throws(() => verifySignature(session.publicKey.slice(1), message, signature), TypeError);
    assert.throws(() => verifySignature(session.publicKey, message, signature.slice(1)), TypeError);
  });

  it('keeps right over more keys than it caches', () => {
    const signature = session.sign(message);
    for (let n = 0; n < 4_200; n++) {
      const key = bytes(0);
      new DataView(key.buffer).setUint32(0, n);
      // most are no points at all: the question is only that they do not stand in for another key
      assert.equal(verifySignature(key, message, signature), false);
      if (n % 1_000 === 0) assert.ok(verifySignature(session.publicKey, message, signature));
    }
  });
});
