import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between the program and the node, and may keep transactions to itself. */
export interface NodeFront {
  url: string;
  /** transactions that came, base64 */
  sent: string[];
  /** Told when a transaction comes; where it resolves with false the transaction goes no further. */
  onSend: ((raw: string) => Promise<boolean> | boolean) | null;
  /** Answers a call itself; undefined passes it on. */
  answer: ((method: string) => unknown) | null;
  stop(): Promise<void>;
}

/** A node at an address of its own that passes calls on to the real one. */
export async function frontOf(target: string): Promise<NodeFront> {
  const front: NodeFront = { url: '', sent: [], onSend: null, answer: null, stop: async () => undefined };
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    try {
      for await (const part of request) parts.push(part as Buffer);
      const body = Buffer.concat(parts).toString('utf8');
      const call = JSON.parse(body) as { id: unknown; method: string; params: unknown[] };
      const own = front.answer?.(call.method);
      if (own !== undefined) {
        response.end(JSON.stringify({ jsonrpc: '2.0', id: call.id, ...(own as object) }));
        return;
      }
      if (call.method === 'sendTransaction') {
        const raw = String(call.params[0]);
        front.sent.push(raw);
        if (front.onSend !== null && !(await front.onSend(raw))) return;
      }
      const answer = await fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      response.setHeader('content-type', 'application/json');
      response.end(await answer.text());
    } catch {
      // whoever asked was killed meanwhile
      response.destroy();
    }
  });
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  front.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  front.stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return front;
}
