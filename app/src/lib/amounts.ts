import { grouped } from './text.js';

/** Decimals of a lamport. */
export const SOL = { symbol: 'SOL', decimals: 9 };

/** Digits after the point at least, where there are any: prices read as prices. */
const LEAST_DIGITS = 2;

/** Base units as a decimal number, exactly: 12500000 of 6 decimals is 12.50. */
export function decimal(amount: bigint, decimals: number): string {
  const sign = amount < 0n ? '−' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = grouped(BigInt(digits.slice(0, digits.length - decimals)));
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const least = Math.min(LEAST_DIGITS, decimals);
  return least === 0 ? `${sign}${whole}` : `${sign}${whole}.${rest.padEnd(least, '0')}`;
}

/** What a person typed as an amount cannot be one. */
export class AmountInvalid extends Error {
  override readonly name = 'AmountInvalid';
}

/**
 * Base units of a decimal number that a person typed.
 * @throws AmountInvalid for what is no positive number of at most that many decimals
 */
export function baseUnits(text: string, decimals: number): bigint {
  const [, whole, rest = ''] = /^\s*([0-9]{1,20})(?:\.([0-9]*))?\s*$/.exec(text.replaceAll(',', '')) ?? [];
  if (whole === undefined) throw new AmountInvalid('Type a number, such as 12.50.');
  if (rest.length > decimals) throw new AmountInvalid(`This token has ${decimals} decimals at most.`);
  const amount = BigInt(whole + rest.padEnd(decimals, '0'));
  if (amount === 0n) throw new AmountInvalid('Type more than zero.');
  if (amount >= 1n << 64n) throw new AmountInvalid('That is more than a token can have.');
  return amount;
}
