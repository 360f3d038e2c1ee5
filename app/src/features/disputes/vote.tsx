import { useId, useState } from 'react';
import type { DisputeView } from '../../data/dispute-views.js';
import { chain } from '../../data/queries.js';
import { lossOf } from '../../lib/dispute.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { percent } from './words.js';

/** A vote: how much of the claim the claimant should get. */
export function Vote({ dispute }: { dispute: DisputeView }) {
  const id = useId();
  const [text, setText] = useState('');
  const bps = bpsOf(text);
  const wrong = text !== '' && bps === null;
  return (
    <>
      <div className="field">
        <label htmlFor={id}>Award to the claimant</label>
        <div className="with-unit">
          <input
            id={id}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            aria-invalid={wrong}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setText(target.value)}
          />
          <span className="unit">% of the claim</span>
        </div>
        <span id={`${id}-hint`} className={wrong ? 'wrong' : 'hint'} aria-live="polite">
          {wrong && 'From 0 to 100, with two decimals at most.'}
          {bps !== null && (
            <>
              Comes to <Amount amount={lossOf(dispute, bps)} mint={dispute.mint} />
              {dispute.kind === 'Channel' &&
                dispute.citedCalls === 0 &&
                ': no call is cited, so nothing can be lost'}
            </>
          )}
        </span>
      </div>
      <ActionButton
        label={bps === null ? 'Cast your vote' : `Vote for ${percent(bps)}`}
        tone="primary"
        disabled={bps === null}
        why={bps === null ? 'Say how much the claimant should get.' : undefined}
        action={async () => (await chain()).castVote(dispute, bps ?? 0)}
        invalidate={['dispute']}
      />
      <p className="small soft">
        You earn <Amount amount={dispute.arbiterFee} mint={dispute.stakeMint} /> with your vote. It cannot be
        changed.
      </p>
    </>
  );
}

/** Basis points of a percentage that a person typed; null for what is none. */
export function bpsOf(text: string): number | null {
  const [, whole, rest = ''] = /^\s*(\d{1,3})(?:\.(\d{0,2}))?\s*%?\s*$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const bps = Number(whole) * 100 + Number(rest.padEnd(2, '0') || 0);
  return bps <= 10_000 ? bps : null;
}
