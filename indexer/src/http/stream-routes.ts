import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { Refused } from '../refused.js';
import { ABOUT, type Change, type ChangeLog } from '../stream.js';
import { activityItem } from './activity.js';
import { errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';
import type { StatusView } from './status-routes.js';

/** Milliseconds. */
const LOOK_EVERY = 1_000;
const HEARTBEAT_EVERY = 15_000;
const STATUS_EVERY = 5_000;
const MOST_READERS = 2_000;
const MOST_TOPICS = 32;
/** Bytes that a reader may leave unread before it is dropped. */
const LARGEST_BACKLOG = 256 * 1024;

interface Reader {
  topics: Set<string>;
  response: ServerResponse;
  /** id of the last change that it was told, or did not want */
  at: string;
}

const topic = z
  .string()
  .regex(
    new RegExp(`^(activity|status|config|(${ABOUT.join('|')}):[1-9A-HJ-NP-Za-km-z]{32,44})$`),
    `must be activity, status, config, or one of ${ABOUT.join(', ')} with a colon and an ADDRESS`,
  );

export interface StreamOptions {
  log: ChangeLog;
  status(): Promise<StatusView>;
  onFault(error: unknown): void;
}

/** Sends what changes to whoever reads along. One look at the log serves all that are at its end. */
export class Stream {
  readonly #options: StreamOptions;
  readonly #readers = new Set<Reader>();
  readonly #timers: NodeJS.Timeout[];
  #looking: Promise<void> | null = null;
  #again = false;
  dropped = 0;

  constructor(options: StreamOptions) {
    this.#options = options;
    const every = (milliseconds: number, work: () => void) => setInterval(work, milliseconds).unref();
    this.#timers = [
      every(LOOK_EVERY, () => this.wake()),
      every(HEARTBEAT_EVERY, () => this.#all(() => ': still here\n\n')),
      every(STATUS_EVERY, () => void this.#tellStatus()),
    ];
  }

  get size(): number {
    return this.#readers.size;
  }

  /** There is something new. */
  wake(): void {
    if (this.#readers.size === 0) return;
    this.#again = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
    });
  }

  /** @throws Refused where there are too many readers */
  requireRoom(): void {
    if (this.#readers.size < MOST_READERS) return;
    const headers = { 'retry-after': '30' };
    throw new Refused(503, 'TooManyReaders', 'too many read along; try again later', { headers });
  }

  /** The end of the log: where a reader begins that was not there before. @throws what the database throws */
  end(): Promise<string> {
    return this.#options.log.end();
  }

  /**
   * From here on the response is the stream's.
   * @param at id in the log that the reader has
   */
  async add(response: ServerResponse, topics: string[], at: string): Promise<void> {
    const reader: Reader = { topics: new Set(topics), response, at };
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      connection: 'keep-alive',
    });
    this.#readers.add(reader);
    response.on('close', () => this.#readers.delete(reader));
    this.#send(reader, `retry: 2000\nid: ${at}\n\n`);
    this.wake();
    if (reader.topics.has('status')) await this.#tellStatus();
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { response } of this.#readers) response.end();
    this.#readers.clear();
  }

  async #look(): Promise<void> {
    while (this.#again && this.#readers.size > 0) {
      this.#again = false;
      const places = [...new Set([...this.#readers].map(({ at }) => at))];
      for (const at of places) {
        try {
          const changes = await this.#options.log.after(at);
          this.#tell(at, changes);
          if (changes.length > 0) this.#again = true;
        } catch (error) {
          // readers stay where they are; the timer looks again
          this.#options.onFault(error);
          return;
        }
      }
    }
  }

  #tell(at: string, changes: Change[]): void {
    const last = changes.at(-1);
    if (last === undefined) return;
    const frames = changes.map(({ id, event, row, topics }) => ({
      topics,
      text: `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(activityItem(row))}\n\n`,
    }));
    for (const reader of this.#readers) {
      if (reader.at !== at) continue;
      reader.at = last.id;
      for (const { topics, text } of frames) {
        if (topics.some((one) => reader.topics.has(one))) this.#send(reader, text);
      }
    }
  }

  async #tellStatus(): Promise<void> {
    if (![...this.#readers].some(({ topics }) => topics.has('status'))) return;
    try {
      const frame = statusFrame(await this.#options.status());
      this.#all(({ topics }) => (topics.has('status') ? frame : null));
    } catch (error) {
      this.#options.onFault(error);
    }
  }

  #all(frame: (reader: Reader) => string | null): void {
    for (const reader of this.#readers) {
      const text = frame(reader);
      if (text !== null) this.#send(reader, text);
    }
  }

  /** A reader that does not read is dropped, and comes back from its last id. */
  #send(reader: Reader, text: string): void {
    const { response } = reader;
    if (!this.#readers.has(reader)) return;
    response.write(text);
    if (response.writableLength <= LARGEST_BACKLOG) return;
    this.dropped += 1;
    this.#readers.delete(reader);
    response.destroy();
  }
}

function statusFrame(status: StatusView): string {
  return `event: status\ndata: ${JSON.stringify(status)}\n\n`;
}

/** Server-sent events. */
export function streamRoutes(app: IndexerServer, stream: Stream, requireTrust: () => Promise<void>): void {
  app.get(
    '/v1/stream',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'Server-sent events: `activity`, `reverted` (it vanished before it was final) and `status`. Last-Event-ID goes on where a reader broke off.',
        querystring: z.strictObject({
          topics: z
            .string()
            .max(4_096)
            .transform((text) => text.split(','))
            .pipe(z.array(topic).min(1).max(MOST_TOPICS))
            .meta({
              description: `activity, status, config, and ${ABOUT.map((one) => `${one}:ADDRESS`).join(', ')}; comma between`,
            }),
        }),
        headers: z.looseObject({
          'last-event-id': z
            .string()
            .regex(/^\d{1,20}-\d{1,19}$/, 'is none of ours')
            .optional(),
        }),
        response: errorAnswers,
      },
    },
    async (request, reply) => {
      stream.requireRoom();
      const at = request.headers['last-event-id'] ?? (await stream.end());
      reply.hijack();
      await stream.add(reply.raw, request.query.topics, at);
    },
  );
}
