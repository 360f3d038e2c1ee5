import type { AccountState } from '@agent-labs/sdk';
import { AccountLayout, MintLayout, TOKEN_2022_PROGRAM_ID, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import type { TokenBalance } from './records.js';

/** Where Token-2022 puts the type of an account that is longer than the plain layout. */
const TYPE_AT = 165;
const TYPE = { mint: 1, account: 2 } as const;

export function isTokenProgram(key: PublicKey): boolean {
  return key.equals(TOKEN_PROGRAM_ID) || key.equals(TOKEN_2022_PROGRAM_ID);
}

/** What an account of a token program is; null for another program's and for lengths no such account has. */
export function tokenKind({ owner, data }: AccountState): 'mint' | 'account' | 'multisig' | null {
  if (!isTokenProgram(owner)) return null;
  if (data.length === MintLayout.span) return 'mint';
  if (data.length === AccountLayout.span) return 'account';
  if (data.length === 355) return 'multisig';
  if (data.length <= TYPE_AT) return null;
  if (data[TYPE_AT] === TYPE.mint) return 'mint';
  return data[TYPE_AT] === TYPE.account ? 'account' : null;
}

/** The token account in an account's data; null where there is none, or one not initialized. */
export function tokenAccountOf(account: AccountState | null) {
  if (account === null || tokenKind(account) !== 'account') return null;
  const decoded = AccountLayout.decode(Buffer.from(account.data.subarray(0, AccountLayout.span)));
  return decoded.state === 0 ? null : decoded;
}

/** The mint in an account's data; null where there is none, or one not initialized. */
export function mintOf(account: AccountState | null) {
  if (account === null || tokenKind(account) !== 'mint') return null;
  const decoded = MintLayout.decode(Buffer.from(account.data.subarray(0, MintLayout.span)));
  return decoded.isInitialized ? decoded : null;
}

/** Balances of the token accounts among a transaction's accounts. */
export function tokenBalances(
  keys: readonly PublicKey[],
  read: (at: PublicKey) => AccountState | null,
): TokenBalance[] {
  return keys.flatMap((key, accountIndex) => {
    const account = read(key);
    const token = tokenAccountOf(account);
    if (account === null || token === null) return [];
    return [
      {
        accountIndex,
        mint: token.mint.toBase58(),
        owner: token.owner.toBase58(),
        programId: account.owner.toBase58(),
        amount: token.amount.toString(),
        decimals: mintOf(read(token.mint))?.decimals ?? 0,
      },
    ];
  });
}

/** An amount as JSON-RPC gives it. */
export function uiAmount(amount: bigint | string, decimals: number) {
  const text = amount.toString();
  const padded = text.padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : padded.slice(-decimals).replace(/0+$/, '');
  const whole = decimals === 0 ? padded : padded.slice(0, -decimals);
  const uiAmountString = fraction === '' ? whole : `${whole}.${fraction}`;
  return { amount: text, decimals, uiAmount: Number(uiAmountString), uiAmountString };
}
