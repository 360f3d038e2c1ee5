import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isErrorCode } from './files.js';

/** Enough to tell a process from a later one with the same number. */
export interface ProcessIdentity {
  host: string;
  /** identifier of the machine's current boot; null where the system has none */
  boot: string | null;
  /** process namespace (containers have their own); null where the system has none */
  namespace: string | null;
  pid: number;
  /** when it started, in whatever form the system tells; null where it does not */
  started: string | null;
}

export type Liveness = 'alive' | 'dead' | 'unknown';

let own: ProcessIdentity | null = null;

/** This process. */
export function ownIdentity(): ProcessIdentity {
  // asked once: where there is no /proc, it takes running a program
  own ??= {
    host: hostname(),
    boot: readOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    namespace: readOrNull(() => readlinkSync('/proc/self/ns/pid')),
    pid: process.pid,
    started: startTime(process.pid),
  };
  return own;
}

/** @returns `unknown` where `other` ran in another boot, container or machine */
export function liveness(other: ProcessIdentity, self: ProcessIdentity): Liveness {
  const comparable =
    self.boot !== null && self.namespace !== null
      ? other.boot === self.boot && other.namespace === self.namespace
      : other.host === self.host && other.boot === self.boot && other.namespace === self.namespace;
  if (!comparable) return 'unknown';
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    if (isErrorCode(error, 'ESRCH')) return 'dead';
    // EPERM: somebody else's process has the number
    if (!isErrorCode(error, 'EPERM')) throw error;
  }
  const started = startTime(other.pid);
  if (started === null || other.started === null) return 'alive';
  return started === other.started && !isZombie(other.pid) ? 'alive' : 'dead';
}

function startTime(pid: number): string | null {
  const stat = procStat(pid);
  if (stat) return stat[19] ?? null;
  if (process.platform === 'linux') return null;
  // macOS and the BSDs have no /proc
  return readOrNull(() =>
    execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim(),
  );
}

/** Fields of /proc/pid/stat from the third on: the second, the name, may itself hold spaces and brackets. */
function procStat(pid: number): string[] | null {
  const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Ended but not yet collected by its parent; while other threads of it remain, it may still be writing. */
function isZombie(pid: number): boolean {
  if (procStat(pid)?.[0] !== 'Z') return false;
  const threads = readOrNull(() => readdirSync(`/proc/${pid}/task`));
  return threads === null || threads.length <= 1;
}

/** Absence is an answer here: these files exist on some systems only, and processes end while one looks. */
function readOrNull<T>(read: () => T): T | null {
  try {
    return read() || null;
  } catch {
    return null;
  }
}
