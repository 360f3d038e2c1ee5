import type { EndpointAnswer } from '../agents/endpoint-http.js';

/** One paid call, by what pays for it: the voucher's signature, and what it was sent with. */
export interface CallKey {
  /** tag and call number: what one voucher alone can pay for */
  call: string;
  /** signature and request */
  voucher: string;
}

interface Held {
  voucher: string;
  answer: Promise<EndpointAnswer>;
  /** bytes, once it is there */
  size: number;
}

/** Bytes of answers that are held for those who ask again. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What a call was answered with before, or that it is being asked just now. */
export type Turn =
  | { kind: 'first' }
  | { kind: 'same'; answer: Promise<EndpointAnswer> }
  /** another voucher, or another request, has this call number, and is not answered yet */
  | { kind: 'busy' }
  /** … and is answered */
  | { kind: 'taken' };

/**
 * The latest answers of each call, so that a request that comes twice reaches the agent once. In memory: after
 * a crash the agent itself gives the answer again, from its own store, to the voucher that paid for it.
 */
export class Answers {
  readonly #held = new Map<string, Held>();
  #bytes = 0;

  look({ call, voucher }: CallKey): Turn {
    const held = this.#held.get(call);
    if (held === undefined) return { kind: 'first' };
    if (held.voucher === voucher) return { kind: 'same', answer: held.answer };
    return { kind: held.size === 0 ? 'busy' : 'taken' };
  }

  /** Holds the answer while it is awaited, and afterwards where it is a paid one. */
  hold(key: CallKey, ask: () => Promise<{ answer: EndpointAnswer; paid: boolean }>): Promise<EndpointAnswer> {
    const asked = ask();
    const held: Held = { voucher: key.voucher, answer: asked.then(({ answer }) => answer), size: 0 };
    this.#held.set(key.call, held);
    asked.then(
      ({ answer, paid }) => {
        if (paid) this.#keep(held, answer.body.length + 1_024);
        else this.#held.delete(key.call);
      },
      () => this.#held.delete(key.call),
    );
    return held.answer;
  }

  #keep(held: Held, size: number): void {
    held.size = size;
    this.#bytes += size;
    for (const [call, { size: old }] of this.#held) {
      if (this.#bytes <= MOST_BYTES) return;
      if (old === 0) continue;
      this.#held.delete(call);
      this.#bytes -= old;
    }
  }
}
