import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Caller, Tokens } from '../auth/tokens.js';
import { Refused } from '../refused.js';
import type { Rooms } from './rooms.js';
import type { SessionEvent } from './state.js';

/** Bytes of a frame that a client may send; it has little to say. */
const LARGEST_FRAME = 4 * 1024;
/** Frames a second, and how many may come at once. */
const FRAMES_A_SECOND = 5;
const FRAMES_AT_ONCE = 20;
/** Bytes that wait for a reader before it is cut off. */
const LARGEST_BACKLOG = 1024 * 1024;
/** Milliseconds for the first frame to come, and between two looks whether a token still holds. */
const AUTHENTICATION_TIME = 10_000;
const CHECK_EVERY = 2_000;
const PING_EVERY = 15_000;

/** Codes that a socket is closed with, beside those of the protocol. */
export const CLOSED = { unauthorized: 4401, gone: 4404, flood: 4429, slow: 4408 } as const;

const PATH = /^\/v1\/sessions\/([^/?]+)\/events(\?.*)?$/;
const firstFrame = z.strictObject({
  type: z.literal('authenticate'),
  token: z.string(),
  /** the last event seen; 0 for all that are at hand */
  after: z.number().int().min(0).optional(),
});

/**
 * Events of sessions over WebSockets. The token comes in the first frame, never in the address; what is told
 * is what happens in threads that the wallet is in, as long as its token holds.
 */
export class EventSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_FRAME,
    perMessageDeflate: false,
  });

  constructor(
    readonly rooms: Rooms,
    readonly tokens: Tokens,
    readonly onFault: (error: unknown) => void,
  ) {}

  get size(): number {
    return this.#server.clients.size;
  }

  /** Takes an upgrade of HTTP, or refuses it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Node takes its own listener off an upgraded socket; an error that nobody hears ends the process
    socket.on('error', () => socket.destroy());
    const path = PATH.exec(request.url ?? '');
    if (path === null) {
      refuse(socket, 404, 'NotFound', 'there is no socket at that address');
      return;
    }
    if (path[2] !== undefined) {
      refuse(socket, 400, 'TokenInUrl', 'addresses end up in logs: send the token in the first frame');
      return;
    }
    const id = decoded(path[1] ?? '');
    if (id === null) {
      refuse(socket, 400, 'BadRequest', 'the path is malformed');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#serve(connection, id));
  }

  close(): void {
    for (const connection of this.#server.clients) connection.close(1001, 'the gateway stops');
    for (const connection of this.#server.clients) connection.terminate();
  }

  #serve(connection: WebSocket, id: string): void {
    let allowance = FRAMES_AT_ONCE;
    let stop: (() => void) | null = null;
    let begun = false;
    const late = setTimeout(
      () => connection.close(CLOSED.unauthorized, 'no token came'),
      AUTHENTICATION_TIME,
    );
    const refill = setInterval(() => {
      allowance = Math.min(FRAMES_AT_ONCE, allowance + FRAMES_A_SECOND);
    }, 1_000);
    let alive = true;
    const pinging = setInterval(() => {
      if (!alive) return connection.terminate();
      alive = false;
      connection.ping();
    }, PING_EVERY);
    connection.on('pong', () => {
      alive = true;
    });
    connection.on('message', (data) => {
      allowance -= 1;
      if (allowance < 0) return connection.close(CLOSED.flood, 'too many frames');
      // what comes after the first frame has nothing to say
      if (begun) return;
      begun = true;
      clearTimeout(late);
      this.#begin(connection, id, String(data)).then((stopping) => {
        stop = stopping;
        if (connection.readyState !== connection.OPEN) stopping?.();
      }, this.onFault);
    });
    connection.on('error', () => connection.terminate());
    connection.on('close', () => {
      clearTimeout(late);
      clearInterval(refill);
      clearInterval(pinging);
      stop?.();
    });
  }

  /** @returns ends it; null where it did not begin */
  async #begin(connection: WebSocket, id: string, text: string): Promise<(() => void) | null> {
    const frame = firstFrame.safeParse(json(text));
    if (!frame.success) {
      connection.close(CLOSED.unauthorized, 'the first frame must be {"type":"authenticate","token":…}');
      return null;
    }
    const { token, after = 0 } = frame.data;
    let caller: Caller;
    try {
      caller = await this.tokens.verify(token);
      this.rooms.session(caller.address, id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      connection.close(error.status === 404 ? CLOSED.gone : CLOSED.unauthorized, error.code);
      return null;
    }
    const { state, events } = this.rooms;
    const tell = (event: SessionEvent) => {
      const mine = state.thread(event.thread).participants.includes(caller.address) || isAbout(event, caller);
      if (!mine) return;
      if (connection.bufferedAmount > LARGEST_BACKLOG) return connection.terminate();
      connection.send(JSON.stringify(event));
    };
    const missed = after > 0 && after + 1 < state.oldestEvent(id);
    connection.send(JSON.stringify({ type: 'ready', session: id, missed }));
    for (const event of state.events(id, after)) tell(event);
    events.on(id, tell);
    const check = setInterval(() => {
      if (!this.tokens.isLive(caller)) connection.close(CLOSED.unauthorized, 'the token holds no more');
    }, CHECK_EVERY);
    return () => {
      events.off(id, tell);
      clearInterval(check);
    };
  }
}

/** Whoever leaves hears of that, and of nothing after it. */
function isAbout({ type, data }: SessionEvent, { address }: Caller): boolean {
  return type === 'left' && (data as { participant?: unknown }).participant === address;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function refuse(socket: Duplex, status: number, code: string, message: string): void {
  const body = JSON.stringify({ error: { code, message } });
  const head = [
    `HTTP/1.1 ${status} ${code}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  // whoever never closes its half would keep the socket
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
