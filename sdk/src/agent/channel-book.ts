import type { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type ChannelAccount, ChannelStatus, decodeChannel } from '../accounts/escrow.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import type { AgentStore } from '../store/agent-store.js';
import { channelId } from '../voucher/format.js';
import { PayeeChannel, type PayeeTerms } from '../voucher/payee.js';
import type { MessageSigner } from '../voucher/sign.js';

/** Why an agent does not serve a channel. Nothing is charged. */
export type ChannelRefusal = 'ChannelUnknown' | 'NotMyChannel' | 'ChannelNotOpen' | 'VersionNotServed';

export class ChannelRefused extends Error {
  override readonly name = 'ChannelRefused';
  constructor(
    readonly code: ChannelRefusal,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

export interface ChannelBookOptions {
  chain: Chain;
  deployment: Deployment;
  store: AgentStore;
  /** The agent's account. */
  agent: PublicKey;
  /** Version that this software serves; channels on another one are refused. */
  agentVersion: number;
  /** Holds the agent's key. */
  signer: MessageSigner;
  /** Seconds that a voucher must still be valid for when it comes in, so that it can be settled. */
  minimumSecondsLeft?: number;
  /** How long the chain's word on a channel is believed, seconds. */
  refreshSeconds?: number;
}

interface Entry {
  account: ChannelAccount;
  payee: PayeeChannel;
  /** chain time, Unix seconds */
  readAt: bigint;
}

/**
 * The channels an agent serves, as the chain has them. A channel is read when it first pays, and again once
 * what is known of it is old: it may have been closed, re-armed or opened anew since.
 */
export class ChannelBook {
  readonly #options: Required<ChannelBookOptions>;
  readonly #entries = new Map<string, Entry>();

  constructor(options: ChannelBookOptions) {
    this.#options = { minimumSecondsLeft: 120, refreshSeconds: 30, ...options };
  }

  /**
   * The payee's side of a channel, fit to take vouchers at `now` (the chain's clock).
   * @throws ChannelRefused
   */
  async open(channel: PublicKey, now: bigint): Promise<{ payee: PayeeChannel; account: ChannelAccount }> {
    const key = channel.toBase58();
    const known = this.#entries.get(key);
    if (known !== undefined && now - known.readAt < BigInt(this.#options.refreshSeconds)) return known;
    // what is refused now is not remembered
    this.#entries.delete(key);
    const account = await this.#read(channel);
    this.#requireServed(account, now);
    const terms = this.#terms(channel, account);
    const payee =
      known?.account.generation === account.generation
        ? known.payee
        : new PayeeChannel(this.#options.store, this.#options.signer, terms);
    payee.updateTerms(terms);
    const entry = { account, payee, readAt: now };
    this.#entries.set(key, entry);
    return entry;
  }

  /** Forgets what is known of a channel, so that the next call reads it again. */
  invalidate(channel: PublicKey): void {
    this.#entries.delete(channel.toBase58());
  }

  async #read(channel: PublicKey): Promise<ChannelAccount> {
    const { chain, deployment } = this.#options;
    const state = await chain.getAccount(channel);
    if (state === null || !state.owner.equals(deployment.escrow)) {
      throw new ChannelRefused(
        'ChannelUnknown',
        'no channel of this escrow is at that address; open one first',
      );
    }
    try {
      return decodeChannel(state.data);
    } catch (error) {
      throw new ChannelRefused('ChannelUnknown', `that account is no channel: ${(error as Error).message}`);
    }
  }

  #requireServed(account: ChannelAccount, now: bigint): void {
    const { agent, agentVersion, signer } = this.#options;
    if (!account.agent.equals(agent) || !Buffer.from(signer.publicKey).equals(account.agentKey.toBuffer())) {
      throw new ChannelRefused('NotMyChannel', 'the channel pays another agent, or names an older agent key');
    }
    if (account.agentVersion !== agentVersion) {
      throw new ChannelRefused(
        'VersionNotServed',
        `the channel is pinned to version ${account.agentVersion}, served is ${agentVersion}; open a new one`,
      );
    }
    if (account.status !== ChannelStatus.Open || now >= account.expiresAt) {
      throw new ChannelRefused(
        'ChannelNotOpen',
        'the channel is closing, drained or expired; open a new one',
      );
    }
  }

  #terms(channel: PublicKey, account: ChannelAccount): PayeeTerms {
    const { deployment } = this.#options;
    const { genesisHash, escrow } = deployment;
    return {
      id: channelId(genesisHash, escrow.toBytes(), channel.toBytes(), account.generation),
      sessionKey: account.sessionKey.toBytes(),
      price: account.price,
      perCallMax: account.perCallMax,
      allotted: account.allotted,
      returned: account.returned,
      expiresAt: account.expiresAt,
      minimumSecondsLeft: this.#options.minimumSecondsLeft,
    };
  }
}
