import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  caip2Network,
  PAYMENT_RESPONSE,
  PaidClient,
  type PaidClientOptions,
  type PaidRequest,
  type PayerChannel,
  PayerStore,
} from '@agent-labs/sdk';
import {
  openPaidChannel,
  type PaidChannel,
  PRICE,
  type RegisteredAgent,
  registerAgent,
  runAgent,
  type TestAgent,
} from '../helpers/paid-agent';
import { note } from '../helpers/raw-payer';

export function request(text: string): PaidRequest {
  return { path: '/analyse', ...note(text) };
}

/** What to make of an answer on its way; the answer as it is by default. */
export type Change = (answer: Response) => { status?: number; header?: string; body?: Buffer };

/** A running agent, clients of it, and servers that pass for it. */
export class ClientFixture {
  readonly #servers: Server[] = [];

  private constructor(
    readonly registered: RegisteredAgent,
    readonly agent: TestAgent,
    readonly store: PayerStore,
  ) {}

  static async start(): Promise<ClientFixture> {
    const registered = await registerAgent();
    const store = await PayerStore.open(join(registered.directory, 'payer'));
    return new ClientFixture(registered, await runAgent(registered), store);
  }

  async stop(): Promise<void> {
    this.endServers();
    await this.agent.stop();
    await this.store.close();
  }

  endServers(): void {
    for (const server of this.#servers.splice(0)) server.close().closeAllConnections();
  }

  openChannel(): Promise<PaidChannel> {
    return openPaidChannel(this.registered);
  }

  /** A client that does not try again unless told to. */
  async clientOf(
    paid: PaidChannel,
    changes: Partial<PaidClientOptions> = {},
  ): Promise<{ client: PaidClient; payer: PayerChannel }> {
    const { chain, deployment } = this.registered;
    const payer = await paid.payer(this.store);
    const client = new PaidClient({
      url: this.agent.url,
      channel: paid.channel,
      payer,
      network: caip2Network(deployment.genesisHash),
      price: PRICE,
      now: () => chain.unixTime(),
      retries: 0,
      ...changes,
    });
    return { client, payer };
  }

  /** An agent that answers as it is told. @returns its address */
  async liar(listener: RequestListener): Promise<string> {
    const server = createServer(listener).listen(0, '127.0.0.1');
    this.#servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Passes requests on to the agent, and its answers back, changed. @returns its address */
  between(change: Change): Promise<string> {
    return this.liar(async (incoming, outgoing) => {
      const parts: Buffer[] = [];
      for await (const part of incoming) parts.push(part);
      const kept = ['content-type', 'x-file-name', 'payment-signature'];
      const headers = kept.flatMap((name) => {
        const value = incoming.headers[name];
        return typeof value === 'string' ? [[name, value] as [string, string]] : [];
      });
      const { method = 'GET', url = '/' } = incoming;
      const body = method === 'POST' ? Buffer.concat(parts) : null;
      const answer = await fetch(`${this.agent.url}${url}`, { method, headers, body });
      const given = Buffer.from(await answer.arrayBuffer());
      const changed = change(answer);
      const header = changed.header ?? answer.headers.get(PAYMENT_RESPONSE) ?? '';
      const type = answer.headers.get('content-type') ?? '';
      outgoing.writeHead(changed.status ?? answer.status, {
        'content-type': type,
        ...(header === '' ? {} : { [PAYMENT_RESPONSE]: header }),
      });
      outgoing.end(changed.body ?? given);
    });
  }
}
