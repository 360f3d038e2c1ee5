import assert from 'node:assert/strict';
import type { Item } from './support';

/** Server-sent events as they come. */
export class Reader {
  readonly events: { id?: string; event?: string; data: Item }[] = [];
  readonly #stopped = new AbortController();
  #text = '';

  static async open(url: string, topics: string, lastId?: string): Promise<Reader> {
    const reader = new Reader();
    const response = await fetch(`${url}/v1/stream?topics=${topics}`, {
      signal: reader.#stopped.signal,
      headers: lastId === undefined ? {} : { 'last-event-id': lastId },
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    void reader.#read(response);
    return reader;
  }

  stop(): void {
    this.#stopped.abort();
  }

  async until(count: number): Promise<void> {
    while (this.events.length < count) await new Promise((done) => setTimeout(done, 20));
  }

  async #read(response: Response): Promise<void> {
    try {
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        this.#text += Buffer.from(part).toString();
        for (let end = this.#text.indexOf('\n\n'); end >= 0; end = this.#text.indexOf('\n\n')) {
          this.#take(this.#text.slice(0, end));
          this.#text = this.#text.slice(end + 2);
        }
      }
    } catch (error) {
      if (!this.#stopped.signal.aborted) throw error;
    }
  }

  #take(frame: string): void {
    const fields = Object.fromEntries(frame.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
    if (fields.data !== undefined) this.events.push({ ...fields, data: JSON.parse(fields.data) });
  }
}
