import {
  allowRootOf,
  attestorOf,
  decodeChannel,
  decodeMandate,
  escrowIdl,
  type MandateAccount,
  readChannel,
  readConfig,
  readMandate,
  UNCAPPED,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { AllotmentTerms, ChannelView, ListedChannel, MandateView } from '../data/views.js';
import { channelView } from './channel-view.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';
import { NoConfig } from './stake.js';

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

export function mandateView(address: string, account: MandateAccount, today: number): MandateView {
  const capped = (cap: bigint) => (cap === UNCAPPED ? null : cap);
  const root = allowRootOf(account);
  return {
    address,
    id: account.id.toString(),
    generation: account.generation.toString(),
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
    feesAccrued: account.feesAccrued,
    minStake: account.minStake,
    minScore: account.minScore,
    keyEpoch: account.keyEpoch,
    channels: account.channels,
    jobs: account.jobs,
    allowList: account.allowList.map((agent) => agent.toBase58()),
    allowRoot: root && Buffer.from(root).toString('hex'),
    attestor: attestorOf(account)?.toBase58() ?? null,
    approvers: account.approvers.map((wallet) => wallet.toBase58()),
    approvalThreshold: account.approvalThreshold,
    approvalAbove: capped(account.approvalAbove),
    releaseApprovalAbove: capped(account.releaseApprovalAbove),
    vault: account.vault.toBase58(),
  };
}

/** Channels of a mandate. */
export async function channelsOfMandate(mandate: string): Promise<ChannelView[]> {
  return (await channelsBy({ mandate: addressOf(mandate) })).filter((channel) => channel.mandate === mandate);
}

/** Channels that a wallet pays over, the newest first, each with its mandate. */
export async function channelsPaidBy(wallet: string): Promise<ListedChannel[]> {
  const mandates = await mandatesOf(wallet);
  const listed = await Promise.all(
    mandates
      .filter(({ channels }) => channels > 0)
      .map(async (mandate) =>
        (await channelsOfMandate(mandate.address)).map((channel) => ({ channel, mandate })),
      ),
  );
  return listed.flat().sort((a, b) => b.channel.openedAt - a.channel.openedAt);
}

/** Channels that a wallet is paid over, the newest first, each with its mandate. @throws AccountMismatch */
export async function channelsPaidTo(wallet: string): Promise<ListedChannel[]> {
  const found = await channelsBy({ payout_owner: addressOf(wallet) });
  const channels = found.filter(({ payoutOwner }) => payoutOwner === wallet);
  const addresses = [...new Set(channels.map(({ mandate }) => mandate))];
  const mandates = new Map(
    await Promise.all(addresses.map(async (address) => [address, await mandateAt(address)] as const)),
  );
  return channels.flatMap((channel) => {
    const mandate = mandates.get(channel.mandate);
    // both may have gone between two answers of the node
    return mandate ? [{ channel, mandate }] : [];
  });
}

/** What bounds an allotment that is made now. @throws NoConfig */
export async function allotmentTerms(): Promise<AllotmentTerms> {
  const config = await readConfig(await connectChain(), deployment());
  if (config === null) throw new NoConfig('the protocol is not set up on this cluster');
  return { longestLife: Number(config.windows.channelLifeMax) };
}

/** Channels to an agent. */
export async function channelsOfAgent(agent: string): Promise<ChannelView[]> {
  return (await channelsBy({ agent: addressOf(agent) })).filter((channel) => channel.agent === agent);
}

/** null where there is none. @throws AccountMismatch */
export async function channelAt(address: string): Promise<ChannelView | null> {
  const chain = await connectChain();
  const [account, now] = await Promise.all([
    readChannel(chain, deployment(), addressOf(address)),
    chain.unixTime(),
  ]);
  return account && channelView(address, account, now);
}

async function channelsBy(fields: Record<string, PublicKey>): Promise<ChannelView[]> {
  const chain = await connectChain();
  const [found, now] = await Promise.all([
    accountsOf(deployment().escrow, escrowIdl, 'Channel', fields),
    chain.unixTime(),
  ]);
  return found
    .map(({ address, data }) => channelView(address, decodeChannel(data), now))
    .sort((a, b) => b.openedAt - a.openedAt);
}
