import type { AccountState } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import type { Runtime } from '../runtime.js';
import { programDataAddress, UPGRADEABLE_LOADER } from '../upgradeable.js';

/**
 * Writes the accounts that a chain begins with, of each address the last one. Programs come after all others:
 * the runtime loads one when its Program account is written, from what its ProgramData holds then.
 * @throws Error when a program does not load
 */
export function placeAccounts(runtime: Runtime, accounts: Iterable<[PublicKey, AccountState]>): void {
  const last = new Map<string, [PublicKey, AccountState]>();
  for (const placed of accounts) last.set(placed[0].toBase58(), placed);
  const all = [...last.values()];
  for (const [at, account] of all) if (!account.executable) runtime.write(at, account);
  for (const [at, account] of all) {
    if (!account.executable) continue;
    // one that was closed keeps its Program account and runs no more
    const closed = account.owner.equals(UPGRADEABLE_LOADER) && runtime.read(programDataAddress(at)) === null;
    runtime.write(at, closed ? { ...account, executable: false } : account);
  }
}
