import { useQuery } from '@tanstack/react-query';
import { grantsQuery } from '../../data/consent-queries.js';
import { useStore } from '../../lib/external-store.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { SayTabs } from '../approvals/say-tabs.js';
import { GiveConsent } from './give-consent.js';
import { Grant } from './grant.js';

/** What this wallet has consented to, and the way to take it back. */
export function ConsentsPage() {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Consents</h1>
          <p>
            What you allow somebody to do with what is yours. The chain keeps hashes alone, and that you took
            one back beats whatever somebody remembers.
          </p>
        </div>
      </div>
      <SayTabs />
      {address === null ? (
        <Empty title="Connect a wallet">Its consents are listed here, with the way to take them back.</Empty>
      ) : (
        <div className="columns mandate-columns">
          <Grants wallet={address} />
          <aside>
            <GiveConsent wallet={address} />
          </aside>
        </div>
      )}
    </>
  );
}

function Grants({ wallet }: { wallet: string }) {
  const query = useQuery({ ...grantsQuery(wallet), refetchInterval: 10_000 });
  return (
    <Loaded query={query}>
      {(grants) =>
        grants.length === 0 ? (
          <Empty title="You have consented to nothing">
            Agents and those who process data ask for it. You give it here, to one purpose and until a day.
          </Empty>
        ) : (
          <div className="stack">
            {grants.map((grant) => (
              <Grant key={grant.address} grant={grant} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}
