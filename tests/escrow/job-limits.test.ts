import assert from 'node:assert/strict';
import {
  AllowListUnknown,
  AllowTree,
  ApprovalNeeded,
  attestationAddress,
  type JobOpenParams,
  openJob,
  UNCAPPED,
} from '@agent-labs/sdk';
import { attest, unattest } from '../fixtures/attestations';
import { type EscrowFixture, type EscrowFixtureOptions, escrowOn } from '../fixtures/escrow';
import { AMOUNT, jobOpening, openJobOn, TERMS } from '../fixtures/jobs';
import { funded } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { key } from '../registry/support';
import { assertJobBooks } from './jobs';
import { arriveAt, sharedChain } from './shared';

describe('escrow jobs under what else a mandate asks', () => {
  const { escrow, escrowOfAgent } = sharedChain();

  const under = async (mandate: NonNullable<EscrowFixtureOptions['mandate']>) => {
    const agent = await escrowOfAgent({ channel: null });
    return escrowOn(agent, { mandate, channel: null });
  };
  const refused = async (on: EscrowFixture, error: string, changes: Partial<JobOpenParams> = {}) => {
    const { instruction } = await jobOpening(on, changes);
    await expectRefused(on.chain, instruction, [on.session, on.payer], error, [on.vault]);
  };
  const wish = (on: EscrowFixture, amount = AMOUNT) => ({
    ...{ payer: on.payer, session: on.session, mandate: on.mandate, agent: on.agent },
    ...{ id: 9n, amount, termsHash: TERMS },
    ...{ acceptWithin: 100n, deliverWithin: 300n, reviewWindow: 60n },
  });

  it('offers one to an agent of the tree by its proof', async () => {
    const agent = await escrowOfAgent({ channel: null });
    const agents = [agent.agent, key(), key(), key(), key()];
    const tree = new AllowTree(agents);
    const on = await escrowOn(agent, { mandate: { allowRoot: tree.root }, channel: null });
    const { job } = await openJobOn(on, { allowProof: tree.proof(on.agent) });
    await assertJobBooks(on, [job]);
    const by = await openJob(on.chain, on.deployment, { ...wish(on), allowed: { agents } });
    assert.equal(by.account.amount, AMOUNT);
  });

  it('AllowProofMissing, -Invalid, -Unexpected: offers none by another proof', async () => {
    const agent = await escrowOfAgent({ channel: null });
    const tree = new AllowTree([agent.agent, key(), key(), key()]);
    const on = await escrowOn(agent, { mandate: { allowRoot: tree.root }, channel: null });
    const proof = tree.proof(on.agent);
    await refused(on, 'AllowProofMissing');
    await refused(on, 'AllowProofInvalid', { allowProof: proof.slice(1) });
    const outsider = await escrowOfAgent({ channel: null });
    await refused(on, 'AllowProofInvalid', { agent: outsider.agent, allowProof: proof });
    await refused(await escrow({ channel: null }), 'AllowProofUnexpected', { allowProof: proof });
    await assert.rejects(openJob(on.chain, on.deployment, wish(on)), AllowListUnknown);
  });

  it('NotAttested, AttestationExpired, AttestationMismatch: offers one while the owner is vouched for', async () => {
    const attestor = await funded((await escrow()).chain);
    const on = await under({ attestor: attestor.publicKey });
    const { chain, creator, deployment } = on;
    const attestation = attestationAddress(deployment, attestor.publicKey, creator.publicKey);
    await refused(on, 'NotAttested');
    await refused(on, 'NotAttested', { attestation });
    const until = (await chain.unixTime()) + 40n;
    await attest(on, attestor, creator.publicKey, until);
    await refused(on, 'NotAttested');
    const stranger = await funded(chain);
    const other = await attest(on, stranger, creator.publicKey);
    await refused(on, 'AttestationMismatch', { attestation: other });
    await openJobOn(on, { attestation });
    await openJob(chain, deployment, wish(on));
    await arriveAt(chain, until);
    await refused(on, 'AttestationExpired', { attestation, id: 2n });
    await unattest(on, attestor, creator.publicKey);
    await refused(on, 'NotAttested', { attestation, id: 2n });
  });

  it('ApprovalRequired: offers none whose amount reaches the trigger of allotments', async () => {
    const triggers = { above: AMOUNT, releaseAbove: UNCAPPED };
    const on = await under({ approval: { approvers: [key(), key()], threshold: 2, ...triggers } });
    for (const amount of [AMOUNT, AMOUNT + 1n]) await refused(on, 'ApprovalRequired', { amount });
    await refused(on, 'ApprovalRequired', { authority: on.payer.publicKey });
    await assert.rejects(openJob(on.chain, on.deployment, wish(on)), ApprovalNeeded);
    const job = await openJobOn(on, { amount: AMOUNT - 1n });
    await job.accept();
    await job.deliver();
    await job.release();
    await job.payOut();
  });
});
