import { createAssociatedTokenAccountIdempotentInstruction } from '@solana/spl-token';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import {
  decodeIncomePool,
  decodeMembership,
  type IncomePoolAccount,
  type MembershipAccount,
  poolDue,
} from '../accounts/timelock-pool.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import {
  epochOpen,
  type PoolCreateParams,
  poolClaim,
  poolClose,
  poolCreate,
  poolEvict,
  poolFund,
  poolJoin,
  poolLeave,
  poolRef,
  poolStop,
  poolWithdraw,
} from '../instructions/timelock-pool.js';
import { membershipAddress, poolAddress } from '../pda/timelock-pool.js';
import { AccountMismatch } from '../rpc/errors.js';
import { associatedTokens, tokenProgramOf } from '../tokens.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { read, readAttestation } from './read.js';

/** The wallet has nothing coming from the pool, or nobody vouches for it now. Nothing was sent. */
export class NoIncome extends Error {
  override readonly name = 'NoIncome';
}

/** null where there is none. @throws AccountMismatch */
export function readIncomePool(
  chain: Chain,
  deployment: Deployment,
  at: PublicKey,
): Promise<IncomePoolAccount | null> {
  return read(chain, at, deployment.timelock, 'income pool', decodeIncomePool, ({ creator, id }) =>
    poolAddress(deployment, creator, id),
  );
}

/** A wallet's part in a pool; null where it has none. @throws AccountMismatch */
export function readMembership(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  wallet: PublicKey,
): Promise<MembershipAccount | null> {
  const at = membershipAddress(deployment, pool, wallet);
  return read(chain, at, deployment.timelock, 'membership', decodeMembership, (membership) =>
    membershipAddress(deployment, membership.pool, membership.wallet),
  );
}

async function thePool(chain: Chain, deployment: Deployment, pool: PublicKey) {
  const account = await readIncomePool(chain, deployment, pool);
  if (account === null) throw new AccountMismatch(`there is no income pool at ${pool.toBase58()}`);
  return { account, ref: poolRef(pool, account) };
}

export interface CreatePoolParams extends Omit<PoolCreateParams, 'creator' | 'tokenProgram'> {
  creator: TransactionSigner;
  /** Put in at once, base units, out of the creator's associated token account; 0 for nothing. */
  funding: bigint;
}

/**
 * Makes an income pool, and funds it, in one transaction.
 * @throws AccountMismatch where there is no such mint; ProgramError; what sending throws
 */
export async function createPool(
  chain: Chain,
  deployment: Deployment,
  params: CreatePoolParams,
): Promise<{ pool: PublicKey; outcome: TransactionOutcome }> {
  const { attestor, creator, funding, mint } = params;
  const tokenProgram = await tokenProgramOf(chain, mint);
  const terms = { ...params, creator: creator.publicKey, tokenProgram };
  const { instruction, pool } = await poolCreate(deployment, terms);
  const instructions = [instruction];
  if (funding > 0n) {
    const ref = { pool, creator: creator.publicKey, attestor, mint, tokenProgram };
    instructions.push(await poolFund(deployment, ref, creator.publicKey, funding));
  }
  const outcome = await chain.send(instructions, { payer: creator });
  return { pool, outcome };
}

/**
 * Puts money into a pool. It is the creator's to take out once it has stopped the pool.
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function fundPool(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  funder: TransactionSigner,
  amount: bigint,
): Promise<TransactionOutcome> {
  const { ref } = await thePool(chain, deployment, pool);
  return chain.send([await poolFund(deployment, ref, funder.publicKey, amount)], { payer: funder });
}

/**
 * Joins a pool with an attestation of its attestor. A membership that was suspended is ended on the way, once it
 * was paid what it had coming.
 * @param rentPayer pays fee and rent; the wallet unless given
 * @throws AccountMismatch; ProgramError, timelock's `NotAttested` for one; what sending throws
 */
export async function joinPool(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  wallet: TransactionSigner,
  rentPayer: TransactionSigner = wallet,
): Promise<TransactionOutcome> {
  const { account, ref } = await thePool(chain, deployment, pool);
  const before = await readMembership(chain, deployment, pool, wallet.publicKey);
  const instructions: TransactionInstruction[] = [];
  if (before !== null && before.suspendedAt !== 0n) {
    if (poolDue(account, before, await chain.unixTime()) > 0n) {
      instructions.push(
        associated(rentPayer.publicKey, account, wallet.publicKey),
        await poolClaim(deployment, ref, { wallet: wallet.publicKey }),
      );
    }
    instructions.push(await poolEvict(deployment, ref, wallet.publicKey, before.rentPayer));
  }
  const join = await poolJoin(deployment, ref, wallet.publicKey, rentPayer.publicKey);
  const signers = rentPayer.publicKey.equals(wallet.publicKey) ? [] : [wallet];
  return chain.send([...instructions, join.instruction], { payer: rentPayer, signers });
}

function associated(payer: PublicKey, { mint, tokenProgram }: IncomePoolAccount, wallet: PublicKey) {
  const at = associatedTokens(mint, wallet, tokenProgram);
  return createAssociatedTokenAccountIdempotentInstruction(payer, at, wallet, mint, tokenProgram);
}

