import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { creditIssuersQuery } from '../../data/credit-queries.js';
import type { CreditIssuerView, CreditsView } from '../../data/credit-views.js';
import { issuersDay } from '../../lib/credits.js';
import { nextReset } from '../../lib/limits.js';
import { counted } from '../../lib/text.js';
import { timeOfDay } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Meter } from '../../ui/meter.js';
import { Badge, Empty } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';

/** Who may mint credits, with what each may still mint today. */
export function Issuers({ credits }: { credits: CreditsView }) {
  const query = useQuery(creditIssuersQuery);
  return (
    <Loaded query={query}>
      {(issuers) =>
        issuers.length === 0 ? (
          <Empty
            title="No issuer yet"
            action={
              <Link to="/settings" className="button">
                See who runs the protocol
              </Link>
            }
          >
            Its admin names who may mint credits, each with a cap for a day. Until then nobody sells them.
          </Empty>
        ) : (
          <div className="stack">
            <Table label="Issuers of credits">
              <thead>
                <tr>
                  <th scope="col">Issuer</th>
                  <th scope="col">State</th>
                  <th scope="col" className="num">
                    At most a day
                  </th>
                  <th scope="col">Left today</th>
                  <th scope="col" className="num">
                    Minted in all
                  </th>
                </tr>
              </thead>
              <tbody>
                {issuers.map((issuer) => (
                  <Row key={issuer.address} issuer={issuer} credits={credits} />
                ))}
              </tbody>
            </Table>
            <Days />
          </div>
        )
      }
    </Loaded>
  );
}

function Row({
  issuer,
  credits: { mint, mintingPaused },
}: {
  issuer: CreditIssuerView;
  credits: CreditsView;
}) {
  const { active, dailyCap, minted, payments } = issuer;
  return (
    <tr>
      <th scope="row">
        <Address address={issuer.issuer} />
      </th>
      <td>
        {!active ? (
          <Badge tone="risk">Stopped</Badge>
        ) : mintingPaused ? (
          <Badge tone="waiting">Paused</Badge>
        ) : (
          <Badge tone="settled">Active</Badge>
        )}
      </td>
      <td className="num">{dailyCap === null ? 'no limit' : <Amount amount={dailyCap} mint={mint} />}</td>
      <td>
        <Left issuer={issuer} mint={mint} />
      </td>
      <td className="num">
        <Amount amount={minted} mint={mint} />
        <div className="small faint">for {counted(payments, 'payment')}</div>
      </td>
    </tr>
  );
}

function Left({ issuer, mint }: { issuer: CreditIssuerView; mint: string }) {
  const { minted, left } = issuersDay(issuer, useNow(10_000));
  if (!issuer.active) return <span className="small faint">nothing while it is stopped</span>;
  return (
    <>
      {left === null ? 'no limit' : <Amount amount={left} mint={mint} />}
      <div className="small faint">
        <Amount amount={minted} mint={mint} /> minted today
      </div>
      {issuer.dailyCap !== null && <Meter used={minted} of={issuer.dailyCap} label="Of today's cap" />}
    </>
  );
}

/** When the caps of a day are whole again, in the reader's zone. */
function Days() {
  const at = nextReset(useNow());
  return (
    <p className="small faint">
      Caps of a day begin anew at {timeOfDay(at)}, in <Countdown until={at} over="a moment" />: midnight UTC.
      A cap bounds what a stolen key of an issuer can mint before the admin stops it.
    </p>
  );
}
