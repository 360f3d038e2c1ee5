import assert from 'node:assert/strict';
import { type JobRef, jobSplit, mandateKill, UNCAPPED } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { escrowOn } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { refusesForgeries } from '../helpers/negatives';
import { withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { advanceTo, assertJobBooks, jobAt, refuses } from './jobs';
import { rewrite, sharedChain, whilePaused } from './shared';

describe('escrow job_split', () => {
  const shared = sharedChain();
  const { escrow, onBothChains } = shared;

  const splitting = (on: JobFixture, toAgent: bigint, by: Keypair = on.payer, ref: JobRef = on.jobRef) =>
    jobSplit(on.deployment, ref, by.publicKey, on.payoutOwner.publicKey, toAgent);
  const split = async (on: JobFixture, toAgent: bigint, by: Keypair = on.payer) =>
    on.send(await splitting(on, toAgent, by), by, on.payoutOwner);
  const refused = (on: JobFixture, error: string, toAgent = 1n, by: Keypair = on.payer) =>
    refuses(on, splitting(on, toAgent, by), error, by, on.payoutOwner);

  onBothChains('gives the agent its part, and the mandate the rest', async (registry, kind) => {
    const on = await advanceTo(await openJobOn(await escrowOn(registry, { channel: null })), 'delivered');
    const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
    const outcome = await split(on, 30_000n, on.session);
    const endedAt = await on.chain.unixTime();
    const ledger = { earned: 30_000n, returned: 70_000n };
    assertSame(await on.readJob(), { ...before, status: 'Split', ...ledger, endedAt });
    assertSame(await on.readMandate(), { ...mandateBefore, free: 970_000n, allotted: 30_000n });
    await assertJobBooks(on);
    assertRecorded(kind, outcome, 'jobSplit', {
      ...on.jobRef,
      ...{ payer: on.payer.publicKey, payoutOwner: on.payoutOwner.publicKey },
      ...{ agreedBy: on.session.publicKey, toAgent: 30_000n, toMandate: 70_000n },
      ...{ earnedAfter: 30_000n, returnedAfter: 70_000n, endedAt },
    });
  });

  refusesForgeries(async () => {
    const on = await jobAt(shared, 'accepted');
    const signers = [on.session, on.payoutOwner];
    return { chain: on.chain, instruction: await splitting(on, 5n, on.session), signers };
  });

  it('takes any part, none and all included, before and after delivery, while paused and killed', async () => {
    for (const [stage, toAgent] of [
      ['accepted', 0n],
      ['accepted', AMOUNT],
      ['delivered', 0n],
      ['delivered', AMOUNT],
    ] as const) {
      const on = await jobAt(shared, stage);
      await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
      await refused(on, 'NotPayerOrSession', toAgent, on.session);
      await whilePaused(on, () => split(on, toAgent));
      assert.equal((await on.readJob()).earned, toAgent);
      await assertJobBooks(on);
    }
  });

  it('JobSplitTooHigh, attack 14: gives what the job has left, exactly', async () => {
    const on = await jobAt(shared, 'accepted');
    for (const toAgent of [AMOUNT + 1n, UNCAPPED]) await refused(on, 'JobSplitTooHigh', toAgent);
  });

  it('JobNotUnderWay: before it is accepted there is nothing to split, and after its end', async () => {
    for (const stage of ['funded', 'released'] as const) {
      await refused(await jobAt(shared, stage), 'JobNotUnderWay');
    }
    const disputed = await jobAt(shared, 'delivered');
    await rewrite(disputed.chain, 'job', disputed.job, { status: 3, claimed: AMOUNT });
    await refused(disputed, 'JobNotUnderWay');
  });

  it('NotPayerOrSession, NotPayee: takes both sides', async () => {
    const on = await jobAt(shared, 'accepted');
    for (const by of [on.agentKey, on.creator]) await refused(on, 'NotPayerOrSession', 1n, by);
    for (const by of [on.agentKey, on.creator, on.payer]) {
      const wrong = async () =>
        withAccount(await splitting(on, 1n), 'payout_owner', { pubkey: by.publicKey });
      await refuses(on, wrong(), 'NotPayee', on.payer, by);
    }
  });

  it('JobGenerationMismatch, MandateMismatch', async () => {
    const [on, another] = [await jobAt(shared, 'accepted'), await escrow()];
    const other = { ...on.jobRef, generation: on.jobRef.generation + 1n };
    const both = [on.payer, on.payoutOwner];
    await refuses(on, splitting(on, 1n, on.payer, other), 'JobGenerationMismatch', ...both);
    const wrong = async () => withAccount(await splitting(on, 1n), 'mandate', { pubkey: another.mandate });
    await refuses(on, wrong(), 'MandateMismatch', ...both);
  });
});
