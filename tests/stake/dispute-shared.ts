import assert from 'node:assert/strict';
import type { TransactionOutcome } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { type DisputeFixture, disputesOn } from '../fixtures/disputes';
import { agentOn, type escrowOn, tokenBalance } from '../fixtures/escrow';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { stakeTokensOf } from '../fixtures/stake';
import type { ChainKind } from '../helpers/chains/test-chain';
import { eventsOf } from '../helpers/events';
import { assertSame, patch } from '../registry/support';

export interface DisputeOptions {
  /** Calls that are paid for and settled; 5 unless told otherwise. */
  calls?: number;
  /** Base units held of it. */
  held?: bigint;
  /** Base units the owner, and a backer, have at stake. */
  owner?: bigint;
  backer?: bigint;
  /** Claims in the mint of prices that is not the stake mint. */
  otherMint?: boolean;
  mandate?: NonNullable<Parameters<typeof escrowOn>[1]>['mandate'];
}

export interface SharedDisputes {
  /** Another agent with stake, and a payer that was charged. */
  disputes(options?: DisputeOptions): Promise<DisputeFixture>;
  registry(): RegistryFixture;
  /** Runs a test on the shared chain, and on one of LiteSVM, which tells events and checks signatures. */
  onBothChains(
    title: string,
    test: (on: DisputeFixture, kind: ChainKind) => Promise<void>,
    options?: DisputeOptions,
  ): void;
}

/** So long a lease that no test outlives it. */
const windows = { ...TEST_WINDOWS, lease: 10_000_000n };

/** One chain with a registry for all tests of a file. Call it in their `describe`. */
export function sharedDisputes(kind: ChainKind = 'bankrun'): SharedDisputes {
  let registry: RegistryFixture;
  before(async () => {
    registry = await registryFixture(await startProgramChain(kind), { settings: { windows } });
  });
  return {
    disputes: (options) => disputed(registry, options),
    registry: () => registry,
    onBothChains: (title, test, options) => {
      it(`${title} (bankrun)`, async () => test(await disputed(registry, options), 'bankrun'));
      it(`${title} (litesvm)`, async () => {
        const own = await registryFixture(await startProgramChain('litesvm'), { settings: { windows } });
        await test(await disputed(own, options), 'litesvm');
      });
    },
  };
}

/** An agent of `registry` with stake, and a payer that was charged for its calls. */
export async function disputed(
  registry: RegistryFixture,
  {
    calls = 5,
    held = 0n,
    owner = 50_000n,
    backer = 0n,
    otherMint = false,
    mandate = {},
  }: DisputeOptions = {},
): Promise<DisputeFixture> {
  const priced = otherMint ? registry : { ...registry, mint: registry.stakeMint };
  const on = await disputesOn(await agentOn(priced), { mandate });
  if (owner > 0n) await on.stake(on.owner, owner);
  if (backer > 0n) await on.stake(await on.backer(), backer);
  if (calls > 0) await on.pay(calls);
  if (held > 0n) await on.hold(held);
  return on;
}

/** Base units of the stake mint that a wallet has in its associated account. */
export function purseOf(on: DisputeFixture, wallet: { publicKey: PublicKey }): Promise<bigint> {
  return tokenBalance(on.chain, stakeTokensOf(on, wallet.publicKey));
}

/** Checks that the vault's token account holds its pools and its bonds, to the unit. */
export async function assertVaultCovered(on: DisputeFixture): Promise<void> {
  const { backers, backersCooling, bonds, firstLoss, firstLossCooling, returned, slashed, staked } =
    await on.readVault();
  const held = [firstLoss, firstLossCooling, backers, backersCooling].reduce(
    (sum, { tokens }) => sum + tokens,
    0n,
  );
  assert.equal(await tokenBalance(on.chain, on.tokens), held + bonds);
  assert.equal(staked, held + returned + slashed);
}

/** Checks that a transaction recorded this event of the stake program, once. Bankrun does not tell. */
export function assertTold(
  kind: ChainKind,
  outcome: TransactionOutcome,
  name: string,
  data: Record<string, unknown>,
): void {
  if (kind === 'bankrun') return;
  const told = eventsOf(outcome).filter((event) => event.name === name);
  assertSame(told, [{ name, data }]);
}

/** Where fields of a `Dispute` begin in its account. */
const AT = {
  claimant: 176,
  sessionKey: 240,
  agentKey: 272,
  payoutOwner: 304,
  answerer: 416,
  appellant: 512,
  slashCapDispute: 584,
  slashCapPeriod: 592,
} as const;

/** Writes fields of a dispute past every rule, so as to reach what takes another config or another world. */
export async function spoil(
  on: DisputeFixture,
  at: PublicKey,
  fields: Partial<Record<keyof typeof AT, PublicKey | bigint>>,
): Promise<void> {
  await patch(on.chain, at, (data) => {
    for (const [name, value] of Object.entries(fields) as [keyof typeof AT, PublicKey | bigint][]) {
      if (value instanceof PublicKey) data.set(value.toBytes(), AT[name]);
      else data.writeBigUInt64LE(value, AT[name]);
    }
  });
}
