import { AUDIT_BEGINNING, readAuditRow } from './row.js';

/**
 * Follows the chain of hashes through a log and tells, line by line, where it breaks. After a break it takes the
 * chain up again at the next row that fits, so that one change is told once.
 */
export class AuditChain {
  /** Number that the next row must have. */
  #expected = 1;
  /** Hash that it must name as the one before; null where that cannot be known, behind a line that was changed. */
  #previous: string | null = AUDIT_BEGINNING;
  /** Whether the line before was none, so that it may have been put in as well as changed. */
  #isUnsure = false;

  /** Takes the next line, without its newline. @returns what is wrong with it, or null */
  next(line: Uint8Array): string | null {
    const row = readAuditRow(line);
    if ('problem' in row) {
      this.#isUnsure = row.n !== this.#expected;
      if (!this.#isUnsure) this.#expected += 1;
      this.#previous = null;
      return row.problem;
    }
    const expected = this.#expected;
    const fits = row.n === expected || (this.#isUnsure && row.n === expected + 1);
    if (!fits && row.n < expected) return `is row ${row.n} again, or out of its place`;
    const follows = this.#previous === null || row.previous === this.#previous;
    this.#expected = row.n + 1;
    this.#previous = row.hash;
    this.#isUnsure = false;
    if (!fits) {
      const last = row.n - 1;
      const rows = last === expected ? `row ${expected} is` : `rows ${expected} to ${last} are`;
      return `is row ${row.n}: ${rows} missing before it`;
    }
    return follows ? null : 'does not follow the row before it';
  }
}
