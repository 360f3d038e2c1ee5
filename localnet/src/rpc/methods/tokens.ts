import type { AccountState } from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import type { LocalNode } from '../../node/node.js';
import { mintOf, tokenAccountOf, uiAmount } from '../../node/tokens.js';
import { accountFormat, encodeAccount } from '../encode-account.js';
import { invalidParams } from '../errors.js';
import { type Params, publicKey } from '../params.js';
import { type Methods, withContext } from './method.js';

const LARGEST = 20;

/** Tokens of SPL Token and Token-2022. */
export function tokenMethods(node: LocalNode): Methods {
  const read = (at: PublicKey) => node.read(at);
  const list = (who: 'owner' | 'delegate') => (params: Params) => {
    const key = params.key(0, `the ${who}`);
    const filter = params.options(1);
    const options = params.options(2);
    options.requireSlot(node.height);
    const [mint, program] = [filter.text('mint'), filter.text('programId')];
    if ((mint === undefined) === (program === undefined)) {
      throw invalidParams('the filter must have mint or programId');
    }
    const mintKey = mint === undefined ? null : publicKey(mint, 'mint');
    const wanted = program === undefined ? [] : [publicKey(program, 'programId')];
    const programs =
      mintKey === null ? wanted : [read(mintKey)?.owner].filter((owner) => owner !== undefined);
    const format = accountFormat(options);
    const found = programs.flatMap((owner) =>
      node.owned(owner).flatMap(({ address, account }) => {
        const token = tokenAccountOf(account);
        if (token === null || (mintKey !== null && !token.mint.equals(mintKey))) return [];
        const mine = who === 'owner' ? token.owner : token.delegateOption === 1 ? token.delegate : null;
        if (!mine?.equals(key)) return [];
        return [{ pubkey: address.toBase58(), account: encodeAccount(account, format, read) }];
      }),
    );
    return withContext(node, found);
  };
  const mintAt = (params: Params) => {
    const mint = mintOf(read(params.key(0, 'the mint')));
    if (mint === null) throw invalidParams('not a Token mint');
    return mint;
  };
  const holders = (mint: PublicKey): { address: PublicKey; account: AccountState }[] =>
    [TOKEN_PROGRAM_ID, TOKEN_2022_PROGRAM_ID].flatMap((program) =>
      node.owned(program).filter(({ account }) => tokenAccountOf(account)?.mint.equals(mint)),
    );
  return {
    getTokenAccountsByOwner: list('owner'),
    getTokenAccountsByDelegate: list('delegate'),
    getTokenAccountBalance: (params) => {
      const token = tokenAccountOf(read(params.key(0, 'the token account')));
      if (token === null) throw invalidParams('not a Token account');
      return withContext(node, uiAmount(token.amount, mintOf(read(token.mint))?.decimals ?? 0));
    },
    getTokenSupply: (params) => {
      const { supply, decimals } = mintAt(params);
      return withContext(node, uiAmount(supply, decimals));
    },
    getTokenLargestAccounts: (params) => {
      const { decimals } = mintAt(params);
      const largest = holders(params.key(0, 'the mint'))
        .map(({ address, account }) => ({ address, amount: tokenAccountOf(account)?.amount ?? 0n }))
        .sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0))
        .slice(0, LARGEST)
        .map(({ address, amount }) => ({ address: address.toBase58(), ...uiAmount(amount, decimals) }));
      return withContext(node, largest);
    },
  };
}
