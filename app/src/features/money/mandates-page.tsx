import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { settlementMints } from '../../data/config.js';
import { mandatesQuery } from '../../data/queries.js';
import type { MandateView } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { nextReset } from '../../lib/limits.js';
import { timeOfDay } from '../../lib/time.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { Today } from './mandate-figures.js';
import { MandateStatus } from './mandate-status.js';
import { MoneyTabs } from './money-tabs.js';
import { OpenMandate } from './open-mandate.js';

/** The wallet's budgets. */
export function MandatesPage() {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const query = useQuery(mandatesQuery(address));
  const [opening, setOpening] = useState(false);
  const navigate = useNavigate();
  const [mint] = settlementMints();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Mandates</h1>
          <p>
            Money you set aside under limits. Each pays many agents; you can stop all of it with one click.
          </p>
        </div>
        {address !== null && mint !== undefined && (
          <button type="button" className="button" onClick={() => setOpening(!opening)}>
            {opening ? 'Do not open one' : 'Open a mandate'}
          </button>
        )}
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">
          Its mandates are listed here, with what was spent of each today.
        </Empty>
      ) : (
        <Loaded query={query}>
          {(mandates) => (
            <div className="stack-l">
              {opening && mint !== undefined && (
                <OpenMandate
                  mint={mint}
                  price={null}
                  taken={mandates.map(({ id }) => id)}
                  onOpened={(opened) =>
                    void navigate({ to: '/mandates/$address', params: { address: opened } })
                  }
                />
              )}
              {mandates.length === 0 && !opening && (
                <Empty
                  title="No mandate yet"
                  action={
                    <button type="button" className="button primary" onClick={() => setOpening(true)}>
                      Open a mandate
                    </button>
                  }
                >
                  Set money aside once; then agents are paid per call, within limits that the chain enforces.
                </Empty>
              )}
              {mandates.length > 0 && <List mandates={mandates} />}
            </div>
          )}
        </Loaded>
      )}
    </>
  );
}

function List({ mandates }: { mandates: MandateView[] }) {
  return (
    <div className="stack">
      <Table label="Mandates">
        <thead>
          <tr>
            <th scope="col">Mandate</th>
            <th scope="col">State</th>
            <th scope="col" className="num">
              Free
            </th>
            <th scope="col" className="num">
              Allotted
            </th>
            <th scope="col">Allotted today</th>
            <th scope="col" className="num">
              At most a call
            </th>
          </tr>
        </thead>
        <tbody>
          {mandates.map((mandate) => (
            <tr key={mandate.address}>
              <th scope="row">
                <Link to="/mandates/$address" params={{ address: mandate.address }}>
                  Mandate {mandate.id}
                </Link>
              </th>
              <td>
                <MandateStatus mandate={mandate} />
              </td>
              <td className="num">
                <Amount amount={mandate.free} mint={mandate.mint} />
              </td>
              <td className="num">
                <Amount amount={mandate.allotted} mint={mandate.mint} />
              </td>
              <td>
                <Today mandate={mandate} />
              </td>
              <td className="num">
                <Amount amount={mandate.perCallMax} mint={mandate.mint} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Days />
    </div>
  );
}

/** When today's limits begin anew, in the reader's zone. */
function Days() {
  const at = nextReset(useNow());
  return (
    <p className="small faint">
      Limits of a day begin anew at {timeOfDay(at)}, in <Countdown until={at} over="a moment" />: midnight
      UTC.
    </p>
  );
}
