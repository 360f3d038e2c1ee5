import assert from 'node:assert/strict';
import { type JobRef, jobAccept, jobCancel, jobFinish } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { agentOn, escrowOn } from '../fixtures/escrow';
import { type JobFixture, openJobOn, RESULT, TERMS } from '../fixtures/jobs';
import { refusesForgeries } from '../helpers/negatives';
import { withAccount } from '../helpers/refused';
import { assertRecorded, assertSame } from '../registry/support';
import { arrive, jobAt, refuses } from './jobs';
import { rewrite, sharedChain, whilePaused } from './shared';

describe('escrow job_accept', () => {
  const shared = sharedChain();
  const { escrow, escrowOfAgent, onBothChains } = shared;

  const accepting = (on: JobFixture, by: Keypair = on.agentKey, ref: JobRef = on.jobRef, terms = TERMS) =>
    jobAccept(on.deployment, ref, by.publicKey, terms);

  onBothChains('binds the agent to the terms', async (registry, kind) => {
    const on = await openJobOn(await escrowOn(registry, { channel: null }));
    const [before, mandateBefore] = [await on.readJob(), await on.readMandate()];
    const outcome = await on.accept();
    const acceptedAt = await on.chain.unixTime();
    assertSame(await on.readJob(), { ...before, status: 'Accepted', acceptedAt });
    assertSame(await on.readMandate(), mandateBefore);
    assertRecorded(kind, outcome, 'jobAccepted', {
      ...on.jobRef,
      acceptedBy: on.agentKey.publicKey,
      termsHash: TERMS,
      acceptedAt,
    });
  });

  refusesForgeries(async () => {
    const on = await jobAt(shared, 'funded');
    return { chain: on.chain, instruction: await accepting(on), signers: [on.agentKey] };
  });

  it('is for the owner, too, and goes on while paused', async () => {
    const on = await jobAt(shared, 'funded');
    await whilePaused(on, () => on.accept(on.creator));
    assert.equal((await on.readJob()).status, 'Accepted');
  });

  it('NotJobAgent: is for no one else', async () => {
    const on = await jobAt(shared, 'funded');
    for (const by of [on.payer, on.session, on.payoutOwner, on.admin]) {
      await refuses(on, accepting(on, by), 'NotJobAgent', by);
    }
  });

  it('NotJobAgent: is for the key that the job was opened with', async () => {
    const on = await openJobOn(await escrowOfAgent({ channel: null }));
    await rewrite(on.chain, 'agent', on.agent, { agentKey: on.session.publicKey });
    await refuses(on, accepting(on, on.session), 'NotJobAgent', on.session);
    await on.accept();
  });

  it('OwnershipChanged: an agent that was sold since takes no job that pays the former owner', async () => {
    const on = await openJobOn(await escrowOfAgent({ channel: null }));
    await rewrite(on.chain, 'agent', on.agent, { ownershipEpoch: 2, owner: on.session.publicKey });
    await refuses(on, accepting(on, on.session), 'OwnershipChanged', on.session);
    await refuses(on, accepting(on), 'OwnershipChanged', on.agentKey);
  });

  it('AcceptanceOver: accepts for the last time one second before the end', async () => {
    const [on, late] = [await jobAt(shared, 'funded'), await jobAt(shared, 'funded')];
    await arrive(on, 'acceptBy', -1n);
    await on.accept();
    await arrive(late, 'acceptBy');
    await refuses(late, accepting(late), 'AcceptanceOver', late.agentKey);
  });

  it('TermsMismatch: takes no terms that the agent does not know', async () => {
    const on = await jobAt(shared, 'funded');
    await refuses(on, accepting(on, on.agentKey, on.jobRef, RESULT), 'TermsMismatch', on.agentKey);
  });

  it('JobNotFunded: accepts once', async () => {
    for (const stage of ['accepted', 'delivered', 'released'] as const) {
      const on = await jobAt(shared, stage);
      await refuses(on, accepting(on), 'JobNotFunded', on.agentKey);
    }
  });

  it('JobGenerationMismatch, attack 10: accepts no other job that was opened at the address', async () => {
    const old = await jobAt(shared, 'funded');
    const { deployment, payer, send } = old;
    await send(await jobCancel(deployment, old.jobRef, payer.publicKey), payer);
    await send(await jobFinish(deployment, old.jobRef, payer.publicKey, payer.publicKey), payer);
    const on = await openJobOn(old, { amount: 1n });
    assert.ok(on.jobRef.generation > old.jobRef.generation);
    await refuses(on, accepting(on, on.agentKey, old.jobRef), 'JobGenerationMismatch', on.agentKey);
    await on.accept();
  });

  it('AgentMismatch, MandateMismatch: reads the job’s own', async () => {
    const [on, another] = [await jobAt(shared, 'funded'), await escrow()];
    const { agent } = await agentOn(on);
    const wrong = async (name: string, pubkey: typeof agent) =>
      withAccount(await accepting(on), name, { pubkey });
    await refuses(on, wrong('agent', agent), 'AgentMismatch', on.agentKey);
    await refuses(on, wrong('mandate', another.mandate), 'MandateMismatch', on.agentKey);
  });
});
