import { TextField } from '../../ui/text-field.js';

/** Versions that the chain counts. */
const MOST = 2 ** 32 - 1;

interface Terms {
  terms: string;
  version: number;
}

/** To what exactly somebody consents, and which version of it. */
export function TermsFields({
  terms,
  version,
  least = 1,
  onChange,
}: Terms & { least?: number; onChange: (terms: Terms) => void }) {
  return (
    <>
      <TextField
        label="Terms"
        value={terms}
        onChange={(text) => onChange({ terms: text, version })}
        lines={4}
        hint="The words you agree to. They stay in this browser; a hash that nobody can guess goes on the chain."
      />
      <label className="field">
        <span className="label">Version of the terms</span>
        <input
          className="input"
          type="number"
          min={least}
          max={MOST}
          value={version}
          onChange={({ target }) => {
            const typed = Math.trunc(Number(target.value));
            onChange({ terms, version: Math.min(MOST, Math.max(least, typed)) });
          }}
        />
      </label>
    </>
  );
}
