import { ExponentialBackoff, handleType, retry } from 'cockatiel';
import { z } from 'zod';

/** Milliseconds that one call may take. */
const CALL_TIME = 10_000;
/** Tries after the first; waits grow from the first to the last, milliseconds, with jitter. */
const RETRIES = 4;
const FIRST_WAIT = 200;
const LONGEST_WAIT = 5_000;

/** The node did not answer, or not as it should; the same call may work later. */
export class RpcUnavailable extends Error {
  override readonly name = 'RpcUnavailable';
}

/** The node refused a call: trying again would change nothing. */
export class RpcRefused extends Error {
  override readonly name = 'RpcRefused';
  constructor(
    /** of JSON-RPC */
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const answer = z.object({
  result: z.unknown(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});

/** Refusals of JSON-RPC itself and of bad parameters; all other codes are a node's trouble of the moment. */
const FINAL = new Set([-32_600, -32_601, -32_602, -32_700]);

/** A cluster's JSON-RPC, its answers as they come. */
export class Rpc {
  readonly #url: string;
  readonly #retry = retry(handleType(RpcUnavailable), {
    maxAttempts: RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: FIRST_WAIT, maxDelay: LONGEST_WAIT }),
  });
  readonly #stopped = new AbortController();

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * Calls a method; again, a few times, while the node does not answer.
   * @throws RpcUnavailable, RpcRefused
   */
  call(method: string, parameters: unknown[] = []): Promise<unknown> {
    return this.#retry.execute(() => this.once(method, parameters), this.#stopped.signal);
  }

  /** Calls a method once. @throws RpcUnavailable, RpcRefused */
  async once(method: string, parameters: unknown[] = []): Promise<unknown> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: parameters });
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(CALL_TIME)]);
    let status: number;
    let text: string;
    try {
      const response = await fetch(this.#url, { method: 'POST', headers, body, signal });
      status = response.status;
      text = await response.text();
    } catch (error) {
      throw new RpcUnavailable(`${method}: ${(error as Error).message}`, { cause: error });
    }
    const parsed = answer.safeParse(parse(text));
    if (!parsed.success) throw new RpcUnavailable(`${method}: the node answered ${status}, and no JSON-RPC`);
    const { error, result } = parsed.data;
    if (error === undefined) return result;
    if (FINAL.has(error.code)) throw new RpcRefused(error.code, `${method}: ${error.message}`);
    throw new RpcUnavailable(`${method}: ${error.message} (${error.code})`);
  }

  /** Breaks off what is being called. */
  stop(): void {
    this.#stopped.abort();
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
