import { Link } from '@tanstack/react-router';
import type { ChannelView, ListedChannel } from '../../data/views.js';
import { channelState, nextAct } from '../../lib/channel.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { Amount } from '../../ui/amount.js';
import { Meter } from '../../ui/meter.js';
import { Badge } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { NextAct } from './channel-acts.js';

/** Allotments to agents, and how each is wound down. */
export function Channels({
  listed,
  beside,
}: {
  listed: ListedChannel[];
  /** what stands under the agent: nothing more, its mandate, or who pays */
  beside?: 'mandate' | 'payer';
}) {
  const wallet = useStore(connected);
  const looking = { wallet: wallet?.account.address ?? null, now: useNow() };
  return (
    <Table label="Channels">
      <thead>
        <tr>
          <th scope="col">Agent</th>
          <th scope="col">State</th>
          <th scope="col" className="num">
            Settled of allotted
          </th>
          <th scope="col" className="num">
            Paid out
          </th>
          <th scope="col">Next</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((one) => {
          const { channel, mandate } = one;
          return (
            <tr key={channel.address}>
              <th scope="row">
                <AgentName address={channel.agent} />
                <div className="small faint">
                  {counted(channel.calls, 'call')} at <Amount amount={channel.price} mint={mandate.mint} />
                </div>
                {beside === 'mandate' && (
                  <div className="small">
                    out of{' '}
                    <Link to="/mandates/$address" params={{ address: mandate.address }}>
                      mandate {mandate.id}
                    </Link>
                  </div>
                )}
                {beside === 'payer' && (
                  <div className="small">
                    paid by <Address address={mandate.payer} picture={false} />
                  </div>
                )}
                <Link className="small" to="/channels/$address" params={{ address: channel.address }}>
                  {wallet?.account.address === mandate.payer ? 'Hold or dispute' : 'See the channel'}
                </Link>
              </th>
              <td>
                <ChannelStatus channel={channel} />
              </td>
              <td className="num">
                <Settled channel={channel} mint={mandate.mint} />
              </td>
              <td className="num">
                <Paid channel={channel} mint={mandate.mint} />
              </td>
              <td>
                <NextAct act={nextAct(channel, mandate, looking)} listed={one} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function Settled({ channel, mint }: { channel: ChannelView; mint: string }) {
  const allotted = channel.allotted - channel.returned;
  return (
    <>
      <Amount amount={channel.settled} mint={mint} />
      <div className="small faint">
        of <Amount amount={allotted} mint={mint} />
      </div>
      <Meter used={channel.settled} of={allotted} label="Settled of what is allotted" />
    </>
  );
}

function Paid({ channel, mint }: { channel: ChannelView; mint: string }) {
  return (
    <>
      <Amount amount={channel.paidGross} mint={mint} />
      {channel.held > 0n && (
        <div className="small">
          <Amount amount={channel.held} mint={mint} /> held
        </div>
      )}
      {channel.refunded > 0n && (
        <div className="small">
          <Amount amount={channel.refunded} mint={mint} /> given back
        </div>
      )}
    </>
  );
}

/** Where a channel stands, in a word. */
export function ChannelStatus({ channel }: { channel: ChannelView }) {
  const now = useNow();
  switch (channelState(channel, now)) {
    case 'drained':
      return <Badge tone="plain">Drained</Badge>;
    case 'expired':
      return <Badge tone="waiting">Expired</Badge>;
    case 'closing':
      return (
        <span className="row">
          <Badge tone="waiting">Closing</Badge>
          <span className="small faint">
            <Countdown until={channel.closingEndsAt} over="grace is over" />
          </span>
        </span>
      );
    default:
      return (
        <span className="row">
          <Badge tone="settled">Open</Badge>
          <span className="small faint">
            <Countdown until={channel.expiresAt} over="expired" /> left
          </span>
        </span>
      );
  }
}
