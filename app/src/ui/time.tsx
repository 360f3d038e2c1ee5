import { useEffect, useState } from 'react';
import { chainClock } from '../data/clock.js';
import { exactTime, relativeTime, span } from '../lib/time.js';

/** The chain's time, Unix seconds, moving on. */
export function useNow(every = 1_000): number {
  const [now, setNow] = useState(chainClock());
  useEffect(() => {
    const timer = setInterval(() => setNow(chainClock()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** A point in time from here, its date on hover. */
export function Time({ at }: { at: number }) {
  const now = useNow(10_000);
  if (at === 0) return <span className="faint">never</span>;
  return (
    <time className="nowrap" dateTime={new Date(at * 1_000).toISOString()} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  );
}

/** What is left until a point in time, counted down. */
export function Countdown({ until, over }: { until: number; over: string }) {
  const now = useNow();
  if (now >= until) return <>{over}</>;
  return (
    <time className="mono nowrap" dateTime={new Date(until * 1_000).toISOString()} title={exactTime(until)}>
      {span(until - now)}
    </time>
  );
}
