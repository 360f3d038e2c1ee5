import type { AccountState } from '@agent-labs/sdk';
import { SystemProgram } from '@solana/web3.js';

/** What to write where an account is to vanish: a runtime drops an account without lamports. */
export const NO_ACCOUNT: AccountState = {
  lamports: 0n,
  owner: SystemProgram.programId,
  data: new Uint8Array(),
  executable: false,
};

/**
 * An account after an airdrop; one that was not there becomes a wallet.
 * @param rentExemption lamports that keep an account of so many bytes rent-exempt
 * @throws RangeError when the lamports would not make the account rent-exempt, as a cluster refuses then
 */
export function credited(
  account: AccountState | null,
  lamports: bigint,
  rentExemption: (bytes: number) => bigint,
): AccountState {
  const before = account ?? NO_ACCOUNT;
  const after = { ...before, lamports: before.lamports + lamports };
  const minimum = rentExemption(before.data.length);
  if (lamports < 0n || after.lamports < minimum) {
    throw new RangeError(`airdrop of ${lamports} lamports: the account needs ${minimum} to be rent-exempt`);
  }
  return after;
}
