import assert from 'node:assert/strict';
import {
  ApprovalNeeded,
  decodeJob,
  type JobOpenParams,
  jobRefund,
  jobRelease,
  jobSplit,
  mandateKill,
  releaseJob,
  UNCAPPED,
} from '@agent-labs/sdk';
import { ABOVE, type ApprovalFixture, approvalsOn, RELEASE_ABOVE } from '../fixtures/approvals';
import { type JobFixture, jobOpening, openJobOn, TIMES } from '../fixtures/jobs';
import { funded, TEST_WINDOWS } from '../fixtures/registry';
import { eventsOf } from '../helpers/events';
import { dataOf } from '../registry/support';
import { advanceTo, arrive, assertJobBooks, refuses, type Stage } from './jobs';
import { sharedChain } from './shared';

type Approved = ApprovalFixture & JobFixture;

describe('escrow jobs and the approvers of a mandate', () => {
  const { escrowOfAgent, onBothChains } = sharedChain();

  /** A job so far; its release is the approvers' from `RELEASE_ABOVE` on, its opening nobody's. */
  async function jobAt(stage: Stage, changes: Partial<JobOpenParams> = {}): Promise<Approved> {
    const triggers = { above: UNCAPPED, releaseAbove: RELEASE_ABOVE };
    const on = await approvalsOn(await escrowOfAgent({ channel: null }), { triggers });
    return { ...on, ...(await advanceTo(await openJobOn(on, changes), stage)) };
  }
  const releasing = (on: JobFixture, authority = on.payer) =>
    jobRelease(on.deployment, on.jobRef, authority.publicKey);
  const splitting = (on: JobFixture, toAgent: bigint) =>
    jobSplit(on.deployment, on.jobRef, on.payer.publicKey, on.payoutOwner.publicKey, toAgent);
  const signed = async (on: Approved, instruction: ReturnType<typeof releasing>) => {
    const made = await on.ask(await instruction);
    for (const approver of on.approvers.slice(1)) await made.sign(approver);
    return made;
  };

  onBothChains('opens a large one that they signed off', async (registry, kind) => {
    const on = await approvalsOn(registry);
    const { instruction, job } = await jobOpening(on, { amount: RELEASE_ABOVE });
    const made = await on.ask(instruction);
    await refuses({ ...on, job }, Promise.resolve(instruction), 'ApprovalRequired', on.session, on.payer);
    await made.sign(on.approvers[0]);
    await made.sign(on.approvers[1]);
    const outcome = await on.send(made.approved(), on.session, on.payer);
    const account = decodeJob(await dataOf(on.chain, job));
    assert.deepEqual([account.amount, account.releaseApproval], [RELEASE_ABOVE, 1]);
    if (kind === 'litesvm') {
      const [, opened] = eventsOf(outcome);
      assert.deepEqual([opened?.name, opened?.data.releaseApproval], ['jobOpened', true]);
      assert.equal(opened?.data.reviewWindow, TEST_WINDOWS.claim);
    }
    await assertJobBooks(on, [job]);
  });

  it('stamps a job whose release is theirs, and lets silence speak as late as it may', async () => {
    const small = await jobAt('funded', { amount: RELEASE_ABOVE - 1n });
    const [one, other] = [await small.readJob(), await (await jobAt('funded')).readJob()];
    assert.deepEqual([one.releaseApproval, one.reviewWindow], [0, TIMES.review]);
    assert.deepEqual([other.releaseApproval, other.reviewWindow], [1, TEST_WINDOWS.claim]);
  });

  it('asks nobody about an opening between the two triggers', async () => {
    const on = await jobAt('delivered', { amount: ABOVE + 1n });
    await on.release();
    await on.payOut();
  });

  it('ApprovalRequired: is released by the payer’s side with their approval alone', async () => {
    const on = await jobAt('delivered');
    for (const authority of [on.payer, on.session]) {
      await refuses(on, releasing(on, authority), 'ApprovalRequired', authority);
    }
    await assert.rejects(releaseJob(on.chain, on.deployment, on.job, on.payer), ApprovalNeeded);
    const made = await signed(on, releasing(on, on.session));
    // for the session key, not for whoever has the approval
    const theirs = await releasing(on, on.payer);
    theirs.keys.push(...made.approved().keys.slice(-5));
    await refuses(on, Promise.resolve(theirs), 'consent:CallMismatch', on.payer);
    await on.send(made.approved(), on.session);
    assert.equal((await on.readJob()).status, 'Released');
    await on.payOut();
    await assertJobBooks(on);
  });

  it('ReviewOpen: a stranger releases none before its review is over, approved or not', async () => {
    const on = await jobAt('delivered');
    const made = await signed(on, releasing(on));
    const stranger = await funded(on.chain);
    const theirs = await releasing(on, stranger);
    theirs.keys.push(...made.approved().keys.slice(-5));
    await refuses(on, Promise.resolve(theirs), 'ReviewOpen', stranger);
  });

  it('is released by silence without them, to the second: no approver robs the agent', async () => {
    const on = await jobAt('delivered');
    const stranger = await funded(on.chain);
    await arrive(on, 'reviewEndsAt', -1n);
    await refuses(on, releasing(on, stranger), 'ReviewOpen', stranger);
    await refuses(on, releasing(on), 'ApprovalRequired', on.payer);
    await arrive(on, 'reviewEndsAt');
    await on.release(stranger);
    await on.payOut();
    await assertJobBooks(on);
  });

  it('is split with their approval where the agent’s part is as much as they are asked about', async () => {
    for (const stage of ['accepted', 'delivered'] as const) {
      const on = await jobAt(stage);
      const both = [on.payer, on.payoutOwner];
      await refuses(on, splitting(on, RELEASE_ABOVE), 'ApprovalRequired', ...both);
      const made = await signed(on, splitting(on, RELEASE_ABOVE));
      const other = await splitting(on, RELEASE_ABOVE + 1n);
      other.keys.push(...made.approved().keys.slice(-5));
      await refuses(on, Promise.resolve(other), 'consent:CallMismatch', ...both);
      await on.send(made.approved(), ...both);
      assert.equal((await on.readJob()).earned, RELEASE_ABOVE);
      await assertJobBooks(on);
    }
  });

  it('is split below that, and released once the agent gave so much back, without them', async () => {
    const parted = await jobAt('delivered');
    await parted.send(await splitting(parted, RELEASE_ABOVE - 1n), parted.payer, parted.payoutOwner);
    const on = await jobAt('delivered');
    const back = jobRefund(on.deployment, on.jobRef, on.payoutOwner.publicKey, 20_001n);
    await on.send(await back, on.payoutOwner);
    assert.equal(RELEASE_ABOVE, 100_000n - 20_000n);
    await on.release();
  });

  it('invariant 14: all money gets out without them, killed or not', async () => {
    const on = await jobAt('delivered');
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await refuses(on, releasing(on), 'ApprovalRequired', on.payer);
    await arrive(on, 'reviewEndsAt');
    await on.release();
    await on.payOut();
    const given = await jobAt('accepted');
    const all = await jobRefund(given.deployment, given.jobRef, given.payoutOwner.publicKey, 100_000n);
    await given.send(all, given.payoutOwner);
    assert.equal((await given.readMandate()).allotted, 0n);
  });

  it('ApprovalAccountsMismatch: takes five accounts behind its own, and no others', async () => {
    const on = await jobAt('delivered');
    const made = await signed(on, releasing(on));
    const short = await releasing(on);
    short.keys.push(...made.approved().keys.slice(-5, -1));
    await refuses(on, Promise.resolve(short), 'ApprovalAccountsMismatch', on.payer);
  });
});
