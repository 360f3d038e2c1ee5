import assert from 'node:assert/strict';
import { decodeJob, type JobOpenParams, mandateKill, PauseBit, UNCAPPED, versionYank } from '@agent-labs/sdk';
import { PublicKey, SystemProgram } from '@solana/web3.js';
import { agentOn, type EscrowFixture, escrowOn, tokenBalance } from '../fixtures/escrow';
import { AMOUNT, jobOpening, openJobOn, TERMS } from '../fixtures/jobs';
import { createMint, TEST_WINDOWS } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, dataOf, key, lamportsOf, nonCanonical } from '../registry/support';
import { assertJobBooks } from './jobs';
import { arriveAt, rewrite, sharedChain, whilePaused } from './shared';

const JOB_SIZE = 8 + 536;

describe('escrow job_open', () => {
  const { escrow, escrowOfAgent, onBothChains } = sharedChain();

  const alone = { channel: null };
  const signers = (on: EscrowFixture) => [on.session, on.payer, on.feePayer];
  const refused = async (on: EscrowFixture, error: string, changes: Partial<JobOpenParams> = {}) => {
    const { instruction } = await jobOpening(on, changes);
    await expectRefused(on.chain, instruction, signers(on), error, [on.vault]);
  };

  onBothChains('allots money under terms that are copied, and moves no token', async (registry, kind) => {
    const on = await escrowOn(await agentOn(registry, { versions: 2 }), alone);
    const { agent, chain, deployment, mandate, payer, readMandate, session, settings, vault } = on;
    const [before, now] = [await readMandate(), await chain.unixTime()];
    const { instruction, job } = await jobOpening(on, { id: 2n ** 63n, versionNumber: 2 });
    const outcome = await on.send(instruction, session, payer);
    const generation = await chain.slot();
    const told = {
      ...{ mandate, agent, id: 2n ** 63n, generation, amount: AMOUNT, termsHash: TERMS },
      ...{ sessionKey: session.publicKey, keyEpoch: 0, agentKey: on.agentKey.publicKey },
      ...{ payoutOwner: on.payoutOwner.publicKey, rentPayer: payer.publicKey },
      ...{ agentVersion: 2, ownershipEpoch: 1, feeBps: settings.feeBps },
      ...{ acceptBy: now + 100n, deliverBy: now + 300n, reviewWindow: 60n, openedAt: now },
      ratingWindow: TEST_WINDOWS.rating,
    };
    const [, bump] = PublicKey.findProgramAddressSync(jobSeeds(mandate, 2n ** 63n), deployment.escrow);
    assertSame(decodeJob(await dataOf(chain, job)), {
      ...{ version: 1, bump, status: 'Funded', releaseApproval: 0, padding2: Array(6).fill(0) },
      ...told,
      resultHash: Array(32).fill(0),
      ...{ earned: 0n, returned: 0n, paidGross: 0n, claimed: 0n, awarded: 0n },
      ...{ ratedPaid: 0n, ratedReturned: 0n },
      ...{ acceptedAt: 0n, deliveredAt: 0n, reviewEndsAt: 0n, endedAt: 0n, lastPayoutAt: 0n },
      reserved: Array(96).fill(0),
    });
    assertSame(await readMandate(), {
      ...before,
      ...{ jobs: 1, day: Number(now / 86_400n), dayCharged: AMOUNT, totalCharged: AMOUNT },
      ...{ free: 1_000_000n - AMOUNT, allotted: AMOUNT },
    });
    assert.equal(await tokenBalance(chain, vault), 1_000_000n);
    assert.equal(await lamportsOf(chain, job), await chain.rentExemption(JOB_SIZE));
    await assertJobBooks(on, [job]);
    const opened = { job, payer: payer.publicKey, ...told, releaseApproval: false };
    assertRecorded(kind, outcome, 'jobOpened', opened);
  });

  refusesForgeries(
    async () => {
      const on = await escrow(alone);
      const { instruction } = await jobOpening(on, { rentPayer: on.feePayer.publicKey });
      return { chain: on.chain, instruction, signers: [on.session, on.feePayer] };
    },
    { readonly: { rent_payer: 'PrivilegeEscalation', job: 'PrivilegeEscalation' } },
  );

  it('is for session key and wallet, above the per-call maximum, beside others', async () => {
    const on = await escrow(alone);
    const { perCallMax } = await on.readMandate();
    const first = await openJobOn(on, { authority: on.payer.publicKey, amount: 4n * perCallMax });
    const second = await openJobOn(on, { id: 2n, rentPayer: on.session.publicKey });
    assert.equal((await on.readMandate()).jobs, 2);
    await assertJobBooks(on, [first.job, second.job]);
  });

  it('pays in the mandate’s mint, whatever the agent asks a call', async () => {
    const on = await escrow(alone);
    const mint = await createMint(on.chain, on.mintAuthority.publicKey);
    const { agent } = await agentOn({ ...on, mint });
    await openJobOn(on, { agent });
  });

  it('Paused: offers nothing while opening is paused', async () => {
    const on = await escrow(alone);
    await whilePaused(on, () => refused(on, 'Paused'), PauseBit.Open);
    await whilePaused(on, () => openJobOn(on), 127 & ~PauseBit.Open);
  });

  it('NotPayerOrSession: is for no one else, not even whoever pays the rent', async () => {
    const [on, another] = [await escrow(alone), await escrow(alone)];
    for (const signer of [on.feePayer, another.payer, another.session, on.agentKey]) {
      const named = { authority: signer.publicKey, rentPayer: signer.publicKey };
      const { instruction } = await jobOpening(on, named);
      await expectRefused(on.chain, instruction, [signer], 'NotPayerOrSession');
    }
  });

  it('MandateKilled, MandateExpired: offers nothing from then on', async () => {
    const killed = await escrow(alone);
    await killed.send(await mandateKill(killed.deployment, killed.mandateRef), killed.payer);
    await refused(killed, 'MandateKilled');
    const on = await escrow(alone);
    await arriveAt(on.chain, (await on.readMandate()).expiresAt);
    await refused(on, 'MandateExpired');
  });

  it('AgentNotAllowed: keeps to the allow-list', async () => {
    const [first, second] = [await escrowOfAgent(), await escrowOfAgent()];
    const on = await escrowOn(first, { mandate: { allowList: [first.agent] }, channel: null });
    await openJobOn(on);
    await refused(on, 'AgentNotAllowed', { id: 2n, agent: second.agent });
  });

  it('AgentNotActive, AgentStale: is for agents open for business', async () => {
    for (const status of ['Draft', 'Suspended', 'Retiring'] as const) {
      await refused(await escrowOfAgent({ status, channel: null }), 'AgentNotActive');
    }
    const on = await escrowOfAgent(alone);
    await rewrite(on.chain, 'agent', on.agent, { leaseExpiresAt: await on.chain.unixTime() });
    await refused(on, 'AgentStale');
  });

  it('VersionMismatch, VersionNotLatest, VersionYanked: is for the latest version', async () => {
    const [on, another] = [await escrowOfAgent({ versions: 2, channel: null }), await escrowOfAgent()];
    await refused(on, 'VersionNotLatest', { versionNumber: 1 });
    const { instruction } = await jobOpening(on, { versionNumber: 2 });
    const other = withAccount(instruction, 'version', { pubkey: another.version });
    await expectRefused(on.chain, other, signers(on), 'VersionMismatch');
    const owned = { agent: on.agent, owner: on.creator.publicKey };
    await on.send((await versionYank(on.deployment, { ...owned, number: 2 })).instruction, on.creator);
    await refused(on, 'VersionYanked', { versionNumber: 2 });
  });

  it('StakeTooLow, ScoreTooLow: asks of the agent what the mandate asks', async () => {
    await refused(await escrow({ channel: null, mandate: { minStake: 1n } }), 'StakeTooLow');
    await refused(await escrow({ channel: null, mandate: { minScore: 1_000 } }), 'ScoreTooLow');
  });

  it('HashMissing: is for terms that somebody hashed', async () => {
    await refused(await escrow(alone), 'HashMissing', { termsHash: new Uint8Array(32) });
  });

  it('JobDeadlinesInvalid: accepted after now, delivered after that, within life and mandate', async () => {
    const on = await escrow({ mandate: { expiresAt: 2n ** 40n }, channel: null });
    const now = await on.chain.unixTime();
    for (const [acceptBy, deliverBy] of [
      [now, now + 300n],
      [now - 1n, now + 300n],
      [-(2n ** 63n), now + 300n],
      [now + 100n, now + 100n],
      [now + 100n, now + 99n],
      [now + 100n, now + 1_001n],
      [now + 100n, 2n ** 63n - 1n],
    ] as const) {
      await refused(on, 'JobDeadlinesInvalid', { acceptBy, deliverBy });
    }
    await openJobOn(on, { acceptBy: now + 1n, deliverBy: now + 2n });
    const latest = (await on.chain.unixTime()) + 1_000n;
    await openJobOn(on, { id: 2n, acceptBy: latest - 1n, deliverBy: latest });
    const short = await escrow({ mandate: { expiresAt: now + 200n }, channel: null });
    await refused(short, 'JobDeadlinesInvalid', { deliverBy: now + 201n });
    await openJobOn(short, { deliverBy: now + 200n });
  });

  it('ReviewWindowInvalid: from the shortest holdback to the claim window', async () => {
    const on = await escrow(alone);
    const { claim, holdbackMin } = TEST_WINDOWS;
    for (const reviewWindow of [holdbackMin - 1n, claim + 1n, 0n, -1n, 2n ** 63n - 1n]) {
      await refused(on, 'ReviewWindowInvalid', { reviewWindow });
    }
    await openJobOn(on, { reviewWindow: holdbackMin });
    await openJobOn(on, { id: 2n, reviewWindow: claim });
  });

  it('AmountZero, InsufficientFree, DailyCapExceeded, TotalCapExceeded, to the unit', async () => {
    const on = await escrow(alone);
    await refused(on, 'AmountZero', { amount: 0n });
    for (const amount of [1_000_001n, UNCAPPED]) await refused(on, 'InsufficientFree', { amount });
    await refused(on, 'DailyCapExceeded', { amount: 400_001n });
    await openJobOn(on, { amount: 400_000n });
    await refused(on, 'DailyCapExceeded', { id: 2n, amount: 1n });
    const total = await escrow({ channel: null, mandate: { dailyCap: 300_000n, totalCap: 300_000n } });
    await rewrite(total.chain, 'mandate', total.mandate, { totalCharged: 200_000n });
    await refused(total, 'TotalCapExceeded', { amount: 100_001n });
    await openJobOn(total, { amount: 100_000n });
  });

  it('MathOverflow: counts no jobs beyond their range', async () => {
    const on = await escrow(alone);
    await rewrite(on.chain, 'mandate', on.mandate, { jobs: 2 ** 32 - 1 });
    await refused(on, 'MathOverflow');
  });

  it('attack 5: takes no address of another bump, number or mandate', async () => {
    const on = await escrow(alone);
    const { instruction } = await jobOpening(on);
    const off = nonCanonical(jobSeeds(on.mandate, 1n), on.deployment.escrow);
    for (const pubkey of [off, (await jobOpening(on, { id: 2n })).job, key()]) {
      const other = withAccount(instruction, 'job', { pubkey });
      await expectRefused(on.chain, other, signers(on), 'ConstraintSeeds');
    }
  });

  it('attacks 8, 11: opens no job twice, and one where somebody sent lamports before', async () => {
    const on = await escrow(alone);
    await openJobOn(on);
    await refused(on, 'system:AccountAlreadyInUse');
    const [owner, data] = [SystemProgram.programId, new Uint8Array()];
    const rent = await on.chain.rentExemption(JOB_SIZE);
    for (const [id, lamports, after] of [[2n, 1n, rent] as const, [3n, 2n * rent, 2n * rent] as const]) {
      const { job } = await jobOpening(on, { id });
      await on.chain.setAccount(job, { lamports, owner, data, executable: false });
      await openJobOn(on, { id });
      assert.equal(await lamportsOf(on.chain, job), after);
    }
  });
});

function jobSeeds(mandate: PublicKey, id: bigint): Uint8Array[] {
  const number = Buffer.alloc(8);
  number.writeBigUInt64LE(id);
  return [Buffer.from('job'), mandate.toBytes(), number];
}
