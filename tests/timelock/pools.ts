import assert from 'node:assert/strict';
import {
  associatedTokens,
  decodeIncomePool,
  decodeMembership,
  epochOpen,
  membershipAddress,
  type PoolCreateParams,
  type PoolRef,
  poolClaim,
  poolCreate,
  poolFund,
  poolJoin,
  poolVaultAddress,
  type TransactionOutcome,
  tokenProgramOf,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt } from '../escrow/shared';
import { attest } from '../fixtures/attestations';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { funded, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { dataOf } from '../registry/support';

/** Of a member and epoch, base units. */
export const SHARE = 1_000n;
/** Of an epoch, seconds. */
export const LENGTH = 100n;
/** From a pool's making to its first epoch, seconds. */
export const WAIT = 50n;
export const GRACE = 30n;
/** Attestations last so long unless told otherwise, seconds. */
const YEAR = 31_536_000n;

/** Where fields of an `IncomePool` begin in its account. */
export const POOL_AT = {
  funded: 248,
  paid: 256,
  free: 264,
  owed: 272,
  withdrawn: 280,
  stoppedAt: 288,
} as const;

/** Someone the attestor vouches for, with an empty token account. */
export interface Member {
  wallet: Keypair;
  tokens: PublicKey;
  membership: PublicKey;
}

export interface PoolFixture extends RegistryFixture {
  poolCreator: Keypair;
  attestor: Keypair;
  tokenProgram: PublicKey;
  poolTerms: PoolCreateParams;
  pool: PublicKey;
  poolRef: PoolRef;
  poolVault: PublicKey;
  /** The creator's. */
  creatorTokens: PublicKey;
  readPool(): Promise<ReturnType<typeof decodeIncomePool>>;
  readMember(member: Member): Promise<ReturnType<typeof decodeMembership>>;
  fund(amount: bigint): Promise<TransactionOutcome>;
  /** An attested wallet that is no member yet. @param until end of its attestation */
  candidate(until?: bigint): Promise<Member>;
  join(member: Member): Promise<TransactionOutcome>;
  /** An attested wallet that has joined. */
  member(until?: bigint): Promise<Member>;
  /** Waits for the next span and opens its epoch. */
  open(): Promise<TransactionOutcome>;
  claim(member: Member): Promise<TransactionOutcome>;
}

let pools = 0n;

/** A pool of its own creator and attestor, without members and money. */
export async function poolOn(
  registry: RegistryFixture,
  terms: Partial<PoolCreateParams> = {},
): Promise<PoolFixture> {
  const { chain, deployment, mint, send } = registry;
  const [poolCreator, attestor] = [await funded(chain), await funded(chain)];
  const tokenProgram = await tokenProgramOf(chain, mint);
  const creatorTokens = await tokenAccount(chain, mint, poolCreator.publicKey, PURSE, {
    program: tokenProgram,
  });
  pools += 1n;
  const poolTerms: PoolCreateParams = {
    ...{ creator: poolCreator.publicKey, mint, tokenProgram, id: pools, attestor: attestor.publicKey },
    ...{ mode: 'Accrue', maxMembers: 5, amount: SHARE, epochLength: LENGTH, grace: GRACE },
    firstEpochAt: (await chain.unixTime()) + WAIT,
    ...terms,
  };
  const { instruction, pool, vault } = await poolCreate(deployment, poolTerms);
  await send(instruction, poolCreator);
  assert.ok(vault.equals(poolVaultAddress(deployment, pool)));
  const poolRef = { pool, creator: poolCreator.publicKey, attestor: attestor.publicKey, mint, tokenProgram };

  const readPool = async () => decodeIncomePool(await dataOf(chain, pool));
  const candidate = async (until?: bigint): Promise<Member> => {
    const wallet = await funded(chain);
    await attest(registry, attestor, wallet.publicKey, until ?? (await chain.unixTime()) + YEAR);
    const tokens = await tokenAccount(chain, mint, wallet.publicKey, 0n, { program: tokenProgram });
    return { wallet, tokens, membership: membershipAddress(deployment, pool, wallet.publicKey) };
  };
  const join = async ({ wallet }: Member) =>
    send((await poolJoin(deployment, poolRef, wallet.publicKey)).instruction, wallet);
  return {
    ...registry,
    ...{ poolCreator, attestor, tokenProgram, poolTerms, pool, poolRef, poolVault: vault, creatorTokens },
    ...{ readPool, candidate, join },
    readMember: async ({ membership }) => decodeMembership(await dataOf(chain, membership)),
    fund: async (amount) =>
      send(await poolFund(deployment, poolRef, poolCreator.publicKey, amount), poolCreator),
    member: async (until) => {
      const member = await candidate(until);
      await join(member);
      return member;
    },
    open: async () => {
      const { epochEndsAt, firstEpochAt } = await readPool();
      const at = epochEndsAt > firstEpochAt ? epochEndsAt : firstEpochAt;
      if ((await chain.unixTime()) < at) await arriveAt(chain, at);
      return send(await epochOpen(deployment, pool));
    },
    claim: async ({ wallet }) =>
      send(await poolClaim(deployment, poolRef, { wallet: wallet.publicKey }), wallet),
  };
}

/** A pool on a chain of its own. */
export async function poolFixture(kind: ChainKind, terms?: Partial<PoolCreateParams>): Promise<PoolFixture> {
  return poolOn(await registryFixture(await startProgramChain(kind)), terms);
}

/** What an event says of a pool's books. */
export function booksOf(pool: ReturnType<typeof decodeIncomePool>) {
  const { epochs, free, funded, members, owed, paid, records, withdrawn } = pool;
  return { funded, paid, free, owed, withdrawn, members, records, epochs };
}

/** Checks a pool's books: the ledger adds up, and its vault covers it to the unit but for donations. */
export async function assertPoolBooks(on: PoolFixture, members: Member[] = [], donated = 0n): Promise<void> {
  const pool = await on.readPool();
  assert.equal(pool.funded, pool.paid + pool.free + pool.owed + pool.withdrawn);
  assert.equal(await tokenBalance(on.chain, on.poolVault), pool.free + pool.owed + donated);
  assert.equal(pool.records, members.length);
  if (pool.mode === 'Expire') return;
  const end = (until: bigint) => (until < pool.epochs ? until : pool.epochs);
  const due = await Promise.all(
    members.map(async (member) => {
      const { next, until } = await on.readMember(member);
      return (end(until) - next) * pool.amount;
    }),
  );
  assert.equal(
    pool.owed,
    due.reduce((sum, part) => sum + part, 0n),
  );
}

/** The associated token account of a wallet for the pool's mint. */
export const tokensOf = ({ mint, tokenProgram }: PoolFixture, wallet: PublicKey) =>
  associatedTokens(mint, wallet, tokenProgram);

/** One chain of bankrun for all pools of a file. Call it in their `describe`. */
export function sharedPools() {
  let registry: RegistryFixture;
  before(async () => {
    registry = await registryFixture(await startProgramChain('bankrun'));
  });
  return {
    registry: () => registry,
    /** Another pool. */
    pool: (terms?: Partial<PoolCreateParams>) => poolOn(registry, terms),
    /** Runs a test on the shared chain, and on one of LiteSVM, which tells events. */
    onBothChains: (
      title: string,
      test: (on: PoolFixture, kind: ChainKind) => Promise<void>,
      terms?: Partial<PoolCreateParams>,
    ) => {
      it(`${title} (bankrun)`, async () => test(await poolOn(registry, terms), 'bankrun'));
      it(`${title} (litesvm)`, async () => test(await poolFixture('litesvm', terms), 'litesvm'));
    },
  };
}
