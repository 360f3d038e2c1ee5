import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisputeView } from '../../data/dispute-views.js';
import { callsQuery, chain } from '../../data/queries.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { Failure, Skeleton } from '../../ui/status.js';

/** Cites calls of this browser's own: it keeps what both sides signed of each. */
export function Cite({ dispute }: { dispute: DisputeView }) {
  const query = useQuery(callsQuery(dispute.subject));
  const [chosen, setChosen] = useState<number | null>(null);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={2} />;
  // in rising order, so that none counts twice
  const left = query.data
    .filter(({ callNumber }) => callNumber > dispute.lastCitedCall)
    .sort((a, b) => a.callNumber - b.callNumber);
  if (left.length === 0) {
    return (
      <p className="small soft">
        {query.data.length === 0
          ? 'This browser has no call of this channel. Open the page where the calls were made: it keeps what both sides signed.'
          : 'Every call that this browser has is cited, or comes before one that is.'}
      </p>
    );
  }
  const next = left.find(({ callNumber }) => callNumber === chosen) ?? left[0];
  if (next === undefined) return null;
  return (
    <>
      <label className="field">
        <span className="label">Which call</span>
        <select
          className="input"
          value={next.callNumber}
          onChange={({ target }) => setChosen(Number(target.value))}
        >
          {left.map(({ callNumber }) => (
            <option key={callNumber} value={callNumber}>
              Call {callNumber}
            </option>
          ))}
        </select>
        <span className="hint">
          It cost <Amount amount={next.amount} mint={dispute.mint} />. Cite in rising order: an earlier one
          cannot follow.
        </span>
      </label>
      <ActionButton
        label={`Cite call ${next.callNumber}`}
        tone="primary"
        action={async () => (await chain()).citeCall(dispute, next.callNumber)}
        invalidate={['dispute']}
      />
    </>
  );
}
