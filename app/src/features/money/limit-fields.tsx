import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { stakeMint } from '../../data/config.js';
import { tokenQuery } from '../../data/queries.js';
import { attestorProblem, listProblem } from '../../lib/approvers.js';
import { milliStars, ScoreInvalid } from '../../lib/limits.js';
import { AmountField } from '../../ui/amount-field.js';
import { TextField } from '../../ui/text-field.js';
import { AgentPicker } from './agent-picker.js';
import { SaveList } from './allow-list.js';

/** Limits of whom a mandate pays, as a person typed them. */
export interface TypedPayees {
  allowList: string[];
  /** a longer list, pasted */
  listed: string;
  attestor: string;
  minStake: string;
  minScore: string;
}

export const ANYBODY: TypedPayees = { allowList: [], listed: '', attestor: '', minStake: '', minScore: '' };

/** Whom the mandate may pay: named agents, and what must stand behind each when money is allotted to it. */
export function PayeeFields({
  typed,
  onChange,
}: {
  typed: TypedPayees;
  onChange: (typed: TypedPayees) => void;
}) {
  const staked = stakeMint();
  const stakeToken = useQuery(tokenQuery(staked));
  return (
    <details className="more">
      <summary>Whom it may pay</summary>
      <div className="stack">
        <AgentPicker chosen={typed.allowList} onChange={(allowList) => onChange({ ...typed, allowList })} />
        {staked !== null && stakeToken.data && (
          <AmountField
            label="Stake behind an agent, at least"
            value={typed.minStake}
            mint={staked}
            decimals={stakeToken.data.decimals}
            placeholder="what the protocol asks for"
            onChange={(minStake) => onChange({ ...typed, minStake })}
            hint="What its owner and its backers lose if it does not deliver."
          />
        )}
        <ScoreField value={typed.minScore} onChange={(minScore) => onChange({ ...typed, minScore })} />
        <TextField
          label="Or a longer list of agents"
          value={typed.listed}
          onChange={(listed) => onChange({ ...typed, listed })}
          lines={3}
          mono
          placeholder="addresses, one a line"
          wrong={listProblem(typed.listed, typed.allowList.length)}
          hint="The chain keeps one hash of it. This browser keeps the list; save it, too: nobody can pay without it."
        />
        <SaveList listed={typed.listed} />
        <TextField
          label="Attestor of owners"
          value={typed.attestor}
          onChange={(attestor) => onChange({ ...typed, attestor })}
          mono
          placeholder="nobody has to vouch"
          wrong={attestorProblem(typed.attestor)}
          hint="A wallet that must vouch for the present owner of an agent before money is allotted to it."
        />
      </div>
    </details>
  );
}

function ScoreField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const id = useId();
  const wrong = problem(value);
  return (
    <div className="field">
      <label htmlFor={id}>Score of an agent, at least</label>
      <div className="with-unit">
        <input
          id={id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          placeholder="any, also none yet"
          value={value}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        />
        <span className="unit">of 5</span>
      </div>
      <span id={`${id}-hint`} className={wrong === null ? 'hint' : 'wrong'} aria-live="polite">
        {wrong ?? 'What those who paid it say. With a limit, an agent that nobody has rated is not paid.'}
      </span>
    </div>
  );
}

function problem(text: string): string | null {
  try {
    milliStars(text);
    return null;
  } catch (error) {
    if (error instanceof ScoreInvalid) return error.message;
    throw error;
  }
}
