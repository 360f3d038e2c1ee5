/** Limits of a budget as a person has typed them; amounts in base units, null without a limit. */
export interface TypedLimits {
  deposit: bigint;
  perCallMax: bigint;
  dailyCap: bigint | null;
  totalCap: bigint | null;
}

const DAY = 86_400;
/** Agents that a mandate can name. */
export const MOST_ALLOWED = 16;

/** Why the chain would refuse these limits; null where it takes them. */
export function limitProblem({ perCallMax, dailyCap, totalCap }: TypedLimits): string | null {
  if (dailyCap !== null && perCallMax > dailyCap) {
    return 'A call may cost more than a day allows: raise the day, or lower the call.';
  }
  if (totalCap !== null && perCallMax > totalCap) {
    return 'A call may cost more than is allowed in all: raise that, or lower the call.';
  }
  if (dailyCap !== null && totalCap !== null && dailyCap > totalCap) {
    return 'A day allows more than is allowed in all: raise that, or lower the day.';
  }
  return null;
}

/** The caps as the chain takes them, none above the next: without one of its own, a day allows what all days do. */
export function capsOf({ dailyCap, totalCap }: TypedLimits): Pick<TypedLimits, 'dailyCap' | 'totalCap'> {
  return { dailyCap: dailyCap ?? totalCap, totalCap };
}

/** Midnight UTC after `now`, when a daily limit begins anew. Unix seconds. */
export function nextReset(now: number): number {
  return (Math.floor(now / DAY) + 1) * DAY;
}

/** What a person typed as a score is none. */
export class ScoreInvalid extends Error {
  override readonly name = 'ScoreInvalid';
}

/** Thousandths of a star from what a person typed, such as 4.25; 0 for nothing. @throws ScoreInvalid */
export function milliStars(text: string): number {
  if (text.trim() === '') return 0;
  const [, whole = '', rest = ''] = /^\s*([1-5])(?:[.,]([0-9]{0,3}))?\s*$/.exec(text) ?? [];
  const stars = whole === '' ? 0 : Number(whole) * 1_000 + Number(rest.padEnd(3, '0'));
  if (stars < 1_000 || stars > 5_000) throw new ScoreInvalid('Type a score from 1 to 5, such as 4.25.');
  return stars;
}
