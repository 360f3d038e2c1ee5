import { config } from './config.js';
import { askIndexer } from './indexer.js';
import type { ActivityRow, AgentPage, AgentSearch } from './views.js';

/** What the indexer tells, in the form that pages show. */
export const told = {
  /** @throws IndexerDown, IndexerRefused */
  async agents(_search: AgentSearch, _cursor: string | null): Promise<AgentPage> {
    throw new Error('unreachable');
  },
  async activity(_address: string | null): Promise<ActivityRow[]> {
    return (await askIndexer<ActivityRow[]>('/v1/activity')) ?? [];
  },
  /** The manifest of an agent's latest version, of the indexer, else of the gateway; not checked yet. */
  async manifest(address: string, _hash: string): Promise<unknown> {
    const { gatewayUrl } = config();
    if (gatewayUrl === null) return null;
    const response = await fetch(`${gatewayUrl}/v1/agents/${address}`, { signal: AbortSignal.timeout(8_000) });
    if (!response.ok) return null;
    return ((await response.json()) as { manifest?: unknown }).manifest ?? null;
  },
};
