import { useQuery } from '@tanstack/react-query';
import { stakeMint } from '../../data/config.js';
import { activityQuery, mintOfQuery } from '../../data/queries.js';
import type { ActivityRow } from '../../data/views.js';
import { counted } from '../../lib/text.js';
import { Address, CopyButton } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { wordsOf } from './words.js';

/** What happened around an address, or everywhere, newest first; new rows come by themselves. */
export function ActivityList({
  address,
  kind = 'agent',
  mint = null,
}: {
  address: string | null;
  kind?: 'agent' | 'mandate';
  /** of amounts whose event does not tell it */
  mint?: string | null;
}) {
  const query = useQuery({ ...activityQuery(address, kind), refetchInterval: 5_000 });
  return (
    <Loaded query={query} lines={6}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title="Nothing happened yet">
            Registrations, payments and settlements appear here as they land.
          </Empty>
        ) : (
          <Table label="Activity">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Who</th>
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
                <Row key={row.key} row={row} mint={row.mint ?? mint} />
              ))}
            </tbody>
          </Table>
        )
      }
    </Loaded>
  );
}

function Row({ row, mint: known }: { row: ActivityRow; mint: string | null }) {
  const own = known ?? (row.program === 'stake' ? stakeMint() : null);
  const needed = own === null && row.amount !== null;
  const found = useQuery({ ...mintOfQuery(row.mandate, row.channel), enabled: needed });
  const mint = own ?? found.data ?? null;
  return (
    <tr>
      <th scope="row">
        {wordsOf(row.kind)}
        {row.calls !== null && <span className="small faint"> {counted(row.calls, 'call')}</span>}
      </th>
      <td>
        <span className="row">
          {row.agent !== null && <Address address={row.agent} to="agent" />}
          {row.agent === null && row.wallet !== null && <Address address={row.wallet} />}
          {row.agent === null && row.wallet === null && row.channel !== null && (
            <Address address={row.channel} />
          )}
        </span>
      </td>
      <td className="num">
        {row.amount !== null && row.amount > 0n && <Amount amount={row.amount} mint={mint} />}
      </td>
      <td className="num">
        {row.time === null ? <span className="mono">slot {row.slot}</span> : <Time at={row.time} />}
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
