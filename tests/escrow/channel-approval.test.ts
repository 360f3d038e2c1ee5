import assert from 'node:assert/strict';
import {
  type ChannelOpenParams,
  channelRearm,
  decodeChannel,
  mandateRotate,
  UNCAPPED,
} from '@agent-labs/sdk';
import { TransactionInstruction } from '@solana/web3.js';
import { ABOVE, approvalsOn } from '../fixtures/approvals';
import { type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { dataOf, key } from '../registry/support';
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

  const rearmingOf = async (on: EscrowFixture, channel: EscrowFixture['channel'], amount: bigint) => {
    const { expiresAt } = decodeChannel(await dataOf(on.chain, channel));
    return channelRearm(
      on.deployment,
      { ...on.channelRef, channel },
      on.session.publicKey,
      amount,
      expiresAt,
    );
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

  onBothChains('allots what the approvers signed off, at opening and re-arm', async (registry) => {
    const on = await approvalsOn(registry);
    const { instruction, channel } = await channelOpening(on, { amount: ABOVE });
    const opening = await on.ask(instruction);
    await opening.sign(on.approvers[0]);
    await opening.sign(on.approvers[2]);
    await on.send(opening.approved(), on.session, on.payer);
    await on.chain.advance({ slots: 1 });
    const rearming = await on.ask(await rearmingOf(on, channel, ABOVE + 1n));
    await rearming.sign(on.approvers[1]);
    await expectRefused(on.chain, rearming.approved(), [on.session], 'consent:ThresholdNotReached');
    await rearming.sign(on.approvers[2]);
    await on.send(rearming.approved(), on.session);
    assert.equal(decodeChannel(await dataOf(on.chain, channel)).allotted, 2n * ABOVE + 1n);
    await assertBooks(on, [channel]);
  });

  it('uses up no approval for what needs none', async () => {
    const on = await approvalsOn(await escrow());
    const { instruction } = await channelOpening(on, { amount: ABOVE - 1n });
    const made = await on.ask(instruction);
    await on.send(made.approved(), on.session, on.payer);
    assert.deepEqual((await made.read()).signers, []);
  });

  it('ApprovalAccountsMismatch: takes five accounts behind its own, and no others', async () => {
    const on = await approvalsOn(await escrow());
    const { instruction } = await channelOpening(on, { amount: ABOVE });
    const made = await on.ask(instruction);
    for (const approver of on.approvers) await made.sign(approver);
    const approved = made.approved();
    const [own, behind] = [approved.keys.slice(0, -5), approved.keys.slice(-5)];
    const swapped = (at: number) =>
      behind.map((meta, place) => (place === at ? { ...meta, pubkey: key() } : meta));
    const [first] = behind;
    assert.ok(first);
    for (const keys of [
      behind.slice(0, 1),
      behind.slice(0, 4),
      [...behind, first],
      ...[2, 3, 4].map(swapped),
    ]) {
      const spoilt = new TransactionInstruction({ ...approved, keys: [...own, ...keys] });
      await expectRefused(on.chain, spoilt, signers(on), 'ApprovalAccountsMismatch');
    }
    const readonly = behind.map((meta) => ({ ...meta, isWritable: false }));
    const spoilt = new TransactionInstruction({ ...approved, keys: [...own, ...readonly] });
    await expectRefused(on.chain, spoilt, [on.session, on.payer], 'PrivilegeEscalation');
    await on.send(approved, on.session, on.payer);
  });
});
