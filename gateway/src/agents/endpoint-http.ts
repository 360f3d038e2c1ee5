import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher, request } from 'undici';
import { isPublicAddress } from './public-address.js';

/** An endpoint that the gateway must not reach. Nothing was sent. */
export class EndpointForbidden extends Error {
  override readonly name = 'EndpointForbidden';
}

/** An endpoint that gave no answer. */
export class EndpointSilent extends Error {
  override readonly name = 'EndpointSilent';
  constructor(
    message: string,
    /** whether the request may have reached it */
    readonly maybeReceived: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export interface EndpointRequest {
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  /** milliseconds until the whole answer has to be there */
  timeout: number;
  /** bytes */
  largestAnswer: number;
}

export interface EndpointAnswer {
  status: number;
  /** lower-case names */
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface EndpointHttpOptions {
  /** Reaches private and loopback addresses: for a local chain alone. */
  allowPrivate: boolean;
  /** Resolves names; the system's resolver without it. */
  lookup?: LookupFunction;
}

const CONNECT_TIME = 5_000;
/** Errors that say the request never left. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Reaches agents' endpoints, whose addresses strangers choose: what a name resolves to is judged when it is
 * connected to, so that a name that changes its mind gains nothing, and redirects are not followed.
 */
export class EndpointHttp {
  readonly #dispatcher: Agent;
  readonly #allowPrivate: boolean;

  constructor({ allowPrivate, lookup = systemLookup as LookupFunction }: EndpointHttpOptions) {
    this.#allowPrivate = allowPrivate;
    const connect = buildConnector({ timeout: CONNECT_TIME, lookup: this.#guarded(lookup) });
    this.#dispatcher = new Agent({
      connections: 64,
      keepAliveTimeout: 10_000,
      connect: (options, callback) => {
        const host = options.hostname.replace(/^\[|\]$/g, '');
        // net resolves no literal address, so that nobody else would judge it
        if (isIP(host) !== 0 && !this.#allows(host)) return callback(forbidden(host), null);
        connect(options, callback);
      },
    });
  }

  /**
   * @throws EndpointForbidden, EndpointSilent
   */
  async fetch(url: string, options: EndpointRequest): Promise<EndpointAnswer> {
    const { method, headers, body, timeout, largestAnswer } = options;
    try {
      const response = await request(url, {
        dispatcher: this.#dispatcher,
        method: method as Dispatcher.HttpMethod,
        headers,
        body: body ?? null,
        signal: AbortSignal.timeout(timeout),
        headersTimeout: timeout,
        bodyTimeout: timeout,
      });
      return {
        status: response.statusCode,
        headers: response.headers,
        body: await bodyOf(response.body, largestAnswer),
      };
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const cause = error instanceof EndpointForbidden ? error : (error as Error).cause;
      if (cause instanceof EndpointForbidden) throw cause;
      throw new EndpointSilent(message, !NEVER_LEFT.has(code ?? ''), { cause: error });
    }
  }

  close(): Promise<void> {
    return this.#dispatcher.destroy();
  }

  #allows(address: string): boolean {
    return this.#allowPrivate || isPublicAddress(address);
  }

  #guarded(lookup: LookupFunction): LookupFunction {
    return (hostname, options, callback) => {
      lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, []);
        const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }];
        const bad = addresses.find(({ address }) => !this.#allows(address));
        if (bad !== undefined) return callback(forbidden(`${hostname} (${bad.address})`), []);
        const [first] = addresses;
        if (options.all) return callback(null, addresses);
        callback(null, first?.address ?? '', first?.family);
      });
    };
  }
}

function forbidden(host: string): EndpointForbidden {
  return new EndpointForbidden(
    `${host} is no address of the public internet; agents must be reachable in public`,
  );
}

async function bodyOf(body: AsyncIterable<Buffer>, largest: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > largest) throw new Error(`an answer of more than ${largest} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
