import { type ReactNode, useId } from 'react';
import { isAddress } from '../lib/addresses.js';

/** An address that is typed or pasted. */
export function AddressField({
  label,
  value,
  onChange,
  hint,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: ReactNode;
}) {
  const id = useId();
  const wrong = value !== '' && !isAddress(value);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input mono"
        value={value}
        autoComplete="off"
        spellCheck={false}
        placeholder="address, base58"
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <span id={`${id}-hint`} className={wrong ? 'wrong' : 'hint'} aria-live="polite">
        {wrong ? 'That is no address: 32 to 44 characters of base58.' : hint}
      </span>
    </div>
  );
}
