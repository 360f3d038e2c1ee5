import { randomUUID } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { StoreLocked } from './errors.js';
import { isErrorCode, PRIVATE_FILE } from './files.js';
import { liveness, ownIdentity, type ProcessIdentity } from './process-identity.js';

/** How often a holder shows that it lives, for those who cannot see its process. */
const BEAT_MILLISECONDS = 5_000;
/** Silence after which such a holder counts as gone. */
const SILENCE_MILLISECONDS = 20_000;
/** Bytes of old claims after which a holder starts the file anew. */
const LONGEST_FILE = 64 * 1024;
const MAXIMUM_ATTEMPTS = 100;

interface Claim extends ProcessIdentity {
  nonce: string;
  /** Unix milliseconds */
  at: number;
}

type Entry = { claim: Claim } | { release: string };

interface LockFile {
  claims: Claim[];
  released: Set<string>;
}

/**
 * An exclusive lock between processes. Everybody appends a claim to the lock file and reads it back: the
 * holder is the first whose claim is neither released nor a dead process's. Both only ever become true, and
 * appends have one order, so two claimants cannot both find themselves first, whoever crashes when. A stale
 * lock needs no removing, hence no race in removing it. Only a holder may replace the file, by one that
 * holds its own claim alone; whoever does not find its claim again after that starts over.
 * Needs a file system of this machine, not NFS.
 */
export class StoreLock {
  readonly #path: string;
  readonly #beatPath: string;
  readonly #nonce: string;
  readonly #beat: NodeJS.Timeout;
  #failure: Error | null = null;

  private constructor(path: string, nonce: string) {
    this.#path = path;
    this.#beatPath = `${path}.beat`;
    this.#nonce = nonce;
    closeSync(openSync(this.#beatPath, 'a', PRIVATE_FILE));
    this.#touch();
    this.#beat = setInterval(() => this.#touch(), BEAT_MILLISECONDS);
    this.#beat.unref();
  }

  /**
   * @param path of the lock file; `path` + `.beat` is used too
   * @throws StoreLocked
   */
  static acquire(path: string): StoreLock {
    const self = ownIdentity();
    for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
      const claim: Claim = { ...self, nonce: randomUUID(), at: Date.now() };
      append(path, { claim });
      try {
        const file = read(path);
        if (!holds(file, claim)) continue;
        const holder = earlierClaims(file, claim).find((earlier) => isAlive(earlier, self, `${path}.beat`));
        if (holder) throw new StoreLocked(path, holder.pid, holder.host);
        // a holder that died while this one was reading may have replaced the file just before
        if (!holds(read(path), claim)) continue;
        if (statSync(path).size > LONGEST_FILE) replace(path, { claim });
        return new StoreLock(path, claim.nonce);
      } catch (error) {
        append(path, { release: claim.nonce });
        throw error;
      }
    }
    throw new Error(`${path} kept being replaced while it was being locked`);
  }

  /** Why this holder can no longer show that it lives, or null. */
  get failure(): Error | null {
    return this.#failure;
  }

  release(): void {
    clearInterval(this.#beat);
    append(this.#path, { release: this.#nonce });
  }

  #touch(): void {
    const now = new Date();
    try {
      utimesSync(this.#beatPath, now, now);
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
  }
}

function isAlive(claim: Claim, self: ProcessIdentity, beatPath: string): boolean {
  const answer = liveness(claim, self);
  if (answer !== 'unknown') return answer === 'alive';
  // its claim counts as a first beat: the file is touched only after that
  return Date.now() - Math.max(claim.at, lastBeat(beatPath)) < SILENCE_MILLISECONDS;
}

function lastBeat(beatPath: string): number {
  try {
    return statSync(beatPath).mtimeMs;
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return 0;
    throw error;
  }
}

function holds(file: LockFile, claim: Claim): boolean {
  return file.claims.some(({ nonce }) => nonce === claim.nonce);
}

/** Those made before it and not released. */
function earlierClaims({ claims, released }: LockFile, claim: Claim): Claim[] {
  const own = claims.findIndex(({ nonce }) => nonce === claim.nonce);
  return claims.slice(0, own).filter(({ nonce }) => !released.has(nonce));
}

// each entry starts on a line of its own even after one that a power cut left half-written
function append(path: string, entry: Entry): void {
  appendFileSync(path, `\n${JSON.stringify(entry)}\n`, { mode: PRIVATE_FILE });
}

function replace(path: string, entry: Entry): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(entry)}\n`, { mode: PRIVATE_FILE });
  renameSync(`${path}.new`, path);
}

function read(path: string): LockFile {
  const file: LockFile = { claims: [], released: new Set() };
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = line ? parseEntry(line) : null;
    if (entry && 'claim' in entry) file.claims.push(entry.claim);
    if (entry && 'release' in entry) file.released.add(entry.release);
  }
  return file;
}

/** A line that cannot be read was never a holder's: holders have read their own claim back. */
function parseEntry(line: string): Entry | null {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' ? (entry as Entry | null) : null;
  } catch {
    return null;
  }
}
