import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { registerWebhook } from '@agent-labs/indexer';
import { Keypair, PublicKey } from '@solana/web3.js';

const HELIUS = 'https://api-mainnet.helius-rpc.com';
const KEY = '11111111-2222-3333-4444-555555555555';
const DEVNET = new PublicKey('EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG').toBytes();

interface Call {
  method: string;
  path: string;
  body: Record<string, unknown> | null;
}

/** Answers as Helius' webhook API does: a webhook it holds, and what was asked of it. */
class Service {
  readonly calls: Call[] = [];
  held: Record<string, unknown>[] = [];
  refuses: { status: number; text: string } | null = null;
  readonly #server: Server;
  readonly #fetch = globalThis.fetch;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const url = new URL(request.url ?? '', HELIUS);
      const text = Buffer.concat(parts).toString();
      const call = { method: request.method ?? '', path: url.pathname, body: text ? JSON.parse(text) : null };
      this.calls.push(call);
      const { status, text: answer } = this.#answer(call, url.searchParams.get('api-key'));
      response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
    });
  }

  /** The SDK knows one address of the service: what it sends there comes here. */
  static async start(): Promise<Service> {
    const service = new Service();
    await new Promise<void>((done) => service.#server.listen({ host: '127.0.0.1', port: 0 }, done));
    const { port } = service.#server.address() as AddressInfo;
    globalThis.fetch = (input, init) =>
      service.#fetch(String(input).replace(HELIUS, `http://127.0.0.1:${port}`), init);
    return service;
  }

  async stop(): Promise<void> {
    globalThis.fetch = this.#fetch;
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #answer({ method, path, body }: Call, key: string | null): { status: number; text: string } {
    const found = (status: number, value: unknown) => ({ status, text: JSON.stringify(value) });
    if (key !== KEY) return found(401, { error: 'invalid api key provided' });
    if (this.refuses !== null) return this.refuses;
    if (method === 'GET') return found(200, this.held);
    if (method === 'POST') {
      const made = { webhookID: `webhook-${this.held.length + 1}`, wallet: '', active: true, ...body };
      this.held.push(made);
      return found(201, made);
    }
    const webhook = this.held.find(({ webhookID }) => path === `/v0/webhooks/${webhookID}`);
    if (webhook === undefined) return found(404, { error: 'webhook not found' });
    Object.assign(webhook, body);
    return found(200, webhook);
  }
}

describe('indexer: its webhook at Helius', () => {
  let service: Service;
  const programs = [Keypair.generate(), Keypair.generate()].map(({ publicKey }) => publicKey.toBase58());
  const registration = {
    apiKey: KEY,
    webhookUrl: 'https://indexer.example/webhooks/helius',
    webhookSecret: 'a secret that only the webhook knows',
    programs,
    genesisHash: DEVNET,
  };

  before(async () => {
    service = await Service.start();
  });
  after(() => service.stop());
  beforeEach(() => {
    service.calls.length = 0;
    service.held = [];
    service.refuses = null;
  });

  it('is made once, raw, for all transactions of the programs, failed ones too', async () => {
    service.held = [{ webhookID: 'another', webhookURL: 'https://elsewhere.example/', active: true }];
    await registerWebhook(registration);
    assert.deepEqual(
      service.calls.map(({ method, path }) => [method, path]),
      [
        ['GET', '/v0/webhooks'],
        ['POST', '/v0/webhooks'],
      ],
    );
    assert.deepEqual(service.calls[1]?.body, {
      webhookURL: registration.webhookUrl,
      webhookType: 'rawDevnet',
      transactionTypes: ['ANY'],
      accountAddresses: programs,
      txnStatus: 'all',
      authHeader: registration.webhookSecret,
    });
  });

  it('is brought up to date by the next start, and switched on again, and no second one is made', async () => {
    await registerWebhook(registration);
    Object.assign(service.held[0] ?? {}, { active: false });
    const webhookSecret = 'another secret, after a rotation';
    await registerWebhook({ ...registration, webhookSecret, genesisHash: new Uint8Array(32).fill(5) });
    assert.equal(service.held.length, 1);
    const [webhook] = service.held;
    assert.deepEqual(
      [webhook?.authHeader, webhook?.webhookType, webhook?.active],
      [webhookSecret, 'raw', true],
    );
  });

  it('is no webhook where the service refuses: the reason comes through, the key and the secret do not', async () => {
    const refusals: [Partial<typeof registration>, Service['refuses'], RegExp][] = [
      [{ apiKey: 'wrong' }, null, /401.*invalid api key/],
      [{}, { status: 429, text: 'rate limited' }, /429.*rate limited/],
      [{}, { status: 200, text: '{"error":"plan has no webhooks"}' }, /plan has no webhooks/],
    ];
    for (const [change, refuses, reason] of refusals) {
      service.refuses = refuses;
      await assert.rejects(registerWebhook({ ...registration, ...change }), ({ message }: Error) => {
        assert.match(message, reason);
        assert.ok(!message.includes(KEY) && !message.includes(registration.webhookSecret));
        return true;
      });
    }
    assert.deepEqual(service.held, []);
  });
});
