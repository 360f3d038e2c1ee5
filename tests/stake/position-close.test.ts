import assert from 'node:assert/strict';
import { positionClose } from '@agent-labs/sdk';
import { rewrite, whilePaused } from '../escrow/shared';
import { tokenAccount } from '../fixtures/escrow';
import type { StakeFixture } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, lamportsOf } from '../registry/support';
import { assertStakeBooks, pool, sharedStake, told, toldOf } from './shared';

describe('stake position_close', () => {
  const { staked, onBothChains } = sharedStake();

  const closing = (on: StakeFixture) => positionClose(on.deployment, on.ref(on.owner));
  const refused = async (on: StakeFixture, error: string) =>
    expectRefused(on.chain, await closing(on), [], error);
  /** The owner's stake, active and cooling, wiped by a slash. */
  const wiped = async (on: StakeFixture) => {
    await on.stake(on.owner, 100n);
    await on.unstake(on.owner, 40n);
    const gone = pool(0n, 0n, 1);
    await rewrite(on.chain, 'stakeVault', on.vault, {
      firstLoss: gone,
      firstLossCooling: gone,
      slashed: 100n,
    });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 0n, { at: on.tokens });
    return on;
  };

  onBothChains('ends a position that a slash wiped, its rent to the staker', async (on, kind) => {
    const { agent, chain, owner, vault } = await wiped(on);
    const position = on.position(owner);
    const [before, vaultBefore] = [await on.readPosition(owner), await on.readVault()];
    const [returned, wallet] = [await lamportsOf(chain, position), await lamportsOf(chain, owner.publicKey)];
    const outcome = await on.send(await closing(on));
    assert.equal(await chain.getAccount(position), null);
    assert.equal(await lamportsOf(chain, owner.publicKey), wallet + returned);
    assertSame(await on.readVault(), { ...vaultBefore, positions: 0 });
    await assertStakeBooks(on);
    assertRecorded(kind, outcome, 'positionClosed', {
      vault,
      agent,
      position,
      staker: owner.publicKey,
      tranche: { firstLoss: {} },
      positionBefore: toldOf(before),
      activeBefore: told(vaultBefore.firstLoss),
      activeAfter: told(vaultBefore.firstLoss),
      coolingBefore: told(vaultBefore.firstLossCooling),
      coolingAfter: told(vaultBefore.firstLossCooling),
      returned,
    });
    await on.stake(owner, 7n);
    await assertStakeBooks(on, [position]);
  });

  refusesForgeries(
    async () => {
      const on = await wiped(await staked());
      return { chain: on.chain, instruction: await closing(on), signers: [] };
    },
    { twice: { 'vault as staker': 'StakerMismatch', 'position as staker': 'StakerMismatch' } },
  );

  it('ends one of shares worth less than a base unit, which the others keep', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(on.owner, 1n, 'Backers');
    await on.stake(backer, 9n);
    await rewrite(on.chain, 'stakeVault', on.vault, { backers: pool(9n, 10n), slashed: 1n });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 9n, { at: on.tokens });
    await on.send(await positionClose(on.deployment, on.ref(on.owner, 'Backers')));
    assertSame(told((await on.readVault()).backers), pool(9n, 9n));
    await assertStakeBooks(on, [on.position(backer)]);
    await on.unstake(backer);
    await assertStakeBooks(on, [on.position(backer)]);
  });

  it('is never paused', async () => {
    const on = await wiped(await staked());
    await whilePaused(on, async () => on.send(await closing(on)));
  });

  it('PositionNotWorthless: ends none with a base unit in either pool', async () => {
    const on = await staked();
    await on.stake(on.owner, 2n);
    await refused(on, 'PositionNotWorthless');
    await on.unstake(on.owner, 1n);
    await refused(on, 'PositionNotWorthless');
    await on.unstake(on.owner, 1n);
    await refused(on, 'PositionNotWorthless');
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLossCooling: pool(0n, 0n, 1), slashed: 2n });
    await on.send(await closing(on));
  });

  it('StakerMismatch, PositionMismatch: pays the staker, of a position of this vault', async () => {
    const [on, another] = [await wiped(await staked()), await wiped(await staked())];
    const instruction = await closing(on);
    for (const pubkey of [key(), on.vault, on.feePayer.publicKey]) {
      const other = withAccount(instruction, 'staker', { pubkey });
      await expectRefused(on.chain, other, [], 'StakerMismatch');
    }
    const pubkey = another.position(another.owner);
    const position = withAccount(instruction, 'position', { pubkey });
    await expectRefused(on.chain, position, [], 'PositionMismatch');
  });
});
