import assert from 'node:assert/strict';
import { type JobRef, jobRefund, jobRelease, mandateKill, mandateRotate } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { escrowOn } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { refusesForgeries } from '../helpers/negatives';
import { withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { advanceTo, arrive, assertJobBooks, jobAt, refuses } from './jobs';
import { sharedChain, whilePaused } from './shared';

describe('escrow job_release', () => {
  const shared = sharedChain();
  const { escrow, onBothChains } = shared;

  const releasing = (on: JobFixture, by: Keypair = on.payer, ref: JobRef = on.jobRef) =>
    jobRelease(on.deployment, ref, by.publicKey);

  onBothChains('makes all of it the agent’s, and moves no token', async (registry, kind) => {
    const on = await advanceTo(await openJobOn(await escrowOn(registry, { channel: null })), 'delivered');
    const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
    const outcome = await on.release();
    const endedAt = await on.chain.unixTime();
    assertSame(await on.readJob(), { ...before, status: 'Released', earned: AMOUNT, endedAt });
    assertSame(await on.readMandate(), mandateBefore);
    await assertJobBooks(on);
    assertRecorded(kind, outcome, 'jobReleased', {
      ...on.jobRef,
      payoutOwner: on.payoutOwner.publicKey,
      releasedBy: on.payer.publicKey,
      ...{ amount: AMOUNT, earnedBefore: 0n, earnedAfter: AMOUNT, endedAt },
    });
  });

  refusesForgeries(async () => {
    const on = await jobAt(shared, 'delivered');
    return { chain: on.chain, instruction: await releasing(on, on.session), signers: [on.session] };
  });

  it('releases what was not given back', async () => {
    const on = await jobAt(shared, 'delivered');
    await on.send(
      await jobRefund(on.deployment, on.jobRef, on.payoutOwner.publicKey, 30_000n),
      on.payoutOwner,
    );
    await on.release(on.session);
    const { earned, returned } = await on.readJob();
    assert.deepEqual([earned, returned], [70_000n, 30_000n]);
    await assertJobBooks(on);
  });

  it('ReviewOpen: is for the payer’s side until the review ends, to the second, and for anyone then', async () => {
    const on = await jobAt(shared, 'delivered');
    for (const by of [on.agentKey, on.creator, on.payoutOwner, on.admin]) {
      await refuses(on, releasing(on, by), 'ReviewOpen', by);
    }
    await arrive(on, 'reviewEndsAt', -1n);
    await refuses(on, releasing(on, on.agentKey), 'ReviewOpen', on.agentKey);
    await arrive(on, 'reviewEndsAt');
    await whilePaused(on, () => on.release(on.agentKey));
  });

  it('ReviewOpen: a session key that was rotated away, or of a killed mandate, releases nothing', async () => {
    const [rotated, killed] = [await jobAt(shared, 'delivered'), await jobAt(shared, 'delivered')];
    const fresh = Keypair.generate();
    const { deployment, send } = rotated;
    await send(await mandateRotate(deployment, rotated.mandateRef, fresh.publicKey), rotated.payer);
    for (const by of [rotated.session, fresh])
      await refuses(rotated, releasing(rotated, by), 'ReviewOpen', by);
    await rotated.release();
    await send(await mandateKill(deployment, killed.mandateRef), killed.payer);
    await refuses(killed, releasing(killed, killed.session), 'ReviewOpen', killed.session);
    await killed.release();
  });

  it('JobNotDelivered: releases once, what was delivered', async () => {
    for (const stage of ['funded', 'accepted', 'released'] as const) {
      const on = await jobAt(shared, stage);
      await refuses(on, releasing(on), 'JobNotDelivered', on.payer);
    }
  });

  it('JobGenerationMismatch, MandateMismatch', async () => {
    const [on, another] = [await jobAt(shared, 'delivered'), await escrow()];
    const other = { ...on.jobRef, generation: on.jobRef.generation - 1n };
    await refuses(on, releasing(on, on.payer, other), 'JobGenerationMismatch', on.payer);
    const wrong = async () => withAccount(await releasing(on), 'mandate', { pubkey: another.mandate });
    await refuses(on, wrong(), 'MandateMismatch', on.payer);
  });
});
