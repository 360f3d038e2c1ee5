import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { disputesQuery } from '../../data/dispute-queries.js';
import type { JobView, ListedJob } from '../../data/job-views.js';
import { jobQuery } from '../../data/money-queries.js';
import { exactTime, span } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { type Figure, Figures } from '../../ui/figures.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { Requests } from '../approvals/requests.js';
import { DisputeList } from '../disputes/dispute-list.js';
import { CheckFile } from './check-file.js';
import { JobActs } from './job-acts.js';
import { JobStatus } from './job-status.js';

/** One job: its money, its moments, and what each side can do now. */
export function JobPage() {
  const { address } = useParams({ from: '/jobs/$address' });
  const query = useQuery({ ...jobQuery(address), refetchInterval: 10_000 });
  return (
    <Loaded query={query} lines={8}>
      {(listed) =>
        listed === null ? (
          <Empty
            title="There is no job here"
            page
            action={
              <Link to="/jobs" className="button primary">
                See your jobs
              </Link>
            }
          >
            It was ended, with everything in it paid or returned; or the address is of something else.
          </Empty>
        ) : (
          <Job listed={listed} />
        )
      }
    </Loaded>
  );
}

function Job({ listed }: { listed: ListedJob }) {
  const { job, mandate } = listed;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Job</h1>
          <div className="row small">
            <JobStatus job={job} />
            <span className="faint">by</span> <AgentName address={job.agent} />
            <span className="faint">for</span> <Address address={mandate.payer} />
            <span className="faint">out of</span>
            <Link to="/mandates/$address" params={{ address: mandate.address }}>
              mandate {mandate.id}
            </Link>
          </div>
        </div>
      </div>
      <Money job={job} mint={mandate.mint} />
      <div className="columns mandate-columns">
        <div className="stack-l">
          <JobActs listed={listed} />
          <Requests mandate={mandate} about={job.address} />
          <Disputes job={job} />
        </div>
        <aside className="stack">
          <Moments job={job} />
          <Terms job={job} />
          <CheckFile job={job} />
        </aside>
      </div>
    </>
  );
}

function Money({ job, mint }: { job: JobView; mint: string }) {
  const figures: Figure[] = [
    ['Set aside for it', job.amount, `the fee is ${job.feeBps / 100} % of what is paid out`],
    ['Not decided yet', job.undecided, "neither the agent's nor the payer's"],
    ['Earned', job.earned, "the agent's for good"],
    ['Paid out', job.paidGross, 'of what is earned'],
    ['Returned', job.returned, 'free in the mandate again'],
  ];
  return <Figures figures={figures} mint={mint} />;
}

/** What came, and what is still to come by when. */
function Moments({ job }: { job: JobView }) {
  const over = job.endedAt !== 0;
  const rows: [label: string, at: number, by: number][] = [
    ['Offered', job.openedAt, 0],
    ['Accepted', job.acceptedAt, job.acceptBy],
    ['Delivered', job.deliveredAt, job.deliverBy],
    ['Review over', 0, job.reviewEndsAt],
    ['Ended', job.endedAt, 0],
    ['Paid out last', job.lastPayoutAt, 0],
  ];
  return (
    <section className="sheet">
      <h2>Moments</h2>
      <dl className="windows">
        {rows.map(([label, at, by]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Moment at={at} by={by} over={over} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Moment({ at, by, over }: { at: number; by: number; over: boolean }) {
  const now = useNow();
  if (at > 0) return <Time at={at} />;
  if (by === 0) return <span className="faint">not yet</span>;
  if (by <= now) return <Time at={by} />;
  if (over) return <span className="faint">not used up</span>;
  return (
    <span title={exactTime(by)}>
      within <Countdown until={by} over="now" />
    </span>
  );
}

function Terms({ job }: { job: JobView }) {
  return (
    <section className="sheet">
      <h2>Terms</h2>
      <dl className="facts">
        <dt>Review</dt>
        <dd>{span(job.reviewWindow)} after delivery</dd>
        <dt>Version</dt>
        <dd>{job.agentVersion}</dd>
        <dt>Accepts, delivers</dt>
        <dd>
          <Address address={job.agentKey} />
        </dd>
        <dt>Paid as</dt>
        <dd>
          <Address address={job.payoutOwner} />
        </dd>
        <dt>Its rent goes to</dt>
        <dd>
          <Address address={job.rentPayer} />
        </dd>
      </dl>
    </section>
  );
}

function Disputes({ job }: { job: JobView }) {
  const query = useQuery(disputesQuery({ channel: job.address }));
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <section className="stack">
      <h2>Disputes</h2>
      <DisputeList disputes={query.data} />
    </section>
  );
}
