import { Buffer } from 'buffer';

/** Vouchers given up that are remembered; older ones are hardly on their way any more. */
const REMEMBERED = 10_000;

/**
 * Requests with one and the same voucher, one after another: what is said of a voucher then holds for every
 * request with it. One that is given up is never taken later, however late its request arrives.
 * Memory is enough: a request does not outlive the process it was sent to.
 */
export class VoucherTurns {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #givenUp = new Set<string>();

  /** Runs `work` once earlier requests with this signature are answered. */
  async run<T>(signature: Uint8Array, work: () => Promise<T>): Promise<T> {
    const key = keyOf(signature);
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }

  /** To be called in the voucher's turn, as `isGivenUp` is. */
  giveUp(signature: Uint8Array): void {
    const [oldest] = this.#givenUp;
    if (oldest !== undefined && this.#givenUp.size >= REMEMBERED) this.#givenUp.delete(oldest);
    this.#givenUp.add(keyOf(signature));
  }

  isGivenUp(signature: Uint8Array): boolean {
    return this.#givenUp.has(keyOf(signature));
  }
}

function keyOf(signature: Uint8Array): string {
  return Buffer.from(signature).toString('base64');
}
