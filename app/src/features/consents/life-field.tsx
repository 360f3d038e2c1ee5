const DAYS = [1, 30, 90, 365, 1_095];

/** Until when a consent counts. */
export function LifeField({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <label className="field">
      <span className="label">For how long</span>
      <select className="input" value={days} onChange={({ target }) => onChange(Number(target.value))}>
        {DAYS.map((count) => (
          <option key={count} value={count}>
            {count === 1 ? 'a day' : `${count} days`}
          </option>
        ))}
      </select>
      <span className="hint">You can take it back at any moment before.</span>
    </label>
  );
}
