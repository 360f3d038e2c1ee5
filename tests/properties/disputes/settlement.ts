/** What the end of a dispute means, from the page of the design alone: the program's own code is not asked. */
import type { ChannelAccount, DisputeAccount, StakePool, StakeVaultAccount } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { endsAt, isListed, max, min } from './rules';

/** A pool below one base unit for so many shares is wiped. */
const MOST_SHARES = 1_000_000n;
const BPS = 10_000n;

export interface Slashed {
  /** Base units to the claimant, and the rest: penalty and what wiped pools left. */
  toClaimant: bigint;
  toTreasury: bigint;
  /** Both without what wiped pools left: what counts for the caps. */
  counted: bigint;
  firstLoss: StakePool;
  firstLossCooling: StakePool;
  backers: StakePool;
  backersCooling: StakePool;
}

export interface Settlement {
  ruled: boolean;
  /** Base units of the claim's mint. */
  loss: bigint;
  refundedSince: bigint;
  paid: bigint;
  released: bigint;
  shortfall: bigint;
  slash: Slashed | null;
  /** What each gets of the bonds; base units of the stake mint. */
  bonds: { claimant: bigint; answerer: bigint; appellant: bigint };
  answeringSide: PublicKey;
  /** Null where it is no third one. */
  appealingSide: PublicKey | null;
  lost: boolean;
}

/** What a dispute comes to at `now`; null where it goes on. */
export function settlementOf(
  dispute: DisputeAccount,
  channel: ChannelAccount,
  vault: StakeVaultAccount,
  owner: PublicKey,
  at: { now: bigint; withdrawn: boolean },
): Settlement | null {
  const { now, withdrawn } = at;
  if (!withdrawn && now < endsAt(dispute)) return null;
  const ruled = !withdrawn && ['Ruled', 'Appealed', 'Final'].includes(dispute.status);
  const award = withdrawn ? 0n : awardOf(dispute);
  const loss = min((dispute.claim * award) / BPS, BigInt(dispute.citedCalls) * dispute.perCallMax);
  const refundedSince = min(loss, channel.refunded - channel.awarded - dispute.refunded);
  const hold = dispute.held > 0n ? channel.held : 0n;
  const paid = min(hold, loss - refundedSince);
  const missing = loss - refundedSince - paid;
  const shortfall = ruled && isListed(dispute, vault) ? missing : 0n;
  const slash = shortfall > 0n ? slashOf(dispute, vault, shortfall, now) : null;
  const { answerer, appellant, claimant } = dispute;
  const third = appellant !== null && ![claimant, answerer].some((party) => party?.equals(appellant));
  return {
    ruled,
    ...{ loss, refundedSince, paid, released: hold - paid, shortfall, slash },
    bonds: bondsOf(dispute, ruled, award, third),
    answeringSide: answerer ?? owner,
    appealingSide: third ? appellant : null,
    lost: paid > 0n || shortfall > 0n,
  };
}

/** Basis points: of the last panel that ruled; without a ruling all where nobody answered, else nothing. */
function awardOf({ answerer, panels, status }: DisputeAccount): bigint {
  if (status === 'Final') return median(panels[1].votes);
  if (status === 'Ruled' || status === 'Appealed') return median(panels[0].votes);
  return answerer === null ? BPS : 0n;
}

function median(votes: (number | null)[]): bigint {
  const cast = votes.filter((vote) => vote !== null).sort((a, b) => a - b);
  const [low, high] = [Math.floor((cast.length - 1) / 2), Math.floor(cast.length / 2)];
  return (BigInt(cast[low] ?? 0) + BigInt(cast[high] ?? 0)) / 2n;
}

function bondsOf(dispute: DisputeAccount, ruled: boolean, award: bigint, third: boolean) {
  const { answerBond, appealBond, claimantBond, feesPaid } = dispute;
  if (!ruled) return { claimant: claimantBond - feesPaid, answerer: answerBond, appellant: 0n };
  const left = claimantBond + answerBond + appealBond - feesPaid;
  const claimant = (left * award) / BPS;
  const rest = left - claimant;
  const appellant = third ? (rest * appealBond) / (answerBond + appealBond) : 0n;
  return { claimant, answerer: rest - appellant, appellant };
}

/** What a vault may still lose in its period, base units. */
export function periodLeft(dispute: DisputeAccount, vault: StakeVaultAccount, now: bigint): bigint {
  const over = now >= vault.periodStartedAt + dispute.slashPeriod;
  return max(0n, dispute.slashCapPeriod - (over ? 0n : vault.slashedInPeriod));
}

function slashOf(dispute: DisputeAccount, vault: StakeVaultAccount, shortfall: bigint, now: bigint): Slashed {
  const room = min(dispute.slashCapDispute, periodLeft(dispute, vault, now));
  const due = min(shortfall, room);
  const penalty = min((due * BigInt(dispute.penaltyBps)) / BPS, room - due);
  const owners = take(vault.firstLoss, vault.firstLossCooling, due + penalty);
  const others = take(vault.backers, vault.backersCooling, max(0n, due + penalty - owners.taken));
  const taken = owners.taken + others.taken;
  return {
    toClaimant: min(due, taken),
    toTreasury: taken - min(due, taken),
    counted: min(due + penalty, taken),
    ...{ firstLoss: owners.active, firstLossCooling: owners.cooling },
    ...{ backers: others.active, backersCooling: others.cooling },
  };
}

/** Takes from a tranche, active and cooling in proportion; what falls below the floor goes with it. */
function take(active: StakePool, cooling: StakePool, amount: bigint) {
  const there = active.tokens + cooling.tokens;
  const due = min(amount, there);
  const ofActive = there === 0n ? 0n : (due * active.tokens) / there;
  const [a, c] = [less(active, ofActive), less(cooling, due - ofActive)];
  return { active: a, cooling: c, taken: there - a.tokens - c.tokens };
}

function less(pool: StakePool, amount: bigint): StakePool {
  const tokens = pool.tokens - amount;
  if (pool.shares <= tokens * MOST_SHARES) return { ...pool, tokens };
  return { ...pool, tokens: 0n, shares: 0n, epoch: pool.epoch + 1 };
}
