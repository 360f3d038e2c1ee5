import { useId } from 'react';
import { chainClock } from '../../data/clock.js';

const DAY = 86_400n;
const DAYS = ['1', '7', '30', '90', '365'];

/** How long a mandate is good for, as a person chose it: days from now, or a point in time of their own. */
export interface TypedExpiry {
  days: string | null;
  /** as the browser gives it, in the reader's zone */
  at: string;
}

export const A_MONTH: TypedExpiry = { days: '30', at: '' };

/** null while no time in the future was chosen. */
export function expiryOf({ days, at }: TypedExpiry): { after: bigint } | { at: bigint } | null {
  if (days !== null) return { after: BigInt(days) * DAY };
  const seconds = Math.floor(new Date(at).getTime() / 1_000);
  return Number.isFinite(seconds) && seconds > chainClock() ? { at: BigInt(seconds) } : null;
}

export function ExpiryField({
  typed,
  onChange,
}: {
  typed: TypedExpiry;
  onChange: (typed: TypedExpiry) => void;
}) {
  const id = useId();
  const wrong = expiryOf(typed) === null;
  return (
    <div className="stack">
      <label className="field">
        <span className="label">Good for</span>
        <select
          className="input"
          value={typed.days ?? 'until'}
          onChange={({ target }) =>
            onChange({ ...typed, days: target.value === 'until' ? null : target.value })
          }
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {count === '1' ? 'a day' : count === '365' ? 'a year' : `${count} days`}
            </option>
          ))}
          <option value="until">until a time of your own</option>
        </select>
      </label>
      {typed.days === null && (
        <div className="field">
          <label htmlFor={id}>Until</label>
          <input
            id={id}
            className="input"
            type="datetime-local"
            value={typed.at}
            aria-invalid={wrong}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => onChange({ ...typed, at: target.value })}
          />
          <span id={`${id}-hint`} className={wrong ? 'wrong' : 'hint'} aria-live="polite">
            {wrong ? 'Choose a time that is still to come.' : 'In your time zone.'}
          </span>
        </div>
      )}
    </div>
  );
}
