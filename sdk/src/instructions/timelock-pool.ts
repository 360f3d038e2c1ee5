import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import type { IncomePoolAccount, PoolModeName } from '../accounts/timelock-pool.js';
import type { Deployment } from '../deployment.js';
import { timelockIdl } from '../generated/timelock.js';
import { encoder, i64, u64 } from '../idl.js';
import { attestationAddress, configAddress } from '../pda/registry.js';
import { membershipAddress, poolAddress, poolVaultAddress } from '../pda/timelock-pool.js';
import { associatedTokens } from '../tokens.js';
import { emitting } from './timelock-lock.js';

/** Terms of a new pool, for good. Amounts in base units of `mint`, times in Unix seconds, spans in seconds. */
export interface PoolCreateParams {
  /** Pays the rent; signs. */
  creator: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given; see `tokenProgramOf`. */
  tokenProgram?: PublicKey;
  /** Tells the creator's pools apart. */
  id: bigint;
  /** Vouches for members in the registry. */
  attestor: PublicKey;
  mode: PoolModeName;
  maxMembers: number;
  /** Of one member and epoch. */
  amount: bigint;
  /** A minute to ten years. */
  epochLength: bigint;
  firstEpochAt: bigint;
  /** How long a suspended member keeps what it has coming, at most a year. */
  grace: bigint;
}

/** A pool and what its instructions need to name it by. */
export interface PoolRef {
  pool: PublicKey;
  creator: PublicKey;
  attestor: PublicKey;
  mint: PublicKey;
  /** The mint's, SPL Token unless given: the pool's account tells it. */
  tokenProgram?: PublicKey;
}

/** What instructions on a pool name it by. */
export function poolRef(pool: PublicKey, account: IncomePoolAccount): PoolRef {
  const { attestor, creator, mint, tokenProgram } = account;
  return { pool, attestor, creator, mint, tokenProgram };
}

const methods = ({ timelock }: Deployment) => encoder(timelockIdl, timelock).methods;

function withTokens(deployment: Deployment, { mint, pool, tokenProgram = TOKEN_PROGRAM_ID }: PoolRef) {
  const vault = poolVaultAddress(deployment, pool);
  return { pool, mint, vault, tokenProgram, ...emitting(deployment) };
}

