import { Link } from '@tanstack/react-router';
import type { DisputeView } from '../../data/dispute-views.js';
import { phaseOf } from '../../lib/dispute.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Badge } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { ENDS, PHASES } from './words.js';

/** Disputes, one a row, each leading to its page. */
export function DisputeList({ disputes, label = 'Disputes' }: { disputes: DisputeView[]; label?: string }) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">About</th>
          <th scope="col">State</th>
          <th scope="col">Evidence</th>
          <th scope="col" className="num">
            Opened
          </th>
        </tr>
      </thead>
      <tbody>
        {disputes.map((dispute) => (
          <tr key={`${dispute.address}${dispute.openedAt}`}>
            <th scope="row">
              <Link to="/disputes/$address" params={{ address: dispute.address }}>
                <Amount amount={dispute.claim} mint={dispute.mint} />
              </Link>
              <div className="small faint">
                by <Address address={dispute.claimant} />
              </div>
            </th>
            <td>
              <Address address={dispute.agent} to="agent" />
            </td>
            <td>
              <DisputeState dispute={dispute} />
            </td>
            <td>{dispute.kind === 'Job' ? 'a job' : `${counted(dispute.citedCalls, 'call')} cited`}</td>
            <td className="num">
              <Time at={dispute.openedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Where it stands, and for how long still. */
export function DisputeState({ dispute }: { dispute: DisputeView }) {
  const now = useNow();
  const { phase, endsAt } = phaseOf(dispute, now);
  const { label, tone } = PHASES[phase];
  return (
    <span className="row">
      <Badge tone={tone}>{label}</Badge>
      {endsAt > 0 && (
        <span className="small faint">
          <Countdown until={endsAt} over="over" />
        </span>
      )}
      {dispute.outcome !== null && <span className="small faint">{ENDS[dispute.outcome.end]}</span>}
    </span>
  );
}
