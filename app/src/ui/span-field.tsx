import { span } from '../lib/time.js';

/** Chooses a span of time, seconds. */
export function SpanField({
  label,
  hint,
  spans,
  value,
  onChange,
  nameOf = span,
}: {
  label: string;
  hint?: string;
  spans: number[];
  value: number;
  onChange: (seconds: number) => void;
  nameOf?: (seconds: number) => string;
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
