/** What the design says of single accounts: plain arithmetic over what was read. */
import type {
  ChannelAccount,
  DisputeAccount,
  PositionAccount,
  StakePool,
  StakeVaultAccount,
} from '@agent-labs/sdk';
import { poolsOf } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { feeBetween } from '../model';
import { agentOf, records, type Snapshot, vaultOf } from './observe';
import type { World } from './world';

export const min = (a: bigint, ...more: bigint[]): bigint => more.reduce((x, y) => (x < y ? x : y), a);
export const max = (a: bigint, ...more: bigint[]): bigint => more.reduce((x, y) => (x > y ? x : y), a);
export const sum = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((x, y) => x + y, 0n);

// Channels

/** What a hold keeps back at `now`: a disputed one does not lapse. */
export function heldAt({ held, holdDisputed, heldUntil }: ChannelAccount, now: bigint): bigint {
  return holdDisputed === 0 && now >= heldUntil ? 0n : held;
}

/** What has matured by `now`. */
export function maturedAt(channel: ChannelAccount, now: bigint): bigint {
  const { holdback, lastSettleAt, matured, pending, pendingSince, settled } = channel;
  if (now - lastSettleAt >= holdback) return settled;
  return now - pendingSince >= holdback ? pending : matured;
}

export function payableAt(channel: ChannelAccount, now: bigint): bigint {
  return max(0n, maturedAt(channel, now) - channel.paidGross - channel.refunded - heldAt(channel, now));
}

/** Of a payout at `now`: what the payee gets. */
export function netAt(channel: ChannelAccount, now: bigint): bigint {
  const { feeBps, paidGross } = channel;
  const gross = payableAt(channel, now);
  return gross - feeBetween(paidGross, paidGross + gross, feeBps);
}

export const unpaid = ({ settled, paidGross, refunded }: ChannelAccount) => settled - paidGross - refunded;
export const unspent = ({ allotted, settled, returned }: ChannelAccount) => allotted - settled - returned;

export function holdableAt(channel: ChannelAccount, now: bigint): bigint {
  return channel.settled - max(maturedAt(channel, now), channel.paidGross + channel.refunded);
}

/** Settled, and neither claimed nor given back by the agent. */
export function claimable({ settled, claimed, refunded, awarded }: ChannelAccount): bigint {
  return max(0n, settled - claimed - (refunded - awarded));
}

export const claimsEnd = ({ lastSettleAt, claimWindow }: ChannelAccount) => lastSettleAt + claimWindow;

export function pastSettling({ status, closingEndsAt, expiresAt }: ChannelAccount, now: bigint): boolean {
  return status === 2 || now >= expiresAt || (status === 1 && now >= closingEndsAt);
}

// Stake

/** Base units that shares of an epoch are worth, rounded down. */
export function worth({ epoch, shares, tokens }: StakePool, some: bigint, of: number): bigint {
  return shares === 0n || of !== epoch ? 0n : (some * tokens) / shares;
}

export function worthOf(vault: StakeVaultAccount, position: PositionAccount | undefined) {
  if (position === undefined) return { active: 0n, cooling: 0n };
  const { active, cooling } = poolsOf(vault, position.tranche);
  return {
    active: worth(active, position.activeShares, position.activeEpoch),
    cooling: worth(cooling, position.coolingShares, position.coolingEpoch),
  };
}

export function poolTokens({ backers, backersCooling, firstLoss, firstLossCooling }: StakeVaultAccount) {
  return sum([backers, backersCooling, firstLoss, firstLossCooling].map(({ tokens }) => tokens));
}

// Disputes

export const disputesIn = (seen: Snapshot) => records(seen, 'dispute');
/** Whether it can slash, and so is in the vault's list. */
export const isListed = ({ mint }: DisputeAccount, vault: StakeVaultAccount) => mint.equals(vault.mint);
export const bondsLeft = ({ answerBond, appealBond, claimantBond, feesPaid }: DisputeAccount) =>
  claimantBond + answerBond + appealBond - feesPaid;
export const isBeforeRuling = ({ status }: DisputeAccount) => status === 'Open' || status === 'Answered';

/** When anybody can execute it at the earliest, as things are. */
export function endsAt(dispute: DisputeAccount): bigint {
  if (dispute.status === 'Final') return 0n;
  if (dispute.status === 'Appealed') return dispute.appealRulingEndsAt;
  return dispute.status === 'Ruled' ? dispute.appealEndsAt : dispute.rulingEndsAt;
}

/** Whether a wallet may speak for the agent; `position` is the one it shows. */
export function isOfAgent(seen: Snapshot, wallet: PublicKey, position: PositionAccount | undefined): boolean {
  if (agentOf(seen).owner.equals(wallet)) return true;
  const { active, cooling } = worthOf(vaultOf(seen), position);
  return active + cooling > 0n;
}

/** Labels of a dispute's neighbours in the vault's list; null at its ends. */
export function neighbours(world: World, { previous, next }: DisputeAccount) {
  const label = (key: PublicKey | null) => (key === null ? null : world.labelOf(key));
  return { previous: label(previous), next: label(next) };
}
