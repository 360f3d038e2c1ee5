import type { PublicKey } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { toBase64 } from '../voucher/bytes.js';
import { LARGEST_ANSWER, readBody } from '../x402/body.js';
import { GatewayRefused, GatewaySilent } from './errors.js';
import { checkSignIn, signInText } from './sign-in.js';

/** A wallet that signs messages, a wallet adapter for one. */
export interface MessageWallet {
  publicKey: PublicKey;
  /** @returns 64 bytes */
  signMessage(message: Uint8Array): Promise<Uint8Array>;
}

export interface GatewayOptions {
  /** without a final slash */
  url: string;
  wallet: MessageWallet;
  /** on the chain that the gateway is for: another chain's sign-in is not signed */
  deployment: Deployment;
  /** whose sign-in is signed, and nobody else's; the host of `url`, with its port, unless given */
  domain?: string;
  /** seconds that a request may take */
  timeoutSeconds?: number;
}

/** Milliseconds before its end at which a token is replaced. */
const RENEW_BEFORE = 60_000;

/**
 * A wallet at a gateway. It signs in when it has to, with a message that says what it is for, and again shortly
 * before the token runs out.
 */
export class GatewayClient {
  readonly url: string;
  readonly #options: GatewayOptions;
  #token: Promise<{ token: string; expiresAt: number }> | null = null;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.url = options.url.replace(/\/$/, '');
  }

  get address(): string {
    return this.#options.wallet.publicKey.toBase58();
  }

  /** A token that holds for a minute at least. @throws GatewayRefused, GatewaySilent, SignInMismatch; what the wallet throws */
  async token(): Promise<string> {
    const known = this.#token;
    const held = await known;
    if (held !== null && held.expiresAt - Date.now() > RENEW_BEFORE) return held.token;
    // whoever comes first signs in for all who wait
    if (this.#token === known) this.#token = this.#signIn();
    const signing = this.#token;
    try {
      return (await signing)?.token ?? (await this.token());
    } catch (error) {
      if (this.#token === signing) this.#token = null;
      throw error;
    }
  }

  /** Headers that hold paid calls to a session's policy: for `headers` of a PaidClient. */
  callHeaders(session: string): () => Promise<Record<string, string>> {
    return async () => ({
      authorization: `Bearer ${await this.token()}`,
      'x-agent-labs-session': session,
    });
  }

  /** Revokes the token, on open sockets too. */
  async signOut(): Promise<void> {
    if (this.#token === null) return;
    await this.request('POST', '/v1/auth/sign-out');
    this.#token = null;
  }

  /**
   * One request as this wallet.
   * @throws GatewayRefused, GatewaySilent, SignInMismatch
   */
  async request<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<T> {
    return this.#send(method, path, body, { ...headers, authorization: `Bearer ${await this.token()}` });
  }

  async #signIn(): Promise<{ token: string; expiresAt: number }> {
    const { wallet, domain, deployment } = this.#options;
    const { address } = this;
    const asked = await this.#send('POST', '/v1/auth/challenge', { address });
    const input = checkSignIn(asked, { domain: domain ?? new URL(this.url).host, address, deployment });
    const message = new TextEncoder().encode(signInText(input));
    const signature = await wallet.signMessage(message);
    const { token, expiresAt } = await this.#send<{ token: string; expiresAt: string }>(
      'POST',
      '/v1/auth/sign-in',
      { message: toBase64(message), signature: toBase64(signature) },
    );
    return { token, expiresAt: Date.parse(expiresAt) };
  }

  async #send<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.url}${path}`, {
        method,
        headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout((this.#options.timeoutSeconds ?? 30) * 1_000),
      });
      text = new TextDecoder().decode(await readBody(response, LARGEST_ANSWER));
    } catch (error) {
      throw new GatewaySilent(`${method} ${path}: ${(error as Error).message}`, { cause: error });
    }
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
    const { code, message } = errorIn(text);
    const wait = response.headers.get('retry-after');
    throw new GatewayRefused(response.status, code, message, wait === null ? null : Number(wait));
  }
}

function errorIn(text: string): { code: string; message: string } {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
    if (typeof error?.code === 'string') return { code: error.code, message: String(error.message ?? '') };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  return { code: 'Unknown', message: text.slice(0, 200) };
}
