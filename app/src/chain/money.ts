import {
  allowRootOf,
  attestorOf,
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
import type { PublicKey } from '@solana/web3.js';
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
  const root = allowRootOf(account);
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
    allowRoot: root && Buffer.from(root).toString('hex'),
    attestor: attestorOf(account)?.toBase58() ?? null,
    approvers: account.approvers.map((wallet) => wallet.toBase58()),
    approvalAbove: account.approvalAbove,
    vault: account.vault.toBase58(),
  };
}

/** Channels of a mandate. */
export async function channelsOfMandate(mandate: string): Promise<ChannelView[]> {
  return (await channelsBy({ mandate: addressOf(mandate) })).filter((channel) => channel.mandate === mandate);
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

/** What has matured at `now`, as the program's next instruction would find it. */
function maturedAt(
  { settled, matured, pending, pendingSince, lastSettleAt, holdback }: ChannelAccount,
  now: bigint,
) {
  if (lastSettleAt <= now - holdback) return settled;
  return pendingSince <= now - holdback ? pending : matured;
}

/** Most that can be held at `now`: what has neither matured nor gone. */
function holdableAt(account: ChannelAccount, now: bigint): bigint {
  const gone = account.paidGross + account.refunded;
  const matured = maturedAt(account, now);
  return account.settled - (matured > gone ? matured : gone);
}

/** Most that can be claimed at `now`: settled, and neither claimed nor given back. */
function claimableAt(account: ChannelAccount, now: bigint): bigint {
  if (now >= account.lastSettleAt + account.claimWindow) return 0n;
  const left = account.settled - account.claimed - (account.refunded - account.awarded);
  return left > 0n ? left : 0n;
}

const STATUS: Record<number, ChannelView['status']> = {
  [ChannelStatus.Open]: 'Open',
  [ChannelStatus.Closing]: 'Closing',
  [ChannelStatus.Draining]: 'Draining',
};

function channelView(address: string, account: ChannelAccount, now: bigint): ChannelView {
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
    heldUntil: Number(account.heldUntil),
    holdDisputed: account.holdDisputed !== 0,
    holdable: holdableAt(account, now),
    claimable: claimableAt(account, now),
    openDisputes: account.openDisputes,
    perCallMax: account.perCallMax,
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
