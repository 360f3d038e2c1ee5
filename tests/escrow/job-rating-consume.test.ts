import assert from 'node:assert/strict';
import { escrowIdl, jobCancel, ratingAuthorityAddress } from '@agent-labs/sdk';
import { TransactionInstruction } from '@solana/web3.js';
import { agentOn, escrowOn } from '../fixtures/escrow';
import { type JobFixture, openJobOn } from '../fixtures/jobs';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { jobRated, jobRating, paidJob, splitJob } from '../reputation/jobs';
import { receiptRegistry } from '../reputation/support';
import { rewrite } from './shared';

const CONSUME = escrowIdl.instructions.find(({ name }) => (name as string) === 'job_rating_consume');

describe('escrow job_rating_consume', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  /** Called as an instruction of its own, where nobody can sign for the rating authority. */
  const consuming = (on: JobFixture, authority = ratingAuthorityAddress(on.deployment), isSigner = false) =>
    new TransactionInstruction({
      programId: on.deployment.escrow,
      keys: [
        { pubkey: authority, isSigner, isWritable: false },
        { pubkey: on.mandate, isSigner: false, isWritable: false },
        { pubkey: on.job, isSigner: false, isWritable: true },
      ],
      data: Buffer.from(CONSUME?.discriminator as number[]),
    });
  const refused = async (on: JobFixture, error: string) => {
    const { instruction } = await jobRating(on);
    await expectRefused(on.chain, instruction, [on.payer], error, [on.job, on.mandate]);
  };

  it('NotRatingAuthority, attack 50: obeys reputation’s rating authority alone', async () => {
    const on = await paidJob(registry);
    await expectRefused(on.chain, consuming(on), [], 'AccountNotSigner');
    for (const signer of [on.payer, on.session, on.creator, on.admin]) {
      await expectRefused(on.chain, consuming(on, signer.publicKey, true), [signer], 'NotRatingAuthority');
    }
    await expectRefused(on.chain, consuming(on, key()), [], 'AccountNotSigner');
  });

  it('changes nothing of the job but what is rated, and nothing of the mandate', async () => {
    const on = await splitJob(await accepted(registry), 40_000n);
    const [job, mandate] = [await on.readJob(), await on.readMandate()];
    await jobRated(on, 3);
    assertSame(await on.readJob(), { ...job, ratedPaid: 40_000n, ratedReturned: 60_000n });
    assertSame(await on.readMandate(), mandate);
  });

  it('RatingRightMissing: of a job that the agent never took on, whatever came back', async () => {
    const on = await openJobOn(await escrowOn(await agentOn(registry), { channel: null }));
    await on.send(await jobCancel(on.deployment, on.jobRef, on.payer.publicKey), on.payer);
    assert.ok((await on.readJob()).returned > 0n);
    await refused(on, 'escrow:RatingRightMissing');
  });

  it('MathOverflow, InvariantBroken, UnknownLayout: a job that does not hold', async () => {
    const on = await paidJob(registry);
    const { paidGross } = await on.readJob();
    await rewrite(on.chain, 'job', on.job, { ratedPaid: paidGross + 1n });
    await refused(on, 'escrow:MathOverflow');
    await rewrite(on.chain, 'job', on.job, { ratedPaid: 0n, claimed: 1n });
    await refused(on, 'escrow:InvariantBroken');
    await rewrite(on.chain, 'job', on.job, { claimed: 0n, version: 2 });
    await refused(on, 'escrow:UnknownLayout');
    await rewrite(on.chain, 'job', on.job, { version: 1 });
    await rewrite(on.chain, 'mandate', on.mandate, { version: 2 });
    await refused(on, 'escrow:UnknownLayout');
  });
});

async function accepted(registry: RegistryFixture): Promise<JobFixture> {
  const on = await openJobOn(await escrowOn(await agentOn(registry), { channel: null }));
  await on.accept();
  return on;
}
