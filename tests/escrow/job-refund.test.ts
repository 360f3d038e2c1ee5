import assert from 'node:assert/strict';
import { type JobRef, jobRefund, mandateKill, UNCAPPED } from '@agent-labs/sdk';
import { escrowOn } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { refusesForgeries } from '../helpers/negatives';
import { withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { advanceTo, assertJobBooks, jobAt, refuses } from './jobs';
import { rewrite, sharedChain, whilePaused } from './shared';

describe('escrow job_refund', () => {
  const shared = sharedChain();
  const { escrow, onBothChains } = shared;

  const refunding = (on: JobFixture, amount: bigint, ref: JobRef = on.jobRef) =>
    jobRefund(on.deployment, ref, on.payoutOwner.publicKey, amount);
  const refund = async (on: JobFixture, amount: bigint) =>
    on.send(await refunding(on, amount), on.payoutOwner);
  const refused = (on: JobFixture, error: string, amount: bigint) =>
    refuses(on, refunding(on, amount), error, on.payoutOwner);

  onBothChains('gives a part back, and with the last of it ends the job', async (registry, kind) => {
    const on = await advanceTo(await openJobOn(await escrowOn(registry, { channel: null })), 'accepted');
    const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
    const payer = on.payer.publicKey;
    const part = await refund(on, 40_000n);
    assertSame(await on.readJob(), { ...before, returned: 40_000n });
    assertSame(await on.readMandate(), { ...mandateBefore, free: 940_000n, allotted: 60_000n });
    await assertJobBooks(on);
    const told = { ...on.jobRef, payer, why: { givenBack: {} } };
    assertRecorded(kind, part, 'jobRefunded', {
      ...{ ...told, amount: 40_000n, returnedBefore: 0n, returnedAfter: 40_000n, endedAt: 0n },
    });
    const rest = await refund(on, 60_000n);
    const endedAt = await on.chain.unixTime();
    assertSame(await on.readJob(), { ...before, status: 'Refunded', returned: AMOUNT, endedAt });
    assertSame(await on.readMandate(), { ...mandateBefore, free: 1_000_000n, allotted: 0n });
    assertRecorded(kind, rest, 'jobRefunded', {
      ...{ ...told, amount: 60_000n, returnedBefore: 40_000n, returnedAfter: AMOUNT, endedAt },
    });
  });

  refusesForgeries(async () => {
    const on = await jobAt(shared, 'accepted');
    return { chain: on.chain, instruction: await refunding(on, 5n), signers: [on.payoutOwner] };
  });

  it('goes on while paused and killed, and leaves a dispute to end by itself', async () => {
    const on = await jobAt(shared, 'delivered');
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await whilePaused(on, () => refund(on, 1n));
    await rewrite(on.chain, 'job', on.job, { status: 3, claimed: AMOUNT - 1n });
    await refund(on, AMOUNT - 1n);
    const { status, endedAt, returned } = await on.readJob();
    assert.deepEqual([status, endedAt, returned], ['Disputed', 0n, AMOUNT]);
    await refused(on, 'JobRefundTooHigh', 1n);
    await assertJobBooks(on);
  });

  it('AmountZero, JobRefundTooHigh, attack 14: gives back what the job has left, exactly', async () => {
    const on = await jobAt(shared, 'accepted');
    await refused(on, 'AmountZero', 0n);
    for (const amount of [AMOUNT + 1n, UNCAPPED]) await refused(on, 'JobRefundTooHigh', amount);
    await refund(on, 1n);
    await refused(on, 'JobRefundTooHigh', AMOUNT);
  });

  it('JobNotUnderWay: gives nothing back of what was not accepted, or is over', async () => {
    for (const stage of ['funded', 'released'] as const) {
      await refused(await jobAt(shared, stage), 'JobNotUnderWay', 1n);
    }
  });

  it('NotPayee, JobGenerationMismatch, MandateMismatch', async () => {
    const [on, another] = [await jobAt(shared, 'accepted'), await escrow()];
    for (const by of [on.agentKey, on.creator, on.payer, on.session]) {
      const wrong = async () =>
        withAccount(await refunding(on, 1n), 'payout_owner', { pubkey: by.publicKey });
      await refuses(on, wrong(), 'NotPayee', by);
    }
    const other = { ...on.jobRef, generation: on.jobRef.generation + 1n };
    await refuses(on, refunding(on, 1n, other), 'JobGenerationMismatch', on.payoutOwner);
    const wrong = async () => withAccount(await refunding(on, 1n), 'mandate', { pubkey: another.mandate });
    await refuses(on, wrong(), 'MandateMismatch', on.payoutOwner);
  });
});
