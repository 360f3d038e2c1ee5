import { useState } from 'react';
import type { LockView } from '../../data/lock-views.js';
import { type LockRelease, lockCalendar } from '../../lib/lock.js';
import { exactTime } from '../../lib/time.js';
import { Amount } from '../../ui/amount.js';
import { Badge } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { useNow } from '../../ui/time.js';

/** Releases that are listed at first. */
const FIRST = 6;

/** What comes when: releases that are still to come, and those before on request. */
export function Calendar({ terms, mint }: { terms: LockView['terms']; mint: string }) {
  const now = useNow(5_000);
  const [all, setAll] = useState(false);
  const releases = listed(terms);
  if (releases === null) {
    return <p className="soft">It has more than a thousand releases: the curve shows them.</p>;
  }
  if (releases.length === 0) return <p className="soft">Nothing is released any more.</p>;
  const coming = releases.filter((release) => !isPast(release, now));
  const shown = all ? releases : coming.slice(0, FIRST);
  return (
    <div className="stack">
      {shown.length === 0 ? (
        <p className="soft">Every release lies behind.</p>
      ) : (
        <Table label="Releases">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col" className="num">
                Amount
              </th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((release) => (
              <tr key={`${release.at}${release.kind}${release.milestone ?? ''}`}>
                <th scope="row">
                  {release.kind === 'milestone' && 'by '}
                  {exactTime(Number(release.at))}
                  {release.until !== undefined && (
                    <div className="small faint">to {exactTime(Number(release.until))}</div>
                  )}
                </th>
                <td className="num">
                  <Amount amount={release.amount} mint={mint} />
                </td>
                <td>
                  <What release={release} past={isPast(release, now)} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {!all && releases.length > shown.length && (
        <div>
          <button type="button" className="button compact" onClick={() => setAll(true)}>
            Show all {releases.length}
          </button>
        </div>
      )}
    </div>
  );
}

const WHAT: Record<LockRelease['kind'], string> = {
  cliff: 'all at once',
  period: 'a period',
  stream: 'by the second',
  milestone: 'milestone',
};

function What({ release, past }: { release: LockRelease; past: boolean }) {
  if (release.kind === 'milestone') {
    return (
      <span className="row">
        {WHAT.milestone} {(release.milestone ?? 0) + 1}
        {release.approved === true && <Badge tone="settled">approved</Badge>}
      </span>
    );
  }
  return (
    <span className="row">
      {WHAT[release.kind]}
      {past && <Badge tone="settled">released</Badge>}
    </span>
  );
}

function isPast({ at, until, kind, approved }: LockRelease, now: number): boolean {
  if (kind === 'milestone') return approved === true || now >= Number(at);
  return now >= Number(until ?? at);
}

/** null where there are too many to list. */
function listed(terms: LockView['terms']): LockRelease[] | null {
  try {
    return lockCalendar(terms);
  } catch (error) {
    if (error instanceof Error && error.name === 'CalendarTooLong') return null;
    throw error;
  }
}
