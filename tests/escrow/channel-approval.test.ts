import { type ChannelOpenParams, channelRearm, mandateRotate, UNCAPPED } from '@agent-labs/sdk';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { key } from '../registry/support';
import { assertBooks, channelOpening, openAnother, sharedChain } from './shared';

describe('escrow channels and the approvers of a mandate', () => {
  const { escrow, onBothChains } = sharedChain();

  const approval = { approvers: [key(), key(), key()], threshold: 2, above: 50_000n };
  const signers = (on: EscrowFixture) => [on.session, on.payer];
  const refused = async (on: EscrowFixture, error: string, changes: Partial<ChannelOpenParams> = {}) => {
    const { instruction } = await channelOpening(on, changes);
    await expectRefused(on.chain, instruction, signers(on), error);
  };
  const rearming = async (on: EscrowFixture, amount: bigint, authority = on.session) => {
    const { expiresAt } = await on.readChannel();
    return channelRearm(on.deployment, on.channelRef, authority.publicKey, amount, expiresAt);
  };

  onBothChains('allots by itself below the trigger', async (registry) => {
    const on = await escrowOn(registry, { mandate: { approval }, channel: null });
    await openAnother(on, { amount: 49_999n });
    await on.chain.advance({ slots: 1 });
    await on.send(await rearming(on, 49_999n), on.session);
    await assertBooks(on);
  });

  it('ApprovalRequired: allots nothing from the trigger on, whoever asks', async () => {
    const on = await escrow({ mandate: { approval }, channel: null });
    for (const amount of [50_000n, 50_001n, UNCAPPED]) {
      await refused(on, 'ApprovalRequired', { amount });
      await refused(on, 'ApprovalRequired', { amount, authority: on.payer.publicKey });
    }
    await openAnother(on);
    await on.chain.advance({ slots: 1 });
    for (const authority of [on.session, on.payer]) {
      for (const amount of [50_000n, UNCAPPED]) {
        const rearm = await rearming(on, amount, authority);
        await expectRefused(on.chain, rearm, [authority], 'ApprovalRequired');
      }
    }
  });

  it('ApprovalRequired: a trigger of one base unit stops every allotment', async () => {
    const on = await escrow({ mandate: { approval: { ...approval, above: 1n } }, channel: null });
    await refused(on, 'ApprovalRequired');
  });

  it('asks nobody about allotments where only releases of jobs have a trigger', async () => {
    const triggers = { above: UNCAPPED, releaseAbove: 1n };
    const on = await escrow({ mandate: { approval: { ...approval, ...triggers } }, channel: null });
    await openAnother(on, { amount: 400_000n });
  });

  it('SessionKeyApproves: gives the session key to no approver later', async () => {
    const on = await escrow({ mandate: { approval, allowList: [key(), key()] }, channel: null });
    for (const approver of approval.approvers) {
      const rotate = await mandateRotate(on.deployment, on.mandateRef, approver);
      await expectRefused(on.chain, rotate, [on.payer], 'SessionKeyApproves');
    }
    await on.send(await mandateRotate(on.deployment, on.mandateRef, key()), on.payer);
  });
});
