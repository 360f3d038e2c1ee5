import { createHash } from 'node:crypto';
import { file, hash } from '../arguments.js';
import { CliError } from '../errors.js';

/**
 * SHA-256 of a file, or the hash itself where that was given.
 * @param what name of the option for the file; `WHAT-hash` takes the hash
 * @throws CliError `ArgumentInvalid`, `FileUnreadable`, `HashMissing`
 */
export function hashOf(what: string, path: string | undefined, hex: string | undefined): Uint8Array {
  if (path !== undefined && hex !== undefined) {
    throw new CliError('ArgumentInvalid', `give --${what} or --${what}-hash, not both`);
  }
  if (hex !== undefined) return hash(hex, `--${what}-hash`);
  if (path === undefined)
    throw new CliError('HashMissing', `give --${what} FILE, or --${what}-hash with its SHA-256`);
  return createHash('sha256')
    .update(file(path, `--${what}`))
    .digest();
}
