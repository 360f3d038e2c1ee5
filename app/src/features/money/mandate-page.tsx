import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { chain, mandateChannelsQuery, mandateQuery, tokenQuery } from '../../data/queries.js';
import type { MandateView } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { ActionButton, TwiceButton } from '../../ui/action.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Meter } from '../../ui/meter.js';
import { Empty } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { ActivityList } from '../activity/activity-list.js';
import { Channels } from './channels.js';
import { MandateStatus } from './mandate-status.js';
import { MoveMoney } from './move-money.js';

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
  const isPayer = wallet?.account.address === mandate.payer;
  const settled = channels.data?.reduce((sum, channel) => sum + channel.settled, 0n);
  const { mint } = mandate;
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
        {isPayer && mandate.killedAt === 0 && (
          <TwiceButton
            label="Stop all spending"
            warning="Nothing more is allotted, for good. What agents earned is still paid."
            action={async () => (await chain()).killMandate(mandate)}
            invalidate={['mandate']}
            tone="danger"
          />
        )}
      </div>
      <dl className="figures">
        <div className="figure">
          <dt>Free</dt>
          <dd>
            <Amount amount={mandate.free} mint={mint} />
            <span className="sub">you can take it out</span>
          </dd>
        </div>
        <div className="figure">
          <dt>Allotted to agents</dt>
          <dd>
            <Amount amount={mandate.allotted} mint={mint} />
            <span className="sub">{counted(mandate.channels, 'channel')}</span>
          </dd>
        </div>
        <div className="figure">
          <dt>Settled in them</dt>
          <dd>
            {settled === undefined ? <span className="skeleton" /> : <Amount amount={settled} mint={mint} />}
            <span className="sub">worked for and signed</span>
          </dd>
        </div>
        <div className="figure">
          <dt>Allotted today</dt>
          <dd>
            <Amount amount={mandate.spentToday} mint={mint} />
            {mandate.dailyCap !== null && (
              <Meter used={mandate.spentToday} of={mandate.dailyCap} label="Of today's limit" />
            )}
          </dd>
        </div>
      </dl>
      <div className="columns mandate-columns">
        <div className="stack-l">
          <section className="stack">
            <h2>Channels</h2>
            <Loaded query={channels}>
              {(found) => <Channels channels={found} mint={mint} isPayer={isPayer} />}
            </Loaded>
          </section>
          <section className="stack">
            <h2>Payments</h2>
            <ActivityList address={mandate.address} kind="mandate" mint={mint} />
          </section>
        </div>
        <aside className="stack">
          <Limits mandate={mandate} />
          {isPayer && token.data && <MoveMoney mandate={mandate} decimals={token.data.decimals} />}
          {isPayer && (
            <div className="row">
              {mandate.killedAt === 0 && (
                <ActionButton
                  label="Replace the session key"
                  action={async () => (await chain()).rotateKey(mandate)}
                  invalidate={['mandate']}
                />
              )}
              {mandate.channels === 0 && (
                <TwiceButton
                  label="End it, take all out"
                  warning="The mandate is gone after this."
                  action={async () => (await chain()).closeMandate(mandate)}
                  invalidate={['mandate']}
                />
              )}
            </div>
          )}
        </aside>
      </div>
    </>
  );
}

function Limits({ mandate }: { mandate: MandateView }) {
  const { mint, dailyCap, totalCap } = mandate;
  return (
    <section className="sheet">
      <h2>Limits</h2>
      <dl className="facts">
        <dt>A call</dt>
        <dd>
          <Amount amount={mandate.perCallMax} mint={mint} />
        </dd>
        <dt>A day</dt>
        <dd>{dailyCap === null ? 'no limit' : <Amount amount={dailyCap} mint={mint} />}</dd>
        <dt>In all</dt>
        <dd>
          {totalCap === null ? (
            'no limit'
          ) : (
            <>
              <Amount amount={mandate.totalCharged} mint={mint} /> of <Amount amount={totalCap} mint={mint} />
            </>
          )}
        </dd>
        <dt>Agents</dt>
        <dd>
          {mandate.allowRoot !== null && `those of the list with root ${mandate.allowRoot}`}
          {mandate.allowRoot === null && mandate.allowList.length === 0 && 'any'}
          {mandate.allowList.map((agent) => (
            <Address key={agent} address={agent} to="agent" />
          ))}
        </dd>
        {mandate.attestor !== null && (
          <>
            <dt>Attestor of owners</dt>
            <dd>
              <Address address={mandate.attestor} />
            </dd>
          </>
        )}
        {mandate.approvers.length > 0 && (
          <>
            <dt>Approvers</dt>
            <dd>
              <Amount amount={mandate.approvalAbove} mint={mint} /> and more at once needs{' '}
              {mandate.approvers.map((wallet) => (
                <Address key={wallet} address={wallet} />
              ))}
            </dd>
          </>
        )}
        <dt>Session key</dt>
        <dd>
          <Address address={mandate.sessionKey} />
        </dd>
        <dt>Vault</dt>
        <dd>
          <Address address={mandate.vault} />
        </dd>
      </dl>
    </section>
  );
}
