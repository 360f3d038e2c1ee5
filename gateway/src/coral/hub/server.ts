import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import Fastify, { type FastifyRequest } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { HUB_AGENTS, type Hub } from './hub.js';
import { HubRefused } from './state.js';

const HOST = '127.0.0.1';
const LARGEST_BODY = 1024 * 1024;
const PING_EVERY = 5_000;
/** Bytes that wait for a listener before it is cut off. */
const LARGEST_BACKLOG = 4 * 1024 * 1024;

const sessionRequest = z
  .object({
    agentGraphRequest: z
      .object({
        agents: z
          .array(
            z
              .object({ id: z.object({ name: z.string(), version: z.string() }).loose(), name: z.string() })
              .loose(),
          )
          .min(1)
          .max(64),
      })
      .loose(),
    namespaceProvider: z.object({ namespaceRequest: z.object({ name: z.string() }).loose() }).loose(),
  })
  .loose();
const threadRequest = z.strictObject({ threadName: z.string(), participantNames: z.array(z.string()) });
const closeRequest = z.strictObject({ threadId: z.string(), summary: z.string() });
const messageRequest = z.strictObject({
  threadId: z.string(),
  content: z.string(),
  mentions: z.array(z.string()),
});
const participantRequest = z.strictObject({ threadId: z.string(), participantName: z.string() });

interface SessionPath {
  namespace: string;
  session: string;
}

export interface RunningHub {
  url: string;
  close(): Promise<void>;
}

/** Serves a hub on the loopback interface, on the paths of a Coral server. */
export async function serveHub(hub: Hub, token: string): Promise<RunningHub> {
  const app = Fastify({ bodyLimit: LARGEST_BODY, requestTimeout: 30_000, http: { headersTimeout: 10_000 } });
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (!sameToken(headers.authorization ?? '', `Bearer ${token}`)) await reply.code(401).send();
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status =
      error instanceof HubRefused
        ? error.status
        : error instanceof z.ZodError
          ? 400
          : (error.statusCode ?? 500);
    return reply.code(status).send({ message: error.message });
  });
  const sessionAt = (request: FastifyRequest) => {
    const { namespace, session } = request.params as SessionPath;
    return hub.session(namespace, session);
  };

  app.get('/api/v1/local/namespace', async () => hub.namespaces.map((name) => ({ name })));
  app.post('/api/v1/local/session', async (request) => {
    const { agentGraphRequest, namespaceProvider } = sessionRequest.parse(request.body);
    const agents = agentGraphRequest.agents.map(({ id, name }) => ({ id: id.name, name }));
    const unknown = agents.find(({ id }) => !HUB_AGENTS.includes(id));
    if (unknown !== undefined) {
      throw new HubRefused(
        404,
        `the embedded hub has no agent ${unknown.id}, only ${HUB_AGENTS.join(' and ')}; set CORAL_URL to a Coral server that has it`,
      );
    }
    const { namespace, sessionId } = await hub.createSession(namespaceProvider.namespaceRequest.name, agents);
    return { namespace, sessionId };
  });
  const session = '/api/v1/local/session/:namespace/:session';
  app.post(session, async (request) => {
    await hub.execute(sessionAt(request));
    return {};
  });
  app.get(session, async (request) => {
    const { namespace, sessionId, executed } = sessionAt(request);
    return { namespace, sessionId, status: executed ? 'executed' : 'pending' };
  });
  app.get(`${session}/extended`, async (request) => {
    const { namespace, sessionId, agents, threads } = sessionAt(request);
    return { base: { namespace, sessionId }, agents, threads: [...threads.values()] };
  });
  const puppet = '/api/v1/puppet/:namespace/:session/:agent/thread';
  const agentOf = (request: FastifyRequest) => (request.params as { agent: string }).agent;
  app.post(puppet, async (request) => {
    const { threadName, participantNames } = threadRequest.parse(request.body);
    const thread = await hub.createThread(sessionAt(request), agentOf(request), threadName, participantNames);
    return { thread };
  });
  app.delete(puppet, async (request) => {
    const { threadId, summary } = closeRequest.parse(request.body);
    await hub.closeThread(sessionAt(request), threadId, summary);
    return { status: 'Thread closed successfully' };
  });
  app.post(`${puppet}/message`, async (request) => {
    const { threadId, content, mentions } = messageRequest.parse(request.body);
    const message = await hub.send(sessionAt(request), agentOf(request), threadId, content, mentions);
    return { status: 'Message sent successfully', message };
  });
  for (const [method, joined] of [
    ['POST', true],
    ['DELETE', false],
  ] as const) {
    app.route({
      method,
      url: `${puppet}/participant`,
      handler: async (request) => {
        const { threadId, participantName } = participantRequest.parse(request.body);
        await hub.setParticipant(sessionAt(request), threadId, participantName, joined);
        return { status: joined ? 'added' : 'removed' };
      },
    });
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own listener off an upgraded socket; an error that nobody hears ends the process
    socket.on('error', () => socket.destroy());
    const refuse = (status: string) => {
      socket.once('finish', () => socket.destroy());
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
    };
    const path = /^\/ws\/v1\/events\/([^/]+)\/session\/([^/]+)\/([^/]+)$/.exec(request.url ?? '');
    try {
      const [given = '', namespace = '', id = ''] = (path ?? []).slice(1).map(decodeURIComponent);
      if (!sameToken(given, token)) return refuse('401 Unauthorized');
      const found = hub.session(namespace, id);
      sockets.handleUpgrade(request, socket, head, (connection) => {
        const stop = hub.listen(found, (event) => send(connection, JSON.stringify(event)));
        const pinging = setInterval(() => connection.ping(), PING_EVERY);
        connection.on('error', () => connection.terminate());
        connection.on('close', () => {
          clearInterval(pinging);
          stop();
        });
      });
    } catch (error) {
      if (error instanceof URIError) return refuse('400 Bad Request');
      if (!(error instanceof HubRefused)) throw error;
      refuse('404 Not Found');
    }
  });
  const url = await app.listen({ host: HOST, port: 0 });
  return {
    url,
    close: async () => {
      for (const connection of sockets.clients) connection.terminate();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

function send(connection: WebSocket, text: string): void {
  if (connection.bufferedAmount > LARGEST_BACKLOG) connection.terminate();
  else connection.send(text);
}

function sameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
