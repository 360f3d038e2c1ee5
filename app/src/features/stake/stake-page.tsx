import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { positionsQuery } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { Positions } from './positions.js';
import { Slashes } from './slashes.js';

/** The wallet's stake behind all agents. */
export function StakePage() {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const query = useQuery(positionsQuery(address, null));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Stake</h1>
          <p>
            What you stand in with for agents. It speaks for them, and is lost if a ruling goes against them.
          </p>
        </div>
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">Its positions are listed here, with what cools and until when.</Empty>
      ) : (
        <Loaded query={query}>
          {(positions) =>
            positions.length === 0 ? (
              <Empty
                title="Nothing at stake"
                action={
                  <Link to="/" search={{ unproven: true }} className="button primary">
                    Find an agent
                  </Link>
                }
              >
                Stake on an agent of your own so that it may take business, or back one that you trust.
              </Empty>
            ) : (
              <div className="stack-l">
                <Positions positions={positions} />
                <section className="stack">
                  <h2>Slashes</h2>
                  <Slashes agents={[...new Set(positions.map(({ agent }) => agent))]} />
                </section>
              </div>
            )
          }
        </Loaded>
      )}
    </>
  );
}
