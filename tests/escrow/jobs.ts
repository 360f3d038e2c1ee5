import assert from 'node:assert/strict';
import { decodeJob } from '@agent-labs/sdk';
import type { PublicKey, Signer, TransactionInstruction } from '@solana/web3.js';
import { type EscrowFixture, tokenBalance } from '../fixtures/escrow';
import { type JobFixture, openJobOn } from '../fixtures/jobs';
import { expectRefused } from '../helpers/refused';
import { arriveAt, type SharedChain } from './shared';

/** How far a job has come. */
export type Stage = 'funded' | 'accepted' | 'delivered' | 'released';
const STAGES: Stage[] = ['funded', 'accepted', 'delivered', 'released'];

/** Another payer with a job that has come so far, and no channel. */
export async function jobAt(
  chain: Pick<SharedChain, 'escrow'>,
  stage: Stage,
  changes: Parameters<typeof openJobOn>[1] = {},
): Promise<JobFixture> {
  return advanceTo(await openJobOn(await chain.escrow({ channel: null }), changes), stage);
}

/** Brings a job that was just opened so far. */
export async function advanceTo(on: JobFixture, stage: Stage): Promise<JobFixture> {
  const far = STAGES.indexOf(stage);
  if (far >= 1) await on.accept();
  if (far >= 2) await on.deliver();
  if (far >= 3) await on.release();
  return on;
}

/** Moves the clock to a moment of the job, and some seconds on. */
export async function arrive(
  on: JobFixture,
  moment: 'acceptBy' | 'deliverBy' | 'reviewEndsAt' | 'endedAt' | 'lastPayoutAt',
  more = 0n,
): Promise<void> {
  await arriveAt(on.chain, (await on.readJob())[moment] + more);
}

/** Refuses an instruction that these sign, with nothing changed. */
export async function refuses(
  on: Pick<JobFixture, 'chain' | 'job' | 'mandate' | 'vault'>,
  instruction: Promise<TransactionInstruction>,
  error: string,
  ...signers: Signer[]
): Promise<void> {
  await expectRefused(on.chain, await instruction, signers, error, [on.job, on.mandate, on.vault]);
}

/** Checks the mandate's books: its vault covers them to the unit, and its jobs make up what is allotted. */
export async function assertJobBooks(
  on: EscrowFixture & Partial<Pick<JobFixture, 'job'>>,
  jobs: PublicKey[] = on.job === undefined ? [] : [on.job],
): Promise<void> {
  const { free, allotted, feesAccrued } = await on.readMandate();
  assert.equal(await tokenBalance(on.chain, on.vault), free + allotted + feesAccrued);
  let sum = 0n;
  for (const job of jobs) {
    const account = await on.chain.getAccount(job);
    if (account === null) continue;
    const { amount, paidGross, returned } = decodeJob(account.data);
    sum += amount - paidGross - returned;
  }
  assert.equal(allotted, sum);
}
