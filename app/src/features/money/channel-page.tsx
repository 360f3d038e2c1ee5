import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { channelQuery, disputesQuery } from '../../data/dispute-queries.js';
import { mandateQuery } from '../../data/queries.js';
import type { ChannelView, MandateView } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Meter } from '../../ui/meter.js';
import { Empty, Skeleton } from '../../ui/status.js';
import { Countdown } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { DisputeList } from '../disputes/dispute-list.js';
import { ChannelActs } from './channel-acts.js';
import { Terms } from './channel-terms.js';
import { ChannelStatus } from './channels.js';
import { Hold } from './hold.js';
import { OpenDispute } from './open-dispute.js';

/** One channel: what was paid over it, and what to do if the agent did not deliver. */
export function ChannelPage() {
  const { address } = useParams({ from: '/channels/$address' });
  const query = useQuery({ ...channelQuery(address), refetchInterval: 10_000 });
  return (
    <Loaded query={query} lines={8}>
      {(channel) => (channel === null ? <Gone address={address} /> : <Channel channel={channel} />)}
    </Loaded>
  );
}

function Gone({ address }: { address: string }) {
  const disputes = useQuery(disputesQuery({ channel: address }));
  return (
    <>
      <Empty
        title="There is no channel here"
        page
        action={
          <Link to="/mandates" className="button primary">
            See your mandates
          </Link>
        }
      >
        It was ended, with everything in it paid or returned; or the address is of something else.
      </Empty>
      {disputes.data !== undefined && disputes.data.length > 0 && <DisputeList disputes={disputes.data} />}
    </>
  );
}

function Channel({ channel }: { channel: ChannelView }) {
  const wallet = useStore(connected);
  const mandate = useQuery(mandateQuery(channel.mandate));
  if (mandate.data === undefined || mandate.data === null) return <Skeleton lines={8} />;
  const { mint, payer } = mandate.data;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Channel {channel.n}</h1>
          <div className="row small">
            <ChannelStatus channel={channel} />
            <span className="faint">to</span> <AgentName address={channel.agent} />
            <span className="faint">out of</span>
            <Link to="/mandates/$address" params={{ address: channel.mandate }}>
              mandate {mandate.data.id}
            </Link>
          </div>
        </div>
      </div>
      <Figures channel={channel} mint={mint} />
      <div className="columns mandate-columns">
        <div className="stack-l">
          <ChannelActs listed={{ channel, mandate: mandate.data }} />
          <Disputes channel={channel} />
        </div>
        <aside className="stack">
          <Terms channel={channel} mint={mint} />
          {wallet?.account.address === payer ? (
            <PayersPart channel={channel} mandate={mandate.data} />
          ) : (
            <p className="sheet soft">
              Only its payer, <Address address={payer} />, allots more, holds money here or opens a dispute.
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

function PayersPart({ channel, mandate }: { channel: ChannelView; mandate: MandateView }) {
  return (
    <>
      <Hold channel={channel} mint={mandate.mint} />
      <OpenDispute channel={channel} mint={mandate.mint} />
    </>
  );
}

function Figures({ channel, mint }: { channel: ChannelView; mint: string }) {
  return (
    <dl className="figures">
      <div className="figure">
        <dt>Settled</dt>
        <dd>
          <Amount amount={channel.settled} mint={mint} />
          <span className="sub">
            {counted(channel.calls, 'call')}, of{' '}
            <Amount amount={channel.allotted - channel.returned} mint={mint} /> allotted
          </span>
          <Meter
            used={channel.settled}
            of={channel.allotted - channel.returned}
            label="Settled of what is allotted"
          />
        </dd>
      </div>
      <div className="figure">
        <dt>Paid out</dt>
        <dd>
          <Amount amount={channel.paidGross} mint={mint} />
          <span className="sub">cannot be held any more</span>
        </dd>
      </div>
      <div className="figure">
        <dt>Owed to the agent</dt>
        <dd>
          <Amount amount={channel.unpaid} mint={mint} />
          <span className="sub">
            {channel.payable > 0n && (
              <>
                <Amount amount={channel.payable} mint={mint} /> can be paid out now
              </>
            )}
            {channel.payable === 0n && channel.maturesAt > 0 && (
              <>
                matures in <Countdown until={channel.maturesAt} over="a moment" />
              </>
            )}
          </span>
        </dd>
      </div>
      <div className="figure">
        <dt>Held back</dt>
        <dd>
          <Amount amount={channel.held} mint={mint} />
          <span className="sub">
            {channel.holdDisputed && 'a dispute has it'}
            {channel.heldUntil > 0 && (
              <>
                lapses in <Countdown until={channel.heldUntil} over="a moment" />
              </>
            )}
            {channel.held === 0n && 'nothing'}
          </span>
        </dd>
      </div>
      <div className="figure">
        <dt>Given back</dt>
        <dd>
          <Amount amount={channel.refunded} mint={mint} />
          <span className="sub">by the agent, or by rulings</span>
        </dd>
      </div>
    </dl>
  );
}

function Disputes({ channel }: { channel: ChannelView }) {
  const query = useQuery(disputesQuery({ channel: channel.address }));
  return (
    <section className="stack">
      <h2>Disputes</h2>
      <Loaded query={query}>
        {(disputes) =>
          disputes.length === 0 ? (
            <Empty title="No dispute about this channel">
              If the agent was paid and did not deliver, hold the money first, so that it is still there; then
              open a dispute.
            </Empty>
          ) : (
            <DisputeList disputes={disputes} />
          )
        }
      </Loaded>
    </section>
  );
}
