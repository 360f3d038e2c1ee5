import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { Deployment } from '../deployment.js';
import { stakeIdl } from '../generated/stake.js';
import { idlBytes } from '../idl.js';

const STAKE_VAULT = idlBytes(stakeIdl, 'STAKE_VAULT_SEED');
const VAULT_TOKENS = idlBytes(stakeIdl, 'VAULT_TOKENS_SEED');
const POSITION = idlBytes(stakeIdl, 'POSITION_SEED');
const DISPUTE = idlBytes(stakeIdl, 'DISPUTE_SEED');
const CLAIM_AUTHORITY = idlBytes(stakeIdl, 'CLAIM_AUTHORITY_SEED');

/** Whose stake a position is, as stored: the agent's owner loses first. */
export const Tranche = { FirstLoss: 0, Backers: 1 } as const;
export type TrancheName = keyof typeof Tranche;

/** The vault of an agent: `["vault", agent]` */
export function stakeVaultAddress(deployment: Deployment, agent: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([STAKE_VAULT, agent.toBytes()], deployment.stake)[0];
}

/** The vault's token account: `["vault_tokens", vault]` */
export function vaultTokensAddress(deployment: Deployment, vault: PublicKey): PublicKey {
  return PublicKey.findProgramAddressSync([VAULT_TOKENS, vault.toBytes()], deployment.stake)[0];
}

/** What a staker has in a tranche of a vault: `["position", vault, staker, tranche]` */
export function positionAddress(
  deployment: Deployment,
  vault: PublicKey,
  staker: PublicKey,
  tranche: TrancheName,
): PublicKey {
  const seeds = [POSITION, vault.toBytes(), staker.toBytes(), Buffer.from([Tranche[tranche]])];
  return PublicKey.findProgramAddressSync(seeds, deployment.stake)[0];
}

/**
 * A dispute of a vault: `["dispute", subject, nonce: u64 LE]`
 * @param nonce its number in the vault
 * @throws RangeError for what is not a u64
 */
export function disputeAddress(deployment: Deployment, subject: PublicKey, nonce: bigint): PublicKey {
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(nonce);
  return PublicKey.findProgramAddressSync([DISPUTE, subject.toBytes(), number], deployment.stake)[0];
}

/** Signs claims towards the escrow program: `["claim_authority"]` */
export function claimAuthority(deployment: Deployment): PublicKey {
  return PublicKey.findProgramAddressSync([CLAIM_AUTHORITY], deployment.stake)[0];
}
