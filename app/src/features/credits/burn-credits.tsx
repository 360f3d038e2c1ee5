import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { CreditsView } from '../../data/credit-views.js';
import { chain } from '../../data/queries.js';
import { decimal } from '../../lib/amounts.js';
import { ReferenceInvalid, referenceBytes } from '../../lib/credits.js';
import { isUntold } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn, parsed } from '../../ui/amount-field.js';
import { Failure } from '../../ui/status.js';

/** Burns credits of the wallet, with what tells the issuer which redemption it is for. */
export function BurnCredits({ credits, wallet, has }: { credits: CreditsView; wallet: string; has: bigint }) {
  const { mint, decimals } = credits;
  const [text, setText] = useState('');
  const [reference, setReference] = useState('');
  const client = useQueryClient();
  const burn = useMutation({
    mutationFn: async () => {
      await (await chain()).burnMyCredits(parsed(text, decimals), referenceBytes(reference));
      setText('');
      setReference('');
    },
    onSettled: () =>
      Promise.all(
        [['credits'], ['wallet', wallet], ['activity']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  });
  const typed = amountIn(text, decimals);
  const tooMuch = typed !== null && typed > has;
  const wrong = referenceProblem(reference);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== null && !tooMuch && wrong === null) burn.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit} noValidate>
      <h2>Burn credits</h2>
      <p className="soft">
        They are gone for good, and the chain gives nothing for them: ask the issuer first what it gives back,
        and for which reference.
      </p>
      <AmountField
        label="How much"
        value={text}
        mint={mint}
        decimals={decimals}
        onChange={setText}
        hint={
          tooMuch ? (
            <span className="wrong">The wallet has less than that. Nothing was burned.</span>
          ) : (
            <>
              Your wallet has <Amount amount={has} mint={mint} />.
            </>
          )
        }
      />
      <ReferenceField value={reference} wrong={wrong} onChange={setReference} />
      <div className="row">
        <button
          type="submit"
          className="button compact danger"
          disabled={typed === null || tooMuch || wrong !== null || burn.isPending}
        >
          Burn them
        </button>
        <button
          type="button"
          className="button compact quiet"
          onClick={() => setText(decimal(has, decimals).replaceAll(',', ''))}
        >
          All of it
        </button>
      </div>
      {burn.isError && isUntold(burn.error) && <Failure error={burn.error} />}
    </form>
  );
}

/** What is wrong with a typed reference; null where nothing is. */
function referenceProblem(text: string): string | null {
  try {
    referenceBytes(text);
    return null;
  } catch (error) {
    if (error instanceof ReferenceInvalid) return error.message;
    throw error;
  }
}

function ReferenceField({
  value,
  wrong,
  onChange,
}: {
  value: string;
  wrong: string | null;
  onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>Reference of the redemption</label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        spellCheck={false}
        placeholder="none"
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-hint`} className={wrong === null ? 'hint' : 'wrong'} aria-live="polite">
        {wrong ??
          'As the issuer gave it to you, in hexadecimal: it stands on the chain beside what you burned.'}
      </span>
    </div>
  );
}
