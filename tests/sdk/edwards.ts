// Just enough of the curve, by its definition, to make keys and signatures that no honest signer makes.
const P = 2n ** 255n - 19n;
export const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const D = mod(-121665n * power(121666n, P - 2n));
const SQRT_MINUS_ONE = power(2n, (P - 1n) / 4n);

export type Point = [x: bigint, y: bigint];

function mod(a: bigint): bigint {
  return ((a % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b))
    if (e & 1n) result = mod(result * b);
  return result;
}

export function add([x1, y1]: Point, [x2, y2]: Point): Point {
  const k = D * x1 * x2 * y1 * y2;
  const x = mod((x1 * y2 + y1 * x2) * power(1n + k, P - 2n));
  const y = mod((y1 * y2 + x1 * x2) * power(1n - k, P - 2n));
  return [x, y];
}

/** The point of a canonical or non-canonical encoding, or null where there is none. */
export function decode(bytes: Uint8Array): Point | null {
  const number = littleEndian(bytes);
  const y = mod(number & (2n ** 255n - 1n));
  const square = mod((y * y - 1n) * power(D * y * y + 1n, P - 2n));
  let x = power(square, (P + 3n) / 8n);
  if (mod(x * x) !== square) x = mod(x * SQRT_MINUS_ONE);
  if (mod(x * x) !== square) return null;
  return [(x & 1n) === number >> 255n ? x : mod(-x), y];
}

export function encode([x, y]: Point): Uint8Array {
  return bytesOf(y | ((x & 1n) << 255n));
}

export function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}

export function bytesOf(number: bigint): Uint8Array {
  return new Uint8Array(Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse());
}

/** Every encoding, canonical or not, of the eight points whose order divides 8; some have a sign too many. */
export function smallOrderEncodings(): Uint8Array[] {
  const encodings: Uint8Array[] = [];
  const ys = new Set<bigint>([0n, 1n, P - 1n, P, P + 1n]);
  for (const y of order8()) ys.add(y);
  for (const y of ys) for (const sign of [0n, 1n]) encodings.push(bytesOf(y | (sign << 255n)));
  return encodings;
}

/** y of the points of order 8: L times any point of the curve is of small order. */
function order8(): bigint[] {
  const found = new Set<bigint>();
  for (let seed = 2n; found.size < 2; seed++) {
    const point = decode(bytesOf(seed));
    if (!point) continue;
    const [x, y] = multiply(point, L);
    if (x !== 0n && y !== 0n) found.add(y);
  }
  return [...found];
}

function multiply(point: Point, factor: bigint): Point {
  let result: Point = [0n, 1n];
  for (let p = point, f = factor; f > 0n; f >>= 1n, p = add(p, p)) if (f & 1n) result = add(result, p);
  return result;
}
