import {
  decodeJob,
  type JobRef,
  jobAccept,
  jobDeliver,
  jobOpen,
  jobPayout,
  jobRelease,
  mandateOpen,
  rateAgent,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, Signer, TransactionInstruction } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { type RegistryFixture, SOL } from '../fixtures/registry';
import type { Note } from './units';

interface Cast {
  agent: PublicKey;
  owner: Keypair;
  mint: PublicKey;
  payer: Keypair;
  session: Keypair;
}

const HASH = new Uint8Array(32).fill(5);

/** A job from its offer to its payout. */
export async function measureJobs(
  { agentKey, chain, deployment, send }: RegistryFixture,
  { agent, owner, mint, payer, session }: Cast,
  note: Note,
): Promise<void> {
  await chain.airdrop(payer.publicKey, 10n * SOL);
  await tokenAccount(chain, mint, payer.publicKey, 1_000_000n);
  const now = await chain.unixTime();
  const { instruction, mandate } = await mandateOpen(deployment, {
    payer: payer.publicKey,
    mint,
    id: 1n,
    sessionKey: session.publicKey,
    perCallMax: 1_000n,
    dailyCap: 500_000n,
    totalCap: 900_000n,
    expiresAt: now + 900n,
    deposit: 500_000n,
  });
  await send(instruction, payer);
  const opened = await jobOpen(deployment, {
    authority: session.publicKey,
    rentPayer: payer.publicKey,
    ...{ mandate, agent, versionNumber: 1, id: 1n, amount: 100_000n, termsHash: HASH },
    ...{ acceptBy: now + 100n, deliverBy: now + 300n, reviewWindow: 60n },
  });
  const measure = async (name: string, step: TransactionInstruction, ...signers: Signer[]) =>
    note(name, (await send(step, ...signers)).computeUnits, 'CU', null);
  await measure('job_open', opened.instruction, session, payer);
  const account = await chain.getAccount(opened.job);
  if (account === null) throw new Error('the job is gone');
  note('job, rent, recoverable', account.lamports, 'lamports', null);
  const { generation } = decodeJob(account.data);
  const ref: JobRef = { job: opened.job, mandate, agent, generation };
  await measure('job_accept', await jobAccept(deployment, ref, agentKey.publicKey, HASH), agentKey);
  await measure('job_deliver', await jobDeliver(deployment, ref, agentKey.publicKey, HASH), agentKey);
  await measure('job_release', await jobRelease(deployment, ref, session.publicKey), session);
  await measure('job_payout', await jobPayout(deployment, ref, mint, owner.publicKey));

  const { outcome } = await rateAgent(chain, deployment, { payer, job: opened.job, stars: 5 });
  note('rate by a job, with its receipt, 2^20 leaves', outcome.computeUnits, 'CU', 90_000);
}
