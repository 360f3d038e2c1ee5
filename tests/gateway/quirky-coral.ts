import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

interface Thread {
  id: string;
  name: string;
  creatorName: string;
  participants: string[];
  messages: object[];
  state: { state: string };
  timestamp: string;
}

/**
 * A server with the habits of Coral server 1.2.0 as they were seen: every bad body is a 500, a wrong token a
 * 401 without a body, events come before the POST's own answer, `extended` fails once in seven, own messages
 * come back, and a message sent right after a socket opened is missed.
 */
export class QuirkyCoral {
  url = '';
  /** sockets that were open for less than this miss what happens, milliseconds */
  readonly #deaf = 50;
  readonly #sessions = new Map<
    string,
    { executed: boolean; agents: string[]; threads: Map<string, Thread> }
  >();
  readonly #sockets = new Map<WebSocket, { session: string; since: number }>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #upgrades = new WebSocketServer({ noServer: true });
  /** As behind a proxy that lets no sockets through. */
  opensSockets = true;
  #reads = 0;

  static async start(token: string): Promise<QuirkyCoral> {
    const coral = new QuirkyCoral(token);
    await new Promise<void>((done) => coral.#server.listen({ host: '127.0.0.1', port: 0 }, done));
    coral.url = `http://127.0.0.1:${(coral.#server.address() as AddressInfo).port}`;
    return coral;
  }

  private constructor(readonly token: string) {
    this.#server.on('upgrade', (request, socket, head) => {
      if (!this.opensSockets) return socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
      const [, token, , session] =
        /\/events\/([^/]+)\/session\/([^/]+)\/([^/]+)$/.exec(request.url ?? '') ?? [];
      if (token !== this.token) return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      if (!this.#sessions.has(session ?? '')) return socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      this.#upgrades.handleUpgrade(request, socket, head, (connection) => {
        this.#sockets.set(connection, { session: session ?? '', since: Date.now() });
        connection.on('close', () => this.#sockets.delete(connection));
      });
    });
  }

  /** Loses all connections, and nothing else. */
  dropSockets(): void {
    for (const connection of this.#sockets.keys()) connection.terminate();
  }

  /** As a restart: everything was in memory. */
  forget(): void {
    this.dropSockets();
    this.#sessions.clear();
  }

  async stop(): Promise<void> {
    this.dropSockets();
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** Messages of all threads, by who says them. */
  messages(): { senderName: string; text: string }[] {
    return [...this.#sessions.values()].flatMap(({ threads }) =>
      [...threads.values()].flatMap(({ messages }) => messages as { senderName: string; text: string }[]),
    );
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, body?: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body && JSON.stringify(body));
    };
    if (request.headers.authorization !== `Bearer ${this.token}`) return send(401);
    try {
      let text = '';
      for await (const part of request) text += part;
      send(...this.#answer(request.method ?? '', request.url ?? '', text === '' ? null : JSON.parse(text)));
    } catch (error) {
      // whatever is wrong with a body
      send(500, { message: (error as Error).message });
    }
  }

  // biome-ignore lint/suspicious/noExplicitAny: bodies as they come
  #answer(method: string, url: string, body: any): [number, object?] {
    if (method === 'GET' && url === '/api/v1/local/namespace') return [200, []];
    if (method === 'POST' && url === '/api/v1/local/session') {
      const sessionId = randomUUID();
      const agents = body.agentGraphRequest.agents.map(({ name }: { name: string }) => name);
      this.#sessions.set(sessionId, { executed: false, agents, threads: new Map() });
      return [200, { namespace: body.namespaceProvider.namespaceRequest.name, sessionId }];
    }
    const path = /^\/api\/v1\/(local\/session|puppet)\/[^/]+\/([^/]+)(?:\/(.*))?$/.exec(url);
    const session = this.#sessions.get(path?.[2] ?? '');
    if (path === null || session === undefined) return [404, { message: 'not found' }];
    if (path[1] === 'local/session') {
      if (method === 'POST') {
        if (body === null) throw new Error('a body is missing');
        session.executed = true;
        return [200, {}];
      }
      this.#reads += 1;
      if (this.#reads % 7 === 1) return [500, { message: 'concurrent modification' }];
      return [200, { base: {}, agents: [], threads: [...session.threads.values()] }];
    }
    const [agent = '', ...what] = (path[3] ?? '').split('/');
    const at = path[2] ?? '';
    switch (`${method} ${what.join('/')}`) {
      case 'POST thread': {
        const participants = [agent, ...body.participantNames.map(String)];
        if (participants.some((name) => !session.agents.includes(name)))
          return [404, { message: 'no such agent' }];
        const thread: Thread = {
          id: randomUUID(),
          name: body.threadName,
          creatorName: agent,
          participants,
          messages: [],
          state: { state: 'open' },
          timestamp: new Date().toISOString(),
        };
        session.threads.set(thread.id, thread);
        this.#tell(at, { type: 'thread_created', thread });
        return [200, { thread }];
      }
      case 'DELETE thread': {
        const thread = this.#thread(session.threads, body.threadId);
        // closing erases the messages
        thread.messages = [];
        thread.state = { state: 'closed' };
        return [200, {}];
      }
      case 'POST thread/message': {
        const thread = this.#thread(session.threads, body.threadId);
        const { content, mentions } = body;
        if (mentions.some((name: string) => !thread.participants.includes(name))) {
          return [404, { message: 'mentioned agent is not in the thread' }];
        }
        const message = this.#message(at, thread, agent, content, mentions);
        if (mentions.includes('echo')) this.#message(at, thread, 'echo', content, []);
        return [200, { status: 'Message sent successfully', message }];
      }
      case 'POST thread/participant':
      case 'DELETE thread/participant': {
        const thread = this.#thread(session.threads, body.threadId);
        const inside = thread.participants.includes(body.participantName);
        if (inside === (method === 'POST')) return [400, { message: 'already so' }];
        if (!session.agents.includes(body.participantName)) return [400, { message: 'no such agent' }];
        thread.participants =
          method === 'POST'
            ? [...thread.participants, body.participantName]
            : thread.participants.filter((name) => name !== body.participantName);
        return [200, {}];
      }
      default:
        return [404, { message: 'not found' }];
    }
  }

  #thread(threads: Map<string, Thread>, id: string): Thread {
    const thread = threads.get(id);
    if (thread === undefined) throw new Error(`no thread ${id}`);
    return thread;
  }

  #message(session: string, thread: Thread, senderName: string, text: string, mentionNames: string[]) {
    const timestamp = new Date().toISOString();
    const message = { id: randomUUID(), threadId: thread.id, text, senderName, mentionNames, timestamp };
    thread.messages.push(message);
    this.#tell(session, { type: 'thread_message_sent', timestamp, message });
    return message;
  }

  #tell(session: string, event: object): void {
    for (const [connection, { session: at, since }] of this.#sockets) {
      if (at === session && Date.now() - since > this.#deaf) connection.send(JSON.stringify(event));
    }
  }
}
