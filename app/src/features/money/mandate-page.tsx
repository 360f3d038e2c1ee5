import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { chain, mandateChannelsQuery, mandateQuery, tokenQuery } from '../../data/queries.js';
import type { ChannelView, MandateView } from '../../data/views.js';
import { windsDown } from '../../lib/channel.js';
import { useStore } from '../../lib/external-store.js';
import { TwiceButton } from '../../ui/action.js';
import { Address } from '../../ui/address.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Note } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { ActivityList } from '../activity/activity-list.js';
import { Requests } from '../approvals/requests.js';
import { Channels } from './channels.js';
import { Limits } from './limits.js';
import { MandateFigures } from './mandate-figures.js';
import { MandateStatus } from './mandate-status.js';
import { MoveMoney } from './move-money.js';
import { ReplaceKey } from './session-key.js';
import { CloseThem, Stop } from './stop.js';

/** One budget: its limits, what is left of them, its channels, and the switch that stops it. */
export function MandatePage() {
  const { address } = useParams({ from: '/mandates/$address' });
  const query = useQuery(mandateQuery(address));
  return (
    <Loaded query={query} lines={8}>
      {(mandate) =>
        mandate === null ? (
          <Empty
            title="There is no mandate here"
            page
            action={
              <Link to="/mandates" className="button primary">
                See your mandates
              </Link>
            }
          >
            It was ended, and everything in it went back; or the address is of something else.
          </Empty>
        ) : (
          <Mandate mandate={mandate} />
        )
      }
    </Loaded>
  );
}

function Mandate({ mandate }: { mandate: MandateView }) {
  const wallet = useStore(connected);
  const token = useQuery(tokenQuery(mandate.mint));
  const channels = useQuery(mandateChannelsQuery(mandate.address));
  const [stopping, setStopping] = useState(false);
  const isPayer = wallet?.account.address === mandate.payer;
  const stoppable = isPayer && mandate.killedAt === 0;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Mandate {mandate.id}</h1>
          <div className="row small">
            <MandateStatus mandate={mandate} />
            <Address address={mandate.address} picture={false} />
            <span className="faint">of</span> <Address address={mandate.payer} />
          </div>
        </div>
        {stoppable && !stopping && (
          <button type="button" className="button compact danger" onClick={() => setStopping(true)}>
            Stop all spending
          </button>
        )}
      </div>
      <div className="stack">
        {stoppable && stopping && (
          <Stop mandate={mandate} channels={channels.data ?? []} onKeep={() => setStopping(false)} />
        )}
        <Winding mandate={mandate} channels={channels.data ?? []} />
        <MandateFigures mandate={mandate} channels={channels.data} />
      </div>
      <div className="columns mandate-columns">
        <div className="stack-l">
          <section className="stack">
            <h2>Channels</h2>
            <Loaded query={channels}>
              {(found) =>
                found.length === 0 ? (
                  <Empty
                    title="No channel yet"
                    action={
                      <Link to="/" className="button primary">
                        Find an agent
                      </Link>
                    }
                  >
                    The first call to an agent opens one. No token moves for that.
                  </Empty>
                ) : (
                  <Channels listed={found.map((channel) => ({ channel, mandate }))} />
                )
              }
            </Loaded>
          </section>
          <Requests mandate={mandate} />
          <section className="stack">
            <h2>Payments</h2>
            <ActivityList address={mandate.address} kind="mandate" mint={mandate.mint} />
          </section>
        </div>
        <aside className="stack">
          <Limits mandate={mandate} />
          {isPayer && token.data && <MoveMoney mandate={mandate} decimals={token.data.decimals} />}
          {stoppable && <ReplaceKey mandate={mandate} channels={channels.data ?? []} />}
          {isPayer && <End mandate={mandate} />}
        </aside>
      </div>
    </>
  );
}

const WHY = {
  stopped: 'It is stopped.',
  expired: 'It has expired.',
  replaced: 'The session key was replaced.',
} as const;

/** Says which channels are left open that nothing more is allotted to. */
function Winding({ mandate, channels }: { mandate: MandateView; channels: ChannelView[] }) {
  const now = useNow(5_000);
  const left = channels.filter(
    (channel) =>
      channel.status === 'Open' && channel.expiresAt > now && windsDown(mandate, channel, now) !== null,
  );
  const [first] = left;
  const why = first === undefined ? null : windsDown(mandate, first, now);
  if (why === null) return null;
  return (
    <Note tone="waiting">
      <CloseThem channels={left} why={WHY[why]} />
    </Note>
  );
}

function End({ mandate }: { mandate: MandateView }) {
  const why =
    mandate.channels > 0 || mandate.jobs > 0
      ? 'Once its channels and jobs are off the chain, it can be ended, and its rent comes back.'
      : mandate.feesAccrued > 0n
        ? 'Fees of what was paid out are still in it: they are swept first.'
        : null;
  return (
    <section className="sheet stack">
      <h2>End it</h2>
      {why === null ? (
        <TwiceButton
          label="End it, take all out"
          warning="The mandate is gone after this."
          action={async () => (await chain()).closeMandate(mandate)}
          invalidate={['mandate']}
        />
      ) : (
        <p className="small soft">{why}</p>
      )}
    </section>
  );
}
