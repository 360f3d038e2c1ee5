import type { AgentPage, AgentRow, AgentSearch } from './views.js';

/** Searches agents in this browser, as the indexer would: for when it is away. */
export function searchAgents(agents: AgentRow[], search: AgentSearch): AgentPage {
  const words = search.q.toLowerCase().split(/\s+/).filter(Boolean);
  const asked = agents.filter((agent) => {
    if (search.live && !agent.live) return false;
    if (search.proven && !isProven(agent)) return false;
    const text = [agent.handle, agent.name ?? '', agent.summary ?? '', agent.address, ...agent.tags]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const tags: Record<string, number> = {};
  for (const tag of asked.flatMap((agent) => agent.tags)) tags[tag] = (tags[tag] ?? 0) + 1;
  const items = asked.filter(({ tags: own }) => search.tag === null || own.includes(search.tag));
  return { items: sorted(items, search.sort), total: items.length, facets: { tag: tags }, next: null };
}

/** Somebody has paid for its work: what a newcomer lacks. */
function isProven({ settled }: AgentRow): boolean {
  return (settled ?? 0n) > 0n;
}

function sorted(agents: AgentRow[], sort: AgentSearch['sort']): AgentRow[] {
  const by: Record<AgentSearch['sort'], (a: AgentRow, b: AgentRow) => number> = {
    relevance: (a, b) => compare(b.settled ?? 0n, a.settled ?? 0n) || b.registeredAt - a.registeredAt,
    score: (a, b) => (b.score?.mean ?? 0) - (a.score?.mean ?? 0),
    stake: (a, b) => compare(b.stake ?? 0n, a.stake ?? 0n),
    volume: (a, b) => compare(b.settled ?? 0n, a.settled ?? 0n),
    recent: (a, b) => b.registeredAt - a.registeredAt,
    price: (a, b) => compare(a.price, b.price),
  };
  return [...agents].sort((a, b) => by[sort](a, b) || a.handle.localeCompare(b.handle));
}

function compare(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
