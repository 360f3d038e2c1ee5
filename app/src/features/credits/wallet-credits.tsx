import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CreditsView } from '../../data/credit-views.js';
import { mandatesQuery, tokenBalanceQuery } from '../../data/queries.js';
import type { MandateView } from '../../data/views.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Failure } from '../../ui/status.js';
import { OpenMandate } from '../money/open-mandate.js';
import { BurnCredits } from './burn-credits.js';

/** What a wallet has of the credits, at hand and set aside, and the ways to set some aside or burn it. */
export function WalletCredits({ credits, wallet }: { credits: CreditsView; wallet: string }) {
  const { mint, supply } = credits;
  const balance = useQuery(tokenBalanceQuery(wallet, mint));
  const mandates = useQuery(mandatesQuery(wallet));
  const holding = mandates.data?.filter((mandate) => mandate.mint === mint);
  return (
    <Loaded query={balance}>
      {(has) => (
        <div className="stack-l">
          <dl className="figures">
            <div className="figure">
              <dt>In your wallet</dt>
              <dd>
                <Amount amount={has} mint={mint} />
                <span className="sub">to set aside or to burn</span>
              </dd>
            </div>
            <div className="figure">
              <dt>In your mandates</dt>
              <dd>
                {holding === undefined ? (
                  mandates.isError ? (
                    <Failure error={mandates.error} retry={() => void mandates.refetch()} />
                  ) : (
                    <span className="skeleton" />
                  )
                ) : (
                  <SetAside mandates={holding} mint={mint} />
                )}
              </dd>
            </div>
            <div className="figure">
              <dt>All that there are</dt>
              <dd>
                <Amount amount={supply} mint={mint} />
                <span className="sub">minted and not burned, of everybody</span>
              </dd>
            </div>
          </dl>
          {has === 0n ? (
            <Empty
              title="No credits in this wallet"
              action={
                <span className="row">
                  <Address address={wallet} />
                  <Link to="/" className="button">
                    Find an agent
                  </Link>
                </span>
              }
            >
              Buy some from an issuer and give it the wallet's address: they are minted to it, once for each
              payment.
            </Empty>
          ) : (
            <>
              {mandates.data !== undefined && (
                <SetMoreAside mint={mint} taken={mandates.data.map(({ id }) => id)} />
              )}
              <BurnCredits credits={credits} wallet={wallet} has={has} />
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

function SetAside({ mandates, mint }: { mandates: MandateView[]; mint: string }) {
  const sum = mandates.reduce((total, { free, allotted }) => total + free + allotted, 0n);
  return (
    <>
      <Amount amount={sum} mint={mint} />
      <span className="sub">
        <Link to="/mandates">
          {mandates.length === 0 ? 'none holds credits' : `in ${counted(mandates.length, 'mandate')}`}
        </Link>
      </span>
    </>
  );
}

/** Opens a mandate that holds credits, where that is asked for. */
function SetMoreAside({ mint, taken }: { mint: string; taken: string[] }) {
  const [opening, setOpening] = useState(false);
  const navigate = useNavigate();
  return (
    <div className="stack">
      <div className="row">
        <button type="button" className="button" onClick={() => setOpening(!opening)}>
          {opening ? 'Do not open one' : 'Open a mandate of credits'}
        </button>
        <span className="small soft">It pays the agents that name their price in credits.</span>
      </div>
      {opening && (
        <OpenMandate
          mint={mint}
          price={null}
          taken={taken}
          onOpened={(address) => void navigate({ to: '/mandates/$address', params: { address } })}
        />
      )}
    </div>
  );
}
