import type { Change } from '../data/approval-views.js';

/** What of a mandate a call can change, base units. */
export interface MandateFigures {
  free: bigint;
  allotted: bigint;
  spentToday: bigint;
  totalCharged: bigint;
}

/** Caps of a mandate; null without one. */
export interface MandateCaps {
  dailyCap: bigint | null;
  totalCap: bigint | null;
}

/** The mandate once so much more of it is allotted, and what the wallet has to set aside for that first. */
export function afterAllotment(
  mandate: MandateFigures,
  amount: bigint,
): { figures: MandateFigures; missing: bigint } {
  const missing = amount > mandate.free ? amount - mandate.free : 0n;
  const figures = {
    free: mandate.free + missing - amount,
    allotted: mandate.allotted + amount,
    spentToday: mandate.spentToday + amount,
    totalCharged: mandate.totalCharged + amount,
  };
  return { figures, missing };
}

/** The mandate's figures before and after, with what caps say. */
export function mandateChanges(
  before: MandateFigures,
  after: MandateFigures,
  { dailyCap, totalCap }: MandateCaps,
): Change[] {
  const capped = (label: string, from: bigint, to: bigint, limit: bigint | null): Change => ({
    label,
    kind: 'amount',
    before: from,
    after: to,
    limit,
    over: limit !== null && to > limit && to > from,
  });
  return [
    { label: 'Free in the mandate', kind: 'amount', before: before.free, after: after.free },
    { label: 'Allotted to agents', kind: 'amount', before: before.allotted, after: after.allotted },
    capped('Allotted today', before.spentToday, after.spentToday, dailyCap),
    capped('Allotted in all', before.totalCharged, after.totalCharged, totalCap),
  ];
}

/** Why the mandate would refuse an allotment now; null where it would not. */
export function allotmentRefusal(
  after: MandateFigures,
  { dailyCap, totalCap }: MandateCaps,
  { killedAt, expiresAt }: { killedAt: number; expiresAt: number },
  now: number,
): string | null {
  if (killedAt > 0) return 'The mandate was stopped: nothing is allotted out of it any more.';
  if (now >= expiresAt) return 'The mandate has expired: nothing is allotted out of it any more.';
  if (totalCap !== null && after.totalCharged > totalCap) return 'The limit in all does not allow it.';
  if (dailyCap !== null && after.spentToday > dailyCap) {
    return "Today's limit does not allow it. Days begin anew at midnight UTC.";
  }
  return null;
}
