import assert from 'node:assert/strict';
import { disputeWithdraw } from '@agent-labs/sdk';
import { whilePaused } from '../escrow/shared';
import type { DisputeFixture } from '../fixtures/disputes';
import { PURSE } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { lamportsOf } from '../registry/support';
import { assertVaultCovered, purseOf, sharedDisputes } from './dispute-shared';

describe('stake dispute_withdraw', () => {
  const { disputes, onBothChains } = sharedDisputes();

  const refused = async (on: DisputeFixture, error: string, by = on.payer) => {
    const instruction = await disputeWithdraw(on.deployment, await on.ending(), by.publicKey);
    await expectRefused(on.chain, instruction, [by], error, [on.vault, on.escrow.vault]);
  };

  onBothChains(
    'releases the hold and returns the bonds; what was claimed stays claimed',
    async (on) => {
      const purse = await purseOf(on, on.owner);
      const dispute = await on.open();
      await on.cite(1, 2);
      await on.answer();
      const [rent, wallet] = [
        await lamportsOf(on.chain, dispute),
        await lamportsOf(on.chain, on.payer.publicKey),
      ];
      await on.takeBack();
      assert.equal(await on.chain.getAccount(dispute), null);
      assert.equal(await lamportsOf(on.chain, on.payer.publicKey), wallet + rent);
      assert.equal(await purseOf(on, on.payer), PURSE);
      assert.equal(await purseOf(on, on.owner), purse);
      const { claimed, held, openDisputes, refunded } = await on.readChannel();
      assert.deepEqual([claimed, held, openDisputes, refunded], [100_000n, 0n, 0, 0n]);
      const { disputesLost, nextDispute, openDisputes: left, slashed } = await on.readVault();
      assert.deepEqual([disputesLost, nextDispute, left, slashed], [0, 1n, 0, 0n]);
      await assertVaultCovered(on);
      const { instruction } = await on.opening({ claim: 1n });
      await expectRefused(on.chain, instruction, [on.payer], 'escrow:ClaimTooHigh');
    },
    { held: 30_000n },
  );

  it('NotClaimant: nobody else takes it back', async () => {
    const on = await disputes();
    await on.open();
    for (const by of [on.owner, on.feePayer, on.escrow.session]) await refused(on, 'NotClaimant', by);
    const instruction = await on.withdrawing();
    const keys = instruction.keys.map((meta, at) => (at === 0 ? { ...meta, isSigner: false } : meta));
    instruction.keys = keys;
    await expectRefused(on.chain, instruction, [], 'AccountNotSigner');
  });

  it('AlreadyRuled: not after a ruling, which it would undo', async () => {
    const on = await disputes();
    await on.open();
    await on.arrive('responseEndsAt');
    await on.vote(0, 0, 0);
    await refused(on, 'AlreadyRuled');
    await on.appeal(on.payer);
    await refused(on, 'AlreadyRuled');
    await on.vote(1, 0, 0);
    await refused(on, 'AlreadyRuled');
  });

  it('pays those who voted out of the claimant’s bond, and returns the answerer’s whole', async () => {
    const on = await disputes();
    const purse = await purseOf(on, on.owner);
    await on.open();
    await on.answer();
    await on.arrive('responseEndsAt');
    await on.vote(0, 0);
    await on.takeBack();
    assert.equal(await purseOf(on, on.payer), PURSE - 100_000n);
    assert.equal(await purseOf(on, on.owner), purse);
    await assertVaultCovered(on);
  });

  it('works after the panel let its time run out, too', async () => {
    const on = await disputes({ held: 30_000n });
    await on.open();
    await on.arrive('deadline');
    await on.takeBack();
    assert.equal((await on.readChannel()).held, 0n);
  });

  it('is never paused', async () => {
    const on = await disputes();
    await on.open();
    await whilePaused(on, () => on.takeBack());
  });
});
