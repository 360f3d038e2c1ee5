import assert from 'node:assert/strict';
import {
  DelegatePermission,
  delegateAdd,
  jobCancel,
  jobFinish,
  jobRefund,
  mintRating,
  PauseBit,
  pairAddress,
  RatingRightMissing,
  rateAgent,
  readRatingRight,
  receiptFactsHash,
} from '@agent-labs/sdk';
import { arrive } from '../escrow/jobs';
import { rewrite as rewriteOther, whilePaused } from '../escrow/shared';
import { agentOn, escrowOn } from '../fixtures/escrow';
import { AMOUNT, type JobFixture, openJobOn } from '../fixtures/jobs';
import { type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import { stakeOn } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { acceptedJob, finishedWork, jobRated, jobRating, paidJob, splitJob } from './jobs';
import { addTree, eventOf, paidChannel, receiptRegistry, scoreOf } from './support';

describe('reputation rate, by a job', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  const refused = async (on: JobFixture, error: string, changes: Parameters<typeof jobRating>[1] = {}) => {
    const { instruction } = await jobRating(on, changes);
    await expectRefused(on.chain, instruction, [on.payer], error, [on.job, on.mandate]);
  };

  refusesForgeries(
    async () => {
      const on = await paidJob(await receiptRegistry());
      const { instruction } = await jobRating(on);
      return { chain: on.chain, instruction, signers: [on.payer] };
    },
    {
      twice: {
        'subject as score': 'ScoreMismatch',
        'receipt as score': 'ScoreMismatch',
        'pair as score': 'PairMismatch',
        ...Object.fromEntries(
          ['subject', 'score', 'receipt'].map((source) => [`${source} as pair`, 'PairMismatch']),
        ),
        ...Object.fromEntries(
          ['subject', 'score', 'pair'].map((source) => [`${source} as receipt`, 'ReceiptMismatch']),
        ),
      },
    },
  );

  it('counts what was paid, says that it was a job, and the job remembers it', async () => {
    const on = await paidJob(registry);
    const before = await on.readJob();
    const event = eventOf(await jobRated(on, 4), 'agentRated');
    const facts = {
      agent: on.agent,
      ownershipEpoch: 1,
      agentVersion: 1,
      payer: on.payer.publicKey,
      subject: on.job,
      generation: before.generation,
      stars: 4,
      paid: AMOUNT,
      refunded: 0n,
      mint: on.mint,
      number: 0n,
      slot: await on.chain.slot(),
      ratedAt: await on.chain.unixTime(),
    };
    assertSame([event.facts, event.factsHash, event.kind], [facts, receiptFactsHash(facts), { job: {} }]);
    assertSame([event.volume, event.weight], [AMOUNT, 5_621n]);
    const score = await scoreOf(on);
    assertSame([score?.ratings, score?.payers, score?.current.volume], [1n, 1, AMOUNT]);
    assertSame(await on.readJob(), { ...before, ratedPaid: AMOUNT });
  });

  it('with a tree, within a transaction and its budget', async () => {
    const own = await receiptRegistry();
    const merkleTree = await addTree(own);
    const on = await paidJob(own);
    const outcome = await jobRated(on, 5, { merkleTree });
    assert.ok(outcome.size <= 1_232, `${outcome.size} bytes`);
    assert.ok(outcome.computeUnits < 90_000n, `${outcome.computeUnits} CU`);
    assertSame(eventOf(outcome, 'agentRated').leaf, { merkleTree, nonce: 0n });
  });

  it('adds to what the same payer’s channel said: one pair for both', async () => {
    const on = await paidChannel(registry, 100_000n);
    const job = await finishedWork(await accept(await openJobOn(on)));
    const first = eventOf(
      await on.chain.send([(await jobRating(job)).instruction], sending(job)),
      'agentRated',
    );
    assert.equal(first.weight, 5_621n);
    const { outcome } = await rateAgent(on.chain, on.deployment, {
      payer: on.payer,
      channel: on.channel,
      stars: 5,
    });
    // isqrt(200,000) less isqrt(100,000)
    assert.equal(eventOf(outcome, 'agentRated').weight, 3_834n);
    assert.equal((await scoreOf(on))?.payers, 1);
  });

  it('attack 50: a right that was used, also twice in one transaction', async () => {
    const on = await paidJob(registry);
    const [first, second] = [await jobRating(on), await jobRating(on, { number: 1n })];
    const both = [first.instruction, second.instruction];
    const refusal = await expectRefused(on.chain, both, [on.payer], 'escrow:RatingRightMissing', [on.job]);
    assert.equal(refusal.instructionIndex, 1);
    await jobRated(on, 5);
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('RatingRightMissing: before anything is paid or given back, and for a job without a fee', async () => {
    const on = await acceptedJob(registry);
    await refused(on, 'escrow:RatingRightMissing');
    await on.deliver();
    await refused(on, 'escrow:RatingRightMissing');
    await on.release();
    await refused(on, 'escrow:RatingRightMissing');
    await on.payOut();
    await rewriteOther(on.chain, 'job', on.job, { feeBps: 0 });
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('attack 50: what the payer took back itself lowers nothing', async () => {
    const on = await openJobOn(await escrowOn(await agentOn(registry), { channel: null }));
    await on.send(await jobCancel(on.deployment, on.jobRef, on.payer.publicKey), on.payer);
    assert.equal((await on.readJob()).returned, AMOUNT);
    await refused(on, 'escrow:RatingRightMissing', { stars: 1 });
  });

  it('counts what was given back only below the mean, once, beside what was paid', async () => {
    const on = await splitJob(await acceptedJob(registry), 40_000n);
    const other = await sister(on);
    const praise = eventOf(await jobRated(other, 5), 'agentRated');
    assert.equal(praise.volume, AMOUNT);
    const scorn = eventOf(await jobRated(on, 1), 'agentRated');
    assertSame([scorn.facts.paid, scorn.facts.refunded, scorn.volume], [40_000n, 60_000n, AMOUNT]);
    const { ratedPaid, ratedReturned } = await on.readJob();
    assertSame([ratedPaid, ratedReturned], [40_000n, 60_000n]);
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('a refund while the job goes on is rated, and what is paid later again', async () => {
    const on = await acceptedJob(registry);
    const { deployment, jobRef, payoutOwner, send } = on;
    await send(await jobRefund(deployment, jobRef, payoutOwner.publicKey, 30_000n), payoutOwner);
    const early = eventOf(await jobRated(on, 2), 'agentRated');
    assertSame([early.facts.paid, early.facts.refunded, early.volume], [0n, 30_000n, 0n]);
    await finishedWork(on);
    const late = eventOf(await jobRated(on, 4), 'agentRated');
    assertSame([late.facts.paid, late.facts.refunded], [70_000n, 0n]);
  });

  it('while the rating window holds the job open, and not once it is finished', async () => {
    const on = await paidJob(registry);
    const finishing = await jobFinish(on.deployment, on.jobRef, on.feePayer.publicKey, on.payer.publicKey);
    await expectRefused(on.chain, finishing, [on.feePayer], 'RatingWindowOpen');
    await arrive(on, 'lastPayoutAt', TEST_WINDOWS.rating - 1n);
    await jobRated(on, 3);
    await arrive(on, 'lastPayoutAt', TEST_WINDOWS.rating);
    const late = await jobRating(on);
    await on.send(finishing);
    await expectRefused(on.chain, late.instruction, [on.payer], 'AccountOwnedByWrongProgram');
  });

  it('Paused: while ratings are paused', async () => {
    const on = await paidJob(registry);
    await whilePaused(on, () => refused(on, 'Paused'), PauseBit.Rate);
    await jobRated(on, 3);
  });

  it('SelfRating, attack 50: by owner, creator, agent key or payout owner', async () => {
    const on = await paidJob(registry);
    const payer = on.payer.publicKey;
    for (const [type, at, field, now] of [
      ['agent', on.agent, 'owner', on.creator.publicKey],
      ['agent', on.agent, 'creator', on.creator.publicKey],
      ['job', on.job, 'payoutOwner', on.payoutOwner.publicKey],
      ['job', on.job, 'agentKey', on.agentKey.publicKey],
    ] as const) {
      await rewriteOther(on.chain, type, at, { [field]: payer });
      await refused(on, 'SelfRating');
      await rewriteOther(on.chain, type, at, { [field]: now });
    }
    await jobRated(on, 5);
  });

  it('RatingByDelegate, attack 50: by whom the agent’s delegates name', async () => {
    const on = await paidJob(registry);
    const { instruction } = await delegateAdd(on.deployment, {
      agent: on.agent,
      owner: on.creator.publicKey,
      delegate: on.payer.publicKey,
      permissions: DelegatePermission.Respond,
      expiresAt: (await on.chain.unixTime()) + 10n,
    });
    await on.send(instruction, on.creator, on.payer);
    await refused(on, 'RatingByDelegate');
    await on.chain.advance({ seconds: 100, slots: 1 });
    await refused(on, 'RatingByDelegate');
  });

  it('BackerRating, attack 50: by whoever has stake in the agent, through the stake program itself', async () => {
    const on = await paidJob(registry);
    const stake = await stakeOn(on);
    const backer = await stake.backer();
    await rewriteOther(on.chain, 'mandate', on.mandate, { payer: backer.publicKey });
    const theirs = { ...on, payer: backer };
    await stake.stake(stake.owner, 1_000_000n);
    await stake.stake(backer, 1_000n);
    await refused(theirs, 'BackerRating');
    await stake.unstake(backer);
    await refused(theirs, 'BackerRating');
    await stake.coolDown();
    await stake.withdraw(backer);
    await jobRated(theirs, 5);
  });

  it('NotPayer, RightMismatch, MandateMismatch: another’s right', async () => {
    const [on, other] = [await paidJob(registry), await paidJob(registry)];
    for (const signer of [on.session, on.feePayer]) {
      const { instruction } = await jobRating(on, { payer: signer.publicKey });
      await expectRefused(on.chain, instruction, [signer], 'NotPayer', [on.job]);
    }
    await refused(on, 'RightMismatch', { subject: other.job, mandate: other.mandate });
    await refused(on, 'escrow:MandateMismatch', { mandate: other.mandate });
  });

  it('attack 3: takes no channel for a job, and no job for a channel', async () => {
    const on = await paidChannel(registry, 100_000n);
    const job = await finishedWork(await accept(await openJobOn(on)));
    await refused(job, 'AccountDiscriminatorMismatch', { subject: on.channel });
    await refused(job, 'AccountDiscriminatorMismatch', { kind: 'Channel' });
    await jobRated(job, 4);
  });

  it('rateAgent and mintRating take a job, and say what is missing', async () => {
    const own = await receiptRegistry();
    const merkleTree = await addTree(own);
    const on = await acceptedJob(own);
    const { chain, deployment, job, payer } = on;
    assertSame(rightOf(await readRatingRight(chain, deployment, { job })), [0n, 0n]);
    await assert.rejects(rateAgent(chain, deployment, { payer, job, stars: 5 }), RatingRightMissing);
    await finishedWork(on);
    assertSame(rightOf(await readRatingRight(chain, deployment, { job })), [AMOUNT, 0n]);
    const wish = { payer, agent: on.agent, stars: 4 };
    await assert.rejects(mintRating(chain, deployment, { ...wish, job, channel: key() }), TypeError);
    const { rated, receipt } = await mintRating(chain, deployment, { ...wish, job });
    assertSame([rated.facts.subject, rated.facts.paid, receipt?.merkleTree], [job, AMOUNT, merkleTree]);
    assertSame(rightOf(await readRatingRight(chain, deployment, { job })), [0n, 0n]);
    const taken = await openJobOn(on, { id: 2n });
    await on.send(await jobCancel(deployment, taken.jobRef, payer.publicKey), payer);
    assertSame(rightOf(await readRatingRight(chain, deployment, { job: taken.job })), [0n, 0n]);
    assert.ok(await chain.getAccount(pairAddress(deployment, on.agent, 1, payer.publicKey)));
  });
});

const rightOf = ({ paid, returned }: { paid: bigint; returned: bigint }) => [paid, returned];
const sending = (on: JobFixture) => ({
  payer: on.feePayer,
  signers: [on.payer],
  computeUnitLimit: 400_000,
});

async function accept(on: JobFixture): Promise<JobFixture> {
  await on.accept();
  return on;
}

/** Another payer's job with the same agent, paid in full. */
async function sister(on: JobFixture): Promise<JobFixture> {
  const other = await openJobOn(await escrowOn(on, { channel: null }));
  await other.accept();
  return finishedWork(other);
}
