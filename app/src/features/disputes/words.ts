import type { DisputeEndName, DisputeView } from '../../data/dispute-views.js';
import type { DisputePhase } from '../../lib/dispute.js';

/** Where a dispute stands, in a word or two, and whether it waits. */
export const PHASES: Record<
  DisputePhase,
  { label: string; tone: 'plain' | 'waiting' | 'human' | 'settled' }
> = {
  Response: { label: 'Open to answers', tone: 'waiting' },
  Voting: { label: 'Arbiters vote', tone: 'human' },
  Appealable: { label: 'Ruled, open to appeal', tone: 'waiting' },
  AppealVoting: { label: 'Second panel votes', tone: 'human' },
  Executable: { label: 'Decided, to be carried out', tone: 'waiting' },
  Ended: { label: 'Over', tone: 'plain' },
};

export const STEPS: Record<string, string> = {
  disputeOpened: 'Dispute opened',
  callCited: 'Call cited as evidence',
  disputeAnswered: 'Answered for the agent',
  voteCast: 'Vote cast',
  disputeRuled: 'Panel ruled',
  disputeAppealed: 'Appealed',
  disputeEnded: 'Carried out',
};

export const ENDS: Record<DisputeEndName, string> = {
  Ruling: "The first panel's ruling stands",
  AppealRuling: 'The second panel ruled',
  SilenceAnswered: 'The panel was silent, and the agent had answered',
  SilenceUnanswered: 'Nobody answered, and the panel was silent',
  Withdrawn: 'The claimant took the claim back',
};

/** Basis points as a percentage. */
export function percent(bps: number): string {
  const text = (bps / 100).toFixed(2).replace(/\.?0+$/, '');
  return `${text} %`;
}

/** What happens at each moment of a dispute that is set, in order. */
export function schedule(dispute: DisputeView): { label: string; at: number; note: string }[] {
  const moments = [
    { label: 'Opened', at: dispute.openedAt, note: '' },
    { label: 'Answers and evidence until', at: dispute.responseEndsAt, note: 'then the first panel votes' },
    { label: 'First panel votes until', at: dispute.rulingEndsAt, note: 'a ruling ends it earlier' },
    { label: 'Appeal until', at: dispute.appealEndsAt, note: 'then the ruling stands' },
    {
      label: 'Second panel votes until',
      at: dispute.appealRulingEndsAt,
      note: 'its silence leaves the ruling',
    },
    { label: 'Over at the latest', at: dispute.deadline, note: '' },
  ];
  return moments.filter(({ at }) => at > 0);
}
