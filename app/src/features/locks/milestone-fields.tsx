import { useState } from 'react';
import type { TypedSchedule } from '../../lib/lock-form.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { Icon } from '../../ui/icon.js';

/** Most that the chain keeps of one lock. */
const MOST = 8;

/** Amounts of milestones, one after another; their sum is what is locked. */
export function MilestoneFields({
  typed: { milestones, inOrder },
  mint,
  decimals,
  onChange,
}: {
  typed: Pick<TypedSchedule, 'milestones' | 'inOrder'>;
  mint: string;
  decimals: number;
  onChange: (change: Partial<TypedSchedule>) => void;
}) {
  const [text, setText] = useState('');
  const amount = amountIn(text, decimals);
  const full = milestones.length >= MOST;
  return (
    <div className="stack">
      {milestones.length > 0 && (
        <ol className="chips" aria-label="Milestones">
          {milestones.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a milestone is its place
            <li key={at} className="chip">
              {at + 1}. <Amount amount={each} mint={mint} />
              <button
                type="button"
                aria-label={`Take milestone ${at + 1} off`}
                onClick={() => onChange({ milestones: milestones.filter((_, other) => other !== at) })}
              >
                <Icon name="cross" size={12} />
              </button>
            </li>
          ))}
        </ol>
      )}
      <div className="row end">
        <AmountField
          label={`Milestone ${milestones.length + 1} releases`}
          value={text}
          mint={mint}
          decimals={decimals}
          onChange={setText}
          hint={full ? 'Eight are the most.' : 'Add each; together they are what is locked.'}
        />
        <button
          type="button"
          className="button compact"
          disabled={amount === null || full}
          onClick={() => {
            onChange({ milestones: [...milestones, amount ?? 0n] });
            setText('');
          }}
        >
          Add milestone
        </button>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={inOrder}
          onChange={({ target }) => onChange({ inOrder: target.checked })}
        />
        In this order alone
      </label>
    </div>
  );
}
