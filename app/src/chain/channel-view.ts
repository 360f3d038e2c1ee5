import { type ChannelAccount, ChannelStatus } from '@agent-labs/sdk';
import { Buffer } from 'buffer';
import type { ChannelView } from '../data/views.js';

/** What has matured at `now`, as the program's next instruction would find it. */
function maturedAt(
  { settled, matured, pending, pendingSince, lastSettleAt, holdback }: ChannelAccount,
  now: bigint,
) {
  if (lastSettleAt <= now - holdback) return settled;
  return pendingSince <= now - holdback ? pending : matured;
}

/** What can be paid out at `now`, base units; a hold whose time is over counts as gone. */
function payableAt(account: ChannelAccount, now: bigint): bigint {
  const free = maturedAt(account, now) - account.paidGross - account.refunded - heldAt(account, now);
  return free > 0n ? free : 0n;
}

function heldAt({ held, holdDisputed, heldUntil }: ChannelAccount, now: bigint): bigint {
  return holdDisputed === 0 && heldUntil <= now ? 0n : held;
}

/** When more can be paid out than at `now`: the first of those times that brings something; 0 without one. */
function maturesAt(account: ChannelAccount, now: bigint): bigint {
  const { pendingSince, lastSettleAt, holdback, heldUntil, holdDisputed } = account;
  const times = [pendingSince + holdback, lastSettleAt + holdback, holdDisputed === 0 ? heldUntil : 0n];
  const payable = payableAt(account, now);
  const later = times.filter((at) => at > now && payableAt(account, at) > payable);
  return later.length === 0 ? 0n : later.reduce((first, at) => (at < first ? at : first));
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

/** A channel as pages show it, by what can be done with its money at `now`, Unix seconds. */
export function channelView(address: string, account: ChannelAccount, now: bigint): ChannelView {
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
    payable: payableAt(account, now),
    unpaid: account.settled - account.paidGross - account.refunded - heldAt(account, now),
    maturesAt: Number(maturesAt(account, now)),
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
    closeGrace: Number(account.closeGrace),
    claimWindow: Number(account.claimWindow),
    ratingWindow: Number(account.ratingWindow),
    feeBps: account.feeBps,
    keyEpoch: account.keyEpoch,
  };
}
