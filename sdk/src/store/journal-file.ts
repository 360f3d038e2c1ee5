import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, realpath, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { JournalCorrupt, JournalFormatUnknown } from './errors.js';
import { isErrorCode, PRIVATE_FILE, syncDirectory } from './files.js';
import { encodeLine, FIRST_SUM, type JournalRecord } from './journal-line.js';
import { JournalReader } from './journal-reader.js';

const FORMAT = 'agent-labs/journal';
const VERSION = 1;
const { O_RDWR, O_APPEND, O_CREAT, O_EXCL } = constants;

/** Takes one record, in the order of the file; throws when it cannot follow from those before it. */
export type Replay = (record: JournalRecord, bytes: number) => void;

/** An open journal file, and what has to be known to append to it. */
export interface JournalFile {
  handle: FileHandle;
  /** bytes */
  size: number;
  inode: number;
  /** of the last line */
  sum: Uint8Array;
}

/** One name for a file however it was reached, so that it has one lock. Its directory has to exist. */
export async function trueName(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isErrorCode(error, 'ENOENT')) throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}

/**
 * Opens or creates a journal and replays it.
 * @throws JournalCorrupt, JournalFormatUnknown; the file is untouched then
 */
export async function openJournalFile(path: string, kind: string, replay: Replay): Promise<JournalFile> {
  const handle = await openOrCreate(path, kind);
  try {
    const { size, ino: inode, mode } = await handle.stat();
    const reader = new JournalReader(handle, path, size);
    await replayAll(reader, path, kind, replay);
    if (reader.validLength < size) {
      await handle.truncate(reader.validLength);
      await handle.sync();
    }
    if ((mode & 0o777) !== PRIVATE_FILE) await handle.chmod(PRIVATE_FILE);
    return { handle, size: reader.validLength, inode, sum: reader.sum };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Creates a file with nothing but a header. It has its name only once it is whole: see the callers. */
export async function createJournalFile(path: string, kind: string): Promise<JournalFile> {
  const handle = await open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL, PRIVATE_FILE);
  try {
    const { ino: inode } = await handle.stat();
    const file = { handle, size: 0, inode, sum: FIRST_SUM };
    // the id makes every file's chain of sums its own
    const header = { format: FORMAT, version: VERSION, kind, id: randomBytes(16).toString('hex') };
    await appendLines(file, [Buffer.from(JSON.stringify(header), 'utf8')]);
    return file;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Writes the records in one go; not synced.
 * @returns bytes of each line
 */
export async function appendLines(file: JournalFile, records: Buffer[]): Promise<number[]> {
  let sum = file.sum;
  const lines = records.map((json) => {
    const line = encodeLine(sum, json);
    sum = line.sum;
    return line.bytes;
  });
  const bytes = Buffer.concat(lines);
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.handle.write(bytes, written);
    written += bytesWritten;
  }
  file.size += bytes.length;
  file.sum = sum;
  return lines.map((line) => line.length);
}

/**
 * @param kind that the header has to name
 * @throws JournalCorrupt, JournalFormatUnknown
 */
export async function replayAll(
  reader: JournalReader,
  path: string,
  kind: string,
  replay: Replay,
): Promise<void> {
  let headed = false;
  for await (const { record, offset, length } of reader.lines()) {
    if (!headed) {
      checkHeader(record, path, kind);
      headed = true;
      continue;
    }
    try {
      replay(record, length);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new JournalCorrupt(path, offset, reason, { cause: error });
    }
  }
  // files get their name only with a whole header, so no crash of ours leaves this
  if (!headed) throw new JournalCorrupt(path, 0, 'the file has no header');
}

function checkHeader(header: JournalRecord, path: string, kind: string): void {
  if (header.format !== FORMAT) throw new JournalCorrupt(path, 0, 'the file does not start with a header');
  if (header.version !== VERSION) {
    throw new JournalFormatUnknown(path, `format version ${header.version} is not ${VERSION}`);
  }
  if (header.kind !== kind) {
    throw new JournalFormatUnknown(path, `this is a journal of kind ${header.kind}, not ${kind}`);
  }
}

async function openOrCreate(path: string, kind: string): Promise<FileHandle> {
  try {
    return await open(path, O_RDWR | O_APPEND);
  } catch (error) {
    if (!isErrorCode(error, 'ENOENT')) throw error;
  }
  const { handle } = await createJournalFile(`${path}.new`, kind);
  try {
    await handle.sync();
    await rename(`${path}.new`, path);
    await syncDirectory(dirname(path));
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}
