/**
 * Why a document was refused.
 *
 * - `Empty`: no bytes, or nothing but white space.
 * - `TooLarge`: more than `MAX_DOCUMENT_BYTES`.
 * - `InvalidName`: the name is empty, longer than 255 characters or has control characters.
 * - `UnsupportedFormat`: the name, the content type or the first bytes say it is something else.
 * - `NotUtf8`: text, but in UTF-16, UTF-32 or another encoding than UTF-8.
 * - `Binary`: not text at all.
 * - `MalformedCsv`: the quotes of a table do not match up.
 */
export type UnreadableCode =
  | 'Empty'
  | 'TooLarge'
  | 'InvalidName'
  | 'UnsupportedFormat'
  | 'NotUtf8'
  | 'Binary'
  | 'MalformedCsv';

/** The document cannot be read. `message` says why and what the sender can do next. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string) {
    super(message);
    this.name = 'UnreadableDocument';
    this.code = code;
  }
}
