import { type IndexerOptions, startIndexer } from '@agent-labs/indexer';
import type { ReceiptWorld } from './receipt-world';

const SECRET = 'webhook-secret-of-these-tests';

/** Longer than any test, milliseconds: tests say when something is looked for. */
const QUIET = 86_400_000;

/** An indexer over a world's chain, and what tests ask of it. */
export class Indexed {
  private constructor(readonly running: Awaited<ReturnType<typeof startIndexer>>) {}

  static async start({ localnet }: ReceiptWorld, options: Partial<IndexerOptions> = {}): Promise<Indexed> {
    const { rpcUrl, deployment } = localnet;
    return new Indexed(
      await startIndexer({
        rpcUrl,
        deployment,
        webhookSecret: SECRET,
        port: 0,
        backfillEvery: QUIET,
        reconcileEvery: QUIET,
        catchUpAtStart: false,
        ...options,
      }),
    );
  }

  get url(): string {
    return this.running.url;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  /** Delivers as a webhook would, and waits until it is folded. */
  async deliver(transactions: object[]): Promise<void> {
    const response = await fetch(`${this.url}/webhooks/helius`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: SECRET },
      body: JSON.stringify(transactions),
    });
    if (response.status !== 200) throw new Error(`webhook: ${response.status} ${await response.text()}`);
    await this.running.settled();
  }

  /** Empties every table. */
  async forget(): Promise<void> {
    const { database } = this.running;
    const tables = await database.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
    );
    await database.query(`TRUNCATE ${tables.map(({ tablename }) => tablename).join(', ')}`);
  }

  /** JSON-RPC. @returns the answer, an error too */
  async call(method: string, params?: unknown, path = '/'): Promise<Answer> {
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 'test',
      method,
      ...(params !== undefined && { params }),
    });
    return this.post(body, path);
  }

  async post(body: string, path = '/', contentType = 'application/json'): Promise<Answer> {
    const headers = { 'content-type': contentType };
    const response = await fetch(`${this.url}${path}`, { method: 'POST', headers, body });
    return (await response.json()) as Answer;
  }

  /** The result of a call that succeeds. */
  async result<T>(method: string, params?: unknown, path = '/'): Promise<T> {
    const { result, error } = await this.call(method, params, path);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  async get(path: string): Promise<{ status: number; type: string; body: unknown; text: string }> {
    const response = await fetch(`${this.url}${path}`);
    const [text, type] = [await response.text(), response.headers.get('content-type') ?? ''];
    return {
      status: response.status,
      type,
      text,
      body: type.startsWith('application/json') ? JSON.parse(text) : null,
    };
  }
}

export interface Answer {
  id: unknown;
  result?: unknown;
  error?: { code: number; message: string; data: { name: string } };
}

export interface DasProof {
  root: string;
  proof: string[];
  node_index: number;
  leaf: string;
  tree_id: string;
}

export interface DasList {
  total: number;
  limit: number;
  page?: number;
  cursor?: string;
  grand_total?: number;
  items: { id: string }[];
}
