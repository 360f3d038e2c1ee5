import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMessageSigner } from '@agent-labs/sdk';
import { utils } from '@coral-xyz/anchor';
import { type Keypair, VersionedTransaction } from '@solana/web3.js';
import type { TestChain } from '../helpers/chains/test-chain';

export const API_KEY = 'sk_staging_recorded';
export const LOCATOR = 'email:issuer@seller.example:solana-smart-wallet';
export const WEBHOOK_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** What the server does with the next requests instead of its work, one after another. */
export type Mishap =
  | { status: number; retryAfter?: string; body?: string }
  | 'hang up'
  | 'hang up after the work'
  | 'silence';

interface Made {
  id: string;
  status: 'pending' | 'awaiting-approval' | 'failed' | 'success';
  txId?: string;
  looks: number;
}

/**
 * Stands in for Crossmint's wallets: paths, headers and answers have the shapes of its documentation, and it signs
 * and sends what it is given with the wallet's key. Nothing here was recorded from a live call.
 */
export class CrossmintServer {
  readonly mishaps: Mishap[] = [];
  /** ends of the transactions to come: success unless told */
  readonly ends: ('failed' | 'stuck' | 'awaiting-approval' | 'lies')[] = [];
  readonly requests: { method: string; path: string; key: string | undefined; body: string }[] = [];
  readonly #byKey = new Map<string, Made>();
  readonly #chain: TestChain;
  readonly #wallet: Keypair;
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response).catch((error: Error) => {
      response.writeHead(500).end(error.message);
    });
  });

  private constructor(chain: TestChain, wallet: Keypair) {
    this.#chain = chain;
    this.#wallet = wallet;
  }

  static async start(chain: TestChain, wallet: Keypair): Promise<CrossmintServer> {
    const server = new CrossmintServer(chain, wallet);
    await new Promise<void>((done) => server.#server.listen(0, '127.0.0.1', done));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { method = '', url: path = '' } = request;
    const key = request.headers['x-idempotency-key'] as string | undefined;
    this.requests.push({ method, path, key, body });
    const json = (status: number, value: unknown, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value));
    const mishap = this.mishaps.shift();
    if (mishap === 'silence') return;
    if (mishap === 'hang up') return void request.socket.destroy();
    if (typeof mishap === 'object') {
      const { status, retryAfter, body: text = '{"error":true,"message":"try later"}' } = mishap;
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end(text);
      return;
    }
    if (request.headers['x-api-key'] !== API_KEY) {
      return void json(403, { error: true, message: 'Invalid API key' });
    }
    const base = `/api/2025-06-09/wallets/${encodeURIComponent(LOCATOR)}/transactions`;
    if (method === 'POST' && path === base) {
      const made = await this.#make(key ?? '', body);
      if (mishap === 'hang up after the work') return void request.socket.destroy();
      return void json(201, told(made));
    }
    const made = [...this.#byKey.values()].find(({ id }) => path === `${base}/${id}`);
    if (method !== 'GET' || made === undefined) return void json(404, { error: true, message: 'Not found' });
    made.looks += 1;
    json(200, told(made));
  }

  /** Once for a key, whatever comes with it the next time. */
  async #make(key: string, body: string): Promise<Made> {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made: Made = { id: `tx-${this.#byKey.size + 1}`, status: 'pending', looks: 0 };
    this.#byKey.set(key, made);
    const end = this.ends.shift();
    if (end === 'stuck') return made;
    if (end === 'awaiting-approval' || end === 'failed') made.status = end;
    else if (end === 'lies') made.status = 'success';
    else {
      const { transaction } = (JSON.parse(body) as { params: { transaction: string } }).params;
      await this.#send(made, VersionedTransaction.deserialize(utils.bytes.bs58.decode(transaction)));
    }
    return made;
  }

  async #send(made: Made, transaction: VersionedTransaction): Promise<void> {
    const signer = createMessageSigner(this.#wallet.secretKey);
    transaction.signatures[0] = signer.sign(transaction.message.serialize());
    try {
      const { signature } = await this.#chain.sendRaw(transaction);
      Object.assign(made, { status: 'success', txId: signature });
    } catch {
      // as the provider: it failed, and why stands on the chain
      made.status = 'failed';
    }
  }
}

function told({ id, status, txId, looks }: Made) {
  // it is never through at once
  const seen = status === 'success' && looks === 0 ? 'pending' : status;
  return {
    ...{ id, status: seen, chainType: 'solana', walletType: 'solana-smart-wallet' },
    ...{ approvals: { pending: [], submitted: [] }, params: {}, createdAt: '2026-11-01T00:00:00.000Z' },
    onChain: { ...(seen === 'success' && txId !== undefined && { txId }) },
  };
}

/** Headers of a webhook as Svix signs it. @param now Unix seconds */
export function svixHeaders(body: string, now: number, secret = WEBHOOK_SECRET, id = 'msg_1') {
  const timestamp = String(Math.floor(now));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` };
}
