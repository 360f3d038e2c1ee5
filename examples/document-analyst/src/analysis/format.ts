import { UnreadableDocument } from './error.js';
import type { DocumentFormat } from './types.js';

const MAX_NAME_CHARACTERS = 255;

const BY_EXTENSION: ReadonlyMap<string, DocumentFormat> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mkd', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['txt', 'text'],
  ['text', 'text'],
  ['csv', 'csv'],
  ['tsv', 'csv'],
]);

const BY_CONTENT_TYPE: ReadonlyMap<string, DocumentFormat> = new Map([
  ['text/markdown', 'markdown'],
  ['text/x-markdown', 'markdown'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['text/csv', 'csv'],
  ['application/csv', 'csv'],
  ['text/tab-separated-values', 'csv'],
]);

const ADVICE: readonly { extensions: string; advice: string }[] = [
  {
    extensions: 'pdf',
    advice: 'Extract its text first (for a scan, with character recognition) and send it as .txt or .md.',
  },
  { extensions: 'doc docx odt rtf pages', advice: 'Save it as HTML or plain text and send that.' },
  {
    extensions: 'xls xlsx ods numbers',
    advice: 'Export each sheet as CSV in UTF-8 and send the sheets one by one.',
  },
  { extensions: 'ppt pptx odp key', advice: 'Export its text as .txt and send that.' },
  {
    extensions: 'png jpg jpeg gif webp bmp tif tiff heic svg',
    advice: 'Pictures are not read; run character recognition and send the text as .txt.',
  },
  { extensions: 'zip gz tgz tar bz2 xz 7z rar epub', advice: 'Unpack it and send the documents one by one.' },
  {
    extensions: 'json xml yaml yml toml log rst adoc tex',
    advice: 'To have it read as plain text, name it .txt.',
  },
];

const KNOWN = 'Readable are Markdown (.md), HTML (.html), plain text (.txt) and tables (.csv, .tsv).';

/**
 * Decides how a document is read: by the extension of `name`, else by `contentType` (parameters ignored).
 * The bytes are not looked at here.
 *
 * @throws {UnreadableDocument} `InvalidName` or `UnsupportedFormat`.
 */
export function detectFormat(name: string, contentType?: string): DocumentFormat {
  checkName(name);
  const extension = extensionOf(name);
  const byExtension = BY_EXTENSION.get(extension);
  if (byExtension !== undefined) return byExtension;

  const advice = ADVICE.find((entry) => entry.extensions.split(' ').includes(extension))?.advice;
  if (advice !== undefined) {
    throw new UnreadableDocument('UnsupportedFormat', `.${extension} documents cannot be read. ${advice}`);
  }

  const mediaType = mediaTypeOf(contentType);
  const byContentType = BY_CONTENT_TYPE.get(mediaType);
  if (byContentType !== undefined) return byContentType;
  const said =
    mediaType === '' ? 'no content type was given' : `the content type is ${JSON.stringify(mediaType)}`;
  throw new UnreadableDocument(
    'UnsupportedFormat',
    `The format of ${JSON.stringify(name)} is not known: its extension says nothing and ${said}. ${KNOWN}`,
  );
}

/** The delimiter that the name or content type promises, if it does. */
export function promisesTabs(name: string, contentType?: string): boolean {
  const extension = extensionOf(name);
  if (BY_EXTENSION.has(extension)) return extension === 'tsv';
  return mediaTypeOf(contentType) === 'text/tab-separated-values';
}

/** The `charset` parameter of a content type in lower case, or `null`. */
export function declaredCharset(contentType?: string): string | null {
  for (const parameter of (contentType ?? '').split(';').slice(1)) {
    const [key, value] = parameter.split('=');
    if (key?.trim().toLowerCase() !== 'charset' || value === undefined) continue;
    return value.replaceAll('"', '').trim().toLowerCase().slice(0, 40);
  }
  return null;
}

function checkName(name: string): void {
  let problem: string | null = null;
  if (name.trim() === '') problem = 'is empty';
  else if (name.length > MAX_NAME_CHARACTERS) problem = `is longer than ${MAX_NAME_CHARACTERS} characters`;
  else if (/\p{Cc}/u.test(name)) problem = 'contains control characters';
  if (problem === null) return;
  throw new UnreadableDocument(
    'InvalidName',
    `The name of the document ${problem}. Give a plain file name with its extension, such as report.md.`,
  );
}

function extensionOf(name: string): string {
  return /\.([\p{L}\p{N}]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

function mediaTypeOf(contentType?: string): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase().slice(0, 100) ?? '';
}
