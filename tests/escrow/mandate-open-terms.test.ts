import { type MandateOpenParams, mandateOpen, UNCAPPED } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import { expectRefused } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { sharedChain } from './shared';

describe('escrow mandate_open: whom it allows, and who approves', () => {
  const { escrow } = sharedChain();
  let fixture: EscrowFixture;
  let now: bigint;
  let lastId = 1n;

  before(async () => {
    fixture = await escrow({ channel: null });
    now = await fixture.chain.unixTime();
  });

  /** A mandate of an id of its own. */
  const opening = (changes: Partial<MandateOpenParams>) => {
    lastId += 1n;
    return mandateOpen(fixture.deployment, {
      payer: fixture.payer.publicKey,
      mint: fixture.mint,
      id: lastId,
      sessionKey: fixture.session.publicKey,
      perCallMax: 10n,
      dailyCap: 20n,
      totalCap: 30n,
      expiresAt: now + 100n,
      deposit: 5n,
      ...changes,
    });
  };
  const open = async (changes: Partial<MandateOpenParams>) => {
    const opened = await opening(changes);
    await fixture.send(opened.instruction, fixture.payer);
    return opened;
  };
  const refused = async (error: string, changes: Partial<MandateOpenParams>) => {
    const { instruction } = await opening(changes);
    await expectRefused(fixture.chain, instruction, [fixture.payer], error);
  };

  it('takes a root in place of a list, and 8 approvers', async () => {
    const allowRoot = new Uint8Array(32).fill(1, 31);
    const approvers = Array.from({ length: 8 }, key);
    const { mandate } = await open({ allowRoot, approval: { approvers, threshold: 8, above: 1n } });
    const made = await fixture.readMandate(mandate);
    assertSame([made.allowRoot, made.allowList, made.approvers], [allowRoot, [], approvers]);
    assertSame([made.approvalThreshold, made.approvalAbove, made.releaseApprovalAbove], [8, 1n, UNCAPPED]);
  });

  it('takes 9 agents beside 8 approvers in one transaction', async () => {
    const [allowList, approvers] = [Array.from({ length: 9 }, key), Array.from({ length: 8 }, key)];
    const { mandate } = await open({ allowList, approval: { approvers, threshold: 2, above: UNCAPPED } });
    const made = await fixture.readMandate(mandate);
    assertSame([made.allowList, made.approvers], [allowList, approvers]);
  });

  it('AllowListTwice: allows by a list or by a root', async () => {
    await refused('AllowListTwice', { allowList: [key()], allowRoot: new Uint8Array(32).fill(1, 31) });
  });

  const approvedBy = (approvers: PublicKey[], threshold = 1, above = 1n, releaseAbove = 1n) => ({
    approval: { approvers, threshold, above, releaseAbove },
  });

  it('ApproversInvalid: refuses nine, a zero, a repeated one and the payer', async () => {
    const wallet = key();
    for (const approvers of [
      Array.from({ length: 9 }, key),
      [wallet, PublicKey.default],
      [wallet, key(), wallet],
      [wallet, fixture.payer.publicKey],
    ]) {
      await refused('ApproversInvalid', approvedBy(approvers));
    }
  });

  it('SessionKeyApproves: lets nobody approve its own allotments', async () => {
    await refused('SessionKeyApproves', approvedBy([key(), fixture.session.publicKey]));
  });

  it('ApprovalThresholdInvalid: wants one approver at least and no more than there are', async () => {
    await refused('ApprovalThresholdInvalid', approvedBy([], 1, 0n, 0n));
    for (const threshold of [0, 3, 255]) {
      await refused('ApprovalThresholdInvalid', approvedBy([key(), key()], threshold));
    }
  });

  it('ApprovalTriggerInvalid: wants amounts that say when, and none without approvers', async () => {
    await refused('ApprovalTriggerInvalid', approvedBy([key()], 1, 0n, 1n));
    await refused('ApprovalTriggerInvalid', approvedBy([key()], 1, 1n, 0n));
    await refused('ApprovalTriggerInvalid', approvedBy([], 0, UNCAPPED, 0n));
    await refused('ApprovalTriggerInvalid', approvedBy([], 0, 0n, 1n));
  });
});
