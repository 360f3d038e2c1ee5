import type { DisputeEndName, DisputeRoles, DisputeView } from '../data/dispute-views.js';

export type DisputePhase = 'Response' | 'Voting' | 'Appealable' | 'AppealVoting' | 'Executable' | 'Ended';

/** Where a dispute stands at `now`, and until when; 0 where nothing more comes by itself. Unix seconds. */
export function phaseOf(dispute: DisputeView, now: number): { phase: DisputePhase; endsAt: number } {
  const until = (phase: DisputePhase, endsAt: number) =>
    now < endsAt ? { phase, endsAt } : ({ phase: 'Executable', endsAt: 0 } as const);
  switch (dispute.status) {
    case 'Ended':
      return { phase: 'Ended', endsAt: 0 };
    case 'Final':
      return { phase: 'Executable', endsAt: 0 };
    case 'Appealed':
      return until('AppealVoting', dispute.appealRulingEndsAt);
    case 'Ruled':
      return until('Appealable', dispute.appealEndsAt);
    default:
      return now < dispute.responseEndsAt
        ? { phase: 'Response', endsAt: dispute.responseEndsAt }
        : until('Voting', dispute.rulingEndsAt);
  }
}

/** What a dispute comes to if nobody does anything more. */
export function defaultEnd({ status, answerer }: DisputeView): DisputeEndName {
  if (status === 'Final') return 'AppealRuling';
  if (status === 'Ruled' || status === 'Appealed') return 'Ruling';
  return answerer === null ? 'SilenceUnanswered' : 'SilenceAnswered';
}

/** Most that can be lost, base units: what the cited calls may have cost; of a job, all of the claim. */
export function citedMost({ kind, claim, citedCalls, perCallMax }: DisputeView): bigint {
  if (kind === 'Job') return claim;
  return BigInt(citedCalls) * perCallMax;
}

/** What the claimant lost by an end, base units, refunds since the opening not taken off. */
export function lossBy(dispute: DisputeView, end: DisputeEndName): bigint {
  const [first, second] = dispute.panels;
  const awards: Record<DisputeEndName, number> = {
    Ruling: first.award ?? 0,
    AppealRuling: second.award ?? 0,
    SilenceUnanswered: 10_000,
    SilenceAnswered: 0,
    Withdrawn: 0,
  };
  return lossOf(dispute, awards[end]);
}

/** What an award comes to, basis points of the claim. */
export function lossOf(dispute: DisputeView, awardBps: number): bigint {
  const award = (dispute.claim * BigInt(awardBps)) / 10_000n;
  const most = citedMost(dispute);
  return award < most ? award : most;
}

/** Where a loss comes from: the hold pays first; stake is slashed by a ruling alone, up to the cap. */
export function sourcesOf(
  dispute: DisputeView,
  end: DisputeEndName,
): { fromHold: bigint; fromStake: bigint; released: bigint } {
  const loss = lossBy(dispute, end);
  const fromHold = loss < dispute.held ? loss : dispute.held;
  const ruled = end === 'Ruling' || end === 'AppealRuling';
  const shortfall = ruled && dispute.slashes ? loss - fromHold : 0n;
  const fromStake = shortfall < dispute.slashCap ? shortfall : dispute.slashCap;
  return { fromHold, fromStake, released: dispute.held - fromHold };
}

/** The panel that decides now, or will first; null where none decides any more. */
export function decidingPanel(phase: DisputePhase): 0 | 1 | null {
  if (phase === 'Response' || phase === 'Voting') return 0;
  return phase === 'AppealVoting' ? 1 : null;
}

export type DisputeAct = 'answer' | 'cite' | 'vote' | 'appeal' | 'withdraw' | 'execute';

/**
 * Why a wallet cannot do something in a dispute now; null where it can.
 * @param executionPauseEndsAt Unix seconds; 0 without a pause of slash executions
 */
export function barrier(
  act: DisputeAct,
  dispute: DisputeView,
  roles: DisputeRoles,
  now: number,
  executionPauseEndsAt = 0,
): string | null {
  const { phase } = phaseOf(dispute, now);
  if (phase === 'Ended') return 'The dispute is over.';
  if (roles.wallet === null) return 'Connect a wallet first.';
  return BARRIERS[act](dispute, roles, phase, now < executionPauseEndsAt);
}

type Barrier = (
  dispute: DisputeView,
  roles: DisputeRoles,
  phase: DisputePhase,
  executionsPaused: boolean,
) => string | null;

const BARRIERS: Record<DisputeAct, Barrier> = {
  answer: (dispute, { isClaimant, isOwner, isBacker }, phase) => {
    if (isClaimant) return 'Whoever claims cannot answer too.';
    if (!isOwner && !isBacker) return "Only the agent's owner and its backers answer.";
    if (phase !== 'Response') return 'The time to answer is over.';
    if (dispute.answerer !== null && !isOwner)
      return 'It is answered already; only the owner may add to that.';
    return null;
  },
  cite: ({ kind }, { isClaimant }, phase) => {
    if (!isClaimant) return 'Only the claimant cites calls.';
    if (kind === 'Job') return 'Terms and result of a job stand on the chain: there are no calls to cite.';
    return phase === 'Response' ? null : 'The time to cite calls is over.';
  },
  vote: voteBarrier,
  appeal: (_, { isClaimant, isOwner, isBacker }, phase) => {
    if (!isClaimant && !isOwner && !isBacker) {
      return "Only the claimant, the agent's owner and its backers appeal.";
    }
    if (phase === 'Response' || phase === 'Voting') return 'There is no ruling to appeal against yet.';
    if (phase === 'AppealVoting') return 'It is under appeal already.';
    return phase === 'Appealable' ? null : 'The time to appeal is over.';
  },
  withdraw: ({ status }, { isClaimant }) => {
    if (!isClaimant) return 'Only the claimant takes the claim back.';
    return status === 'Open' || status === 'Answered' ? null : 'A panel has ruled: the claim stands.';
  },
  execute: (dispute, _, phase, executionsPaused) => {
    if (phase !== 'Executable') return 'It is not decided yet.';
    const { fromStake } = sourcesOf(dispute, defaultEnd(dispute));
    return executionsPaused && fromStake > 0n
      ? 'Slashes are paused for now; the pause ends by itself.'
      : null;
  },
};

function voteBarrier(dispute: DisputeView, roles: DisputeRoles, phase: DisputePhase): string | null {
  const panel = decidingPanel(phase);
  const seat = (at: 0 | 1) => dispute.panels[at].members.indexOf(roles.wallet ?? '');
  if (seat(0) < 0 && seat(1) < 0) return 'This wallet is on neither panel of this dispute.';
  if (panel === null) return 'No panel votes now.';
  if (seat(panel) < 0) {
    return panel === 0
      ? 'This wallet hears appeals; the first panel decides before that.'
      : 'The other panel decides now, on the appeal.';
  }
  if (dispute.panels[panel].votes[seat(panel)] !== null) return 'This wallet has voted.';
  if (isParty(dispute, roles)) return 'This wallet has a part in the case, so it cannot judge it.';
  if (roles.hasPosition) return "This wallet has stake in the agent's vault, so it cannot judge the case.";
  if (phase === 'Response') return 'Votes begin when the time to answer is over.';
  return null;
}

function isParty(dispute: DisputeView, { wallet, isOwner, isDelegate }: DisputeRoles): boolean {
  const { claimant, answerer, appellant, agentKey, payoutOwner, sessionKey } = dispute;
  const parties = [claimant, answerer, appellant, agentKey, payoutOwner, sessionKey];
  return isOwner || isDelegate || parties.includes(wallet);
}
