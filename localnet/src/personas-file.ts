import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Keypair } from '@solana/web3.js';
import { generatePersonas, PERSONAS, type Personas } from './seed.js';

/**
 * The personas in a file, each 64 numbers under its name, for its user only; generated where there is none.
 * @throws Error naming who is missing in it
 */
export function personasFile(path: string): Personas {
  if (!existsSync(path)) {
    const made = Object.entries(generatePersonas()).map(([name, { secretKey }]) => [
      name,
      Array.from(secretKey),
    ]);
    writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(made)), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number[] | undefined>;
  const entries = PERSONAS.map((name) => {
    const secret = stored[name];
    if (secret === undefined)
      throw new Error(`${path} has no key of ${name}: remove the directory for a new chain`);
    return [name, Keypair.fromSecretKey(Uint8Array.from(secret))];
  });
  return Object.fromEntries(entries) as Personas;
}
