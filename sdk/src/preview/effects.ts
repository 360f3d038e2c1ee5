import { ACCOUNT_SIZE, AccountLayout, AccountType } from '@solana/spl-token';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { AccountState } from '../chain.js';
import { isOfTokenProgram } from '../tokens.js';
import type { TransactionPreview } from './preview.js';

/** An account before and after a simulation; null where there is none. */
export interface SimulatedAccount {
  address: PublicKey;
  before: AccountState | null;
  after: AccountState | null;
}

/** What a token account holds, and who may do what with it. */
export interface TokenFacts {
  mint: PublicKey;
  owner: PublicKey;
  /** base units */
  amount: bigint;
  delegate: PublicKey | null;
  closeAuthority: PublicKey | null;
}

/** What a transaction does to one account. */
export interface AccountEffect {
  address: PublicKey;
  /** lamports */
  lamports: { before: bigint; after: bigint };
  /** null where it was no token account, or is none any more */
  token: { before: TokenFacts | null; after: TokenFacts | null };
  /** control of the account that changed hands, in words */
  authority: string[];
}

/** A transaction whose simulation is not what its bytes say: the node lies, or something hides in it. */
export interface EffectProblem {
  account: PublicKey;
  message: string;
}

/** Accounts that change, those without any change left out. */
export function effectsOf(accounts: readonly SimulatedAccount[]): AccountEffect[] {
  return accounts.flatMap(({ address, before, after }) => {
    const [was, is] = [tokenFacts(before), tokenFacts(after)];
    const lamports = { before: before?.lamports ?? 0n, after: after?.lamports ?? 0n };
    const authority = authorityChanges(before, after, was, is);
    const moved = lamports.before !== lamports.after || was?.amount !== is?.amount;
    if (!moved && authority.length === 0) return [];
    return [{ address, lamports, token: { before: was, after: is }, authority }];
  });
}

/**
 * Holds what a simulation tells against what the bytes say. Each amount that an instruction states must show,
 * and nothing may leave the signer's own accounts that none states, fee and rent of new accounts apart.
 */
export function effectProblems(
  { instructions }: TransactionPreview,
  effects: readonly AccountEffect[],
  wallet: PublicKey,
): EffectProblem[] {
  const stated = new Map<string, bigint>();
  for (const { account, amount, kind } of instructions.flatMap(({ moves }) => moves)) {
    if (kind !== 'tokens') continue;
    const key = account.toBase58();
    stated.set(key, (stated.get(key) ?? 0n) + amount);
  }
  const problems: EffectProblem[] = [];
  for (const { address, token, authority } of effects) {
    const holder = token.before?.owner ?? token.after?.owner;
    if (!holder?.equals(wallet)) continue;
    const key = address.toBase58();
    const change = (token.after?.amount ?? 0n) - (token.before?.amount ?? 0n);
    const says = stated.get(key);
    stated.delete(key);
    if (says !== undefined && says !== change) {
      const message = `the transaction says ${says} base units, the node's simulation ${change}`;
      problems.push({ account: address, message });
    } else if (says === undefined && change < 0n) {
      const message = `${-change} base units would leave it, and no instruction says so`;
      problems.push({ account: address, message });
    }
    const isSaid = instructions.some(
      ({ risk, fields }) => risk !== null && fields.some((f) => f.value === key),
    );
    if (authority.length > 0 && !isSaid) {
      problems.push({ account: address, message: `${authority.join(', ')}, and no instruction says so` });
    }
  }
  for (const [key, amount] of stated) {
    if (amount === 0n || effects.some(({ address }) => address.toBase58() === key)) continue;
    const message = `the transaction says ${amount} base units, the node's simulation nothing`;
    problems.push({ account: new PublicKey(key), message });
  }
  return problems;
}

function tokenFacts(state: AccountState | null): TokenFacts | null {
  if (state === null || !isTokenAccount(state)) return null;
  const { mint, owner, amount, delegate, delegateOption, closeAuthority, closeAuthorityOption } =
    AccountLayout.decode(Buffer.from(state.data));
  return {
    mint,
    owner,
    amount,
    delegate: delegateOption === 0 ? null : delegate,
    closeAuthority: closeAuthorityOption === 0 ? null : closeAuthority,
  };
}

/** Token-2022 tells accounts with extensions from mints by a byte behind what both programs have. */
function isTokenAccount(state: AccountState): boolean {
  if (!isOfTokenProgram(state)) return false;
  const { length } = state.data;
  return (
    length === ACCOUNT_SIZE || (length > ACCOUNT_SIZE && state.data[ACCOUNT_SIZE] === AccountType.Account)
  );
}

function authorityChanges(
  before: AccountState | null,
  after: AccountState | null,
  was: TokenFacts | null,
  is: TokenFacts | null,
): string[] {
  const changes: string[] = [];
  const other = (a: PublicKey | null, b: PublicKey | null) => a?.toBase58() !== b?.toBase58();
  if (was !== null && is !== null) {
    if (other(was.owner, is.owner)) changes.push(`the owner becomes ${is.owner.toBase58()}`);
    if (other(was.delegate, is.delegate) && is.delegate !== null) {
      changes.push(`${is.delegate.toBase58()} may spend from it`);
    }
    if (other(was.closeAuthority, is.closeAuthority) && is.closeAuthority !== null) {
      changes.push(`${is.closeAuthority.toBase58()} may close it`);
    }
  } else if (before !== null && after !== null && after.lamports > 0n && !before.owner.equals(after.owner)) {
    // an address without data that becomes an account of a program is a new account
    if (before.data.length > 0) changes.push(`the program ${after.owner.toBase58()} takes it over`);
  }
  return changes;
}
