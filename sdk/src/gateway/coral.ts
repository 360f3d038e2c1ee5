import type { PublicKey } from '@solana/web3.js';
import { type RatedAgent, RatingRightMissing, rateAgent } from '../actions/rate-agent.js';
import { findRatingRight } from '../actions/rating-right.js';
import { type AgentReputation, readReputation } from '../actions/reputation.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import type { TransactionSigner } from '../transactions/signers.js';
import type { GatewayClient } from './client.js';
import { type EventStreamOptions, sessionEvents } from './events.js';
import type { GatewayEvent, GatewayMessage, GatewaySession, GatewayThread, SessionPolicy } from './types.js';

export interface SendMessage {
  content: string;
  /** participants, wallets or `coral:NAME` */
  mentions?: string[];
  /** the same key, the same message, said once; a new one unless given */
  key?: string;
}

/** What reputation needs beside the gateway, which signs nothing and holds no wallet. */
export interface ReputationOptions {
  chain: Chain;
  deployment: Deployment;
  /** Opened the mandate that pays the agents. */
  wallet: TransactionSigner;
  /** 1 unless given */
  mandateId?: bigint;
}

/** How an opinion of an agent changed by a session, from −2 to +2. */
export type ReputationDelta = -2 | -1 | 0 | 1 | 2;

/** `updateReputation` or `getReputation` of a CoralIntegration that was given no chain. */
export class ReputationUnavailable extends Error {
  override readonly name = 'ReputationUnavailable';
}

/**
 * Messages between wallets and Coral agents, through a gateway.
 * @example
 * const coral = new CoralIntegration(gateway);
 * const session = await coral.createSession({ name: 'Research', agents: [{ name: 'echo', version: '1.0.0' }] });
 * const thread = await coral.createThread(session.id, { name: 'First', participants: ['coral:echo'] });
 * await coral.sendMessage(thread, { content: 'Hello', mentions: ['coral:echo'] });
 * for await (const message of coral.receiveMessages(session.id)) console.log(message.sender, message.content);
 */
export class CoralIntegration {
  readonly #reputation: ReputationOptions | null;

  /** @param reputation for `updateReputation` and `getReputation`, which go to the chain */
  constructor(
    readonly gateway: GatewayClient,
    reputation: ReputationOptions | null = null,
  ) {
    this.#reputation = reputation;
  }

  createSession(wish: {
    name: string;
    policy?: SessionPolicy;
    agents?: { name: string; version: string }[];
  }): Promise<GatewaySession> {
    return this.gateway.request('POST', '/v1/sessions', wish);
  }

  async sessions(): Promise<GatewaySession[]> {
    const { sessions } = await this.gateway.request<{ sessions: GatewaySession[] }>('GET', '/v1/sessions');
    return sessions;
  }

  createThread(session: string, wish: { name: string; participants?: string[] }): Promise<GatewayThread> {
    return this.gateway.request('POST', `/v1/sessions/${encodeURIComponent(session)}/threads`, wish);
  }

  /** Lets a wallet, or an agent of the session as `coral:NAME`, into a thread. */
  joinThread(thread: Pick<GatewayThread, 'id' | 'session'>, participant: string): Promise<GatewayThread> {
    return this.gateway.request('POST', `${at(thread)}/participants`, { participant });
  }

  leaveThread(
    thread: Pick<GatewayThread, 'id' | 'session'>,
    participant = this.gateway.address,
  ): Promise<GatewayThread> {
    return this.gateway.request('DELETE', `${at(thread)}/participants/${encodeURIComponent(participant)}`);
  }

  closeThread(thread: Pick<GatewayThread, 'id' | 'session'>): Promise<GatewayThread> {
    return this.gateway.request('POST', `${at(thread)}/close`);
  }

  /** Says something. After GatewaySilent, call it again with the same key: it is said once. */
  sendMessage(
    thread: Pick<GatewayThread, 'id' | 'session'>,
    { content, mentions = [], key = crypto.randomUUID() }: SendMessage,
  ): Promise<GatewayMessage> {
    const body = { content, mentions };
    return this.gateway.request('POST', `${at(thread)}/messages`, body, { 'idempotency-key': key });
  }

  /** Messages of a thread after one, oldest first. */
  async messages(
    thread: Pick<GatewayThread, 'id' | 'session'>,
    { after, limit = 100 }: { after?: string; limit?: number } = {},
  ): Promise<GatewayMessage[]> {
    const query = new URLSearchParams({ limit: String(limit), ...(after !== undefined && { after }) });
    const { messages } = await this.gateway.request<{ messages: GatewayMessage[] }>(
      'GET',
      `${at(thread)}/messages?${query}`,
    );
    return messages;
  }

  /** Everything that happens in a session, from an event on; see `sessionEvents`. */
  events(session: string, options: EventStreamOptions = {}): AsyncGenerator<GatewayEvent, void, void> {
    return sessionEvents(this.gateway, session, options);
  }

  /**
   * Rates an agent that this wallet paid: −2 is one star, +2 five. It spends the right that paid-out calls left,
   * so that each is rated once; no other opinion counts, and none is taken without money behind it.
   * @throws RatingRightMissing; RangeError for another delta; ReputationUnavailable; what `rateAgent` throws
   */
  async updateReputation(agent: PublicKey, delta: ReputationDelta): Promise<RatedAgent> {
    if (!Number.isInteger(delta) || delta < -2 || delta > 2) {
      throw new RangeError(`a change of reputation is a whole number from -2 to 2, got ${delta}`);
    }
    const { chain, deployment, wallet, mandateId } = this.#onChain();
    const payer = wallet.publicKey;
    const wish = { payer, agent, ...(mandateId !== undefined && { mandateId }) };
    const channel = await findRatingRight(chain, deployment, wish);
    if (channel === null) {
      throw new RatingRightMissing(
        `${payer.toBase58()} has nothing to rate ${agent.toBase58()} by; pay out first`,
      );
    }
    return rateAgent(chain, deployment, { payer: wallet, channel, stars: delta + 3 });
  }

  /** What paying customers said of an agent. @throws ReputationUnavailable; AccountMismatch */
  async getReputation(agent: PublicKey): Promise<AgentReputation> {
    const { chain, deployment } = this.#onChain();
    return readReputation(chain, deployment, agent);
  }

  #onChain(): ReputationOptions {
    if (this.#reputation !== null) return this.#reputation;
    throw new ReputationUnavailable(
      'give CoralIntegration chain, deployment and wallet: reputation is on chain',
    );
  }

  /** Messages as they are said, in threads that this wallet is in. Ends when `signal` is aborted. */
  async *receiveMessages(
    session: string,
    options: EventStreamOptions = {},
  ): AsyncGenerator<GatewayMessage, void, void> {
    for await (const event of this.events(session, options)) {
      if (event.type === 'message') yield event.data as GatewayMessage;
    }
  }
}

function at({ id, session }: Pick<GatewayThread, 'id' | 'session'>): string {
  return `/v1/sessions/${encodeURIComponent(session)}/threads/${encodeURIComponent(id)}`;
}
