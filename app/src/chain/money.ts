import {
  type ChannelAccount,
  ChannelStatus,
  decodeChannel,
  decodeMandate,
  escrowIdl,
  type MandateAccount,
  readChannel,
  readMandate,
  UNCAPPED,
} from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { ChannelView, MandateView } from '../data/views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';

const DAY = 86_400;

/** Mandates of a wallet, the newest first. */
export async function mandatesOf(wallet: string): Promise<MandateView[]> {
  const chain = await connectChain();
  const today = Math.floor(Number(await chain.unixTime()) / DAY);
  const fields = { payer: addressOf(wallet) };
  const found = await accountsOf(deployment().escrow, escrowIdl, 'Mandate', fields);
  return found
    .map(({ address, data }) => ({ address, account: decodeMandate(data) }))
    .filter(({ account }) => account.payer.toBase58() === wallet)
    .sort((a, b) => Number(b.account.generation - a.account.generation))
    .map(({ address, account }) => mandateView(address, account, today));
}

/** null where there is none. @throws AccountMismatch */
export async function mandateAt(address: string): Promise<MandateView | null> {
  const chain = await connectChain();
  const [account, now] = await Promise.all([
    readMandate(chain, deployment(), addressOf(address)),
    chain.unixTime(),
  ]);
  return account && mandateView(address, account, Math.floor(Number(now) / DAY));
}

function mandateView(address: string, account: MandateAccount, today: number): MandateView {
  const capped = (cap: bigint) => (cap === UNCAPPED ? null : cap);
  return {
    address,
    id: account.id.toString(),
    payer: account.payer.toBase58(),
    mint: account.mint.toBase58(),
    sessionKey: account.sessionKey.toBase58(),
    perCallMax: account.perCallMax,
    dailyCap: capped(account.dailyCap),
    totalCap: capped(account.totalCap),
    spentToday: account.day === today ? account.dayCharged : 0n,
    totalCharged: account.totalCharged,
    expiresAt: Number(account.expiresAt),
    killedAt: Number(account.killedAt),
    free: account.free,
    allotted: account.allotted,
    channels: account.channels,
    allowList: account.allowList.map((agent) => agent.toBase58()),
    vault: account.vault.toBase58(),
  };
}

/** Channels of a mandate. */
export async function channelsOfMandate(mandate: string): Promise<ChannelView[]> {
  const fields = { mandate: addressOf(mandate) };
  return channels(await accountsOf(deployment().escrow, escrowIdl, 'Channel', fields)).filter(
    (channel) => channel.mandate === mandate,
  );
}

/** Channels to an agent. */
export async function channelsOfAgent(agent: string): Promise<ChannelView[]> {
  const fields = { agent: addressOf(agent) };
  return channels(await accountsOf(deployment().escrow, escrowIdl, 'Channel', fields)).filter(
    (channel) => channel.agent === agent,
  );
}

/** null where there is none. @throws AccountMismatch */
export async function channelAt(address: string): Promise<ChannelView | null> {
  const account = await readChannel(await connectChain(), deployment(), addressOf(address));
  return account && channelView(address, account);
}

function channels(found: { address: string; data: Uint8Array }[]): ChannelView[] {
  return found
    .map(({ address, data }) => channelView(address, decodeChannel(data)))
    .sort((a, b) => b.openedAt - a.openedAt);
}

const STATUS: Record<number, ChannelView['status']> = {
  [ChannelStatus.Open]: 'Open',
  [ChannelStatus.Closing]: 'Closing',
  [ChannelStatus.Draining]: 'Draining',
};

function channelView(address: string, account: ChannelAccount): ChannelView {
  const status = STATUS[account.status];
  if (status === undefined) throw new Error(`unknown status ${account.status} of channel ${address}`);
  return {
    address,
    mandate: account.mandate.toBase58(),
    agent: account.agent.toBase58(),
    n: account.n,
    status,
    calls: account.calls,
    price: account.price,
    allotted: account.allotted,
    settled: account.settled,
    returned: account.returned,
    paidGross: account.paidGross,
    refunded: account.refunded,
    held: account.held,
    agentVersion: account.agentVersion,
    agentKey: account.agentKey.toBase58(),
    payoutOwner: account.payoutOwner.toBase58(),
    rentPayer: account.rentPayer.toBase58(),
    sessionKey: account.sessionKey.toBase58(),
    tag: Buffer.from(account.tag).toString('hex'),
    generation: account.generation.toString(),
    openedAt: Number(account.openedAt),
    expiresAt: Number(account.expiresAt),
    closingEndsAt: Number(account.closingEndsAt),
    lastSettleAt: Number(account.lastSettleAt),
    lastPayoutAt: Number(account.lastPayoutAt),
    holdback: Number(account.holdback),
    claimWindow: Number(account.claimWindow),
    ratingWindow: Number(account.ratingWindow),
    feeBps: account.feeBps,
  };
}
