import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Stake, stakeIdl } from '../generated/stake.js';
import { encoder, type Plain, plain } from '../idl.js';
import { Tranche, type TrancheName } from '../pda/stake.js';
import type { ConfigAccount } from './registry.js';

type Stored = Plain<IdlAccounts<Stake>>;

export type StakeVaultAccount = Stored['stakeVault'];
/** A position, its tranche by name. */
export type PositionAccount = Omit<Stored['position'], 'tranche'> & { tranche: TrancheName };
/** Stake shared by its shares. */
export type StakePool = StakeVaultAccount['backers'];

const { accounts: coder } = encoder(stakeIdl, new PublicKey(stakeIdl.address)).coder;

/** Decodes a vault. @throws Error for other bytes */
export function decodeStakeVault(data: Uint8Array): StakeVaultAccount {
  return plain(coder.decode('stakeVault', Buffer.from(data))) as StakeVaultAccount;
}

/** Decodes a position. @throws Error for other bytes */
export function decodePosition(data: Uint8Array): PositionAccount {
  const { tranche, ...rest } = plain(coder.decode('position', Buffer.from(data))) as Stored['position'];
  const name = (Object.keys(Tranche) as TrancheName[]).find((key) => Tranche[key] === tranche);
  if (name === undefined) throw new Error(`unknown tranche ${tranche} of a position`);
  return { ...rest, tranche: name };
}

/** The two pools of a tranche. */
export function poolsOf(vault: StakeVaultAccount, tranche: TrancheName) {
  return tranche === 'FirstLoss'
    ? { active: vault.firstLoss, cooling: vault.firstLossCooling }
    : { active: vault.backers, cooling: vault.backersCooling };
}

/** What a position comes to, base units, rounded down as the program does. */
export function positionWorth(
  vault: StakeVaultAccount,
  position: PositionAccount,
): { active: bigint; cooling: bigint } {
  const { active, cooling } = poolsOf(vault, position.tranche);
  return {
    active: worth(active, position.activeShares, position.activeEpoch),
    cooling: worth(cooling, position.coolingShares, position.coolingEpoch),
  };
}

function worth(pool: StakePool, shares: bigint, epoch: number): bigint {
  return pool.shares === 0n || epoch !== pool.epoch ? 0n : (shares * pool.tokens) / pool.shares;
}

/** Stake that counts for an agent in `ownershipEpoch`, base units; nothing where it has no vault. */
export function standingStake(
  vault: StakeVaultAccount | null,
  ownershipEpoch: number,
): { firstLoss: bigint; backers: bigint } {
  if (vault === null) return { firstLoss: 0n, backers: 0n };
  const firstLoss = vault.ownershipEpoch === ownershipEpoch ? vault.firstLoss.tokens : 0n;
  return { firstLoss, backers: vault.backers.tokens };
}

/**
 * What an agent needs at stake before channels open to it, base units of the stake mint.
 * @param minStake what the mandate asks for beside the config
 */
export function stakeAsked(
  { minStake: ofConfig, slashCapDispute, firstLossBps }: ConfigAccount,
  minStake = 0n,
): { total: bigint; firstLoss: bigint } {
  const total = ofConfig > minStake ? ofConfig : minStake;
  const firstLoss = total === 0n ? 0n : (slashCapDispute * BigInt(firstLossBps) + 9_999n) / 10_000n;
  return { total, firstLoss };
}
