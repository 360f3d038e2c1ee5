import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GatewayOptions,
  type RunningGateway,
  type SignInInput,
  signInText,
  startGateway,
} from '@agent-labs/gateway';
import { createMessageSigner } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { type ListedAgent, listAgent } from '../helpers/listed-agent';
import { type ChannelWish, openPaidChannel, type PaidChannel } from '../helpers/paid-agent';
import { RawPayer } from '../helpers/raw-payer';

/** What an endpoint answered. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into many forms
  body: any;
  headers: Headers;
}

/** A chain with a listed agent, and a gateway before it. */
export class GatewayFixture {
  gateway!: RunningGateway;
  readonly directory = mkdtempSync(join(tmpdir(), 'agent-labs-gateway-'));

  private constructor(
    readonly listed: ListedAgent,
    readonly options: Partial<GatewayOptions>,
  ) {}

  static async start(options: Partial<GatewayOptions> = {}): Promise<GatewayFixture> {
    const fixture = new GatewayFixture(await listAgent(), options);
    await fixture.restart();
    return fixture;
  }

  /** Starts the gateway (again) on its directory. */
  async restart(changes: Partial<GatewayOptions> = {}): Promise<void> {
    await this.gateway?.stop();
    const { chain, deployment } = this.listed;
    this.gateway = await startGateway({
      chain,
      deployment,
      dataDirectory: this.directory,
      port: 0,
      allowPrivateEndpoints: true,
      ...this.options,
      ...changes,
    });
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await this.listed.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Address below which the agent is called. */
  get agentUrl(): string {
    return `${this.gateway.url}/v1/agents/${this.listed.agent.toBase58()}`;
  }

  /** A channel on the version that is listed, and a payer who signs anything. */
  async payer(wish: ChannelWish = {}): Promise<RawPayer & { paid: PaidChannel }> {
    const paid = await openPaidChannel(this.listed, { versionNumber: 2, ...wish });
    return new RawPayer(this.listed, paid);
  }

  async call(
    method: string,
    path: string,
    { body, token, headers = {} }: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.gateway.url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }

  /** As `call`, with the path as it is: fetch tidies it. */
  raw(method: string, path: string, headers: Record<string, string> = {}): Promise<Omit<Answer, 'headers'>> {
    return new Promise((resolve, reject) => {
      const sent = request(this.gateway.url, { method, path, headers }, (response) => {
        let text = '';
        response.on('data', (data) => {
          text += data;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
      });
      sent.once('error', reject);
      sent.end();
    });
  }

  async challenge(wallet: Keypair): Promise<SignInInput> {
    const { body } = await this.call('POST', '/v1/auth/challenge', {
      body: { address: wallet.publicKey.toBase58() },
    });
    return body as SignInInput;
  }

  /** Signs what it is given, as a wallet would what it shows. */
  signIn(wallet: Keypair, input: SignInInput, text = signInText(input)): Promise<Answer> {
    const message = Buffer.from(text, 'utf8');
    const signature = createMessageSigner(wallet.secretKey).sign(message);
    return this.call('POST', '/v1/auth/sign-in', {
      body: { message: message.toString('base64'), signature: Buffer.from(signature).toString('base64') },
    });
  }

  /** A wallet and its token. */
  async member(wallet = Keypair.generate()): Promise<{ wallet: Keypair; address: string; token: string }> {
    const { body } = await this.signIn(wallet, await this.challenge(wallet));
    return { wallet, address: wallet.publicKey.toBase58(), token: body.token };
  }
}

/** Status and name of a refusal. */
export function refusal({ status, body }: Pick<Answer, 'status' | 'body'>): [number, string] {
  return [status, body?.error?.code];
}
