import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it came in, and what the real node would say. */
export interface Call {
  method: string;
  params: unknown[];
  /** Asks the real node. */
  truth(): Promise<unknown>;
}

/** Answers instead of the real node where it returns something but undefined; throwing breaks the connection. */
export type Lie = (call: Call) => unknown;

/** A node between a client and a real one, which lies as it is told. */
export class FakeRpc {
  url = '';
  lie: Lie | null = null;
  readonly calls: { method: string; params: unknown[] }[] = [];
  readonly #server: Server;

  private constructor(readonly target: string) {
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      const { id, method, params } = JSON.parse(text) as { id: unknown; method: string; params: unknown[] };
      this.calls.push({ method, params });
      const real = async () => (await fetch(this.target, { method: 'POST', body: text })).text();
      const truth = async () => (JSON.parse(await real()) as { result: unknown }).result;
      try {
        const lied = await this.lie?.({ method, params, truth });
        const answer =
          lied === undefined ? await real() : JSON.stringify({ jsonrpc: '2.0', id, result: lied });
        response.setHeader('content-type', 'application/json');
        response.end(answer);
      } catch {
        // a node that breaks off
        request.socket.destroy();
      }
    });
  }

  static async start(target: string): Promise<FakeRpc> {
    const rpc = new FakeRpc(target);
    await new Promise<void>((done) => rpc.#server.listen({ host: '127.0.0.1', port: 0 }, done));
    rpc.url = `http://127.0.0.1:${(rpc.#server.address() as AddressInfo).port}`;
    return rpc;
  }

  /** Parameters of all calls of a method, the first of each. */
  sent(method: string): unknown[] {
    return this.calls.filter((call) => call.method === method).map(({ params }) => params[0]);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
