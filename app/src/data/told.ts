import { config } from './config.js';
import { askIndexer } from './indexer.js';
import type { ActivityRow, AgentPage, AgentRow, AgentSearch } from './views.js';

/** An agent as the indexer writes it; what pages do not show is left out here. */
interface ToldAgent {
  address: string;
  handle: string;
  name: string | null;
  summary: string | null;
  tags: string[];
  owner: string;
  status: string;
  live: boolean;
  latestVersion: number;
  price: string;
  priceMint: string;
  leaseExpiresAt: number;
  registeredAt: number;
  stake: string;
  score: number | null;
  ratings: number;
  settled: string;
}

interface ToldPage {
  items: ToldAgent[];
  total: number;
  facets: Record<string, { value: string; count: number }[]>;
  next: string | null;
}

interface ToldVersion {
  manifestHash: string;
  manifest?: unknown;
}

interface ToldEvent {
  id: string;
  signature: string;
  slot: number;
  blockTime: number | null;
  program: string;
  kind: string;
  data: Record<string, unknown>;
}

/** Agents of a page. */
const PAGE = '100';
const ROWS = '50';
const RECEIPTS = 20;
/** What the indexer keeps for proofs, and nobody has done. */
const PLUMBING = ['receiptTree', 'treeChanged'];

/** Whom credits were minted to, who burned them, who may mint them. */
const OF_CREDITS = ['wallet', 'holder', 'issuer'];
/** Who signed off or ended a request; who answered a rating. */
const OF_SAYING = ['approver', 'closedBy', 'responder'];

/** What the indexer tells, in the form that pages show. All throw IndexerDown and IndexerRefused. */
export const told = {
  async agents(search: AgentSearch, cursor: string | null): Promise<AgentPage> {
    const page = await askIndexer<ToldPage>('/v1/agents', {
      limit: PAGE,
      ...(search.q !== '' && { q: search.q }),
      ...(search.tag !== null && { tag: search.tag }),
      ...(search.live && { live: 'true' }),
      ...(search.proven && { proven: 'true' }),
      ...(search.sort !== 'relevance' && { sort: search.sort }),
      ...(cursor !== null && { cursor }),
    });
    if (page === null) return { items: [], total: 0, facets: {}, next: null };
    const facets = Object.entries(page.facets).map(([name, counts]) => [
      name,
      Object.fromEntries(counts.map(({ value, count }) => [value, count])),
    ]);
    return {
      items: page.items.map(agentRow),
      total: page.total,
      facets: Object.fromEntries(facets),
      next: page.next,
    };
  },

  async activity(address: string | null, kind: 'agent' | 'mandate'): Promise<ActivityRow[]> {
    const parameters = { limit: ROWS, ...(address !== null && { [kind]: address }) };
    const page = await askIndexer<{ items: ToldEvent[] }>('/v1/activity', parameters);
    return (page?.items ?? []).filter(({ kind }) => !PLUMBING.includes(kind)).map(activityRow);
  },

  /** A manifest by its hash, of the indexer, else of the gateway; not checked yet. */
  async manifest(address: string, hash: string): Promise<unknown> {
    if (config().indexerUrl !== null) {
      const page = await askIndexer<{ versions: ToldVersion[]; manifest: unknown }>(`/v1/agents/${address}`);
      const [latest] = page?.versions ?? [];
      if (latest?.manifestHash === hash && page?.manifest) return page.manifest;
      const version = page?.versions.find(({ manifestHash }) => manifestHash === hash);
      if (version?.manifest) return version.manifest;
    }
    return null;
  },

  /** Ids of the receipts that an agent has, the newest first. */
  async receiptIds(agent: string): Promise<string[]> {
    const answer = await askIndexer<{ result?: { items: { id: string }[] } }>(
      '/',
      {},
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'getAssetsByOwner',
        params: { ownerAddress: agent, limit: RECEIPTS, page: 1 },
      },
    );
    return (answer?.result?.items ?? []).map(({ id }) => id);
  },

  /** A receipt with its proof; null where it is not there, or its proof not yet. */
  async receipt(asset: string): Promise<unknown> {
    const answer = await askIndexer<{ receipt: unknown }>(`/v1/receipts/${asset}`);
    return answer?.receipt ?? null;
  },
};

/** The manifest that a gateway relays for; it has checked it, and so does this page. */
export async function gatewayManifest(address: string): Promise<unknown> {
  const { gatewayUrl } = config();
  if (gatewayUrl === null) return null;
  const response = await fetch(`${gatewayUrl}/v1/agents/${address}`, { signal: AbortSignal.timeout(8_000) });
  if (!response.ok) return null;
  return ((await response.json()) as { manifest?: unknown }).manifest ?? null;
}

function agentRow(agent: ToldAgent): AgentRow {
  const { address, handle, name, summary, tags, owner, status, live, leaseExpiresAt, registeredAt } = agent;
  return {
    ...{ address, handle, name, summary, tags, owner, status, live, leaseExpiresAt, registeredAt },
    version: agent.latestVersion,
    price: BigInt(agent.price),
    mint: agent.priceMint,
    stake: BigInt(agent.stake),
    score: agent.score === null ? null : { mean: agent.score, ratings: agent.ratings },
    settled: BigInt(agent.settled),
  };
}

function activityRow({ id, signature, slot, blockTime, program, kind, data }: ToldEvent): ActivityRow {
  // a rating tells all of itself among its facts
  const told = { ...data, ...(data.facts as Record<string, unknown> | undefined) };
  const text = (...names: string[]): string | null => {
    for (const name of names) {
      const value = told[name];
      if (typeof value === 'string') return value;
    }
    return null;
  };
  const amount = text(
    'net',
    'amount',
    'deposited',
    'withdrawn',
    'cumulative',
    'allotted',
    'returned',
    'paid',
    'newPrice',
  );
  return {
    key: id,
    signature,
    program,
    kind,
    slot,
    time: blockTime,
    agent: text('agent'),
    mandate: text('mandate'),
    channel: text('channel'),
    wallet: text(
      'payer',
      'staker',
      'owner',
      'creator',
      'newOwner',
      'payoutOwner',
      'publisher',
      ...OF_CREDITS,
      ...OF_SAYING,
      // elsewhere the subject is no wallet
      ...(program === 'consent' ? ['subject'] : []),
    ),
    amount: amount !== null && /^\d+$/.test(amount) ? BigInt(amount) : null,
    mint: text('mint', 'newPriceMint'),
    calls: typeof data.calls === 'number' ? data.calls : null,
  };
}
