import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LockRole, LockView } from '../../data/lock-views.js';
import { dueOf } from '../../lib/lock.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Table } from '../../ui/table.js';
import { useNow } from '../../ui/time.js';
import { howReleased, LockStatus } from './lock-status.js';

/** Rows that are shown at once. */
const PAGE = 50;

/** Locks, each with what is due of it. */
export function LockList({ locks, as }: { locks: LockView[]; as: LockRole }) {
  const now = useNow(5_000);
  const [most, setMost] = useState(PAGE);
  const shown = locks.slice(0, most);
  return (
    <div className="stack">
      <Table label="Locks">
        <thead>
          <tr>
            <th scope="col">{as === 'recipient' ? 'From' : 'For'}</th>
            <th scope="col">State</th>
            <th scope="col" className="num">
              Due now
            </th>
            <th scope="col" className="num">
              Claimed
            </th>
            <th scope="col" className="num">
              In all
            </th>
            <th scope="col">Released</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((lock) => (
            <tr key={lock.address}>
              <th scope="row">
                <Address address={as === 'recipient' ? lock.funder : lock.recipient} />
                <div>
                  <Link className="small" to="/locks/$address" params={{ address: lock.address }}>
                    See the lock
                  </Link>
                </div>
              </th>
              <td>
                <LockStatus lock={lock} />
              </td>
              <td className="num">
                <Amount amount={dueOf(lock, now)} mint={lock.mint} />
              </td>
              <td className="num">
                <Amount amount={lock.claimed} mint={lock.mint} />
              </td>
              <td className="num">
                <Amount amount={lock.deposited} mint={lock.mint} />
              </td>
              <td className="small">{howReleased(lock)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {locks.length > most && (
        <div className="row">
          <button type="button" className="button compact" onClick={() => setMost(most + PAGE)}>
            Show more
          </button>
          <span className="small faint">
            {most} of {locks.length}
          </span>
        </div>
      )}
    </div>
  );
}
