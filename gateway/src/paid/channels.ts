import {
  type Chain,
  type ChannelAccount,
  channelAddress,
  channelId,
  type Deployment,
  decodeChannel,
  decodeVoucher,
  type ReceivedVoucher,
  type Voucher,
  verifySignature,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { Cache } from '../agents/cache.js';
import { Refused, uncharged } from '../refused.js';

/** Milliseconds for which the chain's word on a channel is believed, where it lets a voucher pass. */
const CHANNEL_FOR = 5_000;

/** A channel as the chain has it, and its tag. */
export interface KnownChannel {
  account: ChannelAccount;
  /** 16 bytes */
  tag: Uint8Array;
}

/**
 * What can be said of a voucher without knowing the calls before it. The agent judges the rest, and alone
 * decides whether it takes it; what is refused here would be refused there, and costs the agent nothing.
 */
export class ChannelDesk {
  readonly #channels = new Cache<KnownChannel>(10_000, CHANNEL_FOR);

  constructor(
    readonly chain: Chain,
    readonly deployment: Deployment,
  ) {}

  /**
   * @returns the voucher, and the channel it is for
   * @throws Refused by name, uncharged
   */
  async check(
    agent: PublicKey,
    payment: ReceivedVoucher,
  ): Promise<{ voucher: Voucher; known: KnownChannel }> {
    const key = payment.channel.toBase58();
    const judge = async () => {
      const known = await this.#channels.get(key, () => this.#read(payment.channel));
      return { voucher: this.#judge(agent, payment, known), known };
    };
    try {
      return await judge();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // the channel may have been opened, re-armed or opened anew since it was read
      this.#channels.forget(key);
      return judge();
    }
  }

  async #read(channel: PublicKey): Promise<KnownChannel> {
    const state = await this.chain.getAccount(channel);
    const unknown = uncharged(
      402,
      'ChannelUnknown',
      'no channel of this escrow is at that address; open one first',
    );
    if (state === null || !state.owner.equals(this.deployment.escrow)) throw unknown;
    const account = channelIn(state.data);
    if (account === null) throw unknown;
    const { mandate, agent, n, generation } = account;
    if (!channelAddress(this.deployment, mandate, agent, n).equals(channel)) throw unknown;
    const { genesisHash, escrow } = this.deployment;
    const { tag } = channelId(genesisHash, escrow.toBytes(), channel.toBytes(), generation);
    return { account, tag };
  }

  #judge(agent: PublicKey, payment: ReceivedVoucher, { account, tag }: KnownChannel): Voucher {
    const refuse = (code: string, message: string) => uncharged(402, code, message);
    if (!account.agent.equals(agent)) throw refuse('NotThisAgent', 'the channel pays another agent');
    const voucher = decodeVoucher(payment.voucher);
    if (!Buffer.from(voucher.tag).equals(tag)) {
      throw refuse('WrongChannel', 'the voucher is for another channel, generation or cluster');
    }
    if (!verifySignature(account.sessionKey.toBytes(), payment.voucher, payment.signature)) {
      throw refuse('BadSignature', "not the signature of this channel's session key");
    }
    const open = account.allotted - account.returned;
    if (voucher.cumulative > open) {
      throw refuse('OverAllotment', `${voucher.cumulative} of ${open} base units; re-arm the channel`);
    }
    return voucher;
  }
}

function channelIn(data: Uint8Array): ChannelAccount | null {
  try {
    return decodeChannel(data);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
