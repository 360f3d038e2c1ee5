import { WebSocket } from 'ws';
import { coralEvent } from './types.js';

export interface CoralEventsHandlers {
  /** Each time the socket has opened: read what was missed. */
  onOpen: () => void;
  /** Every event, as the server sent it. */
  onEvent: (event: Record<string, unknown>) => void;
  /** The server refused the socket for good: the session is gone, or the token is wrong. */
  onRefused: (status: number) => void;
}

/** Milliseconds of the first wait before another try, and of the longest. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 10_000;
/** The server pings every 5 s: one that is silent for this long is gone. */
const SILENCE = 20_000;

/** The events socket of one session, opened again with growing, jittered waits whenever it is lost. */
export class CoralEvents {
  readonly #url: string;
  readonly #handlers: CoralEventsHandlers;
  #socket: WebSocket | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;
  #wait = FIRST_WAIT;

  constructor(url: string, handlers: CoralEventsHandlers) {
    this.#url = url;
    this.#handlers = handlers;
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#socket?.terminate();
  }

  #connect(): void {
    const socket = new WebSocket(this.#url, { handshakeTimeout: 5_000, maxPayload: 4 * 1024 * 1024 });
    this.#socket = socket;
    let silence: NodeJS.Timeout | undefined;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => socket.terminate(), SILENCE);
    };
    socket.on('open', () => {
      this.#wait = FIRST_WAIT;
      heard();
      this.#handlers.onOpen();
    });
    socket.on('ping', heard);
    socket.on('message', (data) => {
      heard();
      const event = eventIn(String(data));
      if (event !== null) this.#handlers.onEvent(event);
    });
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => {
      if (statusCode < 400 || statusCode >= 500) return socket.terminate();
      this.close();
      this.#handlers.onRefused(statusCode);
    });
    // an error is followed by a close
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(silence);
      if (!this.#closed) this.#again();
    });
  }

  #again(): void {
    const wait = this.#wait * (0.5 + Math.random() / 2);
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
    this.#timer = setTimeout(() => this.#connect(), wait);
    this.#timer.unref();
  }
}

function eventIn(text: string): Record<string, unknown> | null {
  try {
    const parsed = coralEvent.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
