import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '#crypto';
import { equalBytes } from '../voucher/bytes.js';
import { StoredAnswerDamaged } from './errors.js';
import { ensureDirectory, PRIVATE_FILE, syncDirectory } from './files.js';

/** Bodies too large for a journal line, one file each. Used by the holder of the journal's lock alone. */
export class AnswerFiles {
  constructor(private readonly directory: string) {}

  /** Durable when it resolves; an older file of that name is replaced in one step. */
  async write(name: string, body: Uint8Array): Promise<void> {
    await ensureDirectory(this.directory);
    const path = join(this.directory, name);
    const handle = await open(`${path}.new`, 'w', PRIVATE_FILE);
    try {
      await handle.writeFile(body);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(`${path}.new`, path);
    await syncDirectory(this.directory);
  }

  /** @throws StoredAnswerDamaged when it is missing or is not what hashes so */
  async read(name: string, hash: Uint8Array): Promise<Uint8Array> {
    const path = join(this.directory, name);
    let body: Uint8Array;
    try {
      body = new Uint8Array(await readFile(path));
    } catch (error) {
      throw new StoredAnswerDamaged(path, { cause: error });
    }
    if (!equalBytes(sha256(body), hash)) throw new StoredAnswerDamaged(path);
    return body;
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.directory, name), { force: true });
  }

  /** Removes what no record names: answers of calls that a crash kept from being accepted, and old ones. */
  async sweep(named: Set<string>): Promise<void> {
    await ensureDirectory(this.directory);
    for (const name of await readdir(this.directory)) {
      if (!named.has(name)) await this.remove(name);
    }
  }
}
