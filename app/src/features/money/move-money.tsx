import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chain } from '../../data/queries.js';
import type { MandateView } from '../../data/views.js';
import { isUntold } from '../../ui/action.js';
import { AmountField, parsed } from '../../ui/amount-field.js';
import { Failure } from '../../ui/status.js';

/** Puts more into a mandate, or takes free money out. */
export function MoveMoney({ mandate, decimals }: { mandate: MandateView; decimals: number }) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: async (way: 'in' | 'out') => {
      const amount = parsed(text, decimals);
      const { depositTo, withdrawFrom } = await chain();
      await (way === 'in' ? depositTo(mandate, amount) : withdrawFrom(mandate, amount));
      setText('');
    },
    onSettled: () =>
      Promise.all(
        [['mandate'], ['wallet'], ['activity']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  const idle = text === '' || move.isPending;
  return (
    <section className="sheet stack">
      <h2>Move money</h2>
      <AmountField label="Amount" value={text} mint={mandate.mint} decimals={decimals} onChange={setText} />
      <div className="row">
        <button
          type="button"
          className="button compact primary"
          disabled={idle || mandate.killedAt !== 0}
          onClick={() => move.mutate('in')}
        >
          Set aside
        </button>
        <button type="button" className="button compact" disabled={idle} onClick={() => move.mutate('out')}>
          Take out
        </button>
      </div>
      {move.isError && isUntold(move.error) && <Failure error={move.error} />}
    </section>
  );
}