/** Makes an income pool with its vault. Signers: creator. */
export async function poolCreate(
  deployment: Deployment,
  params: PoolCreateParams,
): Promise<{ instruction: TransactionInstruction; pool: PublicKey; vault: PublicKey }> {
  const { creator, mint, tokenProgram = TOKEN_PROGRAM_ID } = params;
  const pool = poolAddress(deployment, creator, params.id);
  const vault = poolVaultAddress(deployment, pool);
  const instruction = await methods(deployment)
    .poolCreate({
      id: u64(params.id, 'id'),
      attestor: params.attestor,
      mode: params.mode === 'Accrue' ? { accrue: {} } : { expire: {} },
      maxMembers: params.maxMembers,
      amount: u64(params.amount, 'amount'),
      epochLength: i64(params.epochLength, 'epochLength'),
      firstEpochAt: i64(params.firstEpochAt, 'firstEpochAt'),
      grace: i64(params.grace, 'grace'),
    })
    .accountsStrict({
      ...{ creator, config: configAddress(deployment), pool, mint, vault, tokenProgram },
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, pool, vault };
}

/** Puts `amount` base units into a pool. Signers: funder. */
export function poolFund(
  deployment: Deployment,
  ref: PoolRef,
  funder: PublicKey,
  amount: bigint,
  source = associatedTokens(ref.mint, funder, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolFund(u64(amount, 'amount'))
    .accountsStrict({
      ...{ funder, config: configAddress(deployment), source },
      ...withTokens(deployment, ref),
    })
    .instruction();
}

/** Makes an attested wallet a member. Signers: wallet, rent payer. */
export async function poolJoin(
  deployment: Deployment,
  { attestor, pool }: Pick<PoolRef, 'attestor' | 'pool'>,
  wallet: PublicKey,
  rentPayer: PublicKey = wallet,
): Promise<{ instruction: TransactionInstruction; membership: PublicKey }> {
  const membership = membershipAddress(deployment, pool, wallet);
  const instruction = await methods(deployment)
    .poolJoin()
    .accountsStrict({
      ...{ wallet, rentPayer, config: configAddress(deployment), pool, membership },
      attestation: attestationAddress(deployment, attestor, wallet),
      systemProgram: SystemProgram.programId,
      ...emitting(deployment),
    })
    .instruction();
  return { instruction, membership };
}

/** Opens the epoch of the present span. Signers: none but the fee payer. */
export function epochOpen(deployment: Deployment, pool: PublicKey): Promise<TransactionInstruction> {
  return methods(deployment)
    .epochOpen()
    .accountsStrict({ pool, ...emitting(deployment) })
    .instruction();
}

/** Who claims for whom, and where to. */
export interface PoolClaimParams {
  wallet: PublicKey;
  /** Signs; the member unless given. */
  authority?: PublicKey;
  /** The member's associated token account unless given; another only with the member's own signature. */
  destination?: PublicKey;
}

/** Pays a member what it has coming. Signers: authority. */
export function poolClaim(
  deployment: Deployment,
  ref: PoolRef,
  { authority, destination, wallet }: PoolClaimParams,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolClaim()
    .accountsStrict({
      authority: authority ?? wallet,
      membership: membershipAddress(deployment, ref.pool, wallet),
      attestation: attestationAddress(deployment, ref.attestor, wallet),
      destination: destination ?? associatedTokens(ref.mint, wallet, ref.tokenProgram),
      ...withTokens(deployment, ref),
    })
    .instruction();
}

/**
 * Ends a membership. Signers: wallet.
 * @param rentPayer the one the membership names; the wallet unless given
 * @param forfeit whether to give up what is coming to it; without, it must have claimed
 */
export function poolLeave(
  deployment: Deployment,
  pool: PublicKey,
  wallet: PublicKey,
  { forfeit = false, rentPayer = wallet }: { forfeit?: boolean; rentPayer?: PublicKey } = {},
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolLeave(forfeit)
    .accountsStrict({
      ...{ wallet, pool, membership: membershipAddress(deployment, pool, wallet), rentPayer },
      ...emitting(deployment),
    })
    .instruction();
}

/**
 * Suspends a member without attestation, or ends a membership that nothing is coming to. Signers: none but the fee
 * payer.
 * @param rentPayer the one the membership names
 */
export function poolEvict(
  deployment: Deployment,
  { attestor, pool }: Pick<PoolRef, 'attestor' | 'pool'>,
  wallet: PublicKey,
  rentPayer: PublicKey,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolEvict()
    .accountsStrict({
      ...{ pool, membership: membershipAddress(deployment, pool, wallet), rentPayer },
      attestation: attestationAddress(deployment, attestor, wallet),
      ...emitting(deployment),
    })
    .instruction();
}

/** Ends the opening of epochs, for good. Signers: creator. */
export function poolStop(
  deployment: Deployment,
  { creator, pool }: Pick<PoolRef, 'creator' | 'pool'>,
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolStop()
    .accountsStrict({ creator, pool, ...emitting(deployment) })
    .instruction();
}

/** Takes the free money out of a stopped pool. Signers: creator. */
export function poolWithdraw(
  deployment: Deployment,
  ref: PoolRef,
  destination = associatedTokens(ref.mint, ref.creator, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolWithdraw()
    .accountsStrict({ creator: ref.creator, destination, ...withTokens(deployment, ref) })
    .instruction();
}

/** Ends a stopped pool without memberships. Signers: creator. */
export function poolClose(
  deployment: Deployment,
  ref: PoolRef,
  destination = associatedTokens(ref.mint, ref.creator, ref.tokenProgram),
): Promise<TransactionInstruction> {
  return methods(deployment)
    .poolClose()
    .accountsStrict({ creator: ref.creator, destination, ...withTokens(deployment, ref) })
    .instruction();
}
