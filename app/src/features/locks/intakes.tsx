import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { walletIntakesQuery } from '../../data/lock-queries.js';
import type { IntakeView } from '../../data/lock-views.js';
import { nameOfSpan } from '../../lib/span-names.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Table } from '../../ui/table.js';

/** How an intake releases what it locks, in a line. */
export function intakeRule({ cliff, duration, period }: IntakeView): string {
  const how = period === 0 ? 'by the second' : `every ${nameOfSpan(period)}`;
  const wait = cliff === 0 ? '' : `, nothing for ${nameOfSpan(cliff)}`;
  return `over ${nameOfSpan(duration)}, ${how}${wait}`;
}

/** Where payouts of agents are locked for the wallet; nothing where there are none. */
export function Intakes({ wallet }: { wallet: string }) {
  const query = useQuery({ ...walletIntakesQuery(wallet), refetchInterval: 15_000 });
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <section className="stack">
      <h2>Payouts that are locked for you</h2>
      <Table label="Payouts that are locked">
        <thead>
          <tr>
            <th scope="col">Agents are paid to</th>
            <th scope="col">Locked</th>
            <th scope="col" className="num">
              Waits to be locked
            </th>
          </tr>
        </thead>
        <tbody>
          {query.data.map((intake) => (
            <tr key={intake.address}>
              <th scope="row">
                <Address address={intake.address} />
                <div>
                  <Link className="small" to="/intakes/$address" params={{ address: intake.address }}>
                    See what it has locked
                  </Link>
                </div>
              </th>
              <td>{intakeRule(intake)}</td>
              <td className="num">
                <Amount amount={intake.waiting} mint={intake.mint} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
