import { CsvError, parse } from 'csv-parse/sync';
import { cellLook, describeColumn, MISSING_VALUES } from './csv-column.js';
import { detectDelimiter, detectHeader, mostCommon } from './csv-dialect.js';
import type { CsvColumn, CsvDelimiter, CsvFacts } from './csv-types.js';
import { UnreadableDocument } from './error.js';
import type { ReadDocument } from './types.js';
import { clip, collapse } from './words.js';

const MAX_COLUMNS = 200;
const MAX_COLUMN_NAME_CHARACTERS = 100;
/** Rows above the table, such as a title line. */
const MAX_PREAMBLE = 10;

/**
 * Reads a table. `tabs`: the name or the content type promises tabs as delimiter.
 *
 * @throws {UnreadableDocument} `MalformedCsv`.
 */
export function readCsv(source: string, tabs: boolean): ReadDocument {
  const delimiter = tabs ? '\t' : detectDelimiter(source);
  const all = parseRecords(source, delimiter);
  const { value: width } = mostCommon(all.map((record) => record.length));
  const preamble = preambleLength(all, width);
  const records = all.slice(preamble);
  const header = detectHeader(records);
  const rows = header === 'none' ? records : records.slice(1);
  const warnings = shapeWarnings(rows, width, preamble);
  const names = columnNames(
    header === 'none' ? [] : (records[0] ?? []),
    Math.min(width, MAX_COLUMNS),
    warnings,
  );
  if (width > MAX_COLUMNS) warnings.push(`Only the first ${MAX_COLUMNS} of ${width} columns were analysed.`);

  const columns: CsvColumn[] = [];
  const blocks = header === 'none' ? [] : names.map(collapse);
  names.forEach((name, i) => {
    const cells = rows.map((row) => row[i]);
    const { column, remarks } = describeColumn(name, cells, delimiter !== ',');
    columns.push(column);
    for (const remark of remarks) warnings.push(`Column ${JSON.stringify(name)}: ${remark}.`);
    if (column.type !== 'text') return;
    for (const cell of cells)
      if (cell !== undefined && cellLook(cell) !== 'missing') blocks.push(collapse(cell));
  });

  const facts: CsvFacts = {
    delimiter: width > 1 ? delimiter : null,
    header,
    rows: rows.length,
    columnCount: width,
    columns,
    missingValues: MISSING_VALUES,
  };
  return {
    title: null,
    declaredLanguage: null,
    blocks: blocks.filter((block) => block !== ''),
    outline: [],
    facts: { csv: facts },
    notes: notesFor(header),
    warnings,
  };
}

function parseRecords(source: string, delimiter: CsvDelimiter | null): string[][] {
  try {
    return parse(source, {
      delimiter: delimiter ?? ',',
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    const what =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quoted field is never closed'
        : 'a quote stands where none may be';
    throw new UnreadableDocument(
      'MalformedCsv',
      `The table cannot be split into fields: ${what}${line}. Put fields with quotes in quotes and double those inside ("5"" pipe").`,
    );
  }
}

/** Records narrower than the table at the very start: a title, a remark about the source. */
function preambleLength(records: readonly string[][], width: number): number {
  const start = records.findIndex((record) => record.length === width);
  return start <= MAX_PREAMBLE ? Math.max(start, 0) : 0;
}

function shapeWarnings(rows: readonly string[][], width: number, preamble: number): string[] {
  const warnings: string[] = [];
  const short = rows.filter((row) => row.length < width).length;
  const long = rows.filter((row) => row.length > width).length;
  if (preamble > 0) warnings.push(`${preamble} line(s) above the table were not read.`);
  if (short > 0)
    warnings.push(`${short} row(s) have fewer than ${width} fields; the rest counts as missing.`);
  if (long > 0)
    warnings.push(`${long} row(s) have more than ${width} fields; the additional ones were not read.`);
  return warnings;
}

function columnNames(header: readonly string[], count: number, warnings: string[]): string[] {
  const names = Array.from({ length: count }, (_, i) => {
    const name = collapse(header[i] ?? '');
    return name === '' ? `column ${i + 1}` : clip(name, MAX_COLUMN_NAME_CHARACTERS);
  });
  const repeated = [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];
  if (repeated.length > 0) {
    warnings.push(
      `Column names occur more than once: ${repeated
        .slice(0, 5)
        .map((name) => JSON.stringify(name))
        .join(', ')}.`,
    );
  }
  if (header.some((cell) => cellLook(cell) === 'value')) warnings.push('Some column names look like values.');
  return names;
}

function notesFor(header: CsvFacts['header']): string[] {
  const notes = [
    'Words, characters and key phrases of a table are those of its column names and text columns.',
    'Dates are recognised only in ISO 8601, such as 2026-03-31 or 2026-03-31T18:05Z.',
  ];
  if (header === 'assumed')
    notes.push('The first row was assumed to name the columns: its cells all differ and none is a value.');
  if (header === 'none')
    notes.push('No header was recognised: the first row counts as data and the columns are numbered.');
  return notes;
}
