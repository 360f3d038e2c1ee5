import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskQuery, rolesQuery, seatQuery } from '../../data/dispute-queries.js';
import type { DisputeView } from '../../data/dispute-views.js';
import { barrier, phaseOf } from '../../lib/dispute.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Note } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';

/** What waits for the connected wallet's vote, the most urgent first. */
export function ArbiterPage() {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Arbiter's desk</h1>
          <p>
            Disputes that wait for your vote, the one that ends first at the top. A late vote does not count.
          </p>
        </div>
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">What waits for its vote is listed here, by deadline.</Empty>
      ) : (
        <Desk wallet={address} />
      )}
    </>
  );
}

function Desk({ wallet }: { wallet: string }) {
  const query = useQuery({ ...deskQuery(wallet), refetchInterval: 10_000 });
  const seat = useQuery(seatQuery(wallet));
  return (
    <div className="stack-l">
      {seat.data !== undefined && <Seat seat={seat.data} />}
      <Loaded query={query}>
        {(disputes) =>
          disputes.length > 0 ? (
            <Waiting disputes={disputes} wallet={wallet} />
          ) : (
            <Empty
              title="Nothing waits for your vote"
              action={
                <Link to="/disputes" search={{ all: true }} className="button primary">
                  See all disputes
                </Link>
              }
            >
              A dispute comes here when it opens on a panel that you sit on, and leaves with your vote.
            </Empty>
          )
        }
      </Loaded>
    </div>
  );
}

function Seat({ seat }: { seat: 0 | 1 | null }) {
  if (seat === null) {
    return (
      <Note tone="info">
        <strong>This wallet sits on no panel today.</strong> It votes only where it sat when the dispute
        opened. The protocol's admin names panels, by a change that everybody can see coming:{' '}
        <Link to="/settings">see the settings</Link>.
      </Note>
    );
  }
  return (
    <Note tone="settled">
      This wallet sits on {seat === 0 ? 'the first panel: it rules.' : 'the second panel: it hears appeals.'}
    </Note>
  );
}

function Waiting({ disputes, wallet }: { disputes: DisputeView[]; wallet: string }) {
  return (
    <Table label="Disputes that wait for your vote">
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">About</th>
          <th scope="col">Evidence</th>
          <th scope="col">Time</th>
          <th scope="col">Vote</th>
        </tr>
      </thead>
      <tbody>
        {disputes.map((dispute) => (
          <tr key={dispute.address}>
            <th scope="row">
              <Amount amount={dispute.claim} mint={dispute.mint} />
            </th>
            <td>
              <Address address={dispute.agent} to="agent" />
            </td>
            <td>
              {counted(dispute.citedCalls, 'call')}, {dispute.answerer === null ? 'no answer' : 'answered'}
            </td>
            <td>
              <Left dispute={dispute} />
            </td>
            <td>
              <Cast dispute={dispute} wallet={wallet} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Left({ dispute }: { dispute: DisputeView }) {
  const now = useNow();
  const { phase, endsAt } = phaseOf(dispute, now);
  return (
    <>
      <Countdown until={endsAt} over="over" />{' '}
      <span className="small faint">{phase === 'Response' ? 'until votes begin' : 'left to vote'}</span>
    </>
  );
}

/** The way to vote, or why this wallet cannot. */
function Cast({ dispute, wallet }: { dispute: DisputeView; wallet: string }) {
  const now = useNow();
  const roles = useQuery(rolesQuery(dispute, wallet));
  if (!roles.data) return <span className="skeleton" />;
  const why = barrier('vote', dispute, roles.data, now);
  return (
    <>
      <Link
        to="/disputes/$address"
        params={{ address: dispute.address }}
        className={why === null ? 'button compact primary' : 'button compact'}
      >
        {why === null ? 'Read and vote' : 'Read'}
      </Link>
      {why !== null && <div className="small soft">{why}</div>}
    </>
  );
}
