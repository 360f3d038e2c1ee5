import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import { agentsQuery } from '../data/queries.js';
import { cutText, shortAddress } from '../lib/text.js';
import { Identicon } from '../ui/address.js';
import { Dialog } from '../ui/dialog.js';
import { Icon } from '../ui/icon.js';

/** Results that are listed. */
const MOST = 7;
const ADDRESS = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

/** Finds agents from everywhere: a button in the bar, Ctrl+K on every page. */
export function Search() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <div className="top-search">
      <button
        type="button"
        className="search-button"
        onClick={() => setOpen(true)}
        aria-label="Search agents"
      >
        <Icon name="search" />
        <span>Search agents</span>
        <kbd>Ctrl K</kbd>
      </button>
      {open && <SearchDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function SearchDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const q = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const found = useInfiniteQuery(
    agentsQuery({ q, tag: null, live: false, proven: false, sort: 'relevance' }),
  );
  const items = (found.data?.pages[0]?.items ?? []).slice(0, MOST);
  const go = (address: string) => {
    onClose();
    void navigate({ to: '/agents/$address', params: { address } });
  };
  const enter = () => {
    const item = items[at];
    if (ADDRESS.test(q)) go(q);
    else if (item !== undefined) go(item.address);
  };
  return (
    <Dialog title="Search agents" onClose={onClose}>
      <div className="dialog-head">
        <div className="search-box">
          <Icon name="search" />
          <input
            className="input"
            role="combobox"
            aria-expanded={items.length > 0}
            aria-controls="found-agents"
            aria-activedescendant={items[at] === undefined ? undefined : `found-${at}`}
            aria-label="Name, handle, tag or address of an agent"
            placeholder="Name, handle, tag or address"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') enter();
              if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length - 1));
              if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') event.preventDefault();
            }}
          />
        </div>
        <button type="button" className="button quiet" onClick={onClose}>
          Close
        </button>
      </div>
      <div className="dialog-body">
        <div id="found-agents" role="listbox" aria-label="Agents">
          {items.map((agent, index) => (
            <button
              type="button"
              key={agent.address}
              id={`found-${index}`}
              role="option"
              aria-selected={index === at}
              className="menu-item"
              onClick={() => go(agent.address)}
            >
              <Identicon address={agent.address} />
              <span className="one-line">{cutText(agent.name ?? agent.handle, 60)}</span>
              <span className="faint mono small">{shortAddress(agent.address)}</span>
            </button>
          ))}
        </div>
        {items.length === 0 && !found.isPending && (
          <p className="soft">
            {ADDRESS.test(q) ? 'Enter opens this address.' : 'No agent of that name. Try fewer letters.'}
          </p>
        )}
      </div>
    </Dialog>
  );
}
