import { Link } from '@tanstack/react-router';
import type { ApprovalView } from '../../data/approval-views.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';
import { ApprovalStatus } from './approval-status.js';

/** Requests, one a row. */
export function ApprovalTable({ views, label }: { views: ApprovalView[]; label: string }) {
  const now = useNow();
  return (
    <div className="tight">
      <Table label={label}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="num">
              How much
            </th>
            <th scope="col">Ends in</th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <tr key={view.address}>
              <th scope="row">
                <Link to="/approvals/$address" params={{ address: view.address }}>
                  {view.shown?.title ?? 'A call that cannot be told'}
                </Link>
                <div className="row small asked-by">
                  <ApprovalStatus view={view} now={now} />
                  <span className="faint">by</span> <Address address={view.requester} picture={false} />
                </div>
              </th>
              <td className="num">
                <Sum view={view} />
              </td>
              <td>
                <Countdown until={view.expiresAt} over="it is over" />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The sum that the call itself names. */
function Sum({ view }: { view: ApprovalView }) {
  const field = view.shown?.fields.find(({ kind }) => kind === 'amount');
  if (field === undefined || !view.matches) return <span className="faint">see the call</span>;
  return <Amount amount={BigInt(field.value)} mint={view.mint} />;
}
