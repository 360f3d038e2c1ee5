import { createHash } from 'node:crypto';

/** What a line holds: any JSON object. */
export type JournalRecord = Record<string, unknown>;

/** Bytes of the sum that chains each line to all before it. */
const SUM_LENGTH = 16;
/** `<length of the JSON, 8 hex> <sum, 32 hex> `; the length tells an unfinished line from a damaged one. */
const PREFIX = /^([0-9a-f]{8}) ([0-9a-f]{32}) $/;
const PREFIX_LENGTH = 8 + 1 + 2 * SUM_LENGTH + 1;
const NEWLINE = 0x0a;

/** The sum before the first line. */
export const FIRST_SUM: Uint8Array = new Uint8Array(SUM_LENGTH);

/** Bytes of JSON in one line. */
export const MAXIMUM_RECORD = 8 * 1024 * 1024;

export interface EncodedLine {
  /** with its newline */
  bytes: Buffer;
  sum: Uint8Array;
}

export function encodeLine(previousSum: Uint8Array, json: Buffer): EncodedLine {
  const sum = chainSum(previousSum, json);
  const length = json.length.toString(16).padStart(8, '0');
  const prefix = Buffer.from(`${length} ${sum.toString('hex')} `, 'latin1');
  return { bytes: Buffer.concat([prefix, json, Buffer.of(NEWLINE)]), sum };
}

/**
 * @param line without its newline
 * @returns what is wrong with it, in words, or what it holds
 */
export function decodeLine(
  previousSum: Uint8Array,
  line: Buffer,
): { sum: Uint8Array; record: JournalRecord } | string {
  const prefix = PREFIX.exec(line.toString('latin1', 0, PREFIX_LENGTH));
  if (!prefix?.[1] || !prefix[2]) return 'the line does not start with a length and a checksum';
  const json = line.subarray(PREFIX_LENGTH);
  if (json.length !== Number.parseInt(prefix[1], 16)) return 'the line is not as long as it says';
  const sum = chainSum(previousSum, json);
  if (sum.toString('hex') !== prefix[2]) return 'the checksum does not match this line and those before it';
  const record: unknown = JSON.parse(json.toString('utf8'));
  if (typeof record !== 'object' || record === null) return 'the line holds no object';
  return { sum, record: record as JournalRecord };
}

/**
 * Whether bytes at the end of a file, without a newline, are a line that a crash left unfinished. Not so when
 * the line is all there but for its last byte being another: that is damage to a record that may count.
 */
export function isUnfinished(rest: Buffer): boolean {
  if (rest.length < PREFIX_LENGTH) return true;
  const prefix = PREFIX.exec(rest.toString('latin1', 0, PREFIX_LENGTH));
  if (prefix?.[1]) return rest.length - PREFIX_LENGTH <= Number.parseInt(prefix[1], 16);
  // a power cut can leave a file grown by bytes that were never written
  return rest.every((byte) => byte === 0);
}

function chainSum(previousSum: Uint8Array, json: Buffer): Buffer {
  return createHash('sha256').update(previousSum).update(json).digest().subarray(0, SUM_LENGTH);
}
