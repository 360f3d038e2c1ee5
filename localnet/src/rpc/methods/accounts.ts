import type { AccountState } from '@agent-labs/sdk';
import { getBase58Encoder } from '@solana/kit';
import type { PublicKey } from '@solana/web3.js';
import type { LocalNode } from '../../node/node.js';
import { accountFormat, encodeAccount } from '../encode-account.js';
import { invalidParams } from '../errors.js';
import { Options } from '../params.js';
import { type Methods, withContext } from './method.js';

const base58 = getBase58Encoder();
const MOST_ACCOUNTS = 100;
const MOST_FILTERS = 4;

/** Accounts and balances. State is always the newest: whatever commitment is asked for, it cannot vanish here. */
export function accountMethods(node: LocalNode): Methods {
  const read = (at: PublicKey) => node.read(at);
  return {
    getAccountInfo: (params) => {
      const key = params.key(0, 'the account');
      const options = params.options(1);
      options.requireSlot(node.height);
      const format = accountFormat(options);
      const account = node.read(key);
      return withContext(node, account && encodeAccount(account, format, read));
    },
    getMultipleAccounts: (params) => {
      const keys = params.list(0, 'the accounts', MOST_ACCOUNTS);
      const options = params.options(1);
      options.requireSlot(node.height);
      const format = accountFormat(options);
      const values = keys.map((_, at) => {
        const account = node.read(params.entryKey(0, at));
        return account && encodeAccount(account, format, read);
      });
      return withContext(node, values);
    },
    getBalance: (params) => {
      const key = params.key(0, 'the account');
      params.options(1).requireSlot(node.height);
      const account = node.read(key);
      return withContext(node, Number(account?.lamports ?? 0n));
    },
    getProgramAccounts: (params) => {
      const program = params.key(0, 'the program');
      const options = params.options(1);
      options.requireSlot(node.height);
      const format = accountFormat(options);
      const matches = accountFilters(options);
      const found = node
        .owned(program)
        .filter(({ account }) => account.lamports > 0n && matches(account))
        .map(({ address, account }) => ({
          pubkey: address.toBase58(),
          account: encodeAccount(account, format, read),
        }));
      return options.flag('withContext') ? withContext(node, found) : found;
    },
    getMinimumBalanceForRentExemption: (params) => Number(node.rent(params.whole(0, 'the length'))),
  };
}

/** What `filters` of a call let through. @throws RpcError for filters that are none */
export function accountFilters(options: Options): (account: AccountState) => boolean {
  const filters = options.list('filters') ?? [];
  if (filters.length > MOST_FILTERS) throw invalidParams(`at most ${MOST_FILTERS} filters are taken`);
  const tests = filters.map((filter) => {
    if (typeof filter !== 'object' || filter === null) throw invalidParams('a filter must be an object');
    return accountFilter(new Options(filter as Record<string, unknown>));
  });
  return (account) => tests.every((test) => test(account));
}

function accountFilter(filter: Options): (account: AccountState) => boolean {
  const size = filter.whole('dataSize');
  if (size !== undefined) return ({ data }) => data.length === size;
  const memcmp = filter.object('memcmp');
  if (memcmp === undefined) throw invalidParams('a filter must be dataSize or memcmp');
  const offset = memcmp.whole('offset') ?? 0;
  const text = memcmp.text('bytes');
  if (text === undefined) throw invalidParams('memcmp must have bytes');
  const encoding = memcmp.choice('encoding', ['base58', 'base64'], 'base58');
  const wanted = encoding === 'base64' ? Buffer.from(text, 'base64') : Buffer.from(bytesOf(text));
  return ({ data }) => wanted.equals(data.subarray(offset, offset + wanted.length));
}

function bytesOf(text: string): Uint8Array {
  try {
    return Uint8Array.from(base58.encode(text));
  } catch (error) {
    throw invalidParams(`memcmp.bytes must be base58: ${(error as Error).message}`);
  }
}
