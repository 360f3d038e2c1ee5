import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LocalNode } from '../node/node.js';
import { dispatch } from './dispatch.js';
import type { Methods } from './methods/method.js';
import { Subscriptions } from './subscriptions.js';

/** Bytes of a request, and of a frame: a batch of the largest transactions fits. */
const LARGEST_MESSAGE = 512 * 1024;
/** Bytes that wait for a reader before it is cut off. */
const LARGEST_BACKLOG = 4 * 1024 * 1024;
/** Milliseconds between two looks whether a socket still lives. */
const PING_EVERY = 15_000;
/** Pairs of ports looked at where any will do. */
const MOST_ATTEMPTS = 20;
const HOST = '127.0.0.1';

export interface RpcServerOptions {
  node: LocalNode;
  methods: Methods;
  /** Of HTTP; WebSockets alone take the next one. 0 takes any two. */
  port: number;
  onFault: (error: unknown) => void;
}

export interface RpcServer {
  /** http://127.0.0.1:PORT, which takes WebSockets too */
  rpcUrl: string;
  /** ws:// on the next port, where web3.js looks for it */
  wsUrl: string;
  close(): Promise<void>;
}

/** Serves JSON-RPC over HTTP and WebSocket on the loopback interface. @throws Error when a port is taken */
export async function serveRpc(options: RpcServerOptions): Promise<RpcServer> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: false,
  });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    sockets.handleUpgrade(request, socket, head, (connection) => serveSocket(connection, options));
  for (let attempt = 1; ; attempt += 1) {
    const http = createHttp(options);
    http.server.on('upgrade', upgrade);
    // web3.js looks for WebSockets on the port after that of HTTP
    const sidecar: Server = createServer((_, response) => {
      response
        .writeHead(426, { 'content-type': 'text/plain' })
        .end('WebSockets only; HTTP is one port lower\n');
    });
    sidecar.on('upgrade', upgrade);
    try {
      await http.listen({ host: HOST, port: options.port });
      const { port } = http.server.address() as { port: number };
      await new Promise<void>((resolve, reject) => {
        sidecar.once('error', reject);
        sidecar.listen({ host: HOST, port: port + 1 }, resolve);
      });
      return {
        rpcUrl: `http://${HOST}:${port}`,
        wsUrl: `ws://${HOST}:${port + 1}`,
        close: async () => {
          for (const connection of sockets.clients) connection.terminate();
          sidecar.closeAllConnections();
          await new Promise((resolve) => sidecar.close(resolve));
          http.server.closeAllConnections();
          await http.close();
        },
      };
    } catch (error) {
      await http.close();
      // where any port will do, another one may have a free one after it
      if (options.port !== 0 || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

function createHttp({ node, methods, onFault }: RpcServerOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: LARGEST_MESSAGE,
    // what was begun and not ended holds no socket for long
    requestTimeout: 30_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 10_000 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  // a wallet's page of any origin may use a chain that is worth nothing
  app.addHook('onRequest', async (request, reply) => {
    reply.header('access-control-allow-origin', '*');
    if (request.method !== 'OPTIONS') return;
    await reply
      .headers({
        'access-control-allow-methods': 'POST, GET, OPTIONS',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send();
  });
  app.options('/', async () => '');
  app.get('/health', async () => 'ok');
  app.get('/', async () => ({ localnet: 'POST JSON-RPC 2.0 here', slot: node.height }));
  app.post('/', async (request, reply) => {
    const answer = await dispatch(typeof request.body === 'string' ? request.body : '', methods, onFault);
    return answer === null ? reply.code(204).send() : reply.type('application/json').send(answer);
  });
  return app;
}

function serveSocket(connection: WebSocket, { node, methods, onFault }: RpcServerOptions): void {
  const send = (text: string) => {
    // a reader this slow would take the memory of all
    if (connection.bufferedAmount > LARGEST_BACKLOG) connection.terminate();
    else connection.send(text);
  };
  const subscriptions = new Subscriptions(
    node,
    (method, subscription, result) =>
      send(JSON.stringify({ jsonrpc: '2.0', method, params: { result, subscription } })),
    onFault,
  );
  const all = { ...methods, ...subscriptions.methods };
  let alive = true;
  const pinging = setInterval(() => {
    if (!alive) return connection.terminate();
    alive = false;
    connection.ping();
  }, PING_EVERY);
  connection.on('pong', () => {
    alive = true;
  });
  connection.on('message', (message, isBinary) => {
    alive = true;
    if (isBinary) return connection.close(1003, 'text frames only');
    void dispatch(String(message), all, onFault).then((answer) => answer !== null && send(answer), onFault);
  });
  // a socket that breaks closes, which is all there is to do about it
  connection.on('error', () => connection.terminate());
  connection.on('close', () => {
    clearInterval(pinging);
    subscriptions.close();
  });
}
