import { type ReactNode, useId } from 'react';

/** One line or several of text, with what is wrong with it. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  wrong = null,
  placeholder,
  lines = 1,
  mono = false,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  hint?: ReactNode;
  wrong?: string | null;
  placeholder?: string;
  lines?: number;
  mono?: boolean;
}) {
  const id = useId();
  const common = {
    id,
    className: mono ? 'input mono' : 'input',
    autoComplete: 'off',
    spellCheck: !mono,
    placeholder,
    value,
    'aria-invalid': wrong !== null,
    'aria-describedby': `${id}-hint`,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines > 1 ? (
        <textarea {...common} rows={lines} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...common} onChange={({ target }) => onChange(target.value)} />
      )}
      <span id={`${id}-hint`} className={wrong === null ? 'hint' : 'wrong'} aria-live="polite">
        {wrong ?? hint}
      </span>
    </div>
  );
}
