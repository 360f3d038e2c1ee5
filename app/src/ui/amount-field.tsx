import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { mintName } from '../data/config.js';
import { tokenQuery } from '../data/queries.js';
import { AmountInvalid, baseUnits } from '../lib/amounts.js';

/** What is wrong with a typed amount; null where nothing is. */
function problem(text: string, decimals: number): string | null {
  try {
    baseUnits(text, decimals);
    return null;
  } catch (error) {
    if (error instanceof AmountInvalid) return error.message;
    throw error;
  }
}

export const parsed = baseUnits;

/** null for an empty field. @throws AmountInvalid */
export function parsedOrNull(text: string, decimals: number): bigint | null {
  return text.trim() === '' ? null : baseUnits(text, decimals);
}

/** null for what is empty or cannot be read: its field says what is wrong. */
export function amountIn(text: string, decimals: number): bigint | null {
  try {
    return parsedOrNull(text, decimals);
  } catch (error) {
    if (error instanceof AmountInvalid) return null;
    throw error;
  }
}

/** An amount with its unit. */
export function AmountField({
  label,
  value,
  mint,
  decimals,
  onChange,
  hint,
  placeholder,
}: {
  label: string;
  value: string;
  mint: string;
  decimals: number;
  onChange: (text: string) => void;
  hint?: ReactNode;
  /** what an empty field means */
  placeholder?: string;
}) {
  const id = useId();
  const token = useQuery(tokenQuery(mint));
  const wrong = value === '' ? null : problem(value, decimals);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="with-unit">
        <input
          id={id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          value={value}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        />
        <span className="unit">{token.data?.symbol || mintName(mint)}</span>
      </div>
      <span id={`${id}-hint`} className={wrong === null ? 'hint' : 'wrong'} aria-live="polite">
        {wrong ?? hint}
      </span>
    </div>
  );
}
