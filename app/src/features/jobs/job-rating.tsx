import { useQuery } from '@tanstack/react-query';
import type { ListedJob } from '../../data/job-views.js';
import { chain } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { connected } from '../../wallet/standard.js';
import { Stars } from '../agent/stars.js';

/** The payer's stars for a job, while something of it is left to rate. */
export function JobRating({ listed: { job, mandate } }: { listed: ListedJob }) {
  const isPayer = useStore(connected)?.account.address === mandate.payer;
  const right = useQuery({
    queryKey: ['job', job.address, 'right', String(job.paidGross), String(job.returned)],
    queryFn: async () => (await chain()).jobHasRight(job.address),
    enabled: isPayer && job.acceptedAt > 0,
  });
  if (!isPayer || right.data !== true) return null;
  return <Stars paid={{ job: job.address }} invalidate={['job']} />;
}
