import { Link } from '@tanstack/react-router';
import type { PaymentRow } from '../../data/payment-views.js';
import { CopyButton } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { Amount } from '../../ui/amount.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { wayOf, wordsFor } from './words.js';

export function PaymentTable({ rows }: { rows: PaymentRow[] }) {
  return (
    <Table label="Payments">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Agent</th>
          <th scope="col" className="num">
            Amount
          </th>
          <th scope="col" className="num">
            When
          </th>
          <th scope="col">Transaction</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ row }: { row: PaymentRow }) {
  const came = row.to === 'wallet';
  const went = row.from === 'wallet';
  return (
    <tr>
      <th scope="row">
        {wordsFor(row.role, row.what)}
        <div className="small faint">
          {wayOf(row.from, row.to)}
          <Where row={row} />
        </div>
      </th>
      <td>{row.agent !== null && <AgentName address={row.agent} />}</td>
      <td className={`num ${came ? 'delta plus' : ''} ${went ? 'delta minus' : ''}`}>
        <Amount amount={went ? -row.amount : row.amount} mint={row.mint} sign={came} />
        {row.fee > 0n && (
          <div className="small faint">
            {row.role === 'payee' ? 'after' : 'of it'} <Amount amount={row.fee} mint={row.mint} /> fee
          </div>
        )}
      </td>
      <td className="num">
        {row.time === null ? <span className="mono">slot {row.slot}</span> : <Time at={row.time} />}
        {!row.final && <div className="small faint">not final yet</div>}
      </td>
      <td>
        <span className="address" title={row.signature}>
          {row.signature.slice(0, 8)}…
          <CopyButton text={row.signature} label={null} name="Copy signature" />
        </span>
      </td>
    </tr>
  );
}

/** The closest page about it. */
function Where({ row: { channel, dispute, job, mandate } }: { row: PaymentRow }) {
  if (dispute !== null) {
    return (
      <>
        {' · '}
        <Link to="/disputes/$address" params={{ address: dispute }}>
          dispute
        </Link>
      </>
    );
  }
  if (job !== null) {
    return (
      <>
        {' · '}
        <Link to="/jobs/$address" params={{ address: job }}>
          job
        </Link>
      </>
    );
  }
  if (channel !== null) {
    return (
      <>
        {' · '}
        <Link to="/channels/$address" params={{ address: channel }}>
          channel
        </Link>
      </>
    );
  }
  if (mandate === null) return null;
  return (
    <>
      {' · '}
      <Link to="/mandates/$address" params={{ address: mandate }}>
        mandate
      </Link>
    </>
  );
}
