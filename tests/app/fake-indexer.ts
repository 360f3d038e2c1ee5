import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Keypair } from '@solana/web3.js';

/** An indexer that lists what it is told to, as the real one's contract has it; for lists that no chain here has. */
export class FakeIndexer {
  url = '';
  readonly #server: Server;

  constructor(readonly agents: Record<string, unknown>[]) {
    this.#server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
      const answer = this.#answer(url);
      response.writeHead(answer === null ? 404 : 200, { ...headers, 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? { error: { code: 'NotFound', message: 'none' } }));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen({ host: '127.0.0.1', port: 0 }, done));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer(url: URL): object | null {
    if (url.pathname === '/v1/activity') return { items: [], next: null };
    if (url.pathname !== '/v1/agents') return null;
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 20);
    const q = url.searchParams.get('q');
    const found = this.agents.filter(({ handle }) => q === null || String(handle).includes(q));
    const next = from + limit < found.length ? String(from + limit) : null;
    return { items: found.slice(from, from + limit), total: found.length, facets: { tag: [] }, next };
  }
}

/** An agent as the indexer writes it. */
export function listedAs(changes: Record<string, unknown>): Record<string, unknown> {
  return {
    address: Keypair.generate().publicKey.toBase58(),
    handle: 'some-agent',
    name: 'Some agent',
    summary: 'It does something.',
    tags: ['documents'],
    owner: Keypair.generate().publicKey.toBase58(),
    status: 'Active',
    live: true,
    latestVersion: 1,
    price: '10000',
    priceMint: Keypair.generate().publicKey.toBase58(),
    leaseExpiresAt: 2_000_000_000,
    registeredAt: 1_790_000_000,
    stake: '0',
    score: 4_200,
    ratings: 3,
    settled: '120000',
    ...changes,
  };
}
