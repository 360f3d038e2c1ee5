import { uncharged } from '../refused.js';

/** Bytes of requests to agents that are held at once: of all, and of one channel. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_OF_ONE = 32 * 1024 * 1024;

/** Room for the bodies of paid calls. It is taken before a body is read, and by its announced length. */
export class BodyRoom {
  #used = 0;
  readonly #byChannel = new Map<string, number>();

  /**
   * @returns gives the room back; once, however often it is called
   * @throws Refused `GatewayBusy`, uncharged
   */
  take(channel: string, bytes: number): () => void {
    const own = this.#byChannel.get(channel) ?? 0;
    if (this.#used + bytes > MOST_BYTES || own + bytes > MOST_OF_ONE) {
      const whose = own + bytes > MOST_OF_ONE ? 'of this channel' : 'under way';
      throw uncharged(503, 'GatewayBusy', `too many large requests ${whose}; send it again in a moment`, {
        headers: { 'retry-after': '1' },
      });
    }
    this.#add(channel, bytes);
    let held = true;
    return () => {
      if (held) this.#add(channel, -bytes);
      held = false;
    };
  }

  #add(channel: string, bytes: number): void {
    this.#used += bytes;
    const own = (this.#byChannel.get(channel) ?? 0) + bytes;
    if (own === 0) this.#byChannel.delete(channel);
    else this.#byChannel.set(channel, own);
  }
}
