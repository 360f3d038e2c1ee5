import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { PublicKey, Signer } from '@solana/web3.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { type AgentManifest, canonicalManifest, type ManifestCapability } from '../manifest/index.js';
import { AgentStore } from '../store/agent-store.js';
import { requestHash, responseHash } from '../voucher/format.js';
import { createMessageSigner } from '../voucher/sign.js';
import { FILE_NAME, PAYMENT_REQUIRED, PAYMENT_RESPONSE, PAYMENT_SIGNATURE } from '../x402/headers.js';
import { PaidDesk, PaidRequestRefused, paidRefusal } from './paid-desk.js';
import { SettleSchedule } from './settle-schedule.js';
import { type SettleReport, Settler } from './settler.js';

/** Seconds a voucher must still be valid for, and within which everything is settled. */
const SETTLING_TIME = 120;
const SETTLE_WITHIN = 900;

/** A request that was paid for. */
export interface PaidWork {
  capability: string;
  contentType: string;
  /** empty without one */
  fileName: string;
  body: Uint8Array;
}

export interface ServeAgentOptions {
  chain: Chain;
  deployment: Deployment;
  /** The agent's account, and the version of it that runs here. */
  agent: PublicKey;
  agentVersion: number;
  /** Signs answers; holds no funds. */
  agentKey: Signer;
  /** Pays the fees of settling. */
  feePayer: Signer;
  /** Made from the address it listens on; each of its capabilities becomes a paid path. */
  manifest: (url: string) => AgentManifest;
  /** Does the work. What it throws is told to the caller as it is, uncharged, when it is a PaidRequestRefused. */
  work: (request: PaidWork) => Promise<{ contentType: string; body: Uint8Array }>;
  /** For what must survive a crash. */
  directory: string;
  host?: string;
  /** 0, the default, takes any free one */
  port?: number;
  onSettled?: (report: SettleReport) => void;
  onError?: (error: Error) => void;
}

export interface ServedAgent {
  url: string;
  manifest: AgentManifest;
  /** Settles now what is due. */
  settle(): Promise<SettleReport>;
  /** Takes no more calls, finishes those under way, and closes the store. Settles nothing: the store keeps it. */
  stop(): Promise<void>;
}

/**
 * Runs an agent over HTTP: 402 with the price, work for a voucher, the answer with the agent's signature, and
 * settling in batches. For Node.
 * @throws StoreLocked when another process runs on the directory; Error when the port is taken
 */
export async function serveAgent(options: ServeAgentOptions): Promise<ServedAgent> {
  const { chain, directory, host = '127.0.0.1', port = 0, feePayer, deployment } = options;
  const onError = options.onError ?? ((error: Error) => process.emitWarning(error));
  const store = await AgentStore.open(join(directory, 'vouchers.journal'));
  const settler = new Settler({ chain, deployment, store, feePayer });
  const schedule = new SettleSchedule({
    chain,
    store,
    settler,
    every: undefined,
    longestWait: SETTLE_WITHIN,
    beforeExpiry: 2 * SETTLING_TIME,
    onSettled: (report) => options.onSettled?.(report),
    onError,
  });
  const desk = new PaidDesk({
    ...options,
    store,
    signer: createMessageSigner(options.agentKey.secretKey),
    minimumSecondsLeft: SETTLING_TIME,
  });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, resolve);
    });
    const url = `http://${host}:${(server.address() as AddressInfo).port}`;
    const manifest = options.manifest(url);
    const handler = new Handler(desk, manifest, options.work, onError, () => schedule.taken());
    server.on('request', (request, response) => void handler.handle(request, response));
    return {
      url,
      manifest,
      settle: () => settler.run(),
      stop: async () => {
        await close(server);
        await schedule.stop();
        await store.close();
      },
    };
  } catch (error) {
    server.close();
    await schedule.stop();
    await store.close();
    throw error;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
}

class Handler {
  constructor(
    readonly desk: PaidDesk,
    readonly manifest: AgentManifest,
    readonly work: ServeAgentOptions['work'],
    readonly onError: (error: Error) => void,
    readonly onTaken: () => void,
  ) {}

