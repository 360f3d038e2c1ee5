import type { PublicKey } from '@solana/web3.js';
import type { ChannelAccount, JobAccount } from '../accounts/escrow.js';
import type { SubjectKindName } from '../accounts/stake-dispute.js';
import type { Chain } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { channelAddress, cheapestChannelNumber, mandateAddress } from '../pda/escrow.js';
import { AccountMismatch } from '../rpc/errors.js';
import { readChannel, readJob } from './read.js';

/** What was paid, and carries a right to rate by it. */
export type RatedSubject = { channel: PublicKey; job?: never } | { job: PublicKey; channel?: never };

/** What a payer may rate an agent by. */
export interface RatingRight {
  kind: SubjectKindName;
  subject: PublicKey;
  agent: PublicKey;
  mandate: PublicKey;
  ownershipEpoch: number;
  /** paid out for a fee and not rated yet, base units */
  paid: bigint;
  /** refunded, or of a job returned, and not rated yet, base units: it can only lower a score */
  returned: bigint;
}

/** What of a channel may be rated. */
function rightOfChannel({ paidGross, ratedPaid, refunded, ratedRefunded, feeBps }: ChannelAccount) {
  return { paid: feeBps > 0 ? paidGross - ratedPaid : 0n, returned: refunded - ratedRefunded };
}

/** What of a job may be rated: nothing of one that the agent never took on. */
function rightOfJob({ acceptedAt, paidGross, ratedPaid, returned, ratedReturned, feeBps }: JobAccount) {
  if (acceptedAt === 0n) return { paid: 0n, returned: 0n };
  return { paid: feeBps > 0 ? paidGross - ratedPaid : 0n, returned: returned - ratedReturned };
}

/**
 * What may be rated of a channel or a job at this moment; both amounts are 0 where nothing is.
 * @throws AccountMismatch, also where there is none
 */
export async function readRatingRight(
  chain: Chain,
  deployment: Deployment,
  { channel, job }: RatedSubject,
): Promise<RatingRight> {
  if (channel !== undefined) {
    const account = await readChannel(chain, deployment, channel);
    if (account === null) throw new AccountMismatch(`there is no channel at ${channel.toBase58()}`);
    const { agent, mandate, ownershipEpoch } = account;
    const terms = { agent, mandate, ownershipEpoch };
    return { kind: 'Channel', subject: channel, ...terms, ...rightOfChannel(account) };
  }
  const account = await readJob(chain, deployment, job);
  if (account === null) throw new AccountMismatch(`there is no job at ${job.toBase58()}`);
  const { agent, mandate, ownershipEpoch } = account;
  return { kind: 'Job', subject: job, agent, mandate, ownershipEpoch, ...rightOfJob(account) };
}

/** Channels of one mandate to one agent that are looked at. */
const MOST_NUMBERS = 16;

/**
 * The channel of a payer's mandate to an agent that carries the largest right to rate; null where none does.
 * Looks where `ensureChannel` opens; of a job, `readRatingRight` tells.
 * @param mandateId 1 unless given
 * @throws AccountMismatch
 */
export async function findRatingRight(
  chain: Chain,
  deployment: Deployment,
  { payer, agent, mandateId = 1n }: { payer: PublicKey; agent: PublicKey; mandateId?: bigint },
): Promise<PublicKey | null> {
  const mandate = mandateAddress(deployment, payer, mandateId);
  const first = cheapestChannelNumber(deployment, mandate, agent);
  const numbers = Array.from({ length: MOST_NUMBERS }, (_, at) => (first + at) % 256);
  const rights = await Promise.all(
    numbers.map(async (n) => {
      const channel = channelAddress(deployment, mandate, agent, n);
      const account = await readChannel(chain, deployment, channel);
      const { paid, returned } = account === null ? { paid: 0n, returned: 0n } : rightOfChannel(account);
      return { channel, right: paid + returned };
    }),
  );
  const best = rights.reduce((most, next) => (next.right > most.right ? next : most));
  return best.right > 0n ? best.channel : null;
}
