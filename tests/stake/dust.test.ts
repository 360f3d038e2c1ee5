import assert from 'node:assert/strict';
import { stake, stakeWithdraw, unstake } from '@agent-labs/sdk';
import { rewrite } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { type StakeFixture, stakeOn, stakeTokensOf } from '../fixtures/stake';
import { assertStakeBooks, pool } from './shared';

/** A vault of backers that lost a part: 700,001 base units for 1,000,003 shares. */
async function slashed(): Promise<StakeFixture> {
  // so long a lease that no loop outlives it
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
  const on = await stakeOn(
    await registryFixture(await startProgramChain('litesvm'), { settings: { windows } }),
  );
  await on.stake(on.owner, 1_000_003n, 'Backers');
  await rewrite(on.chain, 'stakeVault', on.vault, { backers: pool(700_001n, 1_000_003n), slashed: 300_002n });
  await tokenAccount(on.chain, on.stakeMint, on.vault, 700_001n, { at: on.tokens });
  return on;
}

describe('stake attack 26', () => {
  it('a thousand dust loops gain nothing, and cost the others nothing', async () => {
    const on = await slashed();
    const { chain, deployment, send, stakeMint } = on;
    const attacker = await on.backer();
    const ref = on.ref(attacker);
    for (let round = 0; round < 1_000; round += 1) {
      const amount = BigInt(1 + (round % 7));
      const staking = (await stake(deployment, { ...ref, stakeMint, amount })).instruction;
      await send(staking, attacker);
      const { activeShares } = await on.readPosition(attacker);
      // single shares and all at once, whichever rounds better
      const shares = round % 2 === 0 ? activeShares : activeShares - 1n;
      if (shares > 1n) await send(await unstake(deployment, ref, shares), attacker);
      const { coolingUntil, coolingShares } = await on.readPosition(attacker);
      if (coolingShares === 0n) continue;
      await chain.setUnixTime(coolingUntil);
      await send(await stakeWithdraw(deployment, ref, stakeMint), attacker);
      await chain.advance({ slots: 1 });
    }
    assert.ok((await tokenBalance(chain, stakeTokensOf(on, attacker.publicKey))) < PURSE);
    const { backers } = await on.readVault();
    const others = (1_000_003n * backers.tokens) / backers.shares;
    assert.ok(others >= 700_001n, `the others have ${others} of 700001`);
    const theirs = on.position(attacker);
    const open = (await chain.getAccount(theirs)) === null ? [] : [theirs];
    await assertStakeBooks(on, [on.position(on.owner, 'Backers'), ...open]);
  });
});
