const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = new Map([...ALPHABET].map((letter, value) => [letter, BigInt(value)]));
const BYTES = 32;
const LIMIT = 1n << BigInt(8 * BYTES);
/** What stands for no account. */
const ZERO = '1'.repeat(BYTES);

/** Whether a text is a key as the chain has them: 32 bytes in base58. */
export function isAddress(text: string): boolean {
  if (text.length < BYTES || text.length > 44) return false;
  let value = 0n;
  for (const letter of text) {
    const digit = DIGITS.get(letter);
    if (digit === undefined) return false;
    value = value * 58n + digit;
  }
  // leading ones are leading zero bytes, and there are 32 bytes in all
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  let bytes = 0;
  for (let rest = value; rest > 0n; rest >>= 8n) bytes += 1;
  return value < LIMIT && zeros + bytes === BYTES;
}

/** Addresses out of what a person pasted. */
export interface PastedAddresses {
  /** each once, in the order they came in */
  addresses: string[];
  /** the first word that is none; null where all are */
  wrong: string | null;
}

/** Reads addresses that are apart by spaces, lines, commas or quotes. */
export function addressesIn(text: string): PastedAddresses {
  const words = text.split(/[\s,;"'[\]]+/).filter((word) => word !== '');
  const wrong = words.find((word) => word === ZERO || !isAddress(word));
  return { addresses: [...new Set(words)], wrong: wrong ?? null };
}
