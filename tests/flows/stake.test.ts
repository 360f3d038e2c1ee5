import assert from 'node:assert/strict';
import {
  agentClose,
  channelClose,
  channelOpen,
  channelRearm,
  stake,
  stakeWithdraw,
  trancheRelease,
  unstake,
  vaultClose,
} from '@agent-labs/sdk';
import { escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { type StakeFixture, stakeOn, stakeTokensOf } from '../fixtures/stake';
import { expectRefused } from '../helpers/refused';
import { assertStakeBooks } from '../stake/shared';
import { endChannel, LONG_AFTER } from './stories';

const MIN_STAKE = 500n;
/** A fifth of the cap on a dispute. */
const FIRST_LOSS = 200n;

/** An agent of a chain that asks for stake: its vault is open and empty. */
async function demanding(): Promise<StakeFixture> {
  const windows = { ...TEST_WINDOWS, lease: 1_000_000n };
  const settings = { windows, minStake: MIN_STAKE, slashCapDispute: 5n * FIRST_LOSS };
  return stakeOn(await registryFixture(await startProgramChain('bankrun'), { settings }));
}

/** Opens a channel of a payer's mandate for 400 seconds; signed by session key and payer. */
async function opening(on: Awaited<ReturnType<typeof escrowOn>>, n: number) {
  const { agent, deployment, mandate, payer, session } = on;
  const expiresAt = (await on.chain.unixTime()) + 400n;
  const [authority, rentPayer] = [session.publicKey, payer.publicKey];
  const wish = { authority, rentPayer, mandate, agent, versionNumber: 1, n, amount: 50_000n, expiresAt };
  return channelOpen(deployment, wish);
}

describe('flow: stake, serve, unstake', () => {
  it('business needs stake, and stake outlasts the business that it backed', async () => {
    const on = await demanding();
    const { chain, owner } = on;
    const backer = await on.backer();
    const payer = await escrowOn(on, { channel: null });
    const first = await opening(payer, 0);
    await expectRefused(chain, first.instruction, [payer.session, payer.payer], 'StakeTooLow');
    await on.stake(owner, FIRST_LOSS);
    await on.stake(backer, MIN_STAKE - FIRST_LOSS);
    await payer.send(first.instruction, payer.session, payer.payer);
    await chain.advance({ slots: 1 });
    await payer.settle({ cumulative: 20_000n, calls: 2 });

    await on.unstake(backer);
    await on.unstake(owner);
    const second = await opening(payer, 1);
    await expectRefused(chain, second.instruction, [payer.session, payer.payer], 'StakeTooLow');
    const { expiresAt } = await payer.readChannel();
    const more = await channelRearm(on.deployment, payer.channelRef, payer.session.publicKey, 1n, expiresAt);
    await expectRefused(chain, more, [payer.session], 'StakeTooLow');

    // what was open goes on, and ends while its stake still cools
    await payer.settle({ cumulative: 30_000n, calls: 3 });
    await payer.send(await channelClose(on.deployment, payer.channelRef, payer.payer.publicKey), payer.payer);
    await chain.advance({ seconds: 1_000n, slots: 1 });
    await endChannel(payer);
    const early = await stakeWithdraw(on.deployment, on.ref(owner), on.stakeMint);
    await expectRefused(chain, early, [owner], 'StillCooling');
    await chain.advance({ seconds: 1_060n, slots: 1 });
    await on.withdraw(owner);
    await on.withdraw(backer);
    assert.equal(await tokenBalance(chain, on.ownerTokens), PURSE);
    assert.equal(await tokenBalance(chain, stakeTokensOf(on, backer.publicKey)), PURSE);
    await assertStakeBooks(on);
  });

  it('attack 27: what is staked and unstaked around an opening stays behind it', async () => {
    const on = await demanding();
    const { deployment, owner, stakeMint } = on;
    const payer = await escrowOn(on, { channel: null });
    const staking = await stake(deployment, { ...on.ref(owner), stakeMint, amount: MIN_STAKE });
    const opened = await opening(payer, 0);
    const leaving = await unstake(deployment, on.ref(owner), MIN_STAKE);
    const { session, payer: wallet } = payer;
    await on.send([staking.instruction, opened.instruction, leaving], owner, session, wallet);
    assert.equal((await on.readVault()).firstLossCooling.tokens, MIN_STAKE);
    const claims = 400n + TEST_WINDOWS.closeGrace + 2n * TEST_WINDOWS.holdbackMax + TEST_WINDOWS.claim;
    await on.chain.advance({ seconds: claims, slots: 1 });
    const withdrawal = await stakeWithdraw(deployment, on.ref(owner), stakeMint);
    await expectRefused(on.chain, withdrawal, [owner], 'StillCooling');
    const next = await escrowOn(on, { channel: null });
    const again = await opening(next, 0);
    await expectRefused(on.chain, again.instruction, [next.session, next.payer], 'StakeTooLow');
  });
});

describe('flow: an agent with stake is sold', () => {
  it("the seller's stake cools and leaves, and the buyer's own opens channels again", async () => {
    const on = await demanding();
    const { agent, chain, deployment, owner } = on;
    const backer = await on.backer();
    await on.stake(owner, FIRST_LOSS);
    await on.stake(backer, MIN_STAKE);
    const buyer = await on.sell();
    const payer = await escrowOn(on, { channel: null });
    const first = await opening(payer, 0);
    const signers = [payer.session, payer.payer];
    await expectRefused(chain, first.instruction, signers, 'FirstLossTooLow');
    const own = { ...on.ref(buyer, 'FirstLoss'), stakeMint: on.stakeMint, amount: FIRST_LOSS };
    const staking = await stake(deployment, own);
    await expectRefused(chain, staking.instruction, [buyer], 'TrancheNotReleased');
    await on.send([await trancheRelease(deployment, agent, owner.publicKey), staking.instruction], buyer);
    await on.send(first.instruction, ...signers);
    await on.coolDown();
    await on.withdraw(owner);
    assert.equal(await tokenBalance(chain, on.ownerTokens), PURSE);
    await assertStakeBooks(on, [on.position(buyer, 'FirstLoss'), on.position(backer)]);
  });
});

describe('flow: an agent with absent backers retires', () => {
  it('strangers bring everybody out, and the agent to its end', async () => {
    const on = await demanding();
    const { agent, chain, creator, deployment, feePayer, owner, stakeMint } = on;
    const [present, absent] = [await on.backer(), await on.backer()];
    await on.stake(owner, FIRST_LOSS);
    for (const backer of [present, absent]) await on.stake(backer, MIN_STAKE);
    await on.unstake(absent, 100n);
    await on.retire();
    await on.unstake(present);

    const { publicKey: stranger } = feePayer;
    const retire = async (staker: typeof owner) => {
      const { activeShares } = await on.readPosition(staker);
      return unstake(deployment, on.ref(staker), activeShares, stranger);
    };
    for (const staker of [owner, absent]) await on.send(await retire(staker));
    await chain.advance({ seconds: LONG_AFTER + 60n, slots: 1 });
    const closes = await agentClose(deployment, {
      agent,
      owner: owner.publicKey,
      creator: creator.publicKey,
    });
    await expectRefused(chain, closes.instruction, [owner], 'StakeVaultExists');
    for (const staker of [owner, present, absent]) {
      await on.send(await stakeWithdraw(deployment, on.ref(staker), stakeMint, stranger));
      assert.equal(await tokenBalance(chain, stakeTokensOf(on, staker.publicKey)), PURSE);
      assert.equal(await chain.getAccount(on.position(staker)), null);
    }
    await tokenAccount(chain, stakeMint, on.vault, 7n, { at: on.tokens });
    const rest = { agent, stakeMint, owner: owner.publicKey, rentPayer: stranger, authority: stranger };
    await on.send(await vaultClose(deployment, rest));
    assert.equal(await tokenBalance(chain, on.ownerTokens), PURSE + 7n);
    await on.send(closes.instruction, owner);
  });
});
