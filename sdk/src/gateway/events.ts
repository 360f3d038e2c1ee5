import type { GatewayClient } from './client.js';
import { GatewayRefused } from './errors.js';
import type { GatewayEvent, WebSocketConstructor, WebSocketLike } from './types.js';

export interface EventStreamOptions {
  /** the last event seen; 0, the default, begins with the oldest at hand */
  after?: number;
  /** ends the stream */
  signal?: AbortSignal;
  /** the global one unless given; Node 20 has none: give it that of `ws` */
  WebSocket?: WebSocketConstructor;
}

/** Milliseconds of the first wait before another try, and of the longest. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
/** Codes by which the gateway says that trying again is of no use. */
const GONE = 4404;

interface Frame {
  type: string;
  id?: number;
}

/**
 * Events of a session, each once and in order, through lost connections: each new one takes up after the last
 * event that was seen.
 * @throws GatewayRefused `SessionUnknown` when the wallet is in no such session; what signing in throws
 */
export async function* sessionEvents(
  gateway: GatewayClient,
  session: string,
  options: EventStreamOptions,
): AsyncGenerator<GatewayEvent, void, void> {
  const { signal } = options;
  let after = options.after ?? 0;
  let wait = FIRST_WAIT;
  while (!signal?.aborted) {
    const connection = new Connection(gateway, session, await gateway.token(), after, options);
    try {
      for await (const frame of connection.frames()) {
        wait = FIRST_WAIT;
        if (frame.type === 'ready' || frame.id === undefined || frame.id <= after) continue;
        after = frame.id;
        yield frame as GatewayEvent;
      }
    } finally {
      connection.close();
    }
    if (connection.code === GONE) {
      throw new GatewayRefused(404, 'SessionUnknown', 'you are in no session of that id', null);
    }
    if (signal?.aborted) return;
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }
}

/** One socket, its frames in a queue. */
class Connection {
  code: number | null = null;
  readonly #socket: WebSocketLike;
  readonly #queue: Frame[] = [];
  #wake: () => void = () => {};

  constructor(
    gateway: GatewayClient,
    session: string,
    token: string,
    after: number,
    { signal, WebSocket: given }: EventStreamOptions,
  ) {
    const Socket = given ?? (globalThis as { WebSocket?: WebSocketConstructor }).WebSocket;
    if (Socket === undefined)
      throw new TypeError('there is no WebSocket here: give one, that of ws for instance');
    const url = `${gateway.url.replace(/^http/, 'ws')}/v1/sessions/${encodeURIComponent(session)}/events`;
    const socket = new Socket(url);
    this.#socket = socket;
    const end = (code: number) => {
      this.code ??= code;
      this.#wake();
    };
    // never in the address, where it would end up in logs
    socket.onopen = () => socket.send(JSON.stringify({ type: 'authenticate', token, after }));
    socket.onmessage = ((event: { data: unknown }) => {
      this.#queue.push(JSON.parse(String(event.data)) as Frame);
      this.#wake();
    }) as (event: never) => void;
    socket.onclose = ((event: { code: number }) => end(event.code)) as (event: never) => void;
    socket.onerror = () => end(1006);
    signal?.addEventListener('abort', () => end(1000), { once: true });
  }

  async *frames(): AsyncGenerator<Frame, void, void> {
    for (;;) {
      const frame = this.#queue.shift();
      if (frame !== undefined) yield frame;
      else if (this.code !== null) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  close(): void {
    this.#socket.close();
  }
}
