import type { CsvColumn } from './csv-types.js';
import { DecimalSummary, formatDecimal, parseDecimal } from './exact-decimal.js';
import { parseIsoDate } from './iso-date.js';
import { clip, codePoints } from './words.js';

/** Cells taken as missing, compared exactly after trimming. */
export const MISSING_VALUES: readonly string[] = [
  '',
  'NA',
  'N/A',
  'n/a',
  'NaN',
  'nan',
  'null',
  'NULL',
  'None',
  '-',
];

/** A column counts as boolean if all its values belong to one of these pairs, letter case ignored. */
const BOOLEAN_PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['sí', 'no'],
];

const MISSING = new Set(MISSING_VALUES);
const TOP_VALUES = 5;
const MEAN_PLACES = 6;
/** From this share of fitting values on, the others are pointed out as probable mistakes. */
const NEARLY_ALL = 0.8;
/** No number, date or boolean that is read is longer. */
const MAX_TYPED_CHARACTERS = 46;
/** The commonest cell, recognised without trying the others first. */
const SHORT_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const LOOKS_NUMERIC = /^[€$£]? ?[+-]?\d[\d.,'’ ]{0,30}[%€$£]?$/u;
const LOOKS_DATED = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

type Kind = 'integer' | 'point' | 'comma' | 'code' | 'date' | 'boolean' | 'text';

/** The values of a column that are not missing; `kinds[i]` belongs to `texts[i]`. */
interface Values {
  texts: string[];
  kinds: Kind[];
  tally: Map<Kind, number>;
}

export interface ColumnReport {
  column: CsvColumn;
  /** What a reader should know about the column, for the warnings. */
  remarks: string[];
}

/** What a single cell looks like. `value`: a number or a date. */
export function cellLook(cell: string): 'missing' | 'value' | 'boolean' | 'text' {
  const text = cell.trim();
  if (MISSING.has(text)) return 'missing';
  const kind = kindOf(text);
  return kind === 'boolean' || kind === 'text' ? kind : 'value';
}

/**
 * Types and summarises one column.
 *
 * @param cells as in the file; `undefined` where a row is too short.
 * @param commaDecimals whether `3,5` may be a number: not in a file that separates fields by commas.
 */
export function describeColumn(
  name: string,
  cells: readonly (string | undefined)[],
  commaDecimals: boolean,
): ColumnReport {
  const values = collectValues(cells);
  const { texts, tally } = values;
  const base = { name, missing: cells.length - texts.length, distinct: new Set(texts).size };
  if (texts.length === 0) return { column: { ...base, type: 'empty' }, remarks: [] };

  const numbers = numberColumn(values, commaDecimals);
  if (numbers !== null) return { column: { ...base, ...numbers.column }, remarks: numbers.remarks };

  if (tally.get('date') === texts.length) {
    const dates = dateRange(texts);
    return { column: { ...base, ...dates.column }, remarks: dates.remarks };
  }

  const pair = tally.get('boolean') === texts.length ? booleanPair(texts) : null;
  if (pair !== null) {
    const trueCount = texts.filter((text) => text.toLowerCase() === pair[0]).length;
    const column: CsvColumn = { ...base, type: 'boolean', trueCount, falseCount: texts.length - trueCount };
    return { column, remarks: [] };
  }
  const column: CsvColumn = { ...base, type: 'text', ...describeTexts(texts) };
  return { column, remarks: whyText(values, commaDecimals) };
}

function collectValues(cells: readonly (string | undefined)[]): Values {
  const values: Values = { texts: [], kinds: [], tally: new Map() };
  for (const cell of cells) {
    const text = cell?.trim() ?? '';
    if (MISSING.has(text)) continue;
    const kind = kindOf(text);
    values.texts.push(text);
    values.kinds.push(kind);
    values.tally.set(kind, (values.tally.get(kind) ?? 0) + 1);
  }
  return values;
}

function kindOf(text: string): Kind {
  if (SHORT_INTEGER.test(text)) return 'integer';
  if (text.length > MAX_TYPED_CHARACTERS) return 'text';
  if (parseIsoDate(text) !== null) return 'date';
  if (isBooleanWord(text)) return 'boolean';
  const number = parseDecimal(text);
  if (number === null) return 'text';
  if (/^[+-]?0\d/.test(text)) return 'code';
  if (text.includes(',')) return 'comma';
  return /^[+-]?\d+$/.test(text) ? 'integer' : 'point';
}

function isBooleanWord(text: string): boolean {
  if (text.length > 5) return false;
  const lower = text.toLowerCase();
  return BOOLEAN_PAIRS.some((pair) => pair.includes(lower));
}

/** The first pair all words belong to: "no" alone fits two. */
function booleanPair(texts: readonly string[]): readonly [string, string] | null {
  const seen = [...new Set(texts.map((text) => text.toLowerCase()))];
  return BOOLEAN_PAIRS.find((pair) => seen.every((word) => pair.includes(word))) ?? null;
}

type NumberSummary = Pick<
  Extract<CsvColumn, { type: 'integer' | 'decimal' }>,
  'type' | 'min' | 'max' | 'mean' | 'decimalMark'
>;

function numberColumn(
  { texts, tally }: Values,
  commaDecimals: boolean,
): { column: NumberSummary; remarks: string[] } | null {
  const commas = tally.get('comma') ?? 0;
  const points = tally.get('point') ?? 0;
  if (commas + points + (tally.get('integer') ?? 0) < texts.length) return null;
  if (commas > 0 && (points > 0 || !commaDecimals)) return null;
  const summary = new DecimalSummary();
  for (const text of texts) {
    const number = parseDecimal(text);
    if (number === null) return null;
    summary.add(number);
  }
  const range = summary.result(MEAN_PLACES);
  if (range === null) return null;
  const decimalMark = commas > 0 ? ',' : points > 0 ? '.' : null;
  const column: NumberSummary = {
    type: decimalMark === null ? 'integer' : 'decimal',
    min: formatDecimal(range.min),
    max: formatDecimal(range.max),
    mean: formatDecimal(range.mean),
    decimalMark,
  };
  const grouped = commas > 0 && texts.every((text) => /^[+-]?(?:\d+|\d{1,3},\d{3})$/.test(text));
  const remarks = grouped ? ['the comma was read as a decimal mark, but could group thousands'] : [];
  return { column, remarks };
}

function dateRange(texts: readonly string[]): {
  column: { type: 'date'; min: string; max: string };
  remarks: string[];
} {
  let min = { text: '', instant: Number.POSITIVE_INFINITY };
  let max = { text: '', instant: Number.NEGATIVE_INFINITY };
  let offsets = 0;
  for (const text of texts) {
    const date = parseIsoDate(text);
    if (date === null) continue;
    if (date.instant < min.instant) min = { text, instant: date.instant };
    if (date.instant > max.instant) max = { text, instant: date.instant };
    if (date.time === 'offset') offsets++;
  }
  const mixed = offsets > 0 && offsets < texts.length;
  const remark = 'some times have an offset from UTC and some have none; those were compared as UTC';
  return { column: { type: 'date', min: min.text, max: max.text }, remarks: mixed ? [remark] : [] };
}

function describeTexts(texts: readonly string[]): {
  minLength: number;
  maxLength: number;
  meanLength: number;
  topValues: { value: string; count: number }[];
} {
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;
  let total = 0;
  const counts = new Map<string, number>();
  for (const text of texts) {
    const length = codePoints(text);
    minLength = Math.min(minLength, length);
    maxLength = Math.max(maxLength, length);
    total += length;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const repeated: [value: string, count: number][] = [];
  for (const entry of counts) if (entry[1] > 1) repeated.push(entry);
  const topValues = repeated
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, TOP_VALUES)
    .map(([value, count]) => ({ value: clip(value, 80), count }));
  return { minLength, maxLength, meanLength: Math.round((total / texts.length) * 100) / 100, topValues };
}

/** The likeliest reason why a column that looks typed is not. */
function whyText({ texts, kinds, tally }: Values, commaDecimals: boolean): string[] {
  const total = texts.length;
  const isNumber = (kind: Kind) =>
    kind === 'integer' || kind === 'point' || (kind === 'comma' && commaDecimals);
  if ((tally.get('integer') ?? 0) + (tally.get('code') ?? 0) === total) {
    return ['digits with leading zeros were kept as text, as codes are'];
  }
  if (texts.every((text) => LOOKS_DATED.test(text))) {
    return ['looks like dates, but only ISO 8601 (2026-03-31) is read as a date'];
  }
  if (texts.every((text, i) => isNumber(kinds[i] as Kind) || LOOKS_NUMERIC.test(text))) {
    return [
      'looks like numbers with units or grouped thousands, or with two decimal marks; write 1234.5 to have them read',
    ];
  }
  const expected: { what: string; fits: (kind: Kind) => boolean }[] = [
    { what: 'numbers', fits: isNumber },
    { what: 'ISO 8601 dates', fits: (kind) => kind === 'date' },
    { what: 'booleans', fits: (kind) => kind === 'boolean' },
  ];
  for (const { what, fits } of expected) {
    const misfits = kinds.filter((kind) => !fits(kind)).length;
    if (misfits === 0 || misfits > total * (1 - NEARLY_ALL)) continue;
    const odd = texts[kinds.findIndex((kind) => !fits(kind))] ?? '';
    return [
      `${misfits} of ${total} values are not ${what} as the rest, first ${JSON.stringify(clip(odd, 40))}`,
    ];
  }
  return [];
}
