import assert from 'node:assert/strict';
import { stake, stakeWithdraw, unstake } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt, rewrite, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, TEST_WINDOWS } from '../fixtures/registry';
import { type StakeFixture, stakeTokensOf } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf } from '../registry/support';
import { assertStakeBooks, EMPTY, NO_POSITION, pool, sharedStake, told, toldOf } from './shared';

describe('stake withdraw', () => {
  const { staked, onBothChains } = sharedStake();

  interface Wish {
    staker?: Keypair;
    authority?: Keypair;
    destination?: PublicKey;
  }
  const withdrawing = (on: StakeFixture, { staker = on.owner, authority = staker, destination }: Wish = {}) =>
    stakeWithdraw(on.deployment, on.ref(staker), on.stakeMint, authority.publicKey, destination);
  const refused = async (on: StakeFixture, error: string, wish: Wish = {}) => {
    const signers = [wish.authority ?? wish.staker ?? on.owner];
    await expectRefused(on.chain, await withdrawing(on, wish), signers, error);
  };
  /** The owner's stake of 1,000, of which `shares` have cooled. */
  const cooled = async (on: StakeFixture, shares = 1_000n) => {
    await on.stake(on.owner, 1_000n);
    await on.unstake(on.owner, shares);
    await on.coolDown();
    return on;
  };

  onBothChains('pays all that cooled, and closes the position where nothing is left', async (on, kind) => {
    const { agent, chain, owner, ownerTokens, vault } = await cooled(on);
    const position = on.position(owner);
    const [before, vaultBefore] = [await on.readPosition(owner), await on.readVault()];
    await on.send(donation(on.feePayer.publicKey, position, 5n));
    const [rent, wallet] = [await lamportsOf(chain, position), await lamportsOf(chain, owner.publicKey)];
    const outcome = await on.withdraw(owner);
    assert.equal(await chain.getAccount(position), null);
    assert.equal(await lamportsOf(chain, owner.publicKey), wallet + rent);
    assert.equal(await tokenBalance(chain, ownerTokens), PURSE);
    assertSame(await on.readVault(), {
      ...vaultBefore,
      positions: 0,
      firstLossCooling: EMPTY,
      returned: 1_000n,
    });
    await assertStakeBooks(on);
    assertRecorded(kind, outcome, 'withdrawn', {
      vault,
      agent,
      position,
      staker: owner.publicKey,
      tranche: { firstLoss: {} },
      authority: owner.publicKey,
      destination: ownerTokens,
      shares: 1_000n,
      amount: 1_000n,
      closed: true,
      positionBefore: toldOf(before),
      positionAfter: NO_POSITION,
      coolingBefore: told(vaultBefore.firstLossCooling),
      coolingAfter: told(EMPTY),
    });
  });

  refusesForgeries(
    async () => {
      const on = await cooled(await staked(), 400n);
      return { chain: on.chain, instruction: await withdrawing(on), signers: [on.owner] };
    },
    {
      twice: Object.fromEntries([
        ...['vault', 'position', 'tokens', 'destination'].map((name) => [
          `${name} as staker`,
          'StakerMismatch',
        ]),
        ['destination as tokens', 'VaultTokensMismatch'],
        ['tokens as destination', 'DestinationMismatch'],
      ]),
    },
  );

  it('keeps the position while something is active in it', async () => {
    const on = await cooled(await staked(), 400n);
    const rent = await lamportsOf(on.chain, on.position(on.owner));
    await on.withdraw(on.owner);
    const { activeShares, coolingShares, coolingUntil } = await on.readPosition(on.owner);
    assert.deepEqual([activeShares, coolingShares, coolingUntil], [600n, 0n, 0n]);
    assert.equal(await lamportsOf(on.chain, on.position(on.owner)), rent);
    await assertStakeBooks(on, [on.position(on.owner)]);
  });

  it('StillCooling, attack 19: pays at the second that cooling ends, and not one before', async () => {
    const on = await staked();
    await on.stake(on.owner, 1_000n);
    await on.unstake(on.owner);
    const { coolingUntil } = await on.readPosition(on.owner);
    await refused(on, 'StillCooling');
    await arriveAt(on.chain, coolingUntil - 1n);
    await refused(on, 'StillCooling');
    await refused(on, 'StillCooling', { authority: on.feePayer });
    await arriveAt(on.chain, coolingUntil);
    await on.withdraw(on.owner);
  });

  it('attack 27: stake, serve, unstake in one transaction frees nothing', async () => {
    const on = await staked();
    const { agent, deployment, owner, stakeMint } = on;
    const wish = { agent, staker: owner.publicKey, tranche: 'FirstLoss', stakeMint, amount: 70n } as const;
    const all = [
      (await stake(deployment, wish)).instruction,
      await unstake(deployment, on.ref(owner), 70n),
      await withdrawing(on),
    ];
    await expectRefused(on.chain, all, [owner], 'StillCooling');
    await on.send(all.slice(0, 2), owner);
    assertSame(told((await on.readVault()).firstLossCooling), pool(70n, 70n));
    const { windows } = on.settings;
    const claims = windows.channelLifeMax + windows.closeGrace + 2n * windows.holdbackMax + windows.claim;
    assert.ok(TEST_WINDOWS.unbonding > claims, 'stake outlasts the last claim on what it backed');
    await on.chain.advance({ seconds: claims, slots: 1 });
    await refused(on, 'StillCooling');
  });

  it('DisputeOpen, attack 21: waits for disputes from before cooling ended, and for no later one', async () => {
    const on = await cooled(await staked());
    const { coolingUntil } = await on.readPosition(on.owner);
    const ends = { firstDispute: key(), lastDispute: key() };
    for (const oldestDisputeAt of [1n, coolingUntil - 1n]) {
      await rewrite(on.chain, 'stakeVault', on.vault, { openDisputes: 1, oldestDisputeAt, ...ends });
      await refused(on, 'DisputeOpen');
      await refused(on, 'DisputeOpen', { authority: on.feePayer });
    }
    await rewrite(on.chain, 'stakeVault', on.vault, { oldestDisputeAt: coolingUntil });
    await on.withdraw(on.owner);
  });

  it('attack 20: what cools is slashed with its pool, and pays what is left', async () => {
    const on = await cooled(await staked());
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLossCooling: pool(333n, 1_000n), slashed: 667n });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 333n, { at: on.tokens });
    await on.withdraw(on.owner);
    assert.equal(await tokenBalance(on.chain, on.ownerTokens), PURSE - 667n);
    await assertStakeBooks(on);
  });

  it('pays nothing for less than a base unit, and ends the position all the same', async () => {
    const on = await staked();
    const [first, second] = [await on.backer(), await on.backer()];
    for (const [backer, amount] of [[first, 1n] as const, [second, 9n] as const]) {
      await on.stake(backer, amount);
      await on.unstake(backer);
    }
    await on.coolDown();
    await rewrite(on.chain, 'stakeVault', on.vault, { backersCooling: pool(5n, 10n), slashed: 5n });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 5n, { at: on.tokens });
    await on.withdraw(first);
    assert.equal(await tokenBalance(on.chain, stakeTokensOf(on, first.publicKey)), PURSE - 1n);
    await assertStakeBooks(on, [on.position(second)]);
    await on.withdraw(second);
    assert.equal(await tokenBalance(on.chain, stakeTokensOf(on, second.publicKey)), PURSE - 4n);
    await assertStakeBooks(on);
  });

  it('is never paused', async () => {
    const on = await cooled(await staked());
    await whilePaused(on, () => on.withdraw(on.owner));
  });

  it('NothingCooling: pays nothing that is active, was paid or was wiped', async () => {
    const on = await staked();
    await on.stake(on.owner, 1_000n);
    await refused(on, 'NothingCooling');
    await on.unstake(on.owner, 300n);
    await on.coolDown();
    const before = await on.chain.getAccount(on.vault);
    await rewrite(on.chain, 'stakeVault', on.vault, { firstLossCooling: pool(0n, 0n, 1), slashed: 300n });
    await refused(on, 'NothingCooling');
    await on.chain.setAccount(on.vault, before);
    await on.withdraw(on.owner);
    await refused(on, 'NothingCooling');
  });

  it('DestinationMismatch: the staker chooses among accounts of its own, others pay the associated one', async () => {
    const on = await cooled(await staked());
    const own = await tokenAccount(on.chain, on.stakeMint, on.owner.publicKey, 0n, { at: key() });
    const foreign = await tokenAccount(on.chain, on.stakeMint, on.feePayer.publicKey, 0n);
    const mint = await createMint(on.chain, key());
    const other = await tokenAccount(on.chain, mint, on.owner.publicKey, 0n);
    const authority = on.feePayer;
    for (const destination of [foreign, other, on.tokens]) {
      await refused(on, 'DestinationMismatch', { destination });
      await refused(on, 'DestinationMismatch', { destination, authority });
    }
    await refused(on, 'DestinationMismatch', { destination: own, authority });
    await on.send(await withdrawing(on, { destination: own }), on.owner);
    assert.equal(await tokenBalance(on.chain, own), 1_000n);
  });

  it('anybody pays an absent staker, to the associated account', async () => {
    const on = await cooled(await staked());
    await on.send(await withdrawing(on, { authority: on.feePayer }), on.feePayer);
    assert.equal(await tokenBalance(on.chain, on.ownerTokens), PURSE);
  });

  it('a staker who gave the associated account away keeps no retiring agent open', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(backer, 50n);
    await on.retire();
    const { deployment, feePayer: authority } = on;
    await on.send(await unstake(deployment, on.ref(backer), 50n, authority.publicKey), authority);
    await on.coolDown();
    const at = stakeTokensOf(on, backer.publicKey);
    await tokenAccount(on.chain, on.stakeMint, on.agentKey.publicKey, 0n, { at });
    await refused(on, 'DestinationMismatch', { staker: backer, authority });
    const destination = await tokenAccount(on.chain, on.stakeMint, backer.publicKey, 0n, { at: key() });
    await on.send(await withdrawing(on, { staker: backer, authority, destination }), authority);
    assert.equal(await tokenBalance(on.chain, destination), 50n);
    await assertStakeBooks(on);
  });

  it('StakerMismatch, AgentMismatch, PositionMismatch, VaultTokensMismatch: takes what belongs together', async () => {
    const [on, another] = [await cooled(await staked()), await cooled(await staked())];
    const instruction = await withdrawing(on);
    const position = another.position(another.owner);
    for (const [name, pubkey, error] of [
      ['staker', on.feePayer.publicKey, 'StakerMismatch'],
      ['agent', another.agent, 'AgentMismatch'],
      ['position', position, 'PositionMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.owner], error);
    }
  });

  it('attacks 9, 10: a position that came back in the same transaction is a new one', async () => {
    const on = await cooled(await staked());
    const { agent, deployment, owner, stakeMint } = on;
    const wish = { agent, staker: owner.publicKey, tranche: 'FirstLoss', stakeMint, amount: 3n } as const;
    const back = (await stake(deployment, wish)).instruction;
    const sent = donation(on.feePayer.publicKey, on.position(owner), 10_000_000n);
    await on.send([await withdrawing(on), sent, back], owner);
    const { activeShares, coolingShares } = await on.readPosition(owner);
    assert.deepEqual([activeShares, coolingShares], [3n, 0n]);
    await assertStakeBooks(on, [on.position(owner)]);
    await refused(on, 'NothingCooling');
  });
});
