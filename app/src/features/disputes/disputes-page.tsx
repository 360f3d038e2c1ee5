import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { disputesQuery, seatQuery } from '../../data/dispute-queries.js';
import { useStore } from '../../lib/external-store.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Note } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { DisputeList } from './dispute-list.js';

/** Disputes: those that the wallet brought, or all. */
export function DisputesPage() {
  const { all } = useSearch({ from: '/disputes' });
  const navigate = useNavigate();
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const mine = all !== true && address !== null;
  const query = useQuery(disputesQuery(mine ? { claimant: address } : {}));
  const seat = useQuery(seatQuery(address));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Disputes</h1>
          <p>
            Claims that an agent did not do what it was paid for. Arbiters rule on them; what a ruling awards
            comes out of held money first, then out of the agent's stake.
          </p>
        </div>
        <div className="segmented">
          {([false, true] as const).map((every) => (
            <label key={String(every)}>
              <input
                className="visually-hidden"
                type="radio"
                name="whose"
                checked={mine !== every}
                disabled={!every && address === null}
                onChange={() => void navigate({ to: '/disputes', search: every ? { all: true } : {} })}
              />
              {every ? 'All' : 'Yours'}
            </label>
          ))}
        </div>
      </div>
      <MoneyTabs />
      {seat.data !== undefined && seat.data !== null && (
        <Note tone="info">
          This wallet sits on {seat.data === 0 ? 'the first panel' : 'the panel that hears appeals'}.{' '}
          <Link to="/arbiter">See what waits for its vote</Link>
        </Note>
      )}
      <Loaded query={query}>
        {(disputes) =>
          disputes.length > 0 ? (
            <DisputeList disputes={disputes} />
          ) : (
            <Empty
              title={mine ? 'You dispute nothing' : 'No dispute yet'}
              action={
                <Link to="/mandates" className="button primary">
                  See your mandates
                </Link>
              }
            >
              If an agent was paid and did not deliver, hold the money on its channel and open a dispute
              there.
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}