  /** Never rejects: what goes wrong is answered, or told to `onError`. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#route(request, response);
    } catch (error) {
      const refusal = paidRefusal(error);
      if (refusal === null) {
        this.onError(error as Error);
        // whether the voucher was taken is not known here: the same request again settles that
        const fault = { code: 'Internal', message: 'a fault of the agent; send the same request again' };
        return send(response, 500, { error: fault });
      }
      const { status, code, message } = refusal;
      if (status === 402) response.setHeader(PAYMENT_REQUIRED, this.#offer(request, code));
      send(response, status, { error: { code, message, charged: false } });
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '' } = request;
    if (method === 'GET' && path === '/manifest.json') {
      return send(response, 200, canonicalManifest(this.manifest));
    }
    if (method === 'GET' && path === '/health') return send(response, 200, { status: 'ok' });
    const payment = () => this.desk.read(request.headers[PAYMENT_SIGNATURE]);
    const { amount } = this.manifest.pricing;
    if (method === 'GET' && path === '/answers') {
      const read = payment();
      const stored = await this.desk.again(read);
      response.setHeader(PAYMENT_RESPONSE, this.desk.response(read, stored, amount));
      return sendBytes(response, stored.contentType, stored.body);
    }
    const capability = this.manifest.capabilities.find((one) => one.method === method && one.path === path);
    if (capability === undefined) {
      const paths = this.manifest.capabilities.map((one) => `${one.method} ${one.path}`).join(', ');
      throw new PaidRequestRefused(
        404,
        'NotFound',
        `there is ${paths}, GET /answers, /manifest.json and /health`,
      );
    }
    // before the body is read: nobody gets memory for nothing
    const read = payment();
    const work = await readWork(request, capability);
    const { contentType, fileName, body } = work;
    const hash = requestHash({ method, path, contentType, fileName }, body);
    const perform = async () => {
      const answer = await this.work(work);
      return { ...answer, responseHash: responseHash(answer.body) };
    };
    const stored = await this.desk.serve(read, hash, perform, this.onTaken);
    response.setHeader(PAYMENT_RESPONSE, this.desk.response(read, stored, amount));
    sendBytes(response, stored.contentType, stored.body);
  }

  #offer({ url = '' }: IncomingMessage, code: string): string {
    const { pricing, endpoint, summary, description, capabilities } = this.manifest;
    return this.desk.required(
      {
        url: `${endpoint.url}${url}`,
        description: summary ?? description,
        mimeType: capabilities.find(({ path }) => path === url)?.output.contentType ?? '',
        amount: pricing.amount,
        asset: pricing.mint,
      },
      code,
    );
  }
}

async function readWork(request: IncomingMessage, { name, input }: ManifestCapability): Promise<PaidWork> {
  const contentType = request.headers['content-type'] ?? '';
  const media = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!input.contentTypes.includes(media)) {
    const wanted = input.contentTypes.join(', ');
    throw new PaidRequestRefused(415, 'ContentTypeUnsupported', `content-type must be one of ${wanted}`);
  }
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > input.maxBytes) {
      throw new PaidRequestRefused(413, 'TooLarge', `at most ${input.maxBytes} bytes are taken`);
    }
    parts.push(part);
  }
  const fileName = nameOf(request.headers[FILE_NAME]);
  return { capability: name, contentType, fileName, body: new Uint8Array(Buffer.concat(parts, length)) };
}

function nameOf(encoded: string | string[] | undefined): string {
  try {
    return decodeURIComponent(typeof encoded === 'string' ? encoded : '');
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new PaidRequestRefused(400, 'FileNameMalformed', `${FILE_NAME} must be percent-encoded UTF-8`);
  }
}

function send(response: ServerResponse, status: number, body: object | string): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.statusCode = status;
  sendBytes(response, 'application/json; charset=utf-8', Buffer.from(text, 'utf8'));
}

function sendBytes(response: ServerResponse, contentType: string, body: Uint8Array): void {
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', body.length);
  response.end(body);
}
