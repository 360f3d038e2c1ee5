/** An unsigned amount of base units, or a time in Unix seconds: a bigint, or a number that is a safe integer. */
export type Amount = bigint | number;

export const U32_MAX = 0xffff_ffff;
export const U64_MAX = 0xffff_ffff_ffff_ffffn;

function toUnsigned(value: Amount, max: bigint, type: string, what: string): bigint {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) {
      throw new TypeError(`${what} must be a bigint or a safe integer, not ${value}`);
    }
  } else if (typeof value !== 'bigint') {
    throw new TypeError(`${what} must be a bigint or a safe integer, not a ${typeof value}`);
  }
  const integer = BigInt(value);
  if (integer < 0n) throw new TypeError(`${what} must not be negative: ${integer}`);
  if (integer > max) throw new TypeError(`${what} does not fit ${type}: ${integer}`);
  return integer;
}

/**
 * @param what names the value in the error
 * @throws TypeError for floats, negatives, numbers above 2^53 - 1, anything above u64
 */
export function toU64(value: Amount, what: string): bigint {
  return toUnsigned(value, U64_MAX, 'u64', what);
}

/** As {@link toU64}, for 32 bits, as a number. */
export function toU32(value: Amount, what: string): number {
  return Number(toUnsigned(value, BigInt(U32_MAX), 'u32', what));
}

/**
 * Checks kind and length.
 * @throws TypeError
 */
export function expectBytes(bytes: Uint8Array, length: number, what: string): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw new TypeError(`${what} must be a Uint8Array`);
  if (bytes.length !== length) throw new TypeError(`${what} must be ${length} bytes, not ${bytes.length}`);
  return bytes;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** 4 bytes, little endian. */
export function u32Bytes(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** 8 bytes, little endian. */
export function u64Bytes(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, value, true);
  return bytes;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/** Base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Base64 for file names and URLs, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws TypeError for what is no base64, of either alphabet */
export function fromBase64(text: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch (error) {
    throw new TypeError('not base64', { cause: error });
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * UTF-8.
 * @throws TypeError for lone surrogates: they would all encode as U+FFFD, so that two texts had one hash
 */
export function utf8(text: string, what: string): Uint8Array {
  if (typeof text !== 'string') throw new TypeError(`${what} must be a string`);
  if (LONE_SURROGATE.test(text)) throw new TypeError(`${what} is not well-formed Unicode`);
  return new TextEncoder().encode(text);
}
