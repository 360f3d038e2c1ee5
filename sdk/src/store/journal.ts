import { statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { JournalClosed, JournalCorrupt, JournalFailed } from './errors.js';
import { ensureDirectory, syncDirectory } from './files.js';
import {
  appendLines,
  createJournalFile,
  type JournalFile,
  openJournalFile,
  type Replay,
  replayAll,
  trueName,
} from './journal-file.js';
import { type JournalRecord, MAXIMUM_RECORD } from './journal-line.js';
import { JournalReader } from './journal-reader.js';
import { StoreLock } from './lock.js';

/** Bytes gathered before they are written to a new file. */
const COPY_CHUNK = 1024 * 1024;

interface Waiting {
  json: Buffer;
  resolve: (bytes: number) => void;
  reject: (error: Error) => void;
}

/**
 * An append-only file of JSON records, one a line, each chained by checksum to all before it. A record is on
 * disk when its append resolves; appends that wait together share one write and one fsync. For one process at
 * a time, on a local POSIX file system; readable by its user only.
 */
export class Journal {
  /** absolute, symbolic links resolved */
  readonly path: string;
  readonly #kind: string;
  readonly #lock: StoreLock;
  #file: JournalFile;
  #tail: Promise<unknown> = Promise.resolve();
  #waiting: Waiting[] = [];
  #stopped: JournalFailed | JournalClosed | null = null;

  private constructor(path: string, kind: string, lock: StoreLock, file: JournalFile) {
    this.path = path;
    this.#kind = kind;
    this.#lock = lock;
    this.#file = file;
  }

  /**
   * Opens or creates the journal, replays every record, and cuts off a last line that a crash left unfinished.
   * @param kind what the records are; a journal of another kind is refused
   * @throws StoreLocked, JournalCorrupt, JournalFormatUnknown; the file is untouched then
   */
  static async open(path: string, kind: string, replay: Replay): Promise<Journal> {
    await ensureDirectory(dirname(resolve(path)));
    const name = await trueName(resolve(path));
    const lock = StoreLock.acquire(`${name}.lock`);
    try {
      // what a crash during creation or compaction left
      await rm(`${name}.new`, { force: true });
      return new Journal(name, kind, lock, await openJournalFile(name, kind, replay));
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** bytes on disk */
  get size(): number {
    return this.#file.size;
  }

  /**
   * @returns bytes of the line, once it is on disk
   * @throws TypeError for what JSON cannot hold or is above 8 MiB; JournalClosed; JournalFailed, after which
   *   only opening again tells whether the record is there
   */
  async append(record: JournalRecord): Promise<number> {
    if (this.#stopped) throw this.#stopped;
    const json = Buffer.from(JSON.stringify(record), 'utf8');
    if (json.length > MAXIMUM_RECORD) throw new TypeError(`a record of ${json.length} bytes is too large`);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ json, resolve, reject });
      if (this.#waiting.length === 1) void this.#inTurn(() => this.#flush());
    });
  }

  /**
   * Reads all records that were on disk when it was called; appends go on meanwhile.
   * @throws JournalCorrupt when the file was damaged since it was opened
   */
  async scan(visit: Replay): Promise<void> {
    const { handle, reader } = await this.#inTurn(async () => {
      if (this.#stopped) throw this.#stopped;
      const handle = await open(this.path, 'r');
      return { handle, reader: new JournalReader(handle, this.path, this.#file.size) };
    });
    try {
      await replayAll(reader, this.path, this.#kind, visit);
      reader.expectEnd();
    } finally {
      await handle.close();
    }
  }

  /**
   * Writes the records anew, as `transform` returns them, without those for which it returns null. The file is
   * replaced in one step: a crash leaves the old one or the new one. Appends wait meanwhile.
   * @throws what went wrong; the journal goes on with the old file, but for JournalFailed
   */
  compact(transform: (record: JournalRecord) => JournalRecord | null): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#stopped) throw this.#stopped;
      const temporary = `${this.path}.new`;
      // what an attempt that failed left
      await rm(temporary, { force: true });
      const copy = await createJournalFile(temporary, this.#kind);
      try {
        await this.#copyTo(copy, transform);
        await copy.handle.sync();
        await rename(temporary, this.path);
      } catch (error) {
        await copy.handle.close();
        await rm(temporary, { force: true });
        throw error;
      }
      const { handle } = this.#file;
      this.#file = copy;
      try {
        await handle.close();
        await syncDirectory(dirname(this.path));
      } catch (error) {
        throw this.#fail('the new file may not keep its name', error);
      }
    });
  }

  /** Waits for what was appended, then lets the file and its lock go. */
  async close(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#stopped instanceof JournalClosed) return;
      this.#stopped = new JournalClosed(this.path);
      try {
        await this.#file.handle.close();
      } finally {
        this.#lock.release();
      }
    });
  }

  /** One at a time, in order. The caller gets the outcome; the next in line only waits for the end. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const outcome = this.#tail.then(work);
    this.#tail = outcome.catch(() => undefined);
    return outcome;
  }

  /** Never throws: the outcome goes to those who wait for it. */
  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      if (this.#stopped) throw this.#stopped;
      this.#checkSoleWriter();
      const lengths = await appendLines(
        this.#file,
        batch.map(({ json }) => json),
      );
      await this.#file.handle.datasync();
      batch.forEach(({ resolve }, index) => {
        resolve(lengths[index] ?? 0);
      });
    } catch (error) {
      const failure = this.#stopped ?? this.#fail('a record could not be written', error);
      for (const { reject } of batch) reject(failure);
    }
  }

  /** The lock keeps others out; this catches those who went round it, before their writes mix with ours. */
  #checkSoleWriter(): void {
    if (this.#lock.failure) throw this.#lock.failure;
    const { ino, size } = statSync(this.path);
    if (size !== this.#file.size || ino !== this.#file.inode) {
      throw new JournalCorrupt(this.path, Math.min(size, this.#file.size), 'changed from outside while open');
    }
  }

  async #copyTo(
    copy: JournalFile,
    transform: (record: JournalRecord) => JournalRecord | null,
  ): Promise<void> {
    const reader = new JournalReader(this.#file.handle, this.path, this.#file.size);
    let batch: Buffer[] = [];
    let bytes = 0;
    for await (const { record, offset } of reader.lines()) {
      // the copy has a header of its own
      const kept = offset === 0 ? null : transform(record);
      if (!kept) continue;
      const json = Buffer.from(JSON.stringify(kept), 'utf8');
      batch.push(json);
      bytes += json.length;
      if (bytes < COPY_CHUNK) continue;
      await appendLines(copy, batch);
      batch = [];
      bytes = 0;
    }
    reader.expectEnd();
    await appendLines(copy, batch);
  }

  #fail(message: string, cause: unknown): JournalFailed {
    const failure = new JournalFailed(this.path, message, { cause });
    this.#stopped ??= failure;
    return failure;
  }
}
