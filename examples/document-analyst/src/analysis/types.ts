import type { CsvFacts } from './csv-types.js';

export type DocumentFormat = 'markdown' | 'html' | 'text' | 'csv';

/** Languages with a stop-word list, as ISO 639-1 codes. */
export type StopWordLanguage = 'en' | 'de' | 'fr' | 'es';

/** One heading. `level` starts at 1; `title` has no markup and at most 200 characters. */
export interface OutlineEntry {
  level: number;
  title: string;
}

/**
 * A phrase of one to three words, spelt as in the document.
 * `count`: occurrences in the text; letter case and, except in German, a final plural -s are ignored.
 * `score`: relative to this document only, rounded to three decimals.
 */
export interface KeyPhrase {
  phrase: string;
  score: number;
  count: number;
}

/** Which stop words the key phrases rest on. This is an assumption, not an identification of the language. */
export interface LanguageAssumption {
  /** `null`: no list fitted, so key phrases are single repeated words. */
  stopWords: StopWordLanguage | null;
  /** `text`: share of stop words in the text; `declared`: the document says so. */
  basis: 'text' | 'declared' | 'none';
  /** What the document itself declares (HTML `lang`), unchecked. */
  declared: string | null;
}

export interface MarkdownFacts {
  /** Front matter is recognised and its top-level keys are listed; its values are not interpreted. */
  frontMatter: { kind: 'yaml' | 'toml'; lines: number; keys: string[] } | null;
  codeBlocks: number;
  /** Lines inside code blocks; they are not part of `words`. */
  codeLines: number;
  /** Languages named on code fences, sorted. */
  codeLanguages: string[];
  links: number;
  images: number;
  tables: number;
  /** Task-list items. */
  tasks: { done: number; open: number };
}

export interface HtmlFacts {
  /** The `lang` attribute of the `html` element. The counts below are of the whole page. */
  lang: string | null;
  /** `<meta name="description">`. */
  description: string | null;
  links: number;
  images: number;
  tables: number;
}

/** What `analyseDocument` found. Plain JSON: no `undefined`, no dates, keys always in the same order. */
export interface DocumentAnalysis {
  name: string;
  format: DocumentFormat;
  /** SHA-256 of the exact bytes given, byte order mark included, in lower-case hexadecimal. */
  sha256: string;
  bytes: number;
  title: string | null;
  /** Words of the readable text: no markup, no code blocks. A Han or Kana character counts as one word. */
  words: number;
  /** Unicode code points of the readable text; a run of white space counts as one. */
  characters: number;
  /** `words` at `wordsPerMinute`, rounded up; `null` for a table. */
  readingTimeSeconds: number | null;
  wordsPerMinute: number;
  language: LanguageAssumption;
  /** In document order, at most 500 entries. */
  outline: OutlineEntry[];
  /** Best first, at most 15. */
  keyPhrases: KeyPhrase[];
  /** Present only for its format. */
  markdown?: MarkdownFacts;
  html?: HtmlFacts;
  csv?: CsvFacts;
  /** How the document was understood: assumptions and conventions used. */
  notes: string[];
  /** What was not read, was cut short, or looks wrong. */
  warnings: string[];
}

/** What a format reader hands to the common part. */
export interface ReadDocument {
  title: string | null;
  declaredLanguage: string | null;
  /** Readable text, one entry per paragraph, heading, cell …; white space collapsed. */
  blocks: string[];
  outline: OutlineEntry[];
  facts: Pick<DocumentAnalysis, 'markdown' | 'html' | 'csv'>;
  notes: string[];
  warnings: string[];
}
