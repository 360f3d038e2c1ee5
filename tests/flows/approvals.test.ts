import assert from 'node:assert/strict';
import {
  ApprovalNeeded,
  acceptJob,
  carryOut,
  closeApproval,
  deliverJob,
  ensureChannel,
  instructionOfCall,
  isApproved,
  mandateRotate,
  NotApproved,
  openJob,
  payOutJob,
  pendingApprovals,
  previewInstruction,
  readApproval,
  readChannel,
  releaseJob,
  requestApproval,
  signApproval,
  withdrawApproval,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { ABOVE, type ApprovalFixture, approvalsOn, RELEASE_ABOVE } from '../fixtures/approvals';
import { tokenBalance } from '../fixtures/escrow';
import { RESULT, TERMS } from '../fixtures/jobs';
import { funded, registryFixture, startProgramChain } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';

describe('flow: approvals', () => {
  const start = async () => approvalsOn(await registryFixture(await startProgramChain('litesvm')));
  const wish = (on: ApprovalFixture, allotment = ABOVE) => ({
    ...{ payer: on.payer, session: on.session, mandate: on.mandate, agent: on.agent },
    ...{ allotment, least: 10_000n, lifetime: 400n, leastLifetime: 100n },
  });
  /** What an action says that it needs, asked for. */
  async function asked(on: ApprovalFixture, work: Promise<unknown>) {
    const needed = await work.then(
      () => assert.fail('nothing needed'),
      (error: unknown) => error,
    );
    assert.ok(needed instanceof ApprovalNeeded, String(needed));
    const { approval } = await requestApproval(on.chain, on.deployment, {
      requester: on.session,
      mandate: needed.mandate,
      instruction: needed.instruction,
      lifetime: 100n,
    });
    return { approval, needed };
  }
  const carry = ({ chain, deployment, payer, session }: ApprovalFixture, approval: PublicKey) =>
    carryOut(chain, deployment, approval, { feePayer: payer, signers: [session] });

  it('two of three sign off a large allotment, which is then there', async () => {
    const on = await start();
    const { chain, deployment } = on;
    const { approval } = await asked(on, ensureChannel(chain, deployment, wish(on)));

    // what an approver sees is the call itself
    const seen = await readApproval(chain, deployment, approval);
    assert.ok(seen);
    const shown = previewInstruction(deployment, instructionOfCall(deployment, seen.call));
    assert.ok('title' in shown);
    assert.equal(shown.title, 'Allot money to an agent');
    const fields = new Map(shown.fields.map(({ label, value }) => [label, value]));
    assert.deepEqual([fields.get('amount'), fields.get('agent')], [`${ABOVE}`, on.agent.toBase58()]);

    await signApproval(chain, deployment, approval, on.approvers[2]);
    await assert.rejects(carry(on, approval), NotApproved);
    await signApproval(chain, deployment, approval, on.approvers[0]);
    await withdrawApproval(chain, deployment, approval, on.approvers[2]);
    await assert.rejects(carry(on, approval), NotApproved);
    await signApproval(chain, deployment, approval, on.approvers[1]);
    const signed = await readApproval(chain, deployment, approval);
    assert.ok(signed && isApproved(signed, await chain.unixTime()));

    await carry(on, approval);
    assert.equal(await readApproval(chain, deployment, approval), null);
    const { channel, steps } = await ensureChannel(chain, deployment, wish(on));
    assert.deepEqual(steps, []);
    assert.equal((await readChannel(chain, deployment, channel))?.allotted, ABOVE);
    await assert.rejects(carry(on, approval), { name: 'AccountMismatch' });
  });

  it('none that expired is carried out, and none of a key that was replaced', async () => {
    const on = await start();
    const { chain, deployment } = on;
    const { approval } = await asked(on, ensureChannel(chain, deployment, wish(on)));
    for (const approver of on.approvers) await signApproval(chain, deployment, approval, approver);
    await chain.advance({ seconds: 100, slots: 1 });
    await assert.rejects(carry(on, approval), NotApproved);
    const stranger = await funded(chain);
    await closeApproval(chain, deployment, approval, stranger);

    const again = await asked(on, ensureChannel(chain, deployment, wish(on)));
    for (const approver of on.approvers) await signApproval(chain, deployment, again.approval, approver);
    await on.send(await mandateRotate(deployment, on.mandateRef, stranger.publicKey), on.payer);
    await assert.rejects(carry(on, again.approval), /NotPayerOrSession/);
    // an approver is never the session key, neither from the start nor later
    const [approver] = on.approvers;
    const rotate = await mandateRotate(deployment, on.mandateRef, approver.publicKey);
    await expectRefused(chain, rotate, [on.payer], 'SessionKeyApproves');
  });

  it('a large job is opened, released and paid with their signatures', async () => {
    const on = await start();
    const { agentKey, chain, deployment, payer, session } = on;
    const terms = {
      ...{ payer, session, mandate: on.mandate, agent: on.agent, id: 7n, amount: RELEASE_ABOVE },
      ...{ termsHash: TERMS, acceptWithin: 100n, deliverWithin: 300n, reviewWindow: 60n },
    };
    const opening = await asked(on, openJob(chain, deployment, terms));
    for (const approver of on.approvers.slice(1)) {
      await signApproval(chain, deployment, opening.approval, approver);
    }
    await carry(on, opening.approval);
    const job = opening.needed.instruction.keys[6]?.pubkey as PublicKey;
    const doing = { job, agentKey, feePayer: agentKey };
    await acceptJob(chain, deployment, { ...doing, termsHash: TERMS });
    await deliverJob(chain, deployment, { ...doing, resultHash: RESULT });

    const releasing = await asked(on, releaseJob(chain, deployment, job, session));
    for (const approver of on.approvers.slice(0, 2)) {
      await signApproval(chain, deployment, releasing.approval, approver);
    }
    await carryOut(chain, deployment, releasing.approval, { feePayer: session });
    await payOutJob(chain, deployment, job, payer);
    assert.equal(await tokenBalance(chain, on.payoutTokens), (RELEASE_ABOVE * 99n) / 100n);
  });

  it('an inbox lists what is asked for, and nothing that shows another call than the signed one', async () => {
    const on = await start();
    const { chain, deployment, mandate } = on;
    const { approval } = await asked(on, ensureChannel(chain, deployment, wish(on)));
    const state = await chain.getAccount(approval);
    assert.ok(state);
    const forged = Buffer.from(state.data);
    forged.writeUInt8((forged.at(-1) ?? 0) ^ 1, forged.length - 1);
    const listing = (data: Buffer) => ({
      getProgramAccounts: (() =>
        Promise.resolve([{ pubkey: approval, account: { ...state, data, lamports: 1 } }])) as never,
    });
    const [found, ...more] = await pendingApprovals(listing(Buffer.from(state.data)), deployment, mandate);
    assert.deepEqual([found?.approval, more], [approval, []]);
    assert.deepEqual(await pendingApprovals(listing(forged), deployment, mandate), []);
    await chain.setAccount(approval, { ...state, data: forged });
    await assert.rejects(readApproval(chain, deployment, approval), { name: 'AccountMismatch' });
  });
});
