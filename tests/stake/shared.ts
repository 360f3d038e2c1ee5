import assert from 'node:assert/strict';
import { decodePosition, type StakePool, stakeIdl } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { agentOn, tokenBalance } from '../fixtures/escrow';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { type StakeFixture, stakeOn } from '../fixtures/stake';
import type { ChainKind } from '../helpers/chains/test-chain';

export interface SharedStake {
  /** Another agent with an open vault. */
  staked(options?: Parameters<typeof stakeOn>[1] & Parameters<typeof agentOn>[1]): Promise<StakeFixture>;
  /** The registry that all share. */
  registry(): RegistryFixture;
  /** Runs a test on the shared chain, and on one of LiteSVM, which tells events. */
  onBothChains(
    title: string,
    test: (on: StakeFixture, kind: ChainKind) => Promise<void>,
    options?: Parameters<typeof stakeOn>[1],
  ): void;
}

/** One chain of bankrun with a registry for all tests of a file. Call it in their `describe`. */
export function sharedStake(): SharedStake {
  let registry: RegistryFixture;
  before(async () => {
    // so long a lease that no test outlives it
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    registry = await registryFixture(await startProgramChain('bankrun'), { settings: { windows } });
  });
  const staked: SharedStake['staked'] = async (options = {}) =>
    stakeOn(await agentOn(registry, options), options);
  return {
    staked,
    registry: () => registry,
    onBothChains: (title, test, options) => {
      it(`${title} (bankrun)`, async () => test(await staked(options), 'bankrun'));
      it(`${title} (litesvm)`, async () => {
        const own = await registryFixture(await startProgramChain('litesvm'));
        await test(await stakeOn(own, options), 'litesvm');
      });
    },
  };
}

export const EMPTY: StakePool = { tokens: 0n, shares: 0n, epoch: 0, padding: [0, 0, 0, 0] };

/** A pool after `slashed` base units of it were taken, so as to reach what only disputes will lead to. */
export const pool = (tokens: bigint, shares: bigint, epoch = 0) => ({ tokens, shares, epoch });

/** What an event says of a pool. */
export const told = ({ tokens, shares, epoch }: StakePool) => ({ tokens, shares, epoch });

/** What an event says of a position. */
export const toldOf = (position: {
  activeShares: bigint;
  activeEpoch: number;
  coolingShares: bigint;
  coolingEpoch: number;
  coolingUntil: bigint;
}) => ({
  activeShares: position.activeShares,
  activeEpoch: position.activeEpoch,
  coolingShares: position.coolingShares,
  coolingEpoch: position.coolingEpoch,
  coolingUntil: position.coolingUntil,
});

export const NO_POSITION = {
  activeShares: 0n,
  activeEpoch: 0,
  coolingShares: 0n,
  coolingEpoch: 0,
  coolingUntil: 0n,
};

/**
 * Checks a vault's books: its tokens cover its pools, to the unit without donations; what was staked is there,
 * returned or slashed; and the shares of the positions given make up those of the pools.
 */
export async function assertStakeBooks(
  on: StakeFixture,
  positions: PublicKey[] = [],
  donated = 0n,
): Promise<void> {
  const vault = await on.readVault();
  const pools = {
    FirstLoss: [vault.firstLoss, vault.firstLossCooling],
    Backers: [vault.backers, vault.backersCooling],
  } as const;
  const held = Object.values(pools)
    .flat()
    .reduce((sum, { tokens }) => sum + tokens, 0n);
  assert.equal(await tokenBalance(on.chain, on.tokens), held + donated);
  assert.equal(vault.staked, held + vault.returned + vault.slashed);
  assert.equal(vault.positions, positions.length);
  const opened = await Promise.all(positions.map((at) => on.chain.getAccount(at)));
  for (const [tranche, [active, cooling]] of Object.entries(pools)) {
    const [activeShares, coolingShares] = opened
      .map((account) => decodePosition(account?.data ?? new Uint8Array()))
      .filter((position) => position.tranche === tranche)
      .map((position) => [
        position.activeEpoch === active.epoch ? position.activeShares : 0n,
        position.coolingEpoch === cooling.epoch ? position.coolingShares : 0n,
      ])
      .reduce(([a = 0n, c = 0n], [b = 0n, d = 0n]) => [a + b, c + d], [0n, 0n]);
    assert.equal(active.shares, activeShares, `active shares of ${tranche}`);
    assert.equal(cooling.shares, coolingShares, `cooling shares of ${tranche}`);
  }
}

/** The stake program. */
export const STAKE_PROGRAM = new PublicKey(stakeIdl.address);
