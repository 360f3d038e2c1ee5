import '../chain/buffer.js';
import { epochStanding, poolMoney } from '@agent-labs/sdk';
import type { PoolPart, PoolView } from '../data/pool-views.js';
import type { Looking, Possible } from './channel.js';

export const POOL_ACTS = ['claim', 'join', 'openEpoch', 'fund', 'leave', 'stop', 'withdraw', 'end'] as const;
export type PoolAct = (typeof POOL_ACTS)[number];

/** What it holds for nobody yet, and what it owes its members, base units. */
export const moneyOf = (pool: PoolView, now: number) => poolMoney(pool.account, BigInt(now));

/** What the next epoch takes, base units. */
export const costOf = ({ members, amount }: PoolView): bigint => BigInt(members) * amount;

/** Epochs that its free money covers with the members of now; null without members. */
export function coveredEpochs(pool: PoolView, now: number): bigint | null {
  const cost = costOf(pool);
  return cost === 0n ? null : moneyOf(pool, now).free / cost;
}

const yes: Possible = { can: true };
const no = (why: string, at = 0): Possible => ({ can: false, why, at });

/** What the program would say to an act of a wallet on a pool: where it cannot, why, and from when it can. */
export function possibleOf(act: PoolAct, part: PoolPart, looking: Looking): Possible {
  if (looking.wallet === null) return no('Connect a wallet first.');
  return ACTS[act](part, { ...looking, wallet: looking.wallet });
}

type Act = (part: PoolPart, looking: { wallet: string; now: number }) => Possible;

const isVouchedFor = ({ attestedUntil }: PoolPart, now: number) => attestedUntil > now;

const ACTS: Record<PoolAct, Act> = {
  claim: (part, { now }) => {
    const { member, pool } = part;
    if (member === null) return no('Only members have an income from it.');
    if (member.due === 0n) {
      return no('Nothing is coming now.', pool.epochEndsAt > now ? pool.epochEndsAt : 0);
    }
    return isVouchedFor(part, now) ? yes : no('Its attestor does not vouch for this wallet now.');
  },
  join: (part, { now }) => {
    const { member, pool } = part;
    if (member !== null && member.suspendedAt === 0) return no('The wallet is a member.');
    if (pool.stoppedAt !== 0) return no('It was stopped.');
    if (!isVouchedFor(part, now)) return no('Its attestor does not vouch for this wallet: ask there first.');
    return pool.members < pool.maxMembers ? yes : no('It has as many members as it takes.');
  },
  openEpoch: ({ pool }, { now }) => {
    const standing = epochStanding(pool.account, BigInt(now));
    if (standing.opens) return yes;
    switch (standing.why) {
      case 'Stopped':
        return no('It was stopped.');
      case 'Empty':
        return no('It has no members.');
      case 'NotDue':
        return no('Its time has not come.', Number(standing.at));
      case 'NotFunded':
        return no('Its money does not cover one more epoch: put some in.');
    }
  },
  fund: ({ pool }) => (pool.stoppedAt === 0 ? yes : no('It was stopped.')),
  leave: ({ member }) => (member === null ? no('The wallet is no member.') : yes),
  stop: ({ pool }, { wallet }) => {
    if (wallet !== pool.creator) return no('Only who made it stops it.');
    return pool.stoppedAt === 0 ? yes : no('It was stopped.');
  },
  withdraw: ({ pool }, { wallet, now }) => {
    if (wallet !== pool.creator) return no('Only who made it takes money out.');
    if (pool.stoppedAt === 0) return no('It is stopped first.');
    return moneyOf(pool, now).free > 0n ? yes : no('Nothing is free.');
  },
  end: ({ pool }, { wallet }) => {
    if (wallet !== pool.creator) return no('Only who made it ends it.');
    if (pool.stoppedAt === 0) return no('It is stopped first.');
    return pool.account.records === 0 ? yes : no('Memberships are left: each leaves first.');
  },
};
