import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AuditEvent, type AuditRow, auditFault, BEGINNING, parse, rowHash } from './chain.js';

/** Rows kept in memory for those who ask for theirs. */
const REMEMBERED = 10_000;

/** The audit log does not fit together. The gateway does not start on it: keep it, and start on a new one. */
export class AuditLogBroken extends Error {
  override readonly name = 'AuditLogBroken';
}

/**
 * An append-only file, a JSON row a line, each with the hash of the one before. A row is written when it is
 * said, and synced with those that came meanwhile; `settled` waits for that.
 */
export class AuditLog {
  readonly #file: FileHandle;
  readonly #recent: AuditRow[];
  #n: number;
  #previous: string;
  #waiting: string[] = [];
  #writing: Promise<void> = Promise.resolve();
  #failure: Error | null = null;

  private constructor(file: FileHandle, rows: AuditRow[]) {
    this.#file = file;
    const last = rows.at(-1);
    this.#n = last?.n ?? 0;
    this.#previous = last?.hash ?? BEGINNING;
    this.#recent = rows.slice(-REMEMBERED);
  }

  /** @throws AuditLogBroken; a last line that a crash left unfinished is cut off */
  static async open(path: string): Promise<AuditLog> {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    const text = await readFile(path, 'utf8');
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
    const lines = whole === '' ? [] : whole.slice(0, -1).split('\n');
    const fault = auditFault(lines);
    if (fault !== null) {
      await file.close();
      throw new AuditLogBroken(`${path}: line ${fault.line} ${fault.problem}`);
    }
    return new AuditLog(
      file,
      lines.map(parse).filter((row) => row !== null),
    );
  }

  /** @throws what the disk said, once it has failed: what cannot be logged must not happen */
  add(event: AuditEvent): void {
    if (this.#failure !== null) throw this.#failure;
    this.#n += 1;
    const row = { n: this.#n, at: new Date().toISOString(), ...event, previous: this.#previous };
    const { action, actor, subject, outcome, amount, n, at, previous } = row;
    const hash = rowHash(row);
    // in the order that is hashed
    const ordered: AuditRow = {
      n,
      at,
      action,
      actor,
      subject,
      outcome,
      ...(amount !== undefined && { amount }),
      previous,
      hash,
    };
    this.#previous = hash;
    this.#recent.push(ordered);
    if (this.#recent.length > REMEMBERED) this.#recent.shift();
    this.#waiting.push(`${JSON.stringify(ordered)}\n`);
    if (this.#waiting.length === 1) {
      this.#writing = this.#writing.then(() => this.#write());
    }
  }

  /** Rows of one wallet, oldest first. */
  of(actor: string, after: number, limit: number): AuditRow[] {
    return this.#recent.filter((row) => row.actor === actor && row.n > after).slice(0, limit);
  }

  /** Resolves once all that was added is on disk. @throws what the disk said */
  async settled(): Promise<void> {
    await this.#writing;
    if (this.#failure !== null) throw this.#failure;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
    if (this.#failure !== null) throw this.#failure;
  }

  async #write(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    try {
      await this.#file.appendFile(lines.join(''));
      await this.#file.datasync();
    } catch (error) {
      this.#failure ??= error as Error;
    }
  }
}
