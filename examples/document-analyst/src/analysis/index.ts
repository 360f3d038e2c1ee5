/**
 * Analysis of one document, offline and deterministic: the same bytes, name and content type give the same
 * `JSON.stringify`. Nothing depends on the clock, the locale or chance; which characters are letters follows
 * the Unicode version of Node.js.
 */
import { createHash } from 'node:crypto';
import { readCsv } from './csv.js';
import { decodeText } from './decode.js';
import { UnreadableDocument } from './error.js';
import { declaredCharset, detectFormat, promisesTabs } from './format.js';
import { readHtml } from './html.js';
import { findKeyPhrases } from './keyphrases.js';
import { readMarkdown } from './markdown.js';
import { readPlainText } from './plain-text.js';
import type { DocumentAnalysis, ReadDocument } from './types.js';
import { codePoints, takeCensus, type WordCensus } from './words.js';

export type {
  BooleanColumn,
  CsvColumn,
  CsvDelimiter,
  CsvFacts,
  DateColumn,
  EmptyColumn,
  NumberColumn,
  TextColumn,
} from './csv-types.js';
export { type UnreadableCode, UnreadableDocument } from './error.js';
export { detectFormat } from './format.js';
export type {
  DocumentAnalysis,
  DocumentFormat,
  HtmlFacts,
  KeyPhrase,
  LanguageAssumption,
  MarkdownFacts,
  OutlineEntry,
  StopWordLanguage,
} from './types.js';

/** Largest document that is read, in bytes. */
export const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024;

/** Silent reading of non-fiction by adults is commonly put at 200 to 250 words per minute. */
const WORDS_PER_MINUTE = 200;
/** Bounds time and memory of the key phrases; a document of 2 MiB in English has about 350 000 words. */
const KEY_PHRASE_WORDS = 150_000;
const MAX_WARNINGS = 50;

/**
 * Analyses the exact `bytes` of a document. Its format follows from `name`, else from `contentType`.
 *
 * @throws {UnreadableDocument} if the document cannot be read; see `UnreadableCode`.
 */
export function analyseDocument(bytes: Uint8Array, name: string, contentType?: string): DocumentAnalysis {
  if (bytes.byteLength === 0) {
    throw new UnreadableDocument('Empty', 'The document has no bytes. Check that the upload was complete.');
  }
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) {
    throw new UnreadableDocument(
      'TooLarge',
      `The document has ${bytes.byteLength} bytes; at most ${MAX_DOCUMENT_BYTES} are read. Split it and send the parts.`,
    );
  }
  const format = detectFormat(name, contentType);
  const text = decodeText(bytes);
  const document =
    format === 'markdown'
      ? readMarkdown(text)
      : format === 'html'
        ? readHtml(text)
        : format === 'csv'
          ? readCsv(text, promisesTabs(name, contentType))
          : readPlainText(text);

  const census = takeCensus(document.blocks, KEY_PHRASE_WORDS);
  const titles = prominentTexts(document);
  const phrases = findKeyPhrases(census.sample, titles, document.declaredLanguage, format === 'csv');
  return {
    name,
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.byteLength,
    title: document.title,
    words: census.words,
    characters: document.blocks.reduce((sum, block) => sum + codePoints(block), 0),
    readingTimeSeconds: format === 'csv' ? null : Math.ceil((census.words * 60) / WORDS_PER_MINUTE),
    wordsPerMinute: WORDS_PER_MINUTE,
    language: phrases.language,
    outline: document.outline,
    keyPhrases: phrases.keyPhrases,
    ...document.facts,
    notes: [...document.notes, phrases.note, ...scriptNotes(census)],
    warnings: limit([...charsetWarnings(contentType), ...document.warnings, ...censusWarnings(census)]),
  };
}

function prominentTexts(document: ReadDocument): string[] {
  const titles = document.outline.map(({ title }) => title);
  return document.title === null ? titles : [document.title, ...titles];
}

function scriptNotes({ hanKana, otherUnspaced }: WordCensus): string[] {
  const notes: string[] = [];
  if (hanKana) {
    notes.push(
      'Each Han or Kana character counts as one word; without a dictionary they are not joined to key phrases.',
    );
  }
  if (otherUnspaced) {
    notes.push(
      'Thai, Lao, Khmer and Burmese are written without blanks: each unbroken run counts as one word, so there are more words than stated, and none is a key phrase.',
    );
  }
  return notes;
}

function charsetWarnings(contentType?: string): string[] {
  const charset = declaredCharset(contentType);
  if (charset === null || /^(?:utf-?8|us-ascii)$/.test(charset)) return [];
  return [
    `The content type declares the encoding ${JSON.stringify(charset)} but the bytes were read as UTF-8.`,
  ];
}

function censusWarnings({ words, sampleCut }: WordCensus): string[] {
  if (words === 0) return ['No readable words were found.'];
  if (!sampleCut) return [];
  return [`Key phrases and the choice of stop words rest on the first ${KEY_PHRASE_WORDS} words.`];
}

function limit(warnings: string[]): string[] {
  if (warnings.length <= MAX_WARNINGS) return warnings;
  const rest = warnings.length - MAX_WARNINGS;
  return [...warnings.slice(0, MAX_WARNINGS), `${rest} more warning(s) were left out.`];
}
