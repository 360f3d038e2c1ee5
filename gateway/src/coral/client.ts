import { z } from 'zod';
import { CoralEvents, type CoralEventsHandlers } from './events.js';
import {
  type CoralAgent,
  type CoralMessage,
  type CoralSession,
  type CoralThread,
  coralExtended,
  coralMessage,
  coralThread,
  PUPPET,
  RELAY,
} from './types.js';

/** The Coral server does not answer, or not as it should. What was asked may have happened. */
export class CoralUnavailable extends Error {
  override readonly name = 'CoralUnavailable';
}

/** The Coral server refused. Nothing happened. */
export class CoralRefused extends Error {
  override readonly name = 'CoralRefused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface CoralOptions {
  /** http or https, without a path */
  url: string;
  /** one of the server's `auth.keys` */
  token: string;
  /** milliseconds that a call may take */
  timeout?: number;
}

/** Reads fail beside writes, about one in seven under load: they are tried again. */
const READ_TRIES = 8;
const READ_WAIT = 25;

/**
 * Client of a Coral server, as a puppet: the relay takes the place of one agent of each session. The same
 * client talks to the embedded hub.
 */
export class CoralClient {
  readonly #url: string;
  readonly #token: string;
  readonly #timeout: number;

  constructor({ url, token, timeout = 10_000 }: CoralOptions) {
    this.#url = url.replace(/\/$/, '');
    this.#token = token;
    this.#timeout = timeout;
  }

  /** Makes a session that waits to be executed, the relay and `agents` in one group. */
  async createSession(namespace: string, agents: readonly CoralAgent[] = []): Promise<CoralSession> {
    const graph = [{ agent: PUPPET, name: RELAY }, ...agents.map((agent) => ({ agent, name: agent.name }))];
    return this.#call('POST', '/api/v1/local/session', coralSession, {
      agentGraphRequest: {
        agents: graph.map(({ agent: { name: id, version }, name }) => ({
          id: { name: id, version, registrySourceId: { type: 'local' } },
          name,
          description: name === RELAY ? 'relays what wallets say' : `${id} ${version}`,
          provider: { type: 'local', runtime: 'function' },
          options: {},
          blocking: false,
          customToolAccess: [],
          plugins: [],
          annotations: {},
        })),
        groups: [graph.map(({ name }) => name)],
        customTools: {},
      },
      namespaceProvider: { type: 'create_if_not_exists', namespaceRequest: { name: namespace } },
      execution: { mode: 'defer' },
      annotations: {},
    });
  }

  /** Starts a session. Open its events first: the socket replays nothing. */
  async execute({ namespace, sessionId }: CoralSession, ttl: number): Promise<void> {
    const path = `/api/v1/local/session/${encodeURIComponent(namespace)}/${encodeURIComponent(sessionId)}`;
    await this.#call('POST', path, z.unknown(), { ttl, persistenceMode: { mode: 'none' } });
  }

  /** All threads with their messages. @throws CoralRefused 404 for a session that is gone */
  async threads({ namespace, sessionId }: CoralSession): Promise<CoralThread[]> {
    const at = `${encodeURIComponent(namespace)}/${encodeURIComponent(sessionId)}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const read = await this.#call('GET', `/api/v1/local/session/${at}/extended`, coralExtended);
        return read.threads;
      } catch (error) {
        const passes = !(error instanceof CoralRefused) || error.status >= 500;
        if (!passes || attempt === READ_TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, READ_WAIT * attempt));
      }
    }
  }

  async createThread(session: CoralSession, name: string, participants: string[]): Promise<CoralThread> {
    const made = await this.#puppet('POST', session, 'thread', z.object({ thread: coralThread }), {
      threadName: name,
      participantNames: participants,
    });
    return made.thread;
  }

  async closeThread(session: CoralSession, threadId: string, summary: string): Promise<void> {
    await this.#puppet('DELETE', session, 'thread', z.unknown(), { threadId, summary });
  }

  /** The same twice makes two messages: whoever calls this again has looked before whether it is there. */
  async send(
    session: CoralSession,
    threadId: string,
    content: string,
    mentions: string[],
  ): Promise<CoralMessage> {
    const sent = await this.#puppet('POST', session, 'thread/message', z.object({ message: coralMessage }), {
      threadId,
      content,
      mentions,
    });
    return sent.message;
  }

  async addParticipant(session: CoralSession, threadId: string, participantName: string): Promise<void> {
    await this.#puppet('POST', session, 'thread/participant', z.unknown(), { threadId, participantName });
  }

  async removeParticipant(session: CoralSession, threadId: string, participantName: string): Promise<void> {
    await this.#puppet('DELETE', session, 'thread/participant', z.unknown(), { threadId, participantName });
  }

  /** Listens to a session until it is closed, through lost connections. */
  events({ namespace, sessionId }: CoralSession, handlers: CoralEventsHandlers): CoralEvents {
    const ws = this.#url.replace(/^http/, 'ws');
    // the server knows no other way to authenticate a socket
    const path = [this.#token, 'session', namespace, sessionId].map(encodeURIComponent).join('/');
    return new CoralEvents(`${ws}/ws/v1/events/${path}`, handlers);
  }

  /** Whether the server answers. */
  async isUp(): Promise<boolean> {
    try {
      await this.#call('GET', '/api/v1/local/namespace', z.unknown());
      return true;
    } catch (error) {
      if (error instanceof CoralUnavailable || error instanceof CoralRefused) return false;
      throw error;
    }
  }

  #puppet<S extends z.ZodType>(
    method: string,
    { namespace, sessionId }: CoralSession,
    what: string,
    schema: S,
    body: object,
  ): Promise<z.output<S>> {
    const at = [namespace, sessionId, RELAY].map(encodeURIComponent).join('/');
    return this.#call(method, `/api/v1/puppet/${at}/${what}`, schema, body);
  }

  async #call<S extends z.ZodType>(
    method: string,
    path: string,
    schema: S,
    body?: object,
  ): Promise<z.output<S>> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.#url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeout),
      });
      text = await response.text();
    } catch (error) {
      throw new CoralUnavailable(`the Coral server does not answer: ${(error as Error).message}`, {
        cause: error,
      });
    }
    if (!response.ok) throw new CoralRefused(response.status, refusalIn(text) ?? `status ${response.status}`);
    const parsed = schema.safeParse(json(text));
    if (parsed.success) return parsed.data;
    throw new CoralUnavailable(`the Coral server answered ${path} in another form: ${parsed.error.message}`);
  }
}

const coralSession = z.object({ namespace: z.string(), sessionId: z.string() });

function json(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

/** Errors are `{message}`; an unauthorized one has no body at all. */
function refusalIn(text: string): string | null {
  const message = (json(text) as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : null;
}
