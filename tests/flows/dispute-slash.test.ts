import assert from 'node:assert/strict';
import { positionClose, stakeVaultAddress, vaultClose } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type DisputeFixture, disputesOn } from '../fixtures/disputes';
import { agentOn, PURSE } from '../fixtures/escrow';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { assertVaultCovered, purseOf } from '../stake/dispute-shared';

/** Signatures are checked here: evidence is what stories turn on. */
async function agentWithStake(): Promise<DisputeFixture> {
  const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
  const registry: RegistryFixture = await registryFixture(await startProgramChain('litesvm'), {
    settings: { windows },
  });
  return disputesOn(await agentOn({ ...registry, mint: registry.stakeMint }));
}

describe('story: a dispute that stake answers for', () => {
  it('losses beyond the owner’s tranche: the payer is whole, backers and who was leaving lose alike', async () => {
    const on = await agentWithStake();
    const { owner, payer } = on;
    const [stays, leaves] = [await on.backer(), await on.backer()];
    await on.stake(owner, 20_000n);
    await on.stake(stays, 60_000n);
    await on.stake(leaves, 60_000n);
    await on.unstake(leaves);

    // five calls at 20,000, the last two of them worthless; the payer holds what can be held
    await on.pay(5);
    await on.hold(40_000n);
    await on.open({ claim: 100_000n });
    await on.cite(4, 5);
    await on.answer(owner);
    await on.arrive('responseEndsAt');
    await on.vote(0, 10_000, 9_000);
    await on.appeal(owner);
    await on.vote(1, 10_000, 10_000);
    const before = await purseOf(on, payer);
    await on.execute();

    // 100,000 lost: 40,000 held; 60,000 and 6,000 of penalty slashed: 20,000 the owner's, 46,000 the backers'
    const bonds = 1_000_000n + 1_000_000n + 2_000_000n - 4n * 100_000n;
    assert.equal(await purseOf(on, payer), before + 100_000n + bonds);
    assert.equal(await purseOf(on, on.treasury), 6_000n);
    const vault = await on.readVault();
    assert.deepEqual(
      [vault.firstLoss.tokens, vault.backers.tokens, vault.backersCooling.tokens],
      [0n, 37_000n, 37_000n],
    );
    assert.deepEqual([vault.slashed, vault.disputesLost, vault.openDisputes], [66_000n, 1, 0]);
    await assertVaultCovered(on);
    assert.equal(await purseOf(on, owner), PURSE - 20_000n - 3_000_000n);

    await on.coolDown();
    await on.withdraw(leaves);
    await on.unstake(stays);
    await on.coolDown();
    await on.withdraw(stays);
    for (const backer of [stays, leaves]) assert.equal(await purseOf(on, backer), PURSE - 23_000n);
    await everythingOut(on, [owner]);
  });

  it('the agent wins: nothing is slashed, the claimant’s bond is the answerer’s', async () => {
    const on = await agentWithStake();
    const { owner, payer } = on;
    const backer = await on.backer();
    await on.stake(owner, 20_000n);
    await on.stake(backer, 60_000n);
    await on.pay(5);
    await on.hold(40_000n);
    await on.open();
    await on.cite(1, 2);
    await on.answer(backer);
    await on.send(await on.answering(owner, { statement: new Uint8Array(32).fill(7), bond: 0n }), owner);
    await on.arrive('responseEndsAt');
    await on.vote(0, 0, 0);
    await on.appeal(payer);
    await on.vote(1, 0, 0);
    await on.execute();
    assert.equal(await purseOf(on, payer), PURSE - 3_000_000n);
    assert.equal(await purseOf(on, backer), PURSE - 60_000n + 3_000_000n - 400_000n);
    assert.equal(await purseOf(on, owner), PURSE - 20_000n);
    const { slashed, disputesLost } = await on.readVault();
    assert.deepEqual([slashed, disputesLost, (await on.readChannel()).held], [0n, 0, 0n]);
    await on.unstake(backer);
    await on.coolDown();
    await on.withdraw(backer);
    await everythingOut(on, [owner]);
  });

  it('nobody acts: the hold goes to the payer as far as cited, stake is untouched', async () => {
    const on = await agentWithStake();
    const { owner, payer } = on;
    const backer = await on.backer();
    await on.stake(owner, 20_000n);
    await on.stake(backer, 60_000n);
    await on.pay(5);
    await on.hold(80_000n);
    await on.open();
    await on.cite(5);
    await on.arrive('rulingEndsAt');
    await on.execute();
    assert.equal(await purseOf(on, payer), PURSE + 50_000n);
    const { slashed, disputesLost, backers } = await on.readVault();
    assert.deepEqual([slashed, disputesLost, backers.tokens], [0n, 1, 60_000n]);
    await on.unstake(backer);
    await on.coolDown();
    await on.withdraw(backer);
    assert.equal(await purseOf(on, backer), PURSE);
    await everythingOut(on, [owner]);
  });
});

/** What is left at stake leaves, and the vault with it once its agent retires: no sooner, for it saw a dispute. */
async function everythingOut(on: DisputeFixture, stakers: Keypair[]): Promise<void> {
  const { agent, chain, deployment, feePayer, owner, stakeMint } = on;
  for (const staker of stakers) {
    const position = await on.readPosition(staker).catch(() => null);
    const vault = await on.readVault();
    const live = position !== null && position.activeEpoch === vault.firstLoss.epoch;
    if (live && position.activeShares > 0n) {
      await on.unstake(staker);
      await on.coolDown();
      await on.withdraw(staker);
    } else if (position !== null) {
      await on.send(await positionClose(deployment, on.ref(staker)));
    }
  }
  const closing = { agent, stakeMint, owner: owner.publicKey, rentPayer: feePayer.publicKey };
  const close = await vaultClose(deployment, closing);
  await expectRefused(chain, close, [owner], 'CloseNotAllowed');
  await on.retire();
  await on.send(close, owner);
  assert.equal(await chain.getAccount(stakeVaultAddress(deployment, agent)), null);
  assert.equal(await chain.getAccount(on.tokens), null);
}
