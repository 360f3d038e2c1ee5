import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { creditsQuery } from '../../data/credit-queries.js';
import type { CreditsView } from '../../data/credit-views.js';
import { useStore } from '../../lib/external-store.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Note } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { CreditMoveList } from './credit-moves.js';
import { Issuers } from './issuers.js';
import { WalletCredits } from './wallet-credits.js';

/** The credits of a cluster: what the wallet has of them, and who may mint them. */
export function CreditsPage() {
  const query = useQuery(creditsQuery);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Credits</h1>
          <p>
            A token that you buy elsewhere, by card for one, and spend on agents like any other: issuers mint
            it to your wallet for what you paid them. What it is worth nobody on the chain promises; you trust
            who sells it.
          </p>
        </div>
      </div>
      <MoneyTabs />
      <Loaded query={query} lines={6}>
        {(credits) =>
          credits === null ? (
            <Empty
              title="No credits on this cluster yet"
              action={
                <Link to="/mandates" className="button primary">
                  Set another token aside
                </Link>
              }
            >
              Whoever runs the protocol here has not made their mint. Agents are paid in the tokens that they
              name their prices in.
            </Empty>
          ) : (
            <Standing credits={credits} />
          )
        }
      </Loaded>
    </>
  );
}

function Standing({ credits }: { credits: CreditsView }) {
  const address = useStore(connected)?.account.address ?? null;
  return (
    <div className="stack-l">
      {credits.mintingPaused && (
        <Note tone="waiting">
          Minting is paused with all deposits: nobody is given credits now. What you have is yours to spend
          out of open mandates and to burn.
        </Note>
      )}
      {address === null ? (
        <Empty title="Connect a wallet">Its credits are shown here, with what it was given and burned.</Empty>
      ) : (
        <WalletCredits key={address} credits={credits} wallet={address} />
      )}
      <section className="stack">
        <h2>Who may mint them</h2>
        <Issuers credits={credits} />
      </section>
      {address !== null && (
        <section className="stack">
          <h2>Minted and burned</h2>
          <CreditMoveList wallet={address} />
        </section>
      )}
    </div>
  );
}
