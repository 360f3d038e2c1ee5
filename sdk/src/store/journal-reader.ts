import type { FileHandle } from 'node:fs/promises';
import { JournalCorrupt } from './errors.js';
import { decodeLine, FIRST_SUM, isUnfinished, type JournalRecord, MAXIMUM_RECORD } from './journal-line.js';

const CHUNK = 256 * 1024;
const NEWLINE = 0x0a;

export interface JournalLine {
  record: JournalRecord;
  /** where it starts in the file */
  offset: number;
  /** bytes, with its newline */
  length: number;
}

/** Reads a journal from its start, checking every line. */
export class JournalReader {
  /** bytes of whole lines read so far */
  validLength = 0;
  /** the sum of the last of them */
  sum: Uint8Array = FIRST_SUM;

  constructor(
    private readonly handle: FileHandle,
    private readonly path: string,
    /** bytes to read */
    private readonly size: number,
  ) {}

  /**
   * Ends before an unfinished last line: then `validLength` is below the size.
   * @throws JournalCorrupt
   */
  async *lines(): AsyncGenerator<JournalLine> {
    let rest: Buffer = Buffer.alloc(0);
    let position = 0;
    while (position < this.size) {
      const chunk = await this.#read(position);
      position += chunk.length;
      const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      // the rest was searched before
      for (let end = whole.indexOf(NEWLINE, rest.length); end >= 0; end = whole.indexOf(NEWLINE, start)) {
        yield this.#decode(whole.subarray(start, end));
        start = end + 1;
      }
      rest = whole.subarray(start);
      if (rest.length > 2 * MAXIMUM_RECORD) this.#fail('a line without an end');
    }
    if (rest.length > 0 && !isUnfinished(rest)) this.#fail('the last line lost its end');
  }

  /**
   * For a file whose every line was whole before.
   * @throws JournalCorrupt when an unfinished line ended the reading
   */
  expectEnd(): void {
    if (this.validLength < this.size) this.#fail('the last line lost its end');
  }

  async #read(position: number): Promise<Buffer> {
    const length = Math.min(CHUNK, this.size - position);
    const { bytesRead, buffer } = await this.handle.read(Buffer.alloc(length), 0, length, position);
    if (bytesRead === 0) this.#fail(`the file ends at byte ${position} instead of ${this.size}`);
    return buffer.subarray(0, bytesRead);
  }

  #decode(line: Buffer): JournalLine {
    const decoded = decodeLine(this.sum, line);
    if (typeof decoded === 'string') this.#fail(decoded);
    const offset = this.validLength;
    this.sum = decoded.sum;
    this.validLength += line.length + 1;
    return { record: decoded.record, offset, length: line.length + 1 };
  }

  #fail(reason: string): never {
    throw new JournalCorrupt(this.path, this.validLength, reason);
  }
}
