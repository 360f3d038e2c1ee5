/** `unscaled` / 10^`scale`: decimal numbers without the rounding of floating point. */
export interface ExactDecimal {
  unscaled: bigint;
  scale: number;
}

const MAX_DIGITS = 40;
const NUMBER = /^([+-]?)(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Reads `12`, `-3.50`, `.5`, `1e-3` and, with a comma as decimal mark, `3,50`.
 * Returns `null` for anything else and for more than 40 digits.
 */
export function parseDecimal(text: string): ExactDecimal | null {
  if (text.length > MAX_DIGITS + 6) return null;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  if (digits === '' || digits.length > MAX_DIGITS) return null;
  const scale = fraction.length - Number(exponent);
  const unscaled = BigInt(`${sign === '-' ? '-' : ''}${digits}`);
  return scale >= 0 ? { unscaled, scale } : { unscaled: unscaled * 10n ** BigInt(-scale), scale: 0 };
}

/** Shortest plain notation: no exponent, no trailing zeros. */
export function formatDecimal({ unscaled, scale }: ExactDecimal): string {
  const negative = unscaled < 0n;
  const digits = (negative ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  let end = digits.length;
  while (end > whole.length && digits[end - 1] === '0') end--;
  const fraction = digits.slice(whole.length, end);
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Smallest, largest and mean of numbers added one by one. */
export class DecimalSummary {
  private scale = 0;
  private sum = 0n;
  private min: bigint | null = null;
  private max: bigint | null = null;
  private count = 0;

  add(number: ExactDecimal): void {
    if (number.scale > this.scale) this.rescale(number.scale);
    const missing = this.scale - number.scale;
    const value = missing === 0 ? number.unscaled : number.unscaled * 10n ** BigInt(missing);
    this.sum += value;
    if (this.min === null || value < this.min) this.min = value;
    if (this.max === null || value > this.max) this.max = value;
    this.count++;
  }

  /** `null` if nothing was added. `mean` is rounded half away from zero to `places` places or more. */
  result(places: number): { min: ExactDecimal; max: ExactDecimal; mean: ExactDecimal } | null {
    if (this.min === null || this.max === null) return null;
    const scale = this.scale;
    const meanScale = Math.max(scale, places);
    const dividend = this.sum * 10n ** BigInt(meanScale - scale) * 2n;
    const divisor = BigInt(this.count);
    const rounded = (dividend < 0n ? dividend - divisor : dividend + divisor) / (2n * divisor);
    return {
      min: { unscaled: this.min, scale },
      max: { unscaled: this.max, scale },
      mean: { unscaled: rounded, scale: meanScale },
    };
  }

  private rescale(scale: number): void {
    const factor = 10n ** BigInt(scale - this.scale);
    this.sum *= factor;
    if (this.min !== null) this.min *= factor;
    if (this.max !== null) this.max *= factor;
    this.scale = scale;
  }
}
