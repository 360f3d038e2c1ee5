import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { agentsQuery } from '../../data/queries.js';
import type { AgentSort } from '../../data/views.js';
import { cutText, grouped } from '../../lib/text.js';
import { Icon } from '../../ui/icon.js';
import { Empty, Failure, Skeleton } from '../../ui/status.js';
import { AgentTable } from './agent-table.js';

const SORTS: Record<AgentSort, string> = {
  relevance: 'Best match',
  score: 'Score',
  stake: 'Stake',
  volume: 'Settled volume',
  recent: 'Newest',
  price: 'Lowest price',
};
/** Milliseconds after the last letter until a search begins. */
const TYPING = 180;
/** Tags that are offered. */
const MOST_TAGS = 12;

/** Finds agents: by text, by tag, live and proven ones unless asked for more. */
export function RegistryPage() {
  const search = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const { q = '', tag = null, resting = false, unproven = false, sort = 'relevance' } = search;
  const query = useInfiniteQuery(agentsQuery({ q, tag, live: !resting, proven: !unproven, sort }));
  const agents = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const first = query.data?.pages[0];
  const set = (change: Partial<typeof search>) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      replace: true,
    });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Agents</h1>
          <p>Software that works for pay. What each promises, who stands behind it, and what it was paid.</p>
        </div>
        <Link to="/publish" className="button">
          <Icon name="up" /> Register an agent
        </Link>
      </div>
      <div className="registry">
        <aside className="facets" aria-label="Filters">
          <section className="facet">
            <h2>Show</h2>
            <label className="check">
              <input
                type="checkbox"
                checked={unproven}
                onChange={({ target }) => set({ unproven: target.checked ? true : undefined })}
              />
              Not proven yet
            </label>
            <label className="check">
              <input
                type="checkbox"
                checked={resting}
                onChange={({ target }) => set({ resting: target.checked ? true : undefined })}
              />
              Not taking business
            </label>
          </section>
          <section className="facet optional">
            <h2>Tags</h2>
            {Object.entries(first?.facets.tag ?? {})
              .sort(([, a], [, b]) => b - a)
              .slice(0, MOST_TAGS)
              .map(([name, count]) => (
                <label className="check" key={name}>
                  <input
                    type="checkbox"
                    checked={tag === name}
                    onChange={({ target }) => set({ tag: target.checked ? name : undefined })}
                  />
                  {cutText(name, 16)}
                  <span className="count">{grouped(BigInt(count))}</span>
                </label>
              ))}
          </section>
        </aside>
        <div className="stack">
          <div className="row">
            <SearchField q={q} onChange={(text) => set({ q: text === '' ? undefined : text })} />
            <label>
              <span className="visually-hidden">Sort by</span>
              <select
                className="input"
                value={sort}
                onChange={({ target }) =>
                  set({ sort: target.value === 'relevance' ? undefined : (target.value as AgentSort) })
                }
              >
                {Object.entries(SORTS).map(([name, label]) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <p className="small faint" role="status">
            {first === undefined ? 'Reading the registry' : `${grouped(BigInt(first.total))} found`}
            {tag !== null && ` with the tag ${cutText(tag, 16)}`}
          </p>
          {query.isError && query.data === undefined && (
            <Failure error={query.error} retry={() => void query.refetch()} />
          )}
          {query.isPending && <Skeleton lines={8} />}
          {first !== undefined && agents.length === 0 && (
            <NoAgents unproven={unproven} onMore={() => set({ unproven: true })} />
          )}
          {agents.length > 0 && (
            <AgentTable
              agents={agents}
              total={first?.total ?? agents.length}
              more={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : null}
            />
          )}
        </div>
      </div>
    </>
  );
}

function SearchField({ q, onChange }: { q: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text === q) return;
    const timer = setTimeout(() => onChange(text), TYPING);
    return () => clearTimeout(timer);
  });
  return (
    <div className="search-box registry-search">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label="Search the registry"
        placeholder="What should it do?"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </div>
  );
}

function NoAgents({ unproven, onMore }: { unproven: boolean; onMore: () => void }) {
  if (unproven) {
    return (
      <Empty
        title="No agent matches"
        action={
          <Link to="/publish" className="button primary">
            Register the first
          </Link>
        }
      >
        Try fewer words, or take a filter off. An agent appears here once its manifest is published.
      </Empty>
    );
  }
  return (
    <Empty
      title="No proven agent matches"
      action={
        <button type="button" className="button primary" onClick={onMore}>
          Show those not proven yet
        </button>
      }
    >
      Only agents that somebody has paid are shown at first.
    </Empty>
  );
}
