import { DAY, MONTH } from '../../lib/lock-form.js';
import { span } from '../../lib/time.js';

const NAMES: Record<number, string> = {
  0: 'not at all',
  3600: 'an hour',
  [DAY]: 'a day',
  [7 * DAY]: 'a week',
  [30 * DAY]: '30 days',
  [MONTH]: 'a month',
  [3 * MONTH]: '3 months',
  [6 * MONTH]: '6 months',
  [12 * MONTH]: 'a year',
  [24 * MONTH]: '2 years',
  [48 * MONTH]: '4 years',
};

export const nameOf = (seconds: number): string => NAMES[seconds] ?? span(seconds);

/** Chooses a span of time, seconds. */
export function SpanField({
  label,
  hint,
  spans,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  spans: number[];
  value: number;
  onChange: (seconds: number) => void;
}) {
  const shown = spans.includes(value) ? spans : [...spans, value].sort((a, b) => a - b);
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="input" value={value} onChange={({ target }) => onChange(Number(target.value))}>
        {shown.map((seconds) => (
          <option key={seconds} value={seconds}>
            {nameOf(seconds)}
          </option>
        ))}
      </select>
      {hint !== undefined && <span className="hint">{hint}</span>}
    </label>
  );
}
