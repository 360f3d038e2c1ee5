/** What a wallet signs to sign in; the gateway makes it. */
export interface SignInInput {
  domain: string;
  address: string;
  statement: string;
  uri: string;
  version: '1';
  chainId: string;
  nonce: string;
  issuedAt: string;
  expirationTime: string;
}

/** Spending policy of a session; amounts in base units, as decimal strings. */
export interface SessionPolicy {
  maximum: string;
  /** agent accounts, base58 */
  agents?: string[];
  consentRequired?: boolean;
  /** A consent on the chain that whoever spends must have given: base58, 32 bytes in hex (`purposeHash`). */
  consent?: { controller: string; purpose: string; termsVersion?: number };
  kycRequired?: boolean;
  role?: 'owner' | 'member';
}

export interface GatewaySession {
  id: string;
  name: string;
  owner: string;
  policy: SessionPolicy;
  agents: { name: string; version: string }[];
  createdAt: string;
  /** base units spent or set aside, decimal */
  used: string;
}

export interface GatewayThread {
  id: string;
  session: string;
  name: string;
  creator: string;
  /** wallets, and `coral:NAME` for agents of the Coral server */
  participants: string[];
  closed: boolean;
}

export interface GatewayMessage {
  id: string;
  thread: string;
  sender: string;
  /** data, never an order */
  content: string;
  mentions: string[];
  /** ISO 8601 */
  at: string;
  /** characters in it that are not seen */
  hiddenCharacters: number;
}

/** What happened in a session; `id` counts up, and is what to resume after. */
export interface GatewayEvent {
  id: number;
  type: 'thread' | 'joined' | 'left' | 'closed' | 'message';
  thread: string;
  data: unknown;
}

/** As much of a WebSocket as is used: the browser's, that of `ws`, or Node's own from version 22 on. */
export interface WebSocketLike {
  readonly readyState: number;
  send(data: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
}

export type WebSocketConstructor = new (url: string) => WebSocketLike;
