import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { config } from '../../data/config.js';
import { paymentsQuery } from '../../data/money-queries.js';
import { PAYMENT_GROUPS, type PaymentGroup } from '../../data/told-payments.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Empty, Failure, Skeleton } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { Export } from './export-button.js';
import { PaymentTable } from './payment-table.js';
import { GROUP_NAMES } from './words.js';

const GROUPS = Object.keys(PAYMENT_GROUPS) as PaymentGroup[];

/** Every movement of the wallet's money, the latest first. */
export function PaymentsPage() {
  const { show = null } = useSearch({ from: '/payments' });
  const navigate = useNavigate();
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const told = config().indexerUrl !== null;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Payments</h1>
          <p>
            What came to the wallet and left it, what it owes agents, and what it is owed: each with the
            transaction that did it.
          </p>
        </div>
        {address !== null && told && <Export wallet={address} group={show} />}
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">Its deposits, payments, refunds and stake are listed here.</Empty>
      ) : told ? (
        <>
          <fieldset className="segmented wrap payments-filter">
            <legend className="visually-hidden">Show</legend>
            {([null, ...GROUPS] as const).map((group) => (
              <label key={group ?? 'all'}>
                <input
                  className="visually-hidden"
                  type="radio"
                  name="show"
                  checked={show === group}
                  onChange={() =>
                    void navigate({
                      to: '/payments',
                      search: group === null ? {} : { show: group },
                      replace: true,
                    })
                  }
                />
                {group === null ? 'All' : GROUP_NAMES[group]}
              </label>
            ))}
          </fieldset>
          <History wallet={address} group={show} />
        </>
      ) : (
        <Empty
          title="No indexer here"
          action={
            <Link to="/mandates" className="button primary">
              See your mandates
            </Link>
          }
        >
          The history of a wallet is told by an indexer, and this server names none. Each mandate shows its
          last payments from the chain.
        </Empty>
      )}
    </>
  );
}

function History({ wallet, group }: { wallet: string; group: PaymentGroup | null }) {
  const query = useInfiniteQuery(paymentsQuery(wallet, group));
  if (query.data === undefined) {
    return query.isError ? (
      <Failure error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={8} />
    );
  }
  const rows = query.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0 && !query.hasNextPage) {
    return (
      <Empty
        title={group === null ? 'No money moved yet' : 'Nothing of that kind'}
        action={
          group === null ? (
            <Link to="/mandates" className="button primary">
              Open a mandate
            </Link>
          ) : (
            <Link to="/payments" className="button primary">
              Show all
            </Link>
          )
        }
      >
        {group === null
          ? 'The first deposit, stake or payment appears here as it lands.'
          : 'The wallet has had none of these.'}
      </Empty>
    );
  }
  return (
    <div className="stack">
      <PaymentTable rows={rows} />
      <div className="row">
        <span className="small faint" role="status">
          {counted(rows.length, 'payment')} shown{query.hasNextPage ? '' : ': all of them'}
        </span>
        {query.hasNextPage && (
          <button
            type="button"
            className="button compact"
            disabled={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {query.isFetchingNextPage ? 'Reading' : 'Show earlier ones'}
          </button>
        )}
      </div>
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
    </div>
  );
}
