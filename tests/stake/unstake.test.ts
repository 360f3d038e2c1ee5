import assert from 'node:assert/strict';
import { unstake } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { rewrite, whilePaused } from '../escrow/shared';
import { tokenAccount, tokenBalance } from '../fixtures/escrow';
import { TEST_WINDOWS } from '../fixtures/registry';
import type { StakeFixture } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { assertStakeBooks, EMPTY, pool, sharedStake, told, toldOf } from './shared';

describe('stake unstake', () => {
  const { staked, onBothChains } = sharedStake();

  const refused = async (
    on: StakeFixture,
    error: string,
    shares: bigint,
    staker = on.owner,
    authority: Keypair = staker,
  ) => {
    const instruction = await unstake(on.deployment, on.ref(staker), shares, authority.publicKey);
    await expectRefused(on.chain, instruction, [authority], error);
  };
  /** The vault with this much of its backers' stake slashed. */
  const slashed = async (on: StakeFixture, tokens: bigint, shares: bigint) => {
    const { staked: total } = await on.readVault();
    await rewrite(on.chain, 'stakeVault', on.vault, {
      backers: pool(tokens, shares),
      slashed: total - tokens,
    });
    await tokenAccount(on.chain, on.stakeMint, on.vault, tokens, { at: on.tokens });
  };

  onBothChains('moves shares to cooling, and no token', async (on, kind) => {
    const { agent, chain, owner, vault } = on;
    await on.stake(owner, 1_000n);
    const [before, vaultBefore] = [await on.readPosition(owner), await on.readVault()];
    const until = (await chain.unixTime()) + TEST_WINDOWS.unbonding;
    const outcome = await on.unstake(owner, 400n);
    const after = await on.readPosition(owner);
    assertSame(after, { ...before, activeShares: 600n, coolingShares: 400n, coolingUntil: until });
    const firstLoss = { ...EMPTY, tokens: 600n, shares: 600n };
    const firstLossCooling = { ...EMPTY, tokens: 400n, shares: 400n };
    assertSame(await on.readVault(), { ...vaultBefore, firstLoss, firstLossCooling });
    assert.equal(await tokenBalance(chain, on.tokens), 1_000n);
    await assertStakeBooks(on, [on.position(owner)]);
    assertRecorded(kind, outcome, 'unstaked', {
      vault,
      agent,
      position: on.position(owner),
      staker: owner.publicKey,
      tranche: { firstLoss: {} },
      authority: owner.publicKey,
      shares: 400n,
      amount: 400n,
      positionBefore: toldOf(before),
      positionAfter: toldOf(after),
      activeBefore: told(vaultBefore.firstLoss),
      activeAfter: told(firstLoss),
      coolingBefore: told(EMPTY),
      coolingAfter: told(firstLossCooling),
    });
  });

  refusesForgeries(async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    const instruction = await unstake(on.deployment, on.ref(on.owner), 4n);
    return { chain: on.chain, instruction, signers: [on.owner] };
  });

  it('restarts the clock for all that cools in the position, and in no other', async () => {
    const on = await staked();
    const [first, second] = [await on.backer(), await on.backer()];
    for (const backer of [first, second]) {
      await on.stake(backer, 100n);
      await on.unstake(backer, 40n);
    }
    const early = (await on.readPosition(second)).coolingUntil;
    await on.chain.advance({ seconds: 2_000n, slots: 1 });
    await on.unstake(first, 1n);
    const restarted = await on.readPosition(first);
    assert.deepEqual([restarted.coolingShares, restarted.coolingUntil], [41n, early + 2_000n]);
    assert.equal((await on.readPosition(second)).coolingUntil, early);
  });

  it('rounds down what shares are worth after a slash, and enters the cooling pool at its own price', async () => {
    const on = await staked();
    const [first, second] = [await on.backer(), await on.backer()];
    await on.stake(first, 7n);
    await on.stake(second, 3n);
    await slashed(on, 5n, 10n);
    await on.unstake(first, 3n);
    const { backers, backersCooling } = await on.readVault();
    assertSame([told(backers), told(backersCooling)], [pool(4n, 7n), pool(1n, 1n)]);
    await rewrite(on.chain, 'stakeVault', on.vault, { backersCooling: pool(1n, 3n) });
    await rewrite(on.chain, 'position', on.position(first), { coolingShares: 3n });
    await on.unstake(second, 3n);
    assert.equal((await on.readPosition(second)).coolingShares, 3n);
    assertSame(told((await on.readVault()).backersCooling), pool(2n, 6n));
  });

  it('is never paused, whatever the status', async () => {
    for (const status of ['Draft', 'Suspended', 'Active'] as const) {
      const on = await staked({ status });
      await on.stake(on.owner, 10n);
      await whilePaused(on, () => on.unstake(on.owner, 3n));
    }
  });

  it('is for former owners too, without a release', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await on.sell();
    await on.unstake(on.owner);
    assert.equal((await on.readVault()).firstLossCooling.tokens, 10n);
  });

  it('AmountZero, SharesExceeded, attack 14: moves what is there', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await refused(on, 'AmountZero', 0n);
    for (const shares of [11n, (1n << 64n) - 1n]) await refused(on, 'SharesExceeded', shares);
    await on.unstake(on.owner, 10n);
    await refused(on, 'SharesExceeded', 1n);
  });

  it('SharesExceeded: shares of a wiped pool are none', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLoss: pool(0n, 0n, 1), slashed: 10n });
    await refused(on, 'SharesExceeded', 10n);
  });

  it('SharesWorthless: moves no shares for nothing', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(backer, 10n);
    await slashed(on, 5n, 10n);
    await refused(on, 'SharesWorthless', 1n, backer);
    await on.unstake(backer, 2n);
  });

  it('NotStaker: is for nobody else while the agent is in business', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(backer, 10n);
    for (const other of [on.owner, on.agentKey, on.admin]) await refused(on, 'NotStaker', 10n, backer, other);
  });

  it('NotAllShares: anybody unstakes for an absent staker once the agent retires, all at once', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(backer, 10n);
    await on.unstake(backer, 3n);
    await on.chain.advance({ seconds: 1_000n, slots: 1 });
    await on.retire();
    for (const shares of [1n, 6n, 8n]) await refused(on, 'NotAllShares', shares, backer, on.feePayer);
    const until = (await on.chain.unixTime()) + TEST_WINDOWS.unbonding;
    const instruction = await unstake(on.deployment, on.ref(backer), 7n, on.feePayer.publicKey);
    await on.send(instruction, on.feePayer);
    const { activeShares, coolingShares, coolingUntil } = await on.readPosition(backer);
    assert.deepEqual([activeShares, coolingShares, coolingUntil], [0n, 10n, until]);
    // nothing is active any more, so that nobody restarts this clock again
    await refused(on, 'NotAllShares', 1n, backer, on.feePayer);
    await refused(on, 'AmountZero', 0n, backer, on.feePayer);
  });

  it('PoolFull: waits where the cooling pool cannot count that much, and takes what it can', async () => {
    const on = await staked();
    const backer = await on.backer();
    const much = 1n << 62n;
    await on.stake(backer, 10n);
    await rewrite(on.chain, 'stakeVault', on.vault, {
      backers: pool(much, much),
      backersCooling: pool(1n, 1_000_000n),
      staked: much + 1n,
    });
    await rewrite(on.chain, 'position', on.position(backer), { activeShares: much });
    await refused(on, 'PoolFull', much, backer);
    await on.unstake(backer, 1_000_000_000_000n);
  });

  it('InvariantBroken: moves nothing within books that do not add up', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await rewrite(on.chain, 'position', on.position(on.owner), { coolingShares: 1n });
    await refused(on, 'InvariantBroken', 4n);
    await rewrite(on.chain, 'position', on.position(on.owner), { coolingShares: 0n, tranche: 2 });
    await refused(on, 'InvariantBroken', 4n);
  });

  it('AgentMismatch, PositionMismatch: takes agent, vault and position that belong together', async () => {
    const [on, another] = [await staked(), await staked()];
    for (const each of [on, another]) await each.stake(each.owner, 10n);
    await another.retire();
    const instruction = await unstake(on.deployment, on.ref(on.owner), 10n, on.feePayer.publicKey);
    const agent = withAccount(instruction, 'agent', { pubkey: another.agent });
    await expectRefused(on.chain, agent, [on.feePayer], 'AgentMismatch');
    const pubkey = another.position(another.owner);
    const position = withAccount(instruction, 'position', { pubkey });
    await expectRefused(on.chain, position, [on.feePayer], 'PositionMismatch');
  });
});
