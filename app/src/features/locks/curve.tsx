import { useMemo } from 'react';
import type { LockView } from '../../data/lock-views.js';
import { dueOf, lockCurve, lockReleased, lockSpan } from '../../lib/lock.js';
import { exactTime } from '../../lib/time.js';
import { Amount } from '../../ui/amount.js';
import { useNow } from '../../ui/time.js';

const [WIDTH, HEIGHT] = [1_000, 240];
type Terms = LockView['terms'];

/** What a lock releases over its life; what is claimed of it and where it stands now, where it exists. */
export function Curve({ terms, mint, lock }: { terms: Terms; mint: string; lock?: LockView }) {
  const now = useNow(lock === undefined ? 10_000 : 1_000);
  const { from, to } = lockSpan(terms);
  const points = useMemo(() => lockCurve(terms, 200), [terms]);
  const x = (at: bigint) => (to === from ? 0 : Number(((at - from) * BigInt(WIDTH * 10)) / (to - from)) / 10);
  const y = (amount: bigint) =>
    terms.deposited === 0n ? HEIGHT : HEIGHT - Number((amount * BigInt(HEIGHT * 10)) / terms.deposited) / 10;
  const line = points.map(({ at, released }) => `${x(at)},${y(released)}`).join(' ');
  const released = lockReleased(terms, BigInt(now));
  const inside = BigInt(now) >= from && BigInt(now) <= to;
  return (
    <figure className="curve">
      <figcaption className="row small">
        <span className="curve-released">released</span>
        {lock !== undefined && lock.claimed > 0n && <span className="curve-claimed">claimed</span>}
        {inside && <span className="curve-now">now</span>}
        <span className="grow" />
        <span>
          in all <Amount amount={terms.deposited} mint={mint} />
        </span>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <polygon className="ground" points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} />
        {lock !== undefined && lock.claimed > 0n && (
          <line className="claimed" x1="0" x2={WIDTH} y1={y(lock.claimed)} y2={y(lock.claimed)} />
        )}
        <polyline className="released" points={line} />
        {inside && <line className="now" x1={x(BigInt(now))} x2={x(BigInt(now))} y1="0" y2={HEIGHT} />}
      </svg>
      <div className="row small faint">
        <span>{exactTime(Number(from))}</span>
        <span className="grow" />
        <span>{exactTime(Number(to))}</span>
      </div>
      <p className="visually-hidden">
        From {exactTime(Number(from))} to {exactTime(Number(to))}.
        {lock !== undefined && (
          <>
            {' '}
            Released by now: <Amount amount={released} mint={mint} />, of it due:{' '}
            <Amount amount={dueOf(lock, now)} mint={mint} />.
          </>
        )}
      </p>
    </figure>
  );
}
