import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Keypair } from '@solana/web3.js';

/** The key pair in a file of 64 numbers, for its user only; generated where there is none. */
export function keyFile(path: string): Keypair {
  if (!existsSync(path)) {
    const { secretKey } = Keypair.generate();
    writeFileSync(path, JSON.stringify(Array.from(secretKey)), { mode: 0o600, flag: 'wx' });
  }
  return Keypair.fromSecretKey(Uint8Array.from(JSON.parse(readFileSync(path, 'utf8')) as number[]));
}
