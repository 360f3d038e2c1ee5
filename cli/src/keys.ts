import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Keypair, type PublicKey } from '@solana/web3.js';
import { CliError } from './errors.js';

/** Bits of a file's mode that let others at it. */
const OTHERS = 0o077;

/**
 * The key pair in a file of 64 numbers, as Solana's tools write it. What is in the file is never told.
 * @throws CliError `KeypairUnreadable`, `KeypairExposed`, `KeypairInvalid`
 */
export function readKeypair(path: string, what = '--keypair'): Keypair {
  // a key itself on the command line would be in the shell's history: it is not repeated in an error either
  if (/[[,]/.test(path) || (path.length > 80 && !/[/\\.]/.test(path))) {
    throw new CliError('KeypairInvalid', `${what} takes the path of a key file, not a key`);
  }
  let text: string;
  try {
    requirePrivate(path, what);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof CliError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    const next = 'solana-keygen new --outfile FILE makes one';
    throw new CliError('KeypairUnreadable', `${what} ${path}: ${code}`, 2, next, { cause: error });
  }
  try {
    const numbers: unknown = JSON.parse(text);
    const isKey =
      Array.isArray(numbers) &&
      numbers.length === 64 &&
      numbers.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256);
    if (isKey) return Keypair.fromSecretKey(Uint8Array.from(numbers as number[]));
  } catch {
    // the parser's word would quote what stands in the file
  }
  throw new CliError(
    'KeypairInvalid',
    `${what} ${path} is no key file: 64 numbers in brackets, of one key pair`,
  );
}

function requirePrivate(path: string, what: string): void {
  // Windows has no such bits
  if (process.platform === 'win32' || (statSync(path).mode & OTHERS) === 0) return;
  throw new CliError('KeypairExposed', `${what} ${path} can be read by others`, 2, `chmod 600 ${path}`);
}

/** Where this program keeps session keys and transactions that are on their way; for its user only. */
export function stateDirectory(...below: string[]): string {
  const root =
    process.env.AGENT_LABS_CLI_DIR ??
    join(process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'agent-labs');
  const path = join(root, ...below);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** Where a session key is kept, and found again by its address. */
export const sessionPath = (key: PublicKey) => join(stateDirectory('sessions'), `${key.toBase58()}.json`);

/** null where this program keeps no such key */
export function keptSession(key: PublicKey): Keypair | null {
  const path = sessionPath(key);
  return existsSync(path) ? readKeypair(path, 'the session key') : null;
}

/** @throws CliError `FileExists` */
export function writeKeypair(path: string, { secretKey }: Keypair): void {
  writeNew(path, JSON.stringify(Array.from(secretKey)));
  chmodSync(path, 0o600);
}

/** Writes a file that must not be there yet, for its user only. @throws CliError `FileExists` */
export function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new CliError('FileExists', `${path} is there already; nothing was written`);
    throw new CliError('FileUnwritable', `${path}: ${code}`, 2, 'check the path', { cause: error });
  }
}
