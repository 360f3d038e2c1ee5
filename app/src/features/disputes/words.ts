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

/** A part of a whole as a percentage; what is not nothing never reads as nothing. */
export function partOf(part: bigint, whole: bigint): string {
  const bps = Number((part * 10_000n) / whole);
  return bps === 0 && part > 0n ? 'under 0.01 %' : percent(bps);
}

/** Basis points as a percentage. */
export function percent(bps: number): string {
  const text = (bps / 100).toFixed(2).replace(/\.?0+$/, '');
  return `${text} %`;
}

/** A window of a dispute: until when, and whether it may still be used or was closed by what came before its end. */
export interface Window {
  label: string;
  at: number;
  note: string;
  open: boolean;
}

/** Every window of a dispute that is set, in order. */
export function schedule(dispute: DisputeView): Window[] {
  const { status } = dispute;
  const unruled = status === 'Open' || status === 'Answered';
  const windows = [
    { label: 'Opened', at: dispute.openedAt, note: '', open: false },
    {
      label: 'Answers, evidence',
      at: dispute.responseEndsAt,
      note: 'then the first panel votes',
      open: unruled,
    },
    { label: 'First panel votes', at: dispute.rulingEndsAt, note: 'a ruling ends it earlier', open: unruled },
    { label: 'Appeal', at: dispute.appealEndsAt, note: 'then the ruling stands', open: status === 'Ruled' },
    {
      label: 'Second panel votes',
      at: dispute.appealRulingEndsAt,
      note: 'its silence leaves the ruling',
      open: status === 'Appealed',
    },
    {
      label: 'Over at the latest',
      at: dispute.deadline,
      note: '',
      open: status !== 'Ended' && status !== 'Final',
    },
  ];
  return windows.filter(({ at }) => at > 0);
}