/**
 * Opens the epoch of the present span of time. Anyone may; look at `epochStanding` first.
 * @throws ProgramError, timelock's `EpochNotFunded` for one; what sending throws
 */
export async function openEpoch(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  feePayer: TransactionSigner,
): Promise<TransactionOutcome> {
  return chain.send([await epochOpen(deployment, pool)], { payer: feePayer });
}

/**
 * Pays a member what it has coming, into its associated token account, which is made where it is missing. Anyone may.
 * @throws NoIncome: nothing was sent; AccountMismatch; ProgramError; what sending throws
 */
export async function claimIncome(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  wallet: PublicKey,
  feePayer: TransactionSigner,
): Promise<{ amount: bigint; outcome: TransactionOutcome }> {
  const { account, ref } = await thePool(chain, deployment, pool);
  const [membership, attestation, now] = await Promise.all([
    readMembership(chain, deployment, pool, wallet),
    readAttestation(chain, deployment, account.attestor, wallet),
    chain.unixTime(),
  ]);
  if (membership === null) throw new NoIncome(`${wallet.toBase58()} is no member of the pool`);
  const amount = poolDue(account, membership, now);
  if (amount === 0n) throw new NoIncome('nothing is coming now; wait for the next epoch');
  if (attestation === null || attestation.expiresAt <= now) {
    throw new NoIncome(`${account.attestor.toBase58()} does not vouch for ${wallet.toBase58()} now`);
  }
  const instructions = [
    associated(feePayer.publicKey, account, wallet),
    await poolClaim(deployment, ref, { wallet, authority: feePayer.publicKey }),
  ];
  return { amount, outcome: await chain.send(instructions, { payer: feePayer }) };
}

/**
 * Leaves a pool, and claims first what is coming where the attestor still vouches for the wallet.
 * @param forfeit whether to give up what cannot be claimed
 * @throws AccountMismatch where it is no member; ProgramError, timelock's `ClaimFirst` for one; what sending throws
 */
export async function leavePool(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  wallet: TransactionSigner,
  forfeit = false,
): Promise<TransactionOutcome> {
  const { account, ref } = await thePool(chain, deployment, pool);
  const key = wallet.publicKey;
  const [membership, attestation, now] = await Promise.all([
    readMembership(chain, deployment, pool, key),
    readAttestation(chain, deployment, account.attestor, key),
    chain.unixTime(),
  ]);
  if (membership === null) throw new AccountMismatch(`${key.toBase58()} is no member of the pool`);
  const instructions: TransactionInstruction[] = [];
  const attested = attestation !== null && attestation.expiresAt > now;
  if (attested && poolDue(account, membership, now) > 0n) {
    instructions.push(associated(key, account, key), await poolClaim(deployment, ref, { wallet: key }));
  }
  const { rentPayer } = membership;
  instructions.push(await poolLeave(deployment, pool, key, { forfeit, rentPayer }));
  return chain.send(instructions, { payer: wallet });
}

/**
 * Suspends a member that nobody vouches for, or ends a membership that nothing is coming to. Anyone may.
 * @throws AccountMismatch where it is no member; ProgramError, timelock's `StillAttested` or `GraceNotOver`; what
 *   sending throws
 */
export async function evictMember(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  wallet: PublicKey,
  feePayer: TransactionSigner,
): Promise<TransactionOutcome> {
  const { ref } = await thePool(chain, deployment, pool);
  const membership = await readMembership(chain, deployment, pool, wallet);
  if (membership === null) throw new AccountMismatch(`${wallet.toBase58()} is no member of the pool`);
  const instruction = await poolEvict(deployment, ref, wallet, membership.rentPayer);
  return chain.send([instruction], { payer: feePayer });
}

/**
 * Stops a pool where it runs, and takes its free money out.
 * @throws AccountMismatch; ProgramError; what sending throws
 */
export async function stopPool(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  creator: TransactionSigner,
): Promise<TransactionOutcome> {
  const { account, ref } = await thePool(chain, deployment, pool);
  const instructions: TransactionInstruction[] = [];
  if (account.stoppedAt === 0n) instructions.push(await poolStop(deployment, ref));
  const expiring = account.mode === 'Expire' && (await chain.unixTime()) >= account.epochEndsAt;
  if (account.free > 0n || (expiring && account.owed > 0n)) {
    instructions.push(
      associated(creator.publicKey, account, creator.publicKey),
      await poolWithdraw(deployment, ref),
    );
  }
  return chain.send(instructions, { payer: creator });
}

/**
 * Ends a stopped pool without memberships; what is left, and the rent, go to the creator.
 * @throws AccountMismatch; ProgramError, timelock's `MembersRemain` for one; what sending throws
 */
export async function closePool(
  chain: Chain,
  deployment: Deployment,
  pool: PublicKey,
  creator: TransactionSigner,
): Promise<TransactionOutcome> {
  const { account, ref } = await thePool(chain, deployment, pool);
  const instructions = [
    associated(creator.publicKey, account, creator.publicKey),
    await poolClose(deployment, ref),
  ];
  return chain.send(instructions, { payer: creator });
}
