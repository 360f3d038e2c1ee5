import { counted } from '../lib/text.js';
import { Icon } from './icon.js';

/** Thousandths of a star as a number with two digits. */
export const stars = (mean: number): string => (mean / 1_000).toFixed(2);

/** The weighted mean of what payers gave, and how many did. */
export function Score({ score }: { score: { mean: number; ratings: number } | null }) {
  if (score === null || score.ratings === 0) return <span className="faint">not rated</span>;
  return (
    <span className="score" title={`${stars(score.mean)} of 5 from ${counted(score.ratings, 'rating')}`}>
      <Icon name="star" size={13} filled />
      <span className="mono">{stars(score.mean)}</span>
      <span className="small faint">({score.ratings})</span>
    </span>
  );
}
