export type CsvDelimiter = ',' | ';' | '\t' | '|';

interface ColumnBase {
  /** From the header, else `column N` counted from 1. */
  name: string;
  /** Cells that are missing: a cell of `CsvFacts.missingValues`, or none at all in a short row. */
  missing: number;
  /** Different values among the cells that are not missing, compared as written. */
  distinct: number;
}

/**
 * A column of numbers. `min`, `max` and `mean` are exact decimal strings (`.` as decimal mark), so integers
 * beyond 2^53 lose nothing; `mean` is rounded half away from zero to six places or the column's own, if more.
 */
export interface NumberColumn extends ColumnBase {
  type: 'integer' | 'decimal';
  min: string;
  max: string;
  mean: string;
  /** How the file writes decimals; `null` for integers. */
  decimalMark: '.' | ',' | null;
}

/** ISO 8601 calendar dates, with or without a time of day. `min` and `max` are the cells as written. */
export interface DateColumn extends ColumnBase {
  type: 'date';
  min: string;
  max: string;
}

export interface BooleanColumn extends ColumnBase {
  type: 'boolean';
  trueCount: number;
  falseCount: number;
}

/** Lengths are in Unicode code points; `meanLength` is rounded to two places. */
export interface TextColumn extends ColumnBase {
  type: 'text';
  minLength: number;
  maxLength: number;
  meanLength: number;
  /** Up to five values that occur more than once, most frequent first. */
  topValues: { value: string; count: number }[];
}

/** No cell has a value. */
export interface EmptyColumn extends ColumnBase {
  type: 'empty';
}

export type CsvColumn = NumberColumn | DateColumn | BooleanColumn | TextColumn | EmptyColumn;

export interface CsvFacts {
  /** `null`: a single column, so there is nothing to separate. */
  delimiter: CsvDelimiter | null;
  /** `typed-column`: a column's first cell is a word above values; `assumed`: only because all its cells differ. */
  header: 'typed-column' | 'assumed' | 'none';
  /** Data rows, without the header and without empty lines. */
  rows: number;
  columnCount: number;
  /** The first 200 columns. */
  columns: CsvColumn[];
  /** The cells taken as missing, compared exactly after trimming. */
  missingValues: readonly string[];
}
