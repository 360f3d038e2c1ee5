import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LockView } from '../../data/lock-views.js';
import { chain, tokenBalanceQuery, tokenQuery } from '../../data/queries.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';

/** Adds to a lock, out of the funder's wallet. */
export function AddToLock({ lock }: { lock: LockView }) {
  const token = useQuery(tokenQuery(lock.mint));
  const balance = useQuery(tokenBalanceQuery(lock.funder, lock.mint));
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
        label="How much to add"
        value={text}
        mint={lock.mint}
        decimals={decimals}
        onChange={setText}
        hint={
          has !== null && (
            <>
              You have <Amount amount={has} mint={lock.mint} />.
            </>
          )
        }
      />
      <div className="row">
        <ActionButton
          label={
            <>
              Add <Amount amount={amount ?? 0n} mint={lock.mint} />
            </>
          }
          disabled={why !== undefined}
          why={why}
          action={async () => {
            await (await chain()).topUp(lock, amount ?? 0n);
            setText('');
          }}
          invalidate={['lock']}
        />
      </div>
    </div>
  );
}
