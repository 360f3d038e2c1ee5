import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PublicKey } from '@solana/web3.js';

/** A program as a chain loads it. */
export interface ProgramBinary {
  programId: PublicKey;
  /** the compiled program, an ELF file */
  elf: Uint8Array;
  name: string;
}

// This module runs from localnet/dist, its source is in localnet/src: the repository is two up from either.
const REPOSITORY = new URL('../../', import.meta.url);

const THIRD_PARTY = [
  { name: 'spl_noop', programId: 'noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV' },
  { name: 'spl_account_compression', programId: 'cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK' },
  { name: 'mpl_bubblegum', programId: 'BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY' },
] as const;

export type ThirdPartyName = (typeof THIRD_PARTY)[number]['name'];

/**
 * This repository's own programs: `programs/artifacts/<name>.so` with the id in `idl/<name>.json`.
 * @param repository directory that holds both, with a slash at the end
 * @throws Error naming the file that is missing or has no address, and what makes it
 */
export function loadProgramBinaries(repository: URL = REPOSITORY): ProgramBinary[] {
  const artifacts = new URL('programs/artifacts/', repository);
  const idls = new URL('idl/', repository);
  // Either file makes the other one due.
  const names = [...new Set([...namesIn(artifacts, '.so'), ...namesIn(idls, '.json')])].sort();
  if (names.length === 0) throw missing(new URL('*.so', artifacts));
  return names.map((name) => ({
    name,
    programId: addressIn(new URL(`${name}.json`, idls)),
    elf: read(new URL(`${name}.so`, artifacts)),
  }));
}

/**
 * The programs of others that ours call (see localnet/programs/README.md).
 * @param names which of them; all by default
 * @throws Error naming the file that is missing
 */
export function loadThirdPartyPrograms(names?: readonly ThirdPartyName[]): ProgramBinary[] {
  return THIRD_PARTY.filter(({ name }) => names?.includes(name) ?? true).map(({ name, programId }) => {
    const file = new URL(`localnet/programs/${name}.so`, REPOSITORY);
    if (!existsSync(file)) throw new Error(`${fileURLToPath(file)} is missing; the repository carries it`);
    return { name, programId: new PublicKey(programId), elf: readFileSync(file) };
  });
}

function namesIn(directory: URL, extension: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((file) => file.endsWith(extension))
    .map((file) => basename(file, extension));
}

function addressIn(idl: URL): PublicKey {
  const content: unknown = JSON.parse(Buffer.from(read(idl)).toString('utf8'));
  if (typeof content !== 'object' || content === null || !('address' in content)) {
    throw new Error(`${fileURLToPath(idl)} has no "address"; run \`npm run build:programs\``);
  }
  return new PublicKey(String(content.address));
}

function read(file: URL): Uint8Array {
  if (!existsSync(file)) throw missing(file);
  return readFileSync(file);
}

function missing(file: URL): Error {
  return new Error(`${fileURLToPath(file)} is missing; run \`npm run build:programs\``);
}
