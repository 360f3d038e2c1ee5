import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { type PositionAccount, poolsOf, positionWorth, type StakeVaultAccount } from '../accounts/stake.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { stake, stakeWithdraw, trancheRelease, unstake, vaultOpen } from '../instructions/stake.js';
import type { TrancheName } from '../pda/stake.js';
import { associatedTokens } from '../tokens.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { AgentUnavailable } from './open-channel.js';
import { readAgent, readConfig, readPosition, readStakeVault } from './read.js';

/** The wallet has no stake of that kind behind the agent, or less than it asked for. Nothing was sent. */
export class StakeMissing extends Error {
  override readonly name = 'StakeMissing';
}

/**
 * Stakes behind an agent: its owner loses first, everybody else after that. Opens the vault where there is none,
 * and has a former owner's tranche released.
 * @param amount base units of the vault's mint
 * @throws AgentUnavailable; AccountMismatch; ProgramError; what sending throws
 */
export async function addStake(
  chain: Chain,
  deployment: Deployment,
  { agent, amount, staker }: { agent: PublicKey; amount: bigint; staker: TransactionSigner },
): Promise<{ tranche: TrancheName; outcome: TransactionOutcome }> {
  const [registered, vault, config] = await Promise.all([
    readAgent(chain, deployment, agent),
    readStakeVault(chain, deployment, agent),
    readConfig(chain, deployment),
  ]);
  if (registered === null) throw new AgentUnavailable(`${agent.toBase58()} is not registered`);
  if (config === null) throw new AgentUnavailable('the protocol has no config on this cluster');
  const wallet = staker.publicKey;
  const isOwner = registered.owner.equals(wallet);
  const stakeMint = vault?.mint ?? config.stakeMint;
  const instructions: TransactionInstruction[] = [];
  if (vault === null) {
    instructions.push((await vaultOpen(deployment, { rentPayer: wallet, agent, stakeMint })).instruction);
  } else if (isOwner && vault.ownershipEpoch < registered.ownershipEpoch) {
    const former = vault.firstLoss.shares === 0n ? null : registered.creator;
    instructions.push(await trancheRelease(deployment, agent, former));
  }
  const tranche: TrancheName = isOwner ? 'FirstLoss' : 'Backers';
  const staking = await stake(deployment, { agent, staker: wallet, tranche, stakeMint, amount });
  const outcome = await chain.send([...instructions, staking.instruction], { payer: staker });
  return { tranche, outcome };
}

export interface OwnStake {
  agent: PublicKey;
  tranche: TrancheName;
  staker: TransactionSigner;
}

/**
 * Begins to take stake out, all of it where no amount is given; its shares are rounded down.
 * @param amount base units
 * @throws StakeMissing; AccountMismatch; ProgramError; what sending throws
 */
export async function beginUnstake(
  chain: Chain,
  deployment: Deployment,
  { staker, ...own }: OwnStake,
  amount?: bigint,
): Promise<TransactionOutcome> {
  const ref = { ...own, staker: staker.publicKey };
  const { position, vault } = await theStake(chain, deployment, ref);
  const worth = positionWorth(vault, position).active;
  if (amount !== undefined && amount > worth) {
    throw new StakeMissing(`the wallet has ${worth} base units staked there, and asked for ${amount}`);
  }
  const pool = poolsOf(vault, own.tranche).active;
  const all = amount === undefined || amount === worth || pool.tokens === 0n;
  const shares = all ? position.activeShares : (amount * pool.shares) / pool.tokens;
  if (shares === 0n) throw new StakeMissing('nothing is staked there, or less than a share is asked for');
  return chain.send([await unstake(deployment, ref, shares)], { payer: staker });
}

/**
 * Pays out what has cooled, and makes the staker's token account where it is missing.
 * @throws StakeMissing; AccountMismatch; ProgramError, stake's `StillCooling` for one; what sending throws
 */
export async function withdrawStake(
  chain: Chain,
  deployment: Deployment,
  { staker, ...own }: OwnStake,
): Promise<TransactionOutcome> {
  const wallet = staker.publicKey;
  const ref = { ...own, staker: wallet };
  const { mint } = (await theStake(chain, deployment, ref)).vault;
  const at = associatedTokens(mint, wallet);
  const made =
    (await chain.getAccount(at)) === null
      ? [createAssociatedTokenAccountIdempotentInstruction(wallet, at, wallet, mint)]
      : [];
  return chain.send([...made, await stakeWithdraw(deployment, ref, mint)], { payer: staker });
}

async function theStake(
  chain: Chain,
  deployment: Deployment,
  { agent, staker, tranche }: { agent: PublicKey; staker: PublicKey; tranche: TrancheName },
): Promise<{ position: PositionAccount; vault: StakeVaultAccount }> {
  const [vault, position] = await Promise.all([
    readStakeVault(chain, deployment, agent),
    readPosition(chain, deployment, agent, staker, tranche),
  ]);
  if (vault !== null && position !== null) return { position, vault };
  throw new StakeMissing(`${staker.toBase58()} has no ${tranche} stake behind ${agent.toBase58()}`);
}
