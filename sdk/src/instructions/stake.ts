import { getAssociatedTokenAddressSync, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { stakeIdl } from '../generated/stake.js';
import { encoder, eventAuthority, u64 } from '../idl.js';
import { configAddress } from '../pda/registry.js';
import { positionAddress, stakeVaultAddress, type TrancheName, vaultTokensAddress } from '../pda/stake.js';

/** Opens the vault of an agent. Signers: rent payer. */
export async function vaultOpen(
  deployment: Deployment,
  params: { rentPayer: PublicKey; agent: PublicKey; stakeMint: PublicKey },
): Promise<{ instruction: TransactionInstruction; vault: PublicKey; tokens: PublicKey }> {
  const { rentPayer, agent, stakeMint } = params;
  const vault = stakeVaultAddress(deployment, agent);
  const tokens = vaultTokensAddress(deployment, vault);
  const instruction = await encoder(stakeIdl, deployment.stake)
    .methods.vaultOpen()
    .accountsStrict({
      rentPayer,
      config: configAddress(deployment),
      agent,
      vault,
      tokens,
      mint: stakeMint,
      tokenProgram: TOKEN_PROGRAM_ID,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, vault, tokens };
}

/** A position and what its instructions need to name it by. */
export interface PositionRef {
  agent: PublicKey;
  staker: PublicKey;
  tranche: TrancheName;
}

export interface StakeParams extends PositionRef {
  /** Mint of the agent's vault. */
  stakeMint: PublicKey;
  /** Base units. */
  amount: bigint;
  /** The staker's associated token account unless given. */
  source?: PublicKey;
}

/**
 * Puts stake behind an agent whose vault is open. Signers: staker, who is the agent's owner for `FirstLoss`.
 *
 * @example
 * const { instruction } = await stake(deployment, {
 *   agent, staker: owner, tranche: 'FirstLoss', stakeMint, amount: 2_000_000_000n,
 * });
 */
export async function stake(
  deployment: Deployment,
  params: StakeParams,
): Promise<{ instruction: TransactionInstruction; position: PublicKey }> {
  const { agent, staker, tranche, stakeMint } = params;
  const { vault, position } = placesOf(deployment, params);
  const instruction = await encoder(stakeIdl, deployment.stake)
    .methods.stake({ tranche: trancheArg(tranche), amount: u64(params.amount, 'amount') })
    .accountsStrict({
      staker,
      config: configAddress(deployment),
      agent,
      vault,
      position,
      tokens: vaultTokensAddress(deployment, vault),
      source: params.source ?? getAssociatedTokenAddressSync(stakeMint, staker, true),
      tokenProgram: TOKEN_PROGRAM_ID,
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, position };
}

/** Moves active shares to cooling. Signers: authority (the staker; anyone for all shares of a retiring agent's). */
export function unstake(
  deployment: Deployment,
  ref: PositionRef,
  shares: bigint,
  authority = ref.staker,
): Promise<TransactionInstruction> {
  return encoder(stakeIdl, deployment.stake)
    .methods.unstake(u64(shares, 'shares'))
    .accountsStrict({
      authority,
      config: configAddress(deployment),
      agent: ref.agent,
      ...placesOf(deployment, ref),
      ...emitting(deployment),
    })
    .instruction();
}

/** Pays the staker all that has cooled. Signers: authority (anyone). */
export function stakeWithdraw(
  deployment: Deployment,
  ref: PositionRef,
  stakeMint: PublicKey,
  authority = ref.staker,
  destination = getAssociatedTokenAddressSync(stakeMint, ref.staker, true),
): Promise<TransactionInstruction> {
  const places = placesOf(deployment, ref);
  return encoder(stakeIdl, deployment.stake)
    .methods.withdraw()
    .accountsStrict({
      authority,
      agent: ref.agent,
      ...places,
      staker: ref.staker,
      tokens: vaultTokensAddress(deployment, places.vault),
      destination,
      tokenProgram: TOKEN_PROGRAM_ID,
      ...emitting(deployment),
    })
    .instruction();
}

/**
 * Moves a former owner's stake to cooling after a change of owner. Signers: none.
 * @param formerOwner whose stake is in the first-loss tranche; null where that is empty
 */
export function trancheRelease(
  deployment: Deployment,
  agent: PublicKey,
  formerOwner: PublicKey | null,
): Promise<TransactionInstruction> {
  const vault = stakeVaultAddress(deployment, agent);
  return encoder(stakeIdl, deployment.stake)
    .methods.trancheRelease()
    .accountsStrict({
      config: configAddress(deployment),
      agent,
      vault,
      position: formerOwner && positionAddress(deployment, vault, formerOwner, 'FirstLoss'),
      ...emitting(deployment),
    })
    .instruction();
}

/** Ends a position that is worth nothing. Signers: none. */
export function positionClose(deployment: Deployment, ref: PositionRef): Promise<TransactionInstruction> {
  return encoder(stakeIdl, deployment.stake)
    .methods.positionClose()
    .accountsStrict({ ...placesOf(deployment, ref), staker: ref.staker, ...emitting(deployment) })
    .instruction();
}

export interface VaultCloseParams {
  agent: PublicKey;
  stakeMint: PublicKey;
  /** The agent's owner; gets what was donated. */
  owner: PublicKey;
  rentPayer: PublicKey;
  /** The owner unless given; anyone once the agent is retiring. Signs. */
  authority?: PublicKey;
  /** A token account of the owner, the associated one unless given. */
  destination?: PublicKey;
}

/** Ends a vault without positions. Signers: authority. */
export function vaultClose(
  deployment: Deployment,
  params: VaultCloseParams,
): Promise<TransactionInstruction> {
  const { agent, stakeMint, owner, rentPayer } = params;
  const vault = stakeVaultAddress(deployment, agent);
  return encoder(stakeIdl, deployment.stake)
    .methods.vaultClose()
    .accountsStrict({
      authority: params.authority ?? owner,
      agent,
      vault,
      tokens: vaultTokensAddress(deployment, vault),
      destination: params.destination ?? getAssociatedTokenAddressSync(stakeMint, owner, true),
      rentPayer,
      tokenProgram: TOKEN_PROGRAM_ID,
      ...emitting(deployment),
    })
    .instruction();
}

function placesOf(deployment: Deployment, { agent, staker, tranche }: PositionRef) {
  const vault = stakeVaultAddress(deployment, agent);
  return { vault, position: positionAddress(deployment, vault, staker, tranche) };
}

function trancheArg(tranche: TrancheName) {
  return tranche === 'FirstLoss' ? { firstLoss: {} } : { backers: {} };
}

function emitting(deployment: Deployment) {
  return { eventAuthority: eventAuthority(deployment.stake), program: deployment.stake };
}
