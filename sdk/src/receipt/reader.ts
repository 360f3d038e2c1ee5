import { PublicKey } from '@solana/web3.js';

/** Reads Borsh from front to back and takes nothing that Borsh would not have written. */
export class BorshReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  /** @param what names the bytes in errors */
  constructor(
    bytes: Uint8Array,
    readonly what: string,
  ) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** @throws RangeError where the bytes end before */
  bytes(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError(`${this.what} ends at byte ${this.#bytes.length}`);
    const taken = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return taken;
  }

  u8(): number {
    return this.#view.getUint8(this.#step(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#step(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#step(4), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#step(8), true);
  }

  /** @throws RangeError for a byte above 1 */
  bool(): boolean {
    return this.among(2, 'flag') === 1;
  }

  /** One byte that numbers a variant. @throws RangeError for one that is not below `count` */
  among(count: number, of: string): number {
    const value = this.u8();
    if (value < count) return value;
    throw new RangeError(`${this.what} has ${value} as ${of}, there are ${count}`);
  }

  key(): PublicKey {
    return new PublicKey(this.bytes(32));
  }

  /** @throws RangeError for what is not UTF-8 */
  text(): string {
    const bytes = this.bytes(this.u32());
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch (error) {
      throw new RangeError(`${this.what} holds a text that is not UTF-8`, { cause: error });
    }
  }

  option<T>(read: () => T): T | null {
    return this.bool() ? read() : null;
  }

  /** @throws RangeError where more elements are announced than bytes are left */
  list<T>(bytesEach: number, read: () => T): T[] {
    const count = this.u32();
    if (count * bytesEach > this.#bytes.length - this.#at) {
      throw new RangeError(`${this.what} announces ${count} elements and ends before`);
    }
    return Array.from({ length: count }, read);
  }

  /** @throws RangeError where bytes are left */
  end(): void {
    const left = this.#bytes.length - this.#at;
    if (left > 0) throw new RangeError(`${this.what} has ${left} bytes too many`);
  }

  #step(length: number): number {
    const at = this.#at;
    if (at + length > this.#bytes.length) {
      throw new RangeError(`${this.what} ends at byte ${this.#bytes.length}`);
    }
    this.#at = at + length;
    return at;
  }
}
