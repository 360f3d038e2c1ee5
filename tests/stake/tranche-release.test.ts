import assert from 'node:assert/strict';
import { stake, trancheRelease } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { arriveAt, rewrite, whilePaused } from '../escrow/shared';
import { tokenBalance } from '../fixtures/escrow';
import { TEST_WINDOWS } from '../fixtures/registry';
import type { StakeFixture } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { assertStakeBooks, EMPTY, pool, sharedStake, told, toldOf } from './shared';

describe('stake tranche_release', () => {
  const { staked, onBothChains } = sharedStake();

  const releasing = (on: StakeFixture, former: Keypair | null = on.owner) =>
    trancheRelease(on.deployment, on.agent, former?.publicKey ?? null);
  const refused = async (on: StakeFixture, error: string, former: Keypair | null = on.owner) =>
    expectRefused(on.chain, await releasing(on, former), [], error);

  onBothChains("cools the former owner's stake from now on, and hands the tranche over", async (on, kind) => {
    const { agent, chain, owner, vault } = on;
    await on.stake(owner, 1_000n);
    await on.unstake(owner, 300n);
    await on.chain.advance({ seconds: 500n, slots: 1 });
    const buyer = await on.sell();
    const [before, vaultBefore] = [await on.readPosition(owner), await on.readVault()];
    const until = (await chain.unixTime()) + TEST_WINDOWS.unbonding;
    const outcome = await on.send(await releasing(on));
    const after = await on.readPosition(owner);
    assertSame(after, { ...before, activeShares: 0n, coolingShares: 1_000n, coolingUntil: until });
    const cooling = { ...EMPTY, tokens: 1_000n, shares: 1_000n };
    assertSame(await on.readVault(), {
      ...vaultBefore,
      ownershipEpoch: 2,
      firstLoss: EMPTY,
      firstLossCooling: cooling,
    });
    assert.equal(await tokenBalance(chain, on.tokens), 1_000n);
    await assertStakeBooks(on, [on.position(owner)]);
    assertRecorded(kind, outcome, 'trancheReleased', {
      vault,
      agent,
      oldEpoch: 1,
      newEpoch: 2,
      released: {
        position: on.position(owner),
        staker: owner.publicKey,
        shares: 700n,
        amount: 700n,
        positionBefore: toldOf(before),
        positionAfter: toldOf(after),
        activeBefore: told(vaultBefore.firstLoss),
        activeAfter: told(EMPTY),
        coolingBefore: told(vaultBefore.firstLossCooling),
        coolingAfter: told(cooling),
      },
    });
    await on.stake(buyer, 50n, 'FirstLoss');
    assertSame(told((await on.readVault()).firstLoss), pool(50n, 50n));
    await arriveAt(chain, until);
    await on.withdraw(owner);
    await assertStakeBooks(on, [on.position(buyer, 'FirstLoss')]);
  });

  refusesForgeries(async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await on.sell();
    return { chain: on.chain, instruction: await releasing(on), signers: [] };
  });

  onBothChains('needs no position where the tranche is empty', async (on, kind) => {
    await on.stake(on.owner, 10n);
    await on.unstake(on.owner);
    await on.sell();
    const before = await on.readVault();
    const outcome = await on.send(await releasing(on, null));
    assertSame(await on.readVault(), { ...before, ownershipEpoch: 2 });
    const { agent, vault } = on;
    assertRecorded(kind, outcome, 'trancheReleased', {
      vault,
      agent,
      oldEpoch: 1,
      newEpoch: 2,
      released: null,
    });
  });

  it('needs none where a slash wiped it either, nor minds one', async () => {
    for (const named of [true, false]) {
      const on = await staked();
      await on.stake(on.owner, 10n);
      await rewrite(on.chain, 'stakeVault', on.vault, { firstLoss: pool(0n, 0n, 1), slashed: 10n });
      await on.sell();
      await on.send(await releasing(on, named ? on.owner : null));
      assert.equal((await on.readVault()).ownershipEpoch, 2);
    }
  });

  it('catches up with several changes of owner at once, also where the first one is back', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await rewrite(on.chain, 'agent', on.agent, { ownershipEpoch: 4 });
    const wish = { agent: on.agent, stakeMint: on.stakeMint, amount: 1n } as const;
    const more = await stake(on.deployment, { ...on.ref(on.owner), ...wish });
    await expectRefused(on.chain, more.instruction, [on.owner], 'TrancheNotReleased');
    await on.send(await releasing(on));
    assert.equal((await on.readVault()).ownershipEpoch, 4);
    await on.send(more.instruction, on.owner);
    const { activeShares, coolingShares } = await on.readPosition(on.owner);
    assert.deepEqual([activeShares, coolingShares], [1n, 10n]);
  });

  it('leaves backers alone, and is never paused', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(backer, 20n);
    await on.stake(on.owner, 10n);
    await on.sell();
    const before = await on.readPosition(backer);
    await whilePaused(on, async () => on.send(await releasing(on)));
    assertSame(await on.readPosition(backer), before);
    assertSame(told((await on.readVault()).backers), pool(20n, 20n));
  });

  it('NothingToRelease: releases no tranche of the present owner', async () => {
    const on = await staked();
    await on.stake(on.owner, 10n);
    await refused(on, 'NothingToRelease');
    await on.sell();
    await on.send(await releasing(on));
    await refused(on, 'NothingToRelease');
    await refused(on, 'NothingToRelease', null);
  });

  it('FormerPositionMissing, NotFormerPosition: releases all that is in the tranche', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(on.owner, 10n);
    await on.stake(on.owner, 10n, 'Backers');
    await on.stake(backer, 10n);
    await on.sell();
    await refused(on, 'FormerPositionMissing', null);
    const instruction = await releasing(on);
    for (const pubkey of [on.position(on.owner, 'Backers'), on.position(backer)]) {
      const other = withAccount(instruction, 'position', { pubkey });
      await expectRefused(on.chain, other, [], 'NotFormerPosition');
    }
    // what is left of it would stay behind
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLoss: pool(10n, 11n) });
    await refused(on, 'NotFormerPosition');
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLoss: pool(10n, 10n, 1) });
    await refused(on, 'NotFormerPosition');
  });

  it('AgentMismatch, PositionMismatch: takes agent, vault and position that belong together', async () => {
    const [on, another] = [await staked(), await staked()];
    for (const each of [on, another]) {
      await each.stake(each.owner, 10n);
      await each.sell();
    }
    const instruction = await releasing(on);
    const agent = withAccount(instruction, 'agent', { pubkey: another.agent });
    await expectRefused(on.chain, agent, [], 'AgentMismatch');
    const pubkey = another.position(another.owner);
    const position = withAccount(instruction, 'position', { pubkey });
    await expectRefused(on.chain, position, [], 'PositionMismatch');
  });
});
