import {
  decodeJob,
  escrowIdl,
  type JobAccount,
  jobUndecided,
  readAgent,
  readConfig,
  readJob,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import type { JobTerms, JobView, ListedJob } from '../data/job-views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { mandateAt, mandatesOf } from './money.js';
import { accountsOf } from './program-accounts.js';
import { NoConfig } from './stake.js';

/** Jobs that a wallet pays for, the newest first. */
export async function jobsPaidBy(wallet: string): Promise<ListedJob[]> {
  const mandates = await mandatesOf(wallet);
  const found = await Promise.all(
    mandates.map(({ address }) => jobsBy('mandate', addressOf(address), (job) => job.mandate === address)),
  );
  return listed(found.flat());
}

/** Jobs that a wallet is paid for, the newest first. */
export async function jobsPaidTo(wallet: string): Promise<ListedJob[]> {
  return listed(await jobsBy('payout_owner', addressOf(wallet), ({ payoutOwner }) => payoutOwner === wallet));
}

/** null where there is none. @throws AccountMismatch */
export async function jobAt(address: string): Promise<ListedJob | null> {
  const account = await readJob(await connectChain(), deployment(), addressOf(address));
  if (account === null) return null;
  const [found] = await listed([jobView(address, account)]);
  return found ?? null;
}

/** @throws NoConfig */
export async function jobTerms(): Promise<JobTerms> {
  const config = await readConfig(await connectChain(), deployment());
  if (config === null) throw new NoConfig('the protocol is not set up on this cluster');
  const { channelLifeMax, holdbackMin, claim } = config.windows;
  return {
    longestLife: Number(channelLifeMax),
    shortestReview: Math.max(1, Number(holdbackMin)),
    longestReview: Number(claim),
  };
}

async function jobsBy(field: string, key: PublicKey, is: (job: JobView) => boolean): Promise<JobView[]> {
  const found = await accountsOf(deployment().escrow, escrowIdl, 'Job', { [field]: key });
  return found.map(({ address, data }) => jobView(address, decodeJob(data))).filter(is);
}

/** Each with its mandate and the owner of its agent, read once. */
async function listed(jobs: JobView[]): Promise<ListedJob[]> {
  const chain = await connectChain();
  const once = async <T>(keys: string[], read: (key: string) => Promise<T>) =>
    new Map(await Promise.all([...new Set(keys)].map(async (key) => [key, await read(key)] as const)));
  const [mandates, agents] = await Promise.all([
    once(
      jobs.map(({ mandate }) => mandate),
      mandateAt,
    ),
    once(
      jobs.map(({ agent }) => agent),
      (agent) => readAgent(chain, deployment(), addressOf(agent)),
    ),
  ]);
  return jobs
    .flatMap((job) => {
      const mandate = mandates.get(job.mandate);
      // it may have gone between two answers of the node
      return mandate ? [{ job, mandate, agentOwner: agents.get(job.agent)?.owner.toBase58() ?? null }] : [];
    })
    .sort((a, b) => b.job.openedAt - a.job.openedAt);
}

export function jobView(address: string, account: JobAccount): JobView {
  const hex = (bytes: Iterable<number>) => Buffer.from(Uint8Array.from(bytes)).toString('hex');
  return {
    address,
    id: account.id.toString(),
    generation: account.generation.toString(),
    mandate: account.mandate.toBase58(),
    agent: account.agent.toBase58(),
    state: account.status,
    agentKey: account.agentKey.toBase58(),
    sessionKey: account.sessionKey.toBase58(),
    payoutOwner: account.payoutOwner.toBase58(),
    rentPayer: account.rentPayer.toBase58(),
    agentVersion: account.agentVersion,
    feeBps: account.feeBps,
    termsHash: hex(account.termsHash),
    resultHash: account.deliveredAt === 0n ? null : hex(account.resultHash),
    amount: account.amount,
    earned: account.earned,
    returned: account.returned,
    paidGross: account.paidGross,
    claimed: account.claimed,
    awarded: account.awarded,
    undecided: jobUndecided(account),
    rateable: rateableOf(account),
    acceptBy: Number(account.acceptBy),
    deliverBy: Number(account.deliverBy),
    reviewWindow: Number(account.reviewWindow),
    ratingWindow: Number(account.ratingWindow),
    openedAt: Number(account.openedAt),
    acceptedAt: Number(account.acceptedAt),
    deliveredAt: Number(account.deliveredAt),
    reviewEndsAt: Number(account.reviewEndsAt),
    endedAt: Number(account.endedAt),
    lastPayoutAt: Number(account.lastPayoutAt),
  };
}

/** What the payer may rate the agent by: paid for a fee, or returned, since it last did. */
function rateableOf({
  acceptedAt,
  feeBps,
  paidGross,
  ratedPaid,
  returned,
  ratedReturned,
}: JobAccount): bigint {
  if (acceptedAt === 0n) return 0n;
  return (feeBps > 0 ? paidGross - ratedPaid : 0n) + returned - ratedReturned;
}
