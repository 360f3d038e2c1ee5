import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { JOB_STATES, type JobState, type ListedJob } from '../../data/job-views.js';
import { walletJobsQuery } from '../../data/money-queries.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { JobStatus, STATE_NAMES } from './job-status.js';
import { OfferJob } from './offer-job.js';

/** Larger pieces of work that the wallet pays for, or is paid for. */
export function JobsPage() {
  const { as = 'payer', state = null, offer = false, agent = '' } = useSearch({ from: '/jobs' });
  const navigate = useNavigate();
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const query = useQuery({ ...walletJobsQuery(address, as), refetchInterval: 15_000 });
  const go = (next: { as?: 'payee'; state?: JobState; offer?: true }) =>
    void navigate({ to: '/jobs', search: next, replace: true });
  const chosenAs = as === 'payee' ? { as } : {};
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Jobs</h1>
          <p>
            One larger piece of work, paid once: its terms are fixed when it is offered, its money is set
            aside, and it is the agent's when the result is accepted.
          </p>
        </div>
        <div className="segmented">
          {(['payer', 'payee'] as const).map((role) => (
            <label key={role}>
              <input
                className="visually-hidden"
                type="radio"
                name="as"
                checked={as === role}
                onChange={() => go(role === 'payee' ? { as: role } : {})}
              />
              {role === 'payer' ? 'You pay' : 'You are paid'}
            </label>
          ))}
        </div>
        {address !== null && as === 'payer' && (
          <button type="button" className="button" onClick={() => go(offer ? {} : { offer: true })}>
            {offer ? 'Do not offer one' : 'Offer a job'}
          </button>
        )}
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">The jobs it pays for, or is paid for, are listed here.</Empty>
      ) : (
        <div className="stack-l">
          {offer && <OfferJob wallet={address} agent={agent} />}
          <Loaded query={query} lines={6}>
            {(jobs) =>
              jobs.length === 0 ? (
                !offer && <None as={as} />
              ) : (
                <List
                  jobs={jobs}
                  as={as}
                  state={state}
                  onState={(next) => go({ ...chosenAs, ...(next !== null && { state: next }) })}
                />
              )
            }
          </Loaded>
        </div>
      )}
    </>
  );
}

function List({
  jobs,
  as,
  state,
  onState,
}: {
  jobs: ListedJob[];
  as: 'payer' | 'payee';
  state: JobState | null;
  onState: (state: JobState | null) => void;
}) {
  const shown = jobs.filter(({ job }) => state === null || job.state === state);
  return (
    <div className="stack">
      <label className="field job-filter">
        <span className="label">Show</span>
        <select
          className="input"
          value={state ?? ''}
          onChange={({ target }) => onState(JOB_STATES.find((name) => name === target.value) ?? null)}
        >
          <option value="">all {jobs.length}</option>
          {JOB_STATES.map((name) => (
            <option key={name} value={name}>
              {STATE_NAMES[name]} ({jobs.filter(({ job }) => job.state === name).length})
            </option>
          ))}
        </select>
      </label>
      {shown.length === 0 ? (
        <Empty
          title="None stands there"
          action={
            <button type="button" className="button primary" onClick={() => onState(null)}>
              Show all
            </button>
          }
        >
          The wallet has {counted(jobs.length, 'job')} in all.
        </Empty>
      ) : (
        <Table label="Jobs">
          <thead>
            <tr>
              <th scope="col">Agent</th>
              <th scope="col">State</th>
              <th scope="col" className="num">
                Amount
              </th>
              <th scope="col" className="num">
                Earned
              </th>
              <th scope="col">{as === 'payer' ? 'Out of' : 'Paid by'}</th>
              <th scope="col" className="num">
                Offered
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ job, mandate }) => (
              <tr key={job.address}>
                <th scope="row">
                  <AgentName address={job.agent} />
                  <div>
                    <Link className="small" to="/jobs/$address" params={{ address: job.address }}>
                      See the job
                    </Link>
                  </div>
                </th>
                <td>
                  <JobStatus job={job} />
                </td>
                <td className="num">
                  <Amount amount={job.amount} mint={mandate.mint} />
                </td>
                <td className="num">
                  <Amount amount={job.earned} mint={mandate.mint} />
                </td>
                <td>
                  {as === 'payer' ? (
                    <Link to="/mandates/$address" params={{ address: mandate.address }}>
                      Mandate {mandate.id}
                    </Link>
                  ) : (
                    <Address address={mandate.payer} />
                  )}
                </td>
                <td className="num">
                  <Time at={job.openedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

function None({ as }: { as: 'payer' | 'payee' }) {
  if (as === 'payee') {
    return (
      <Empty
        title="No job for this wallet"
        action={
          <Link to="/publish" className="button primary">
            Register an agent
          </Link>
        }
      >
        A job appears here when somebody offers it to an agent that is paid out to this wallet.
      </Empty>
    );
  }
  return (
    <Empty
      title="No job yet"
      action={
        <Link to="/jobs" search={{ offer: true }} className="button primary">
          Offer a job
        </Link>
      }
    >
      For work that is agreed on before and looked at after. A single call needs no job.
    </Empty>
  );
}
