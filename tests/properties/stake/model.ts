import type { TrancheName } from '@agent-labs/sdk';
import { TEST_WINDOWS } from '../../fixtures/registry';

/** Who stakes: two who own the agent by turns, two who never do. */
export const STAKERS = ['ann', 'ben', 'cat', 'dan'] as const;
export type Staker = (typeof STAKERS)[number];
export type Actor = Staker | 'stranger';
export const TRANCHES = ['FirstLoss', 'Backers'] as const;
/** `ann:Backers` */
export type Place = `${Staker}:${TrancheName}`;
export const PLACES = STAKERS.flatMap((staker) => TRANCHES.map((tranche): Place => `${staker}:${tranche}`));
/** Base units that each staker, and the stranger, begins with. */
export const PURSE = 1_000_000n;
export const UNBONDING = TEST_WINDOWS.unbonding;
const MOST_SHARES = 1_000_000n;

export interface Pool {
  tokens: bigint;
  shares: bigint;
  epoch: number;
}

export interface Position {
  active: bigint;
  activeEpoch: number;
  cooling: bigint;
  coolingEpoch: number;
  until: bigint;
}

export interface Vault {
  epoch: number;
  pools: Record<TrancheName, { active: Pool; cooling: Pool }>;
  positions: Map<Place, Position>;
  staked: bigint;
  returned: bigint;
  slashed: bigint;
  /** When the oldest open dispute was opened; 0 without one. */
  disputedAt: bigint;
}

/** What the chain should look like, in the vocabulary of the design. */
export interface Model {
  now: bigint;
  paused: boolean;
  retiring: boolean;
  owner: Staker;
  epoch: number;
  vault: Vault | null;
  /** Base units at the vault's token account that are no stake. */
  donated: bigint;
}

export const newPool = (): Pool => ({ tokens: 0n, shares: 0n, epoch: 0 });

export function newVault(epoch: number): Vault {
  const pools = () => ({ active: newPool(), cooling: newPool() });
  return {
    epoch,
    pools: { FirstLoss: pools(), Backers: pools() },
    positions: new Map(),
    staked: 0n,
    returned: 0n,
    slashed: 0n,
    disputedAt: 0n,
  };
}

export const trancheOf = (place: Place) => place.split(':')[1] as TrancheName;
export const stakerOf = (place: Place) => place.split(':')[0] as Staker;

/** Base units that shares of an epoch are worth, rounded down. */
export function worth(pool: Pool, shares: bigint, epoch: number): bigint {
  return pool.shares === 0n || epoch !== pool.epoch ? 0n : (shares * pool.tokens) / pool.shares;
}

/** A position's worth, base units. */
export function worthOf(vault: Vault, place: Place): { active: bigint; cooling: bigint } {
  const position = vault.positions.get(place);
  if (position === undefined) return { active: 0n, cooling: 0n };
  const { active, cooling } = vault.pools[trancheOf(place)];
  return {
    active: worth(active, position.active, position.activeEpoch),
    cooling: worth(cooling, position.cooling, position.coolingEpoch),
  };
}

/** Takes stake in, and says how many shares it bought. */
export function enter(pool: Pool, amount: bigint): bigint {
  const bought = pool.shares === 0n ? amount : (amount * pool.shares) / pool.tokens;
  pool.tokens += amount;
  pool.shares += bought;
  return bought;
}

/** Burns shares, and says what they were worth. */
export function leave(pool: Pool, shares: bigint): bigint {
  const paid = worth(pool, shares, pool.epoch);
  pool.tokens -= paid;
  pool.shares -= shares;
  return paid;
}

/** Drops what a slash wiped. */
export function forget(vault: Vault, place: Place): Position {
  const position = vault.positions.get(place);
  if (position === undefined) throw new Error(`no position ${place}`);
  const { active, cooling } = vault.pools[trancheOf(place)];
  if (position.activeEpoch !== active.epoch)
    Object.assign(position, { active: 0n, activeEpoch: active.epoch });
  if (position.coolingEpoch !== cooling.epoch) {
    Object.assign(position, { cooling: 0n, coolingEpoch: cooling.epoch, until: 0n });
  }
  return position;
}

/** Moves shares to cooling. */
export function cool(vault: Vault, place: Place, shares: bigint, until: bigint): void {
  const position = forget(vault, place);
  const { active, cooling } = vault.pools[trancheOf(place)];
  position.active -= shares;
  position.cooling += enter(cooling, leave(active, shares));
  position.until = until;
}

/** Takes `amount` base units of a tranche, active and cooling in proportion; wipes what falls below the floor. */
export function slash(vault: Vault, tranche: TrancheName, amount: bigint): void {
  const { active, cooling } = vault.pools[tranche];
  const total = active.tokens + cooling.tokens;
  const ofActive = total === 0n ? 0n : (amount * active.tokens) / total;
  for (const [pool, taken] of [[active, ofActive] as const, [cooling, amount - ofActive] as const]) {
    const before = pool.tokens;
    pool.tokens -= taken;
    if (pool.shares > pool.tokens * MOST_SHARES) {
      Object.assign(pool, { tokens: 0n, shares: 0n, epoch: pool.epoch + 1 });
    }
    vault.slashed += before - pool.tokens;
  }
}

/** What the pools hold, base units. */
export function held(vault: Vault): bigint {
  return TRANCHES.flatMap((tranche) => Object.values(vault.pools[tranche])).reduce(
    (sum, { tokens }) => sum + tokens,
    0n,
  );
}
