import { fromBase64, toBase64Url } from '../voucher/bytes.js';
import type { JournalRecord } from './journal-line.js';

/** Bytes as a journal keeps them. */
export function pack(bytes: Uint8Array): string {
  return toBase64Url(bytes);
}

/** @throws TypeError unless the field holds bytes, of that length where it is given */
export function unpack(record: JournalRecord, field: string, length?: number): Uint8Array {
  const bytes = fromBase64(text(record, field));
  if (length !== undefined && bytes.length !== length) {
    throw new TypeError(`${field} is ${bytes.length} bytes instead of ${length}`);
  }
  return bytes;
}

export function text(record: JournalRecord, field: string): string {
  const value = record[field];
  if (typeof value !== 'string') throw new TypeError(`${field} is no string`);
  return value;
}

/** @throws TypeError unless the field is a safe integer, not negative */
export function count(record: JournalRecord, field: string): number {
  const value = record[field];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new TypeError(`${field} is no count`);
  }
  return value;
}

/** @throws TypeError unless the field is a decimal string */
export function amount(record: JournalRecord, field: string): bigint {
  const value = text(record, field);
  if (!/^(0|[1-9][0-9]{0,19})$/.test(value)) throw new TypeError(`${field} is no amount`);
  return BigInt(value);
}
