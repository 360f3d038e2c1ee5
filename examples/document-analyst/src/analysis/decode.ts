import { isUtf8 } from 'node:buffer';
import { UnreadableDocument } from './error.js';

interface Signature {
  prefix: string;
  what: string;
  advice: string;
}

const OFFICE = 'Save it as HTML, plain text or, for a sheet, CSV in UTF-8.';
const PICTURE = 'Pictures are not read; run character recognition and send the text.';
const ARCHIVE = 'Unpack it and send the documents one by one.';

/** `prefix` is compared byte by byte (Latin-1). */
const SIGNATURES: readonly Signature[] = [
  { prefix: '%PDF-', what: 'a PDF', advice: 'Extract its text first and send it as .txt or .md.' },
  {
    prefix: 'PK\x03\x04',
    what: 'a ZIP archive (as .docx, .xlsx and .odt are)',
    advice: `${OFFICE} Unpack a plain archive.`,
  },
  { prefix: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'an old Office file', advice: OFFICE },
  { prefix: '{\\rtf', what: 'rich text (RTF)', advice: OFFICE },
  { prefix: '\x89PNG', what: 'a PNG picture', advice: PICTURE },
  { prefix: '\xff\xd8\xff', what: 'a JPEG picture', advice: PICTURE },
  { prefix: 'GIF8', what: 'a GIF picture', advice: PICTURE },
  { prefix: '\x1f\x8b', what: 'gzip data', advice: ARCHIVE },
  { prefix: '7z\xbc\xaf\x27\x1c', what: 'a 7-Zip archive', advice: ARCHIVE },
];

/** Longest first: the UTF-32 mark begins with the UTF-16 one. */
const FOREIGN_MARKS: readonly { prefix: string; encoding: string }[] = [
  { prefix: '\xff\xfe\x00\x00', encoding: 'UTF-32' },
  { prefix: '\x00\x00\xfe\xff', encoding: 'UTF-32' },
  { prefix: '\xff\xfe', encoding: 'UTF-16' },
  { prefix: '\xfe\xff', encoding: 'UTF-16' },
];

const SAVE_AS_UTF8 = 'Save it as UTF-8 (in an editor: "Save with encoding") and send it again.';

/**
 * The text of a document, without byte order mark and with `\n` as the only line end.
 *
 * @throws {UnreadableDocument} `UnsupportedFormat`, `NotUtf8`, `Binary` or `Empty`.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString('latin1', 0, 16);
  const signature = SIGNATURES.find(({ prefix }) => head.startsWith(prefix));
  if (signature !== undefined) {
    throw new UnreadableDocument(
      'UnsupportedFormat',
      `By its first bytes this is ${signature.what}, whatever its name. ${signature.advice}`,
    );
  }
  const mark = FOREIGN_MARKS.find(({ prefix }) => head.startsWith(prefix));
  if (mark !== undefined) throw foreignEncoding(mark.encoding);
  refuseBinary(buffer);
  if (!isUtf8(buffer)) {
    throw new UnreadableDocument(
      'NotUtf8',
      `Line ${firstInvalidLine(buffer)} is not valid UTF-8; it may be Latin-1 or Windows-1252. ${SAVE_AS_UTF8}`,
    );
  }
  const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer).replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    throw new UnreadableDocument('Empty', 'The document has nothing but white space. Send one with text.');
  }
  return text;
}

function refuseBinary(buffer: Buffer): void {
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  let controls = 0;
  for (let i = 0; i < buffer.length; i++) {
    const byte = buffer[i] as number;
    if (byte >= 0x20) continue;
    if (byte === 0) {
      if (i % 2 === 0) zerosAtEven++;
      else zerosAtOdd++;
    } else if (byte < 0x09 || (byte > 0x0d && byte !== 0x1b)) controls++;
  }
  const zeros = zerosAtEven + zerosAtOdd;
  // Western text in UTF-16 without a mark has a zero in every second byte, always on the same side.
  if (zeros > buffer.length * 0.3 && Math.min(zerosAtEven, zerosAtOdd) < zeros * 0.05) {
    throw foreignEncoding('UTF-16');
  }
  if (zeros > 0 || controls * 100 > buffer.length) {
    throw new UnreadableDocument(
      'Binary',
      'This is binary data, not text. Send the document as Markdown, HTML, plain text or CSV.',
    );
  }
}

function foreignEncoding(encoding: string): UnreadableDocument {
  return new UnreadableDocument('NotUtf8', `The text is in ${encoding}, not UTF-8. ${SAVE_AS_UTF8}`);
}

/** A line feed is never part of a longer UTF-8 sequence, so lines can be checked one by one. */
function firstInvalidLine(buffer: Buffer): number {
  let line = 1;
  let start = 0;
  while (start < buffer.length) {
    const end = buffer.indexOf(0x0a, start);
    const stop = end === -1 ? buffer.length : end;
    if (!isUtf8(buffer.subarray(start, stop))) break;
    start = stop + 1;
    line++;
  }
  return line;
}
