import type { DisputeAccount, DisputePanel } from '@agent-labs/sdk';
import type { Row } from '../store/database.js';
import { hex } from './values.js';

/** What rows of an open dispute must have, by its account. */
export function disputeColumns(address: string, dispute: DisputeAccount): Row {
  return { address, ...parties(dispute), ...money(dispute), ...moments(dispute), ...rulings(dispute) };
}

function parties(dispute: DisputeAccount): Row {
  return {
    vault: dispute.vault.toBase58(),
    agent: dispute.agent.toBase58(),
    nonce: dispute.nonce.toString(),
    kind: dispute.kind,
    subject: dispute.subject.toBase58(),
    generation: Number(dispute.generation),
    mandate: dispute.mandate.toBase58(),
    claimant: dispute.claimant.toBase58(),
    mint: dispute.mint.toBase58(),
    session_key: dispute.sessionKey.toBase58(),
    agent_key: dispute.agentKey.toBase58(),
    payout_owner: dispute.payoutOwner.toBase58(),
    tag: hex(dispute.tag),
    status: dispute.status,
    cited_calls: dispute.citedCalls,
    last_cited_call: dispute.lastCitedCall,
    evidence_hash: hex(dispute.evidenceHash),
    answerer: dispute.answerer?.toBase58() ?? null,
    answer_hash: hexOrNull(dispute.answerHash),
    owner_hash: hexOrNull(dispute.ownerHash),
    appellant: dispute.appellant?.toBase58() ?? null,
  };
}

function money(dispute: DisputeAccount): Row {
  return {
    per_call_max: dispute.perCallMax.toString(),
    claim: dispute.claim.toString(),
    held: dispute.held.toString(),
    refunded: dispute.refunded.toString(),
    claimant_bond: dispute.claimantBond.toString(),
    answer_bond: dispute.answerBond.toString(),
    appeal_bond: dispute.appealBond.toString(),
    arbiter_fee: dispute.arbiterFee.toString(),
    fees_paid: dispute.feesPaid.toString(),
    slash_cap_dispute: dispute.slashCapDispute.toString(),
    slash_cap_period: dispute.slashCapPeriod.toString(),
    slash_period: Number(dispute.slashPeriod),
    penalty_bps: dispute.penaltyBps,
  };
}

function moments(dispute: DisputeAccount): Row {
  return {
    opened_at: Number(dispute.openedAt),
    response_ends_at: Number(dispute.responseEndsAt),
    ruling_ends_at: Number(dispute.rulingEndsAt),
    ruled_at: Number(dispute.ruledAt),
    appeal_ends_at: Number(dispute.appealEndsAt),
    appealed_at: Number(dispute.appealedAt),
    appeal_ruling_ends_at: Number(dispute.appealRulingEndsAt),
    appeal_window: Number(dispute.appealWindow),
    appeal_ruling_window: Number(dispute.appealRulingWindow),
    deadline: Number(dispute.deadline),
  };
}

function rulings({ panels }: DisputeAccount): Row {
  return {
    panels: panels.map(({ members, threshold }) => ({
      members: members.map((member) => member.toBase58()),
      threshold,
    })),
    awards: panels.map(({ award }) => award ?? 0),
    votes: panels.map(votesOf),
  };
}

function votesOf({ members, votes }: DisputePanel): { arbiter: string; awardBps: number }[] {
  return members.flatMap((member, at) => {
    const awardBps = votes[at] ?? null;
    return awardBps === null ? [] : [{ arbiter: member.toBase58(), awardBps }];
  });
}

/** Zeros stand for none. */
function hexOrNull(bytes: readonly number[]): string | null {
  return bytes.every((byte) => byte === 0) ? null : hex(bytes);
}
