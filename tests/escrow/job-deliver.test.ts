import { type JobRef, jobDeliver, mandateKill } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { escrowOn } from '../fixtures/escrow';
import { type JobFixture, openJobOn, RESULT } from '../fixtures/jobs';
import { refusesForgeries } from '../helpers/negatives';
import { assertRecorded, assertSame } from '../registry/support';
import { advanceTo, arrive, jobAt, refuses } from './jobs';
import { rewrite, sharedChain, whilePaused } from './shared';

describe('escrow job_deliver', () => {
  const shared = sharedChain();
  const { escrowOfAgent, onBothChains } = shared;

  const delivering = (on: JobFixture, by: Keypair = on.agentKey, ref: JobRef = on.jobRef, hash = RESULT) =>
    jobDeliver(on.deployment, ref, by.publicKey, hash);

  onBothChains('keeps the result’s hash, and starts the review', async (registry, kind) => {
    const on = await advanceTo(await openJobOn(await escrowOn(registry, { channel: null })), 'accepted');
    const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
    const outcome = await on.deliver();
    const deliveredAt = await on.chain.unixTime();
    const told = { resultHash: RESULT, deliveredAt, reviewEndsAt: deliveredAt + 60n };
    assertSame(await on.readJob(), { ...before, status: 'Delivered', ...told });
    assertSame(await on.readMandate(), mandateBefore);
    assertRecorded(kind, outcome, 'jobDelivered', { ...on.jobRef, ...told });
  });

  refusesForgeries(async () => {
    const on = await jobAt(shared, 'accepted');
    return { chain: on.chain, instruction: await delivering(on), signers: [on.agentKey] };
  });

  it('goes on while paused and killed, by the key that the job was opened with', async () => {
    const on = await advanceTo(await openJobOn(await escrowOfAgent({ channel: null })), 'accepted');
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await rewrite(on.chain, 'agent', on.agent, { agentKey: on.session.publicKey, ownershipEpoch: 2 });
    await whilePaused(on, () => on.deliver());
  });

  it('NotJobAgent: is for the agent’s key alone, not for its owner', async () => {
    const on = await jobAt(shared, 'accepted');
    for (const by of [on.creator, on.payer, on.session, on.payoutOwner]) {
      await refuses(on, delivering(on, by), 'NotJobAgent', by);
    }
  });

  it('JobNotAccepted: delivers once, what was accepted', async () => {
    for (const stage of ['funded', 'delivered', 'released'] as const) {
      const on = await jobAt(shared, stage);
      await refuses(on, delivering(on), 'JobNotAccepted', on.agentKey);
    }
  });

  it('DeliveryOver: delivers for the last time one second before the end', async () => {
    const [on, late] = [await jobAt(shared, 'accepted'), await jobAt(shared, 'accepted')];
    await arrive(on, 'deliverBy', -1n);
    await on.deliver();
    await arrive(late, 'deliverBy');
    await refuses(late, delivering(late), 'DeliveryOver', late.agentKey);
  });

  it('HashMissing, JobGenerationMismatch', async () => {
    const on = await jobAt(shared, 'accepted');
    await refuses(on, delivering(on, on.agentKey, on.jobRef, new Uint8Array(32)), 'HashMissing', on.agentKey);
    const other = { ...on.jobRef, generation: on.jobRef.generation + 1n };
    await refuses(on, delivering(on, on.agentKey, other), 'JobGenerationMismatch', on.agentKey);
  });
});
