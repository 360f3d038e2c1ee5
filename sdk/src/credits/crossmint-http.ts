import { readBody } from '../x402/body.js';
import { CreditsNotIssued, CreditsUncertain } from './types.js';

export interface CrossmintHttpOptions {
  /** Server-side key; sent as a header and nowhere else. */
  apiKey: string;
  /** `https://www.crossmint.com/api`, or `https://staging.crossmint.com/api`, without a final slash. */
  url: string;
  /** seconds that one request may take; 20 unless given */
  timeoutSeconds?: number;
  /** times that a request is made again where the provider is busy or does not answer; 3 unless given */
  retries?: number;
  /** longest wait before another try, seconds; a `Retry-After` beyond it ends the tries; 30 unless given */
  longestWaitSeconds?: number;
}

/** Bytes of an answer that is read. */
const LARGEST_ANSWER = 256 * 1024;

/** What a try came to: an answer, or why another may help. */
type Try = { answer: unknown } | { again: CreditsNotIssued | CreditsUncertain; wait: number | null };

/** Requests to Crossmint's API. Asked again under the same idempotency key, it does a thing once. */
export class CrossmintHttp {
  readonly #options: CrossmintHttpOptions;

  constructor(options: CrossmintHttpOptions) {
    this.#options = options;
  }

  /** @throws CreditsNotIssued, CreditsUncertain */
  async request(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    idempotencyKey?: string,
  ): Promise<unknown> {
    const { retries = 3, longestWaitSeconds = 30 } = this.#options;
    // once one was not answered, a later refusal does not undo what that one may have done
    let uncertain: CreditsUncertain | null = null;
    for (let tried = 0; ; tried += 1) {
      const result = await this.#try(method, path, body, idempotencyKey);
      if ('answer' in result) return result.answer;
      if (result.again instanceof CreditsUncertain) uncertain = result.again;
      const wait = result.wait ?? Math.min(2 ** tried / 2, longestWaitSeconds);
      if (tried >= retries || wait > longestWaitSeconds) throw uncertain ?? result.again;
      // up to a quarter more, so that many who wait do not come back at once
      await new Promise((done) => setTimeout(done, wait * 1_000 * (1 + Math.random() / 4)));
    }
  }

  async #try(method: string, path: string, body?: object, idempotencyKey?: string): Promise<Try> {
    const { apiKey, url, timeoutSeconds = 20 } = this.#options;
    const what = `Crossmint, ${method} ${path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}${path}`, {
        method,
        headers: {
          'X-API-KEY': apiKey,
          ...(idempotencyKey !== undefined && { 'x-idempotency-key': idempotencyKey }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      });
      text = new TextDecoder().decode(await readBody(response, LARGEST_ANSWER));
    } catch (error) {
      const message = `${what}: ${(error as Error).message}`;
      return { again: new CreditsUncertain('Silent', message, null, { cause: error }), wait: null };
    }
    const { status } = response;
    if (response.ok) return { answer: json(what, text) };
    if (status >= 500) {
      return { again: new CreditsUncertain('Silent', `${what} answered ${status}`), wait: null };
    }
    if (status === 429) {
      const wait = secondsOf(response.headers.get('retry-after'));
      return { again: new CreditsNotIssued('Busy', `${what} answered 429`, wait), wait };
    }
    const told = `${what} answered ${status}: ${text.slice(0, 200)}`;
    if (status === 401 || status === 403) {
      throw new CreditsNotIssued(
        'Unauthorized',
        `${told}. Check the API key, its scopes and its environment`,
      );
    }
    throw new CreditsNotIssued('Refused', told);
  }
}

/** `Retry-After` in seconds: a number of them, or a date. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, (date - Date.now()) / 1_000);
}

function json(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CreditsUncertain('Silent', `${what} answered no JSON`, null, { cause: error });
  }
}
