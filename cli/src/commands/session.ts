import type { MandateAccount } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { CliError } from '../errors.js';
import { keptSession, readKeypair } from '../keys.js';

/**
 * Who allots out of a mandate: the session key that was named, or that is kept here, else its payer.
 * @param path of a key file
 * @throws CliError `SessionMissing`, `SessionMismatch`
 */
export function sessionOf(
  { payer, sessionKey }: Pick<MandateAccount, 'payer' | 'sessionKey'>,
  wallet: Keypair,
  path: string | undefined,
): Keypair {
  const session = path === undefined ? keptSession(sessionKey) : readKeypair(path, '--session');
  if (session !== null) {
    if (session.publicKey.equals(sessionKey)) return session;
    throw new CliError(
      'SessionMismatch',
      `the mandate's session key is ${sessionKey.toBase58()}, --session is another`,
    );
  }
  if (wallet.publicKey.equals(payer)) return wallet;
  const next = 'give --session FILE, or sign with the wallet that opened the mandate';
  throw new CliError('SessionMissing', `the session key ${sessionKey.toBase58()} is not kept here`, 2, next);
}
