import { cellLook } from './csv-column.js';
import type { CsvDelimiter, CsvFacts } from './csv-types.js';

/** In order of preference when two fit equally well. */
const DELIMITERS: readonly CsvDelimiter[] = [',', ';', '\t', '|'];
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_RECORDS = 200;

/**
 * The delimiter that gives the most records the same number of fields (at least two), counted outside
 * quotes in the first 200 records; `null` if none separates anything.
 */
export function detectDelimiter(text: string): CsvDelimiter | null {
  let best: { delimiter: CsvDelimiter; share: number; width: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const counts = fieldCounts(text, delimiter);
    const { value: width, count } = mostCommon(counts);
    if (width < 2) continue;
    const share = count / counts.length;
    // A delimiter that fits as evenly but splits into more fields is the likelier one: "1,5;2,5;3,5".
    if (best === null || share > best.share || (share === best.share && width > best.width)) {
      best = { delimiter, share, width };
    }
  }
  return best?.delimiter ?? null;
}

/** Fields per record with this delimiter, in a sample from the start. */
function fieldCounts(text: string, delimiter: CsvDelimiter): number[] {
  const counts: number[] = [];
  let fields = 1;
  let quoted = false;
  let fieldStart = true;
  let recordStart = 0;
  const end = Math.min(text.length, SAMPLE_CHARACTERS);
  for (let i = 0; i < end && counts.length < SAMPLE_RECORDS; i++) {
    const character = text[i];
    if (quoted) {
      // A doubled quote closes and opens again, which comes to the same.
      if (character === '"') quoted = false;
    } else if (character === '"' && (fieldStart || text[i - 1] === '"')) quoted = true;
    else if (character === '\n') {
      if (i > recordStart) counts.push(fields);
      fields = 1;
      recordStart = i + 1;
    } else if (character === delimiter) fields++;
    fieldStart = character === delimiter || character === '\n';
  }
  const whole = end === text.length && counts.length < SAMPLE_RECORDS;
  if ((whole && end > recordStart) || counts.length === 0) counts.push(fields);
  return counts;
}

/** The most frequent number; of two as frequent the larger. */
export function mostCommon(numbers: Iterable<number>): { value: number; count: number } {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = { value: 0, count: 0 };
  for (const [value, count] of counts) {
    if (count > best.count || (count === best.count && value > best.value)) best = { value, count };
  }
  return best;
}

/** Whether the first record names the columns. Only the first 200 records below it are looked at. */
export function detectHeader(records: readonly (readonly string[])[]): CsvFacts['header'] {
  const [first, ...rest] = records.slice(0, SAMPLE_RECORDS + 1);
  if (first === undefined) return 'none';
  let speaksFor = 0;
  let speaksAgainst = 0;
  first.forEach((cell, i) => {
    const look = cellLook(cell);
    if (look === 'missing') return;
    const below = rest.map((record) => cellLook(record[i] ?? '')).filter((other) => other !== 'missing');
    // Most, not all: one mistyped value must not turn the header into data.
    const mostly = (...looks: string[]) =>
      below.length > 0 && below.filter((other) => looks.includes(other)).length >= below.length * 0.8;
    // "y" and "No" are also names of columns, unless the column goes on like that.
    if (look === 'value' || (look === 'boolean' && mostly('boolean'))) speaksAgainst++;
    else if (mostly('value', 'boolean')) speaksFor++;
  });
  if (speaksFor > 0 && speaksFor >= speaksAgainst) return 'typed-column';
  if (speaksAgainst > 0 || first.length < 2) return 'none';
  const names = first.map((cell) => cell.trim());
  return names.every((name) => name !== '') && new Set(names).size === names.length ? 'assumed' : 'none';
}
