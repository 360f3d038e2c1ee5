import assert from 'node:assert/strict';
import {
  acceptJob,
  deliverJob,
  feesSweep,
  jobExpire,
  jobFinish,
  jobPayout,
  jobRelease,
  jobSplit,
  mandateClose,
  mandateKill,
  mandateWithdraw,
  openJob,
  payOutJob,
  releaseJob,
} from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import { arrive, assertJobBooks } from '../escrow/jobs';
import { escrow2022 } from '../escrow/mints';
import { type EscrowFixture, escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn, RESULT, TERMS, TIMES } from '../fixtures/jobs';
import { type RegistryFixture, registryFixture, startProgramChain, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { disputed } from '../stake/dispute-shared';

const FEE = 1_000n;

describe('story: jobs', () => {
  let registry: RegistryFixture;
  before(async () => {
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    registry = await registryFixture(await startProgramChain('litesvm'), { settings: { windows } });
  });

  const payer = () => escrowOn(registry, { channel: null });
  const job = async () => openJobOn(await payer());
  /** Everything out: fees to the treasury, the rest to the payer, no account left. */
  const emptied = async (on: EscrowFixture, jobs: JobFixture[], paid: bigint, fee: bigint) => {
    const { chain, deployment, mandateRef, send } = on;
    for (const { jobRef } of jobs) {
      const key = on.payer.publicKey;
      await send(await jobFinish(deployment, jobRef, key, key), on.payer);
    }
    if (fee > 0n) await send(await feesSweep(deployment, mandateRef, on.treasury.publicKey));
    await send(await mandateClose(deployment, mandateRef), on.payer);
    assert.equal(await tokenBalance(chain, on.payerTokens), PURSE - paid);
    assert.equal(await tokenBalance(chain, on.payoutTokens), paid - fee);
    assert.equal(await tokenBalance(chain, on.treasuryTokens), fee);
    for (const at of [on.vault, on.mandate, ...jobs.map((one) => one.job)]) {
      assert.equal(await chain.getAccount(at), null);
    }
  };

  it('by the SDK’s actions: offered with the deposit it lacks, accepted, delivered, accepted, paid', async () => {
    const on = await payer();
    const { agentKey, chain, deployment, feePayer, session } = on;
    await on.send(await mandateWithdraw(deployment, on.mandateRef, 950_000n), on.payer);
    const opened = await openJob(chain, deployment, {
      ...{ payer: on.payer, session, mandate: on.mandate, agent: on.agent, id: 3n, amount: AMOUNT },
      ...{ termsHash: TERMS, acceptWithin: 100n, deliverWithin: 300n, reviewWindow: 60n },
    });
    assert.deepEqual([opened.account.status, (await on.readMandate()).free], ['Funded', 0n]);
    await acceptJob(chain, deployment, { job: opened.job, agentKey, termsHash: TERMS, feePayer });
    await deliverJob(chain, deployment, { job: opened.job, agentKey, resultHash: RESULT, feePayer });
    await releaseJob(chain, deployment, opened.job, on.payer);
    await chain.setAccount(on.payoutTokens, null);
    await payOutJob(chain, deployment, opened.job, feePayer);
    assert.equal(await tokenBalance(chain, on.payoutTokens), AMOUNT - FEE);
    await assertJobBooks(on, [opened.job]);
  });

  it('the payer is silent: its silence accepts, and anybody brings the money to the payee', async () => {
    const on = await job();
    await on.accept();
    await on.deliver();
    await arrive(on, 'reviewEndsAt');
    await on.send(await jobRelease(on.deployment, on.jobRef, on.feePayer.publicKey));
    await on.payOut();
    await emptied(on, [on], AMOUNT, FEE);
  });

  it('the agent is silent, before it accepts or after: the money is the payer’s again', async () => {
    const on = await payer();
    const [ignored, late] = [await openJobOn(on), await openJobOn(on, { id: 2n })];
    await late.accept();
    await arrive(ignored, 'acceptBy');
    await on.send(await jobExpire(on.deployment, ignored.jobRef));
    await arrive(late, 'deliverBy');
    await on.send(await jobExpire(on.deployment, late.jobRef));
    await assertJobBooks(on, [ignored.job, late.job]);
    await emptied(on, [ignored, late], 0n, 0n);
  });

  it('half the work, half the price: both sign', async () => {
    const on = await job();
    await on.accept();
    const { deployment, jobRef, payoutOwner, send } = on;
    const keys = [on.payer.publicKey, payoutOwner.publicKey] as const;
    await send(await jobSplit(deployment, jobRef, ...keys, 50_000n), on.payer, payoutOwner);
    await on.payOut();
    await emptied(on, [on], 50_000n, 500n);
  });

  it('the mandate is killed in the middle: each job runs to its end, and nothing new begins', async () => {
    const on = await payer();
    const [idle, working] = [await openJobOn(on, { id: 1n }), await openJobOn(on, { id: 2n })];
    const done = await openJobOn(on, { id: 3n });
    await working.accept();
    await done.accept();
    await done.deliver();
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await assert.rejects(openJobOn(on, { id: 4n }));
    await idle.accept();
    await idle.deliver();
    await idle.release();
    await working.deliver();
    await arrive(done, 'reviewEndsAt');
    await done.release(on.agentKey);
    await arrive(working, 'reviewEndsAt');
    await working.release(on.agentKey);
    for (const one of [idle, working, done]) await one.payOut();
    await emptied(on, [idle, working, done], 3n * AMOUNT, 3n * FEE);
  });

  it('a frozen payee blocks its own job, and nothing of the payer’s', async () => {
    const on = await payer();
    const [stuck, other] = [await openJobOn(on), await openJobOn(on, { id: 2n })];
    for (const one of [stuck, other]) {
      await one.accept();
      await one.deliver();
    }
    await tokenAccount(on.chain, on.mint, on.payoutOwner.publicKey, 0n, { frozen: true });
    await stuck.release();
    await assert.rejects(stuck.payOut());
    await on.send(
      await jobSplit(on.deployment, other.jobRef, on.payer.publicKey, on.payoutOwner.publicKey, 0n),
      on.payer,
      on.payoutOwner,
    );
    const { free } = await on.readMandate();
    await on.send(await mandateWithdraw(on.deployment, on.mandateRef, free), on.payer);
    assert.equal(await tokenBalance(on.chain, on.payerTokens), PURSE - AMOUNT);
    await tokenAccount(on.chain, on.mint, on.payoutOwner.publicKey, 0n);
    await stuck.payOut();
    await emptied(on, [stuck, other], AMOUNT, FEE);
  });

  it('of Token-2022: paid by the token program that the mandate was opened with', async () => {
    const on = await escrow2022(await chainOfStake());
    const of = await openJobOn(on);
    await of.accept();
    await of.deliver();
    await of.release();
    const ref = { ...of.jobRef, tokenProgram: TOKEN_2022_PROGRAM_ID };
    await on.send(await jobPayout(on.deployment, ref, on.mint, on.payoutOwner.publicKey));
    assert.equal(await tokenBalance(on.chain, on.payoutTokens), AMOUNT - FEE);
  });

  it('a dispute under way holds the job, not the rest; the review that ends meanwhile releases nothing', async () => {
    const on = await disputed(await chainOfStake(), { calls: 0 });
    const of = await openJobOn(on.escrow);
    await of.accept();
    await of.deliver();
    await on.open({ subject: of.job, kind: 'Job', claim: AMOUNT });
    await arrive(of, 'reviewEndsAt', 5n);
    const early = await jobRelease(on.deployment, of.jobRef, on.payer.publicKey);
    await expectRefused(on.chain, early, [on.payer], 'JobNotDelivered');
    await on.arrive('rulingEndsAt');
    await on.execute();
    assert.equal((await of.readJob()).returned, AMOUNT);
    const key = on.payer.publicKey;
    await on.send(await jobFinish(on.deployment, of.jobRef, key, key), on.payer);
    assert.equal(await on.chain.getAccount(of.job), null);
  });

  async function chainOfStake() {
    const windows = { ...TEST_WINDOWS, lease: 10_000_000n };
    return registryFixture(await startProgramChain('litesvm'), { settings: { windows } });
  }

  it('times hold: what is promised to agent and payer adds up to less than stake waits', () => {
    const { channelLifeMax, claim, unbonding } = TEST_WINDOWS;
    assert.ok(channelLifeMax + claim < unbonding);
    assert.ok(TIMES.deliver + TIMES.review < channelLifeMax + claim);
  });
});
