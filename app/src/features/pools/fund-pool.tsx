import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PoolView } from '../../data/pool-views.js';
import { chain, tokenBalanceQuery, tokenQuery } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { connected } from '../../wallet/standard.js';

/** Puts money into a pool, out of the connected wallet. */
export function FundPool({ pool }: { pool: PoolView }) {
  const token = useQuery(tokenQuery(pool.mint));
  const wallet = useStore(connected)?.account.address ?? null;
  const balance = useQuery(tokenBalanceQuery(wallet, pool.mint));
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
        label="How much to put in"
        value={text}
        mint={pool.mint}
        decimals={decimals}
        onChange={setText}
        hint={
          has !== null && (
            <>
              You have <Amount amount={has} mint={pool.mint} />.
            </>
          )
        }
      />
      <div className="row">
        <ActionButton
          label={
            <>
              Put in <Amount amount={amount ?? 0n} mint={pool.mint} />
            </>
          }
          disabled={why !== undefined}
          why={why}
          action={async () => {
            await (await chain()).putIntoPool(pool.address, amount ?? 0n);
            setText('');
          }}
          invalidate={['pool']}
        />
      </div>
    </div>
  );
}
