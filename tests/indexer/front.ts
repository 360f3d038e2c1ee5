import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Item } from './support';

interface Call {
  id: unknown;
  method: string;
  params: Item[];
}

/** A node's JSON-RPC behind a front that may lie, forget, or fail. */
export class Front {
  /** Changes an answer; gets the node's own. */
  change: (call: Call, result: Item) => Item = (_, result) => result;
  /** Fails instead, as often as it says so: an HTTP status, or null to answer. */
  fail: (call: Call) => number | null = () => null;
  readonly calls = new Map<string, number>();
  readonly #server: Server;

  private constructor(node: string) {
    this.#server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const body = Buffer.concat(parts).toString();
      const call = JSON.parse(body) as Call;
      this.calls.set(call.method, (this.calls.get(call.method) ?? 0) + 1);
      const status = this.fail(call);
      if (status !== null) return response.writeHead(status).end('no');
      const answer = await fetch(node, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const told = (await answer.json()) as Item;
      if ('result' in told) told.result = this.change(call, told.result);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
    });
  }

  static async before(node: string): Promise<Front> {
    const front = new Front(node);
    await new Promise<void>((done) => front.#server.listen({ host: '127.0.0.1', port: 0 }, done));
    return front;
  }

  /** Lists no transactions, so that an indexer has only what was delivered. */
  static async withoutHistory(node: string): Promise<Front> {
    const front = await Front.before(node);
    front.change = ({ method }, result) => (method === 'getSignaturesForAddress' ? [] : result);
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
