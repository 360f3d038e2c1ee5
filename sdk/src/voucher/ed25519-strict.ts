/**
 * What a plain Ed25519 check lets through and the chain's does not: points of small order, for which a
 * signature says nothing, second spellings of a point, and S + L in place of S.
 */

function littleEndian(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** L, the order of the base point. */
const ORDER = littleEndian('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');
/** p = 2^255 - 19 */
const PRIME = littleEndian('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f');
/** y of the eight points whose order divides 8; each stands for both signs of x. */
const SMALL_ORDER_Y = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
].map(littleEndian);

/** Byte `index` of a y coordinate: the top bit of the last byte is the sign of x. */
function yByte(bytes: Uint8Array, offset: number, index: number): number {
  const byte = bytes[offset + index] ?? 0;
  return index === 31 ? byte & 0x7f : byte;
}

function isBelow(byteAt: (index: number) => number, limit: Uint8Array): boolean {
  for (let index = 31; index >= 0; index--) {
    const byte = byteAt(index);
    const bound = limit[index] ?? 0;
    if (byte !== bound) return byte < bound;
  }
  return false;
}

/** Whether the 32 bytes at `offset` spell y below p, and not a point of small order. */
function isStrongPoint(bytes: Uint8Array, offset: number): boolean {
  if (!isBelow((index) => yByte(bytes, offset, index), PRIME)) return false;
  return !SMALL_ORDER_Y.some((y) => y.every((byte, index) => byte === yByte(bytes, offset, index)));
}

/** @param publicKey 32 bytes */
export function isStrongPublicKey(publicKey: Uint8Array): boolean {
  return isStrongPoint(publicKey, 0);
}

/** @param signature 64 bytes: R canonical and not of small order, S below L */
export function isStrictSignature(signature: Uint8Array): boolean {
  return isStrongPoint(signature, 0) && isBelow((index) => signature[32 + index] ?? 0, ORDER);
}
