import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type FileHandle, open, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AuditEvent, type AuditRow, ChainCheck, rowHash } from './chain.js';
import { finishedLines } from './lines.js';

/** Rows kept in memory for those who ask for theirs. */
const REMEMBERED = 10_000;
/** Rows a second, and at once, about what anybody can cause without a signature that holds. */
const NOISE_A_SECOND = 1;
const NOISE_AT_ONCE = 100;

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
  #noise = { room: NOISE_AT_ONCE, at: performance.now(), leftOut: 0 };

  private constructor(file: FileHandle, { line, previous }: ChainCheck, recent: AuditRow[]) {
    this.#file = file;
    this.#n = line;
    this.#previous = previous;
    this.#recent = recent;
  }

  /** @throws AuditLogBroken; a last line that a crash left unfinished is cut off */
  static async open(path: string): Promise<AuditLog> {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    const check = new ChainCheck();
    const recent: AuditRow[] = [];
    let whole = 0;
    try {
      for await (const { text, end } of finishedLines(path)) {
        const row = check.next(text);
        if ('problem' in row) throw new AuditLogBroken(`${path}: line ${row.line} ${row.problem}`);
        recent.push(row);
        if (recent.length > 2 * REMEMBERED) recent.splice(0, REMEMBERED);
        whole = end;
      }
      if (whole < (await stat(path)).size) await truncate(path, whole);
    } catch (error) {
      await file.close();
      throw error;
    }
    return new AuditLog(file, check, recent.slice(-REMEMBERED));
  }

  /**
   * As `add`, for what anybody can cause who proves nothing: beyond a hundred at once and one a second they are
   * counted, and the next row of the kind comes behind one that says how many were left out.
   */
  addUnproven(event: AuditEvent): void {
    const noise = this.#noise;
    const now = performance.now();
    noise.room = Math.min(NOISE_AT_ONCE, noise.room + ((now - noise.at) / 1_000) * NOISE_A_SECOND);
    noise.at = now;
    if (noise.room < 1) {
      noise.leftOut += 1;
      return;
    }
    noise.room -= 1;
    if (noise.leftOut > 0) {
      this.add({ action: 'rows-left-out', actor: null, subject: String(noise.leftOut), outcome: 'ok' });
    }
    noise.leftOut = 0;
    this.add(event);
  }

  /** @throws what the disk said, once it has failed: what cannot be logged must not happen */
  add(event: AuditEvent): void {
    if (this.#failure !== null) throw this.#failure;
    this.#n += 1;
    const salt = randomBytes(16).toString('hex');
    const row = { n: this.#n, at: new Date().toISOString(), ...event, salt, previous: this.#previous };
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
      salt,
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
