import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { joinedPoolsQuery, poolsQuery } from '../../data/pool-queries.js';
import type { PoolView } from '../../data/pool-views.js';
import { useStore } from '../../lib/external-store.js';
import { coveredEpochs } from '../../lib/pool.js';
import { span } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Badge, Empty } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { CreatePool } from './create-pool.js';

/** Incomes that a wallet can have for being somebody: the pools there are. */
export function PoolsPage() {
  const { create = false } = useSearch({ from: '/pools' });
  const navigate = useNavigate();
  const wallet = useStore(connected)?.account.address ?? null;
  const query = useQuery({ ...poolsQuery, refetchInterval: 15_000 });
  const joined = useQuery(joinedPoolsQuery(wallet));
  const go = (next: { create?: true }) => void navigate({ to: '/pools', search: next, replace: true });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Income pools</h1>
          <p>
            A basic income: the same amount to each member, again and again, as long as somebody the pool
            trusts vouches for the wallet and there is money.
          </p>
        </div>
        {wallet !== null && (
          <button type="button" className="button" onClick={() => go(create ? {} : { create: true })}>
            {create ? 'Make none' : 'Make a pool'}
          </button>
        )}
      </div>
      <MoneyTabs />
      <div className="stack-l">
        {create && wallet !== null && <CreatePool wallet={wallet} />}
        <Loaded query={query} lines={6}>
          {(pools) =>
            pools.length === 0 ? (
              !create && <None canMake={wallet !== null} />
            ) : (
              <List pools={pools} joined={joined.data ?? []} />
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function List({ pools, joined }: { pools: PoolView[]; joined: string[] }) {
  return (
    <Table label="Income pools">
      <thead>
        <tr>
          <th scope="col">Made by</th>
          <th scope="col" className="num">
            Each member gets
          </th>
          <th scope="col">Every</th>
          <th scope="col" className="num">
            Members
          </th>
          <th scope="col">Money lasts</th>
        </tr>
      </thead>
      <tbody>
        {pools.map((pool) => (
          <tr key={pool.address}>
            <th scope="row">
              <Address address={pool.creator} />
              <div className="row">
                <Link className="small" to="/pools/$address" params={{ address: pool.address }}>
                  See the pool
                </Link>
                {joined.includes(pool.address) && <Badge tone="human">a member</Badge>}
              </div>
            </th>
            <td className="num">
              <Amount amount={pool.amount} mint={pool.mint} />
            </td>
            <td>{span(pool.epochLength)}</td>
            <td className="num">
              {pool.members} of {pool.maxMembers}
            </td>
            <td>
              <Lasts pool={pool} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** For how many more epochs a pool's money is enough. */
export function Lasts({ pool }: { pool: PoolView }) {
  const now = useNow(5_000);
  if (pool.stoppedAt !== 0) return <Badge tone="waiting">Stopped</Badge>;
  const epochs = coveredEpochs(pool, now);
  if (epochs === null) return <span className="faint">no members yet</span>;
  if (epochs === 0n) return <Badge tone="waiting">Needs money</Badge>;
  return <Badge tone="settled">{epochs === 1n ? '1 more epoch' : `${epochs} more epochs`}</Badge>;
}

function None({ canMake }: { canMake: boolean }) {
  if (!canMake) {
    return <Empty title="No pool yet">Connect a wallet to make the first one.</Empty>;
  }
  return (
    <Empty
      title="No pool yet"
      action={
        <Link to="/pools" search={{ create: true }} className="button primary">
          Make a pool
        </Link>
      }
    >
      For a community, a team, or the people whose data an agent learned from: who is vouched for has a part.
    </Empty>
  );
}
