import type { JobState, JobView } from '../../data/job-views.js';
import { Badge } from '../../ui/status.js';
import { Countdown, useNow } from '../../ui/time.js';

/** Where a job stands, in words. */
export const STATE_NAMES: Record<JobState, string> = {
  Funded: 'On offer',
  Accepted: 'Being worked on',
  Delivered: 'To be reviewed',
  Disputed: 'Disputed',
  Released: 'Accepted',
  Refunded: 'Money returned',
  Split: 'Part agreed',
  Resolved: 'Ruled on',
};

const TONES: Record<JobState, 'plain' | 'settled' | 'waiting' | 'risk' | 'human'> = {
  Funded: 'waiting',
  Accepted: 'waiting',
  Delivered: 'human',
  Disputed: 'risk',
  Released: 'settled',
  Refunded: 'plain',
  Split: 'settled',
  Resolved: 'settled',
};

/** Until when what a state waits for may still come; 0 where it waits for no time. */
function endsAt({ state, acceptBy, deliverBy, reviewEndsAt }: JobView): number {
  if (state === 'Funded') return acceptBy;
  if (state === 'Accepted') return deliverBy;
  return state === 'Delivered' ? reviewEndsAt : 0;
}

export function JobStatus({ job }: { job: JobView }) {
  const now = useNow();
  const until = endsAt(job);
  return (
    <span className="row">
      <Badge tone={TONES[job.state]}>{STATE_NAMES[job.state]}</Badge>
      {until > 0 && (
        <span className="small faint">
          <Countdown until={until} over={job.state === 'Delivered' ? 'review is over' : 'time is over'} />
          {now < until && ' left'}
        </span>
      )}
    </span>
  );
}
