import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokenBalanceQuery, tokenQuery } from '../data/queries.js';
import { ActionButton } from './action.js';
import { Amount } from './amount.js';
import { AmountField, amountIn } from './amount-field.js';

/** Moves an amount out of a wallet, no more than it has. */
export function Spend({
  label,
  verb,
  wallet,
  mint,
  spend,
  invalidate,
}: {
  label: string;
  /** stands before the amount on the button */
  verb: string;
  wallet: string | null;
  mint: string;
  /** @param amount base units */
  spend: (amount: bigint) => Promise<unknown>;
  /** key of what is to be read again after it */
  invalidate: unknown[];
}) {
  const token = useQuery(tokenQuery(mint));
  const balance = useQuery(tokenBalanceQuery(wallet, mint));
  const [text, setText] = useState('');
  const decimals = token.data?.decimals ?? 0;
  const amount = amountIn(text, decimals);
  const has = balance.data ?? null;
  const why =
    amount === null
      ? 'Say how much.'
      : has !== null && amount > has
        ? 'That is more than the wallet has.'
        : undefined;
  return (
    <div className="stack">
      <AmountField
        label={label}
        value={text}
        mint={mint}
        decimals={decimals}
        onChange={setText}
        hint={
          has !== null && (
            <>
              You have <Amount amount={has} mint={mint} />.
            </>
          )
        }
      />
      <div className="row">
        <ActionButton
          label={
            <>
              {verb} <Amount amount={amount ?? 0n} mint={mint} />
            </>
          }
          disabled={why !== undefined}
          why={why}
          action={async () => {
            await spend(amount ?? 0n);
            setText('');
          }}
          invalidate={invalidate}
        />
      </div>
    </div>
  );
}
