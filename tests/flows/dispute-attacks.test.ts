import assert from 'node:assert/strict';
import { channelFinish, channelPayout, delegateAdd, stakeWithdraw } from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { arriveAt, drained, finished } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { key } from '../registry/support';
import { assertVaultCovered, purseOf, sharedDisputes } from '../stake/dispute-shared';

describe('what a dispute is tried with', () => {
  const { disputes } = sharedDisputes('litesvm');

  it('an owner who pays itself by another key, and stays silent: backers lose nothing', async () => {
    // owner and payer are one: both keys sign what they like, nobody answers, no panel comes
    const on = await disputes({ held: 80_000n, owner: 10_000n });
    const backer = await on.backer();
    await on.stake(backer, 500_000n);
    await on.open();
    await on.cite(1, 2, 3, 4, 5);
    await on.arrive('rulingEndsAt');
    await on.execute();
    const { backers, firstLoss, slashed } = await on.readVault();
    assert.deepEqual([backers.tokens, firstLoss.tokens, slashed], [500_000n, 10_000n, 0n]);
    assert.equal((await on.readChannel()).refunded, 80_000n, 'its own held money came back to it');
  });

  it('a chain of small claims holds a leaving backer up no longer than the disputes before its end', async () => {
    const on = await disputes();
    const backer = await on.backer();
    await on.stake(backer, 60_000n);
    await on.unstake(backer);
    const { coolingUntil } = await on.readPosition(backer);
    // the channel keeps settling, so that claims go on for as long as it lives; disputes last 260 seconds at most
    const early = await on.open({ claim: 1n });
    const late: PublicKey[] = [];
    for (let at = 0; at < 3; at += 1) {
      await on.chain.advance({ seconds: 50, slots: 1 });
      late.push(await on.open({ claim: 1n }));
    }
    await arriveAt(on.chain, coolingUntil);
    const leave = await stakeWithdraw(on.deployment, on.ref(backer), on.stakeMint);
    await expectRefused(on.chain, leave, [backer], 'DisputeOpen');
    for (const at of [early, ...late]) await on.execute({}, at);
    await on.withdraw(backer);
    assert.equal(await purseOf(on, backer), PURSE);
    assert.equal(await purseOf(on, on.payer), PURSE);
  });

  it('a vault slashed to nothing is staked again, and answers again', async () => {
    const on = await disputes({ owner: 30_000n });
    const lose = async (claim: bigint) => {
      const dispute = await on.open({ claim });
      await on.cite(1);
      await on.arrive('responseEndsAt');
      await on.vote(0, 10_000, 10_000);
      await on.arrive('appealEndsAt');
      await on.execute({}, dispute);
    };
    await lose(40_000n);
    const empty = await on.readVault();
    assert.deepEqual([empty.firstLoss.tokens, empty.firstLoss.epoch, empty.slashed], [0n, 1, 30_000n]);
    await on.stake(on.owner, 90_000n);
    await lose(20_000n);
    const { disputesLost, firstLoss, slashed } = await on.readVault();
    assert.deepEqual([firstLoss.tokens, slashed, disputesLost], [68_000n, 52_000n, 2]);
    await assertVaultCovered(on);
    await on.unstake(on.owner);
    await on.coolDown();
    const purse = await purseOf(on, on.owner);
    await on.withdraw(on.owner);
    assert.equal(await purseOf(on, on.owner), purse + 68_000n);
  });

  it('a channel that is gone is disputed no more, and one under dispute does not go', async () => {
    const gone = await disputes({ calls: 0 });
    await finished(gone.escrow);
    const { instruction } = await gone.opening({ claim: 1n });
    await expectRefused(gone.chain, instruction, [gone.payer], 'AccountOwnedByWrongProgram');

    const on = await disputes();
    await on.open({ claim: 50_000n });
    await drained(on.escrow);
    await on.chain.advance({ seconds: 300, slots: 1 });
    const { channelRef } = on.escrow;
    const wallet = on.payer.publicKey;
    await on.send(await channelPayout(on.deployment, channelRef, on.stakeMint, on.payoutOwner.publicKey));
    const finish = await channelFinish(on.deployment, channelRef, wallet, wallet);
    await expectRefused(on.chain, finish, [on.payer], 'HeldOrDisputed');
    await on.execute();
    await on.send(finish, on.payer);
    assert.equal(await on.chain.getAccount(on.channel), null);
  });

  it('an issuer that freezes a mandate in its own mint wedges its dispute, and no stake', async () => {
    const on = await disputes({ otherMint: true, held: 30_000n });
    const backer = await on.backer();
    await on.stake(backer, 60_000n);
    await on.unstake(backer);
    await on.open({ claim: 30_000n });
    await on.cite(1);
    await on.arrive('rulingEndsAt');
    const held = await tokenBalance(on.chain, on.escrow.vault);
    const { mandate, vault } = on.escrow;
    await tokenAccount(on.chain, on.escrow.mint, mandate, held, { at: vault, frozen: true });
    await expectRefused(on.chain, await on.executing(), [on.feePayer], 'token:AccountFrozen');
    await on.coolDown();
    await on.withdraw(backer);
    assert.equal(await purseOf(on, backer), PURSE);
    await tokenAccount(on.chain, on.escrow.mint, mandate, held, { at: vault });
    await on.execute();
  });

  it('an owner makes no sitting arbiter its delegate', async () => {
    const on = await disputes();
    const arbiter = on.arbiters[0][0] as Keypair;
    const named = { agent: on.agent, owner: on.owner.publicKey, delegate: arbiter.publicKey };
    const expiresAt = (await on.chain.unixTime()) + 10n;
    const { instruction } = await delegateAdd(on.deployment, { ...named, permissions: 1, expiresAt });
    await expectRefused(on.chain, instruction, [on.owner, arbiter], 'DelegateIsArbiter');
  });

  it('whoever gave the associated account away is paid into another', async () => {
    const on = await disputes();
    await on.open();
    await on.answer();
    await tokenAccount(on.chain, on.stakeMint, on.feePayer.publicKey, 0n, { at: on.ownerTokens });
    await on.arrive('deadline');
    await expectRefused(on.chain, await on.executing(), [on.feePayer], 'DestinationMismatch');
    const at = key();
    const answererTokens = await tokenAccount(on.chain, on.stakeMint, on.owner.publicKey, 0n, { at });
    await on.execute({ answererTokens });
    assert.equal(await tokenBalance(on.chain, at), 1_000_000n);
  });
});
