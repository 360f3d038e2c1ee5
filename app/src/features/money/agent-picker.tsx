import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { agentQuery, agentsQuery } from '../../data/queries.js';
import { MOST_ALLOWED } from '../../lib/limits.js';
import { cutText, shortAddress } from '../../lib/text.js';
import { Identicon } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { Icon } from '../../ui/icon.js';

/** Results that are listed. */
const MOST = 6;
const ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

/** Chooses agents by search; those chosen are listed, and taken off again. */
export function AgentPicker({
  chosen,
  onChange,
  label = 'Agents that may be paid',
  hint,
}: {
  chosen: string[];
  onChange: (agents: string[]) => void;
  label?: string;
  /** what stands under it while nothing else has to be said */
  hint?: string;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const q = useDeferredValue(text.trim());
  const found = useInfiniteQuery({
    ...agentsQuery({ q, tag: null, live: false, proven: false, sort: 'relevance' }),
    enabled: q !== '',
  });
  const exact = useQuery({ ...agentQuery(q), enabled: ADDRESS.test(q) });
  const listed = exact.data
    ? [{ address: q, name: null, handle: exact.data.handle }]
    : (found.data?.pages[0]?.items ?? []);
  const items = (q === '' ? [] : listed).filter(({ address }) => !chosen.includes(address)).slice(0, MOST);
  const full = chosen.length >= MOST_ALLOWED;
  const add = (address: string) => {
    onChange([...chosen, address]);
    setText('');
    setAt(0);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {chosen.length > 0 && (
        <ul className="chips" aria-label={label}>
          {chosen.map((address) => (
            <li key={address} className="chip">
              <AgentName address={address} link={false} />
              <button
                type="button"
                aria-label={`Take ${shortAddress(address)} off the list`}
                onClick={() => onChange(chosen.filter((entry) => entry !== address))}
              >
                <Icon name="cross" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={`${id}-found`}
        aria-activedescendant={items[at] === undefined ? undefined : `${id}-${at}`}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        placeholder={placeholderOf(chosen.length, hint)}
        disabled={full}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const item = items[at];
          if (event.key === 'Enter') {
            // never opens the mandate from within the search
            event.preventDefault();
            if (item !== undefined) add(item.address);
          }
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length - 1));
          if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
        }}
      />
      <div
        id={`${id}-found`}
        role="listbox"
        aria-label="Agents found"
        className="found"
        hidden={items.length === 0}
      >
        {items.map((agent, index) => (
          <button
            type="button"
            key={agent.address}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="menu-item"
            onClick={() => add(agent.address)}
          >
            <Identicon address={agent.address} />
            <span className="one-line">{cutText(agent.name ?? agent.handle, 60)}</span>
            <span className="faint mono small">{shortAddress(agent.address)}</span>
          </button>
        ))}
      </div>
      <span id={`${id}-hint`} className="hint" aria-live="polite">
        {hintOf({
          hint,
          full,
          nothing: q !== '' && items.length === 0 && !found.isPending,
          count: chosen.length,
        })}
      </span>
    </div>
  );
}

function placeholderOf(count: number, hint: string | undefined): string {
  if (hint !== undefined) return count === 0 ? 'name, tag or address' : 'another one instead';
  return count === 0 ? 'any agent' : 'one more';
}

function hintOf({
  full,
  nothing,
  count,
  hint,
}: {
  full: boolean;
  nothing: boolean;
  count: number;
  hint: string | undefined;
}): string {
  if (full) return `${MOST_ALLOWED} agents are the most that a mandate can name.`;
  if (nothing) return 'No other agent of that name. Try fewer letters.';
  if (hint !== undefined) return hint;
  if (count === 0) return 'Empty: any agent that meets the other limits.';
  return `Only ${count === 1 ? 'this one' : `these ${count}`}; at most ${MOST_ALLOWED}.`;
}
