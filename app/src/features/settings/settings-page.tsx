import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chooseRpc, chosenRpc, config } from '../../data/config.js';
import { indexerState } from '../../data/indexer.js';
import { clockQuery } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { exactTime } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { Badge } from '../../ui/status.js';
import { Protocol } from './protocol.js';
import { chooseTheme, type Theme, theme } from './theme.js';

const THEMES: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** The cluster this page is for, the node it asks, and how it looks. */
export function SettingsPage() {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Settings</h1>
          <p>Kept in this browser alone.</p>
        </div>
      </div>
      <div className="stack-l">
        <Looks />
        <Cluster />
        <Protocol />
        {config().burner && <Burner />}
      </div>
    </>
  );
}

function Looks() {
  const [chosen, setChosen] = useState(theme());
  return (
    <fieldset className="sheet stack">
      <legend className="visually-hidden">Theme</legend>
      <h2>Theme</h2>
      <div className="segmented">
        {(Object.keys(THEMES) as Theme[]).map((name) => (
          <label key={name}>
            <input
              className="visually-hidden"
              type="radio"
              name="theme"
              checked={chosen === name}
              onChange={() => {
                chooseTheme(name);
                setChosen(name);
              }}
            />
            {THEMES[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Cluster() {
  const { cluster, genesisHash, rpcUrls, indexerUrl, gatewayUrl, programs } = config();
  const [rpc, setRpc] = useState(chosenRpc());
  const client = useQueryClient();
  const clock = useQuery(clockQuery);
  const indexer = useStore(indexerState);
  return (
    <section className="sheet stack">
      <h2>Cluster</h2>
      <dl className="facts">
        <dt>Cluster</dt>
        <dd>{cluster === 'localnet' ? 'a local chain' : cluster}</dd>
        <dt>Genesis hash</dt>
        <dd>
          <Address address={genesisHash} picture={false} />
          <div className="small soft">
            The page signs for no other chain, and asks each node for its hash first.
          </div>
        </dd>
        <dt>The chain's clock</dt>
        <dd>{clock.data === undefined ? <span className="skeleton" /> : exactTime(clock.data)}</dd>
        <dt>Indexer</dt>
        <dd>
          {indexerUrl === null ? 'none: everything is read from the chain' : <code>{indexerUrl}</code>}{' '}
          {indexer === 'up' && <Badge tone="settled">answers</Badge>}
          {indexer === 'down' && <Badge tone="risk">does not answer</Badge>}
        </dd>
        <dt>Gateway</dt>
        <dd>{gatewayUrl === null ? 'none: agents cannot be called from here' : <code>{gatewayUrl}</code>}</dd>
        {Object.entries(programs).map(([name, id]) => (
          <div key={name} className="facts-row">
            <dt>Program {name}</dt>
            <dd>
              <Address address={id} picture={false} />
            </dd>
          </div>
        ))}
      </dl>
      <label className="field">
        <span className="label">Node (JSON-RPC)</span>
        <select
          className="input"
          value={rpc}
          onChange={({ target }) => {
            chooseRpc(target.value);
            setRpc(target.value);
            void client.invalidateQueries();
          }}
        >
          {rpcUrls.map((url) => (
            <option key={url}>{url}</option>
          ))}
        </select>
        <span className="hint">
          The server of this page names the nodes that it may talk to. With two, what one tells is checked
          against the other before you sign.
        </span>
      </label>
    </section>
  );
}

function Burner() {
  const habits = useQuery({ queryKey: ['burner'], queryFn: () => import('../../wallet/burner.js') });
  const [habit, setHabit] = useState<string | null>(null);
  if (habits.data === undefined) return null;
  const { HABITS, burnerHabit, setBurnerHabit } = habits.data;
  return (
    <section className="sheet stack">
      <h2>Burners</h2>
      <p className="soft">
        Keys of the local chain's people, offered as wallets. They are worth nothing elsewhere.
      </p>
      <label className="field">
        <span className="label">When asked to sign, a burner</span>
        <select
          className="input"
          value={habit ?? burnerHabit()}
          onChange={({ target }) => {
            setBurnerHabit(target.value as ReturnType<typeof burnerHabit>);
            setHabit(target.value);
          }}
        >
          {Object.entries(HABITS).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
        <span className="hint">
          To see what this page does when a wallet declines, is slow, or cannot be trusted.
        </span>
      </label>
    </section>
  );
}
