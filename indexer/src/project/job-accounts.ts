import { decodeJob, escrowIdl } from '@agent-labs/sdk';
import type { AccountKind } from '../fold/module.js';
import { discriminatorOf, hex } from './values.js';

export const jobAccounts: AccountKind = {
  name: 'job',
  program: ({ escrow }) => escrow.toBase58(),
  discriminator: discriminatorOf(escrowIdl, 'job'),
  table: 'jobs',
  key: 'address',
  live: 'NOT finished',
  columns: (address, data) => {
    const job = decodeJob(data);
    return {
      address,
      generation: Number(job.generation),
      mandate: job.mandate.toBase58(),
      agent: job.agent.toBase58(),
      id: job.id.toString(),
      status: job.status,
      session_key: job.sessionKey.toBase58(),
      key_epoch: job.keyEpoch,
      agent_key: job.agentKey.toBase58(),
      payout_owner: job.payoutOwner.toBase58(),
      rent_payer: job.rentPayer.toBase58(),
      agent_version: job.agentVersion,
      ownership_epoch: job.ownershipEpoch,
      fee_bps: job.feeBps,
      terms_hash: hex(job.termsHash),
      result_hash: job.deliveredAt === 0n ? null : hex(job.resultHash),
      amount: job.amount.toString(),
      earned: job.earned.toString(),
      returned: job.returned.toString(),
      paid_gross: job.paidGross.toString(),
      claimed: job.claimed.toString(),
      awarded: job.awarded.toString(),
      accept_by: Number(job.acceptBy),
      deliver_by: Number(job.deliverBy),
      review_window: Number(job.reviewWindow),
      rating_window: Number(job.ratingWindow),
      opened_at: Number(job.openedAt),
      release_approval: job.releaseApproval !== 0,
      accepted_at: Number(job.acceptedAt),
      delivered_at: Number(job.deliveredAt),
      review_ends_at: Number(job.reviewEndsAt),
      ended_at: Number(job.endedAt),
      last_payout_at: Number(job.lastPayoutAt),
    };
  },
};
