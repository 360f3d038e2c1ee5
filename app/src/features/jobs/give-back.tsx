import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListedJob } from '../../data/job-views.js';
import { chain, tokenQuery } from '../../data/queries.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';

/** Gives a part back, or all, which ends the job. */
export function GiveBack({ listed: { job, mandate } }: { listed: ListedJob }) {
  const token = useQuery(tokenQuery(mandate.mint));
  const decimals = token.data?.decimals ?? 0;
  const [text, setText] = useState('');
  const amount = amountIn(text, decimals);
  const why =
    amount === null
      ? 'Say how much.'
      : amount > job.undecided
        ? 'That is more than is not decided yet.'
        : undefined;
  return (
    <div className="stack">
      <AmountField
        label="How much to give back"
        value={text}
        mint={mandate.mint}
        decimals={decimals}
        onChange={setText}
        hint={
          <>
            At most <Amount amount={job.undecided} mint={mandate.mint} />; all of it ends the job, unless a
            dispute is to.
          </>
        }
      />
      <div className="row">
        <ActionButton
          label="Give it back"
          disabled={why !== undefined}
          why={why}
          action={async () => {
            await (await chain()).giveBack(job, amount ?? 0n);
            setText('');
          }}
          invalidate={['job']}
        />
      </div>
    </div>
  );
}
