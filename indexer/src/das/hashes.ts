import { toBase58 } from '../decode/base58.js';

/** A hash as DAS writes it. @param hex as tables have it */
export function base58Of(hex: string): string {
  return toBase58(Buffer.from(hex, 'hex'));
}
