import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { chain, tokenBalanceQuery } from '../../data/queries.js';
import type { MandateView } from '../../data/views.js';
import { decimal } from '../../lib/amounts.js';
import { isUntold } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn, parsed } from '../../ui/amount-field.js';
import { Failure } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';

/** Puts more into a mandate, or takes free money out. */
export function MoveMoney({ mandate, decimals }: { mandate: MandateView; decimals: number }) {
  const now = useNow(5_000);
  const balance = useQuery(tokenBalanceQuery(mandate.payer, mandate.mint));
  const has = balance.data ?? null;
  const over = mandate.killedAt !== 0 || mandate.expiresAt <= now;
  const { mint } = mandate;
  return (
    <section className="sheet stack">
      <h2>Move money</h2>
      {over ? (
        <p className="small soft">Nothing more can be set aside: it allots nothing any more.</p>
      ) : (
        <Move
          mandate={mandate}
          decimals={decimals}
          label="Set more aside"
          button="Set aside"
          most={has}
          above="The wallet has less than that."
          way="depositTo"
          hint={
            has !== null && (
              <>
                Your wallet has <Amount amount={has} mint={mint} />.
              </>
            )
          }
        />
      )}
      <Move
        mandate={mandate}
        decimals={decimals}
        label="Take free money out"
        button="Take out"
        most={mandate.free}
        above="Less than that is free."
        way="withdrawFrom"
        hint={
          <>
            <Amount amount={mandate.free} mint={mint} /> free.
          </>
        }
        all={mandate.free}
      />
    </section>
  );
}

interface Way {
  mandate: MandateView;
  decimals: number;
  label: string;
  button: string;
  /** base units; null while it is not known */
  most: bigint | null;
  /** what to say above it */
  above: string;
  way: 'depositTo' | 'withdrawFrom';
  hint: ReactNode;
  /** base units that one click fills in */
  all?: bigint;
}

function Move({ mandate, decimals, label, button, most, above, way, hint, all }: Way) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: async () => {
      await (await chain())[way](mandate, parsed(text, decimals));
      setText('');
    },
    onSettled: () =>
      Promise.all(
        [['mandate'], ['wallet'], ['activity']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  const typed = amountIn(text, decimals);
  const tooMuch = most !== null && typed !== null && typed > most;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        move.mutate();
      }}
      noValidate
    >
      <AmountField
        label={label}
        value={text}
        mint={mandate.mint}
        decimals={decimals}
        onChange={setText}
        hint={tooMuch ? <span className="wrong">{above}</span> : hint}
      />
      <div className="row">
        <button
          type="submit"
          className={way === 'depositTo' ? 'button compact primary' : 'button compact'}
          disabled={text === '' || tooMuch || move.isPending}
        >
          {button}
        </button>
        {all !== undefined && all > 0n && (
          <button
            type="button"
            className="button compact quiet"
            onClick={() => setText(decimal(all, decimals).replaceAll(',', ''))}
          >
            All of it
          </button>
        )}
      </div>
      {move.isError && isUntold(move.error) && <Failure error={move.error} />}
    </form>
  );
}
