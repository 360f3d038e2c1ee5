import assert from 'node:assert/strict';
import { feesSweep, jobCancel, jobFinish, jobSplit, mandateClose } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { escrowOn } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, jobOpening, openJobOn } from '../fixtures/jobs';
import { TEST_WINDOWS } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, donation, key, lamportsOf } from '../registry/support';
import { advanceTo, arrive, assertJobBooks, jobAt, refuses } from './jobs';
import { sharedChain, whilePaused } from './shared';

describe('escrow job_finish', () => {
  const shared = sharedChain();
  const { escrow, onBothChains } = shared;

  const finishing = (on: JobFixture, by: Keypair = on.feePayer) =>
    jobFinish(on.deployment, on.jobRef, by.publicKey, on.payer.publicKey);
  const finish = async (on: JobFixture, by: Keypair = on.feePayer) =>
    on.send(await finishing(on, by), ...(by === on.feePayer ? [] : [by]));
  const refused = (on: JobFixture, error: string, by: Keypair = on.feePayer) =>
    refuses(on, finishing(on, by), error, by);
  const cancel = async (on: JobFixture) =>
    on.send(await jobCancel(on.deployment, on.jobRef, on.payer.publicKey), on.payer);
  const paid = async (on: JobFixture): Promise<JobFixture> => {
    await advanceTo(on, 'released');
    await on.payOut();
    return on;
  };

  onBothChains('ends a job, and gives its rent to whoever paid it', async (registry, kind) => {
    const on = await paid(await openJobOn(await escrowOn(registry, { channel: null })));
    const { chain, job, payer } = on;
    await arrive(on, 'lastPayoutAt', TEST_WINDOWS.rating);
    await on.send(donation(on.feePayer.publicKey, job, 3n));
    const before = await on.readMandate();
    const [rent, lamports] = [await lamportsOf(chain, job), await lamportsOf(chain, payer.publicKey)];
    const outcome = await finish(on);
    assert.equal(await chain.getAccount(job), null);
    assert.equal(await lamportsOf(chain, payer.publicKey), lamports + rent);
    assertSame(await on.readMandate(), { ...before, jobs: 0 });
    await assertJobBooks(on);
    assertRecorded(kind, outcome, 'jobFinished', {
      ...on.jobRef,
      ...{ amount: AMOUNT, paidGross: AMOUNT, returned: 0n, rentPayer: payer.publicKey },
    });
  });

  refusesForgeries(
    async () => {
      const on = await jobAt(shared, 'funded');
      await cancel(on);
      return { chain: on.chain, instruction: await finishing(on, on.session), signers: [on.session] };
    },
    {
      twice: { 'mandate as rent_payer': 'RentPayerMismatch', 'job as rent_payer': 'RentPayerMismatch' },
    },
  );

  it('ends what was never accepted at once, for anyone, while paused, and the mandate then', async () => {
    const on = await jobAt(shared, 'funded');
    await expectRefused(on.chain, await mandateClose(on.deployment, on.mandateRef), [on.payer], 'JobsRemain');
    await cancel(on);
    await expectRefused(on.chain, await mandateClose(on.deployment, on.mandateRef), [on.payer], 'JobsRemain');
    await whilePaused(on, () => finish(on));
    await on.send(await mandateClose(on.deployment, on.mandateRef), on.payer);
  });

  it('JobNotEnded: ends none that goes on, however late', async () => {
    for (const stage of ['funded', 'accepted', 'delivered'] as const) {
      const on = await jobAt(shared, stage);
      for (const by of [on.feePayer, on.payer]) await refused(on, 'JobNotEnded', by);
      await arrive(on, 'deliverBy', 1_000n);
      for (const by of [on.feePayer, on.payer]) await refused(on, 'JobNotEnded', by);
    }
  });

  it('JobUnpaid: ends none before its last unit is paid', async () => {
    const on = await jobAt(shared, 'released');
    await arrive(on, 'endedAt', 1_000n);
    await refused(on, 'JobUnpaid', on.payer);
    await on.payOut();
    await finish(on, on.payer);
  });

  it('RatingWindowOpen: leaves the payer its time to rate, from the last payout or the end on', async () => {
    const on = await paid(await jobAt(shared, 'funded'));
    await arrive(on, 'lastPayoutAt', TEST_WINDOWS.rating - 1n);
    for (const by of [on.feePayer, on.session, on.agentKey]) await refused(on, 'RatingWindowOpen', by);
    await arrive(on, 'lastPayoutAt', TEST_WINDOWS.rating);
    await finish(on);
    const back = await jobAt(shared, 'accepted');
    const { deployment, jobRef, payer, payoutOwner, send } = back;
    const split = await jobSplit(deployment, jobRef, payer.publicKey, payoutOwner.publicKey, 0n);
    await send(split, payer, payoutOwner);
    await arrive(back, 'endedAt', TEST_WINDOWS.rating - 1n);
    await refused(back, 'RatingWindowOpen');
    await finish(back, payer);
  });

  it('JobFinishedInOpeningSlot, attack 10: no job is finished in the slot it opened in', async () => {
    const on = await jobAt(shared, 'funded');
    const { chain, deployment, payer, session } = on;
    const { instruction, job } = await jobOpening(on, { id: 9n });
    const ref = { ...on.jobRef, job };
    const all = [
      instruction,
      await jobCancel(deployment, ref, payer.publicKey),
      await jobFinish(deployment, ref, payer.publicKey, payer.publicKey),
    ];
    await expectRefused(chain, all, [payer, session], 'JobFinishedInOpeningSlot');
    await cancel(on);
    await finish(on, payer);
    const again = await openJobOn(on);
    assert.ok(again.jobRef.generation > on.jobRef.generation);
    await assertJobBooks(again);
  });

  it('MandateMismatch, RentPayerMismatch: takes the job’s own', async () => {
    const [on, another] = [await jobAt(shared, 'funded'), await escrow()];
    await cancel(on);
    const wrong = async (name: string, pubkey: ReturnType<typeof key>) =>
      withAccount(await finishing(on), name, { pubkey });
    await refuses(on, wrong('mandate', another.mandate), 'MandateMismatch', on.feePayer);
    await refuses(on, wrong('rent_payer', key()), 'RentPayerMismatch', on.feePayer);
  });

  it('leaves fees to the treasury', async () => {
    const on = await paid(await jobAt(shared, 'funded'));
    await finish(on, on.payer);
    const closing = await mandateClose(on.deployment, on.mandateRef);
    await expectRefused(on.chain, closing, [on.payer], 'FeesRemain');
    await on.send(await feesSweep(on.deployment, on.mandateRef, on.treasury.publicKey));
    await on.send(closing, on.payer);
  });
});
