import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { MAX_DOCUMENT_BYTES } from './analysis/index.js';
import type { Refusal } from './refusals.js';

/** Milliseconds for the headers, and for the whole of a request, to come in. */
const HEADERS_TIME = 10_000;
const REQUEST_TIME = 30_000;
/** How often those are looked at, milliseconds. */
const CHECK_EVERY = 2_500;
/** Bounds what documents on their way in take of memory. */
const MAX_CONNECTIONS = 1_000;

/** What a connection is refused for before there is a request on it. */
const CONNECTION_REFUSALS: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: { status: 431, code: 'HeadersTooLarge', message: 'the headers are too large' },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'RequestTimeout',
    message: 'the request came in too slowly',
  },
};
const MALFORMED: Refusal = { status: 400, code: 'BadRequest', message: 'this is not HTTP' };

/** An HTTP server that takes documents as bytes, whatever their type, and does not wait for slow senders. */
export function createServer(): FastifyInstance {
  /** open connections, and the requests under way on each */
  const connections = new Map<Socket, number>();
  const app = Fastify({
    bodyLimit: MAX_DOCUMENT_BYTES,
    requestTimeout: REQUEST_TIME,
    http: { headersTimeout: HEADERS_TIME, connectionsCheckingInterval: CHECK_EVERY },
    frameworkErrors: (_error, _request, reply) => {
      sendRefusal(reply, { status: 400, code: 'BadRequest', message: 'the path is malformed' });
    },
    clientErrorHandler: (error, socket) => {
      // the answer to a request before this one must not be mixed up with this
      if (socket.writable && connections.get(socket) === 0) {
        socket.write(rawRefusal(CONNECTION_REFUSALS[error.code ?? ''] ?? MALFORMED));
      }
      socket.destroy();
    },
  });
  app.server.maxConnections = MAX_CONNECTIONS;
  app.server.on('connection', (socket: Socket) => {
    connections.set(socket, 0);
    socket.once('close', () => connections.delete(socket));
  });
  const count = async ({ raw: { socket } }: FastifyRequest, change: number) => {
    const requests = connections.get(socket);
    if (requests !== undefined) connections.set(socket, requests + change);
  };
  app.addHook('onRequest', (request) => count(request, 1));
  app.addHook('onResponse', (request) => count(request, -1));
  // stopping waits for requests, not for connections on which there is none yet
  app.addHook('preClose', async () => {
    for (const [socket, requests] of connections) if (requests === 0) socket.destroy();
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  return app;
}

/** A refusal as its sender gets it. */
export function sendRefusal(reply: FastifyReply, { status, code, message }: Refusal): FastifyReply {
  return reply.code(status).send({ error: { code, message, charged: false } });
}

function rawRefusal({ status, code, message }: Refusal): string {
  const body = JSON.stringify({ error: { code, message, charged: false } });
  const head = [
    `HTTP/1.1 ${status} ${code}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
