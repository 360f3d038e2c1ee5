import type { LockSideName } from '../../lib/lock.js';

const NAMES: Record<LockSideName, string> = {
  Nobody: 'nobody',
  Creator: 'you',
  Recipient: 'the recipient',
  Either: 'both, each alone',
};

/** Which side may do something, with what that means in a line. */
export function SideField({
  label,
  about,
  value,
  onChange,
}: {
  label: string;
  about: Record<LockSideName, string>;
  value: LockSideName;
  onChange: (side: LockSideName) => void;
}) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select
        className="input"
        value={value}
        onChange={({ target }) => onChange(target.value as LockSideName)}
      >
        {(Object.keys(NAMES) as LockSideName[]).map((side) => (
          <option key={side} value={side}>
            {NAMES[side]}
          </option>
        ))}
      </select>
      <span className="hint">{about[value]}</span>
    </label>
  );
}
