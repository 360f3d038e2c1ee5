import { Link } from '@tanstack/react-router';
import { chain } from '../../data/queries.js';
import type { ChannelView } from '../../data/views.js';
import { counted } from '../../lib/text.js';
import { ActionButton } from '../../ui/action.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Meter } from '../../ui/meter.js';
import { Badge, Empty } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';

/** Allotments to agents, and how each is wound down. */
export function Channels({
  channels,
  mint,
  isPayer,
}: {
  channels: ChannelView[];
  mint: string;
  isPayer: boolean;
}) {
  if (channels.length === 0) {
    return (
      <Empty title="No channel yet">The first call to an agent opens one. No token moves for that.</Empty>
    );
  }
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
          {isPayer && <th scope="col">Next</th>}
        </tr>
      </thead>
      <tbody>
        {channels.map((channel) => (
          <tr key={channel.address}>
            <th scope="row">
              <Address address={channel.agent} to="agent" />
              <div className="small faint">
                {counted(channel.calls, 'call')} at <Amount amount={channel.price} mint={mint} />
              </div>
              <Link className="small" to="/channels/$address" params={{ address: channel.address }}>
                {isPayer ? 'Hold or dispute' : 'See the channel'}
              </Link>
            </th>
            <td>
              <ChannelStatus channel={channel} />
            </td>
            <td className="num">
              <Amount amount={channel.settled} mint={mint} />
              <div className="small faint">
                of <Amount amount={channel.allotted - channel.returned} mint={mint} />
              </div>
              <Meter
                used={channel.settled}
                of={channel.allotted - channel.returned}
                label="Settled of what is allotted"
              />
            </td>
            <td className="num">
              <Amount amount={channel.paidGross} mint={mint} />
              {channel.held > 0n && (
                <div className="small">
                  <Amount amount={channel.held} mint={mint} /> held
                </div>
              )}
            </td>
            {isPayer && (
              <td>
                <Next channel={channel} mint={mint} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Where a channel stands, in a word. */
export function ChannelStatus({ channel }: { channel: ChannelView }) {
  const now = useNow();
  if (channel.status === 'Draining') return <Badge tone="plain">Drained</Badge>;
  if (channel.status === 'Closing') {
    return (
      <span className="row">
        <Badge tone="waiting">Closing</Badge>
        <span className="small faint">
          <Countdown until={channel.closingEndsAt} over="grace is over" />
        </span>
      </span>
    );
  }
  return channel.expiresAt <= now ? (
    <Badge tone="waiting">Expired</Badge>
  ) : (
    <Badge tone="settled">Open</Badge>
  );
}

/** The one thing that can be done with a channel next. */
function Next({ channel, mint }: { channel: ChannelView; mint: string }) {
  const now = useNow();
  const invalidate = ['mandate', channel.mandate];
  const owed = channel.settled - channel.paidGross - channel.refunded - channel.held;
  const matures = channel.lastSettleAt + channel.holdback;
  if (channel.openDisputes > 0 && channel.status === 'Draining') {
    return <span className="small faint">waits for a dispute</span>;
  }
  if (owed > 0n && channel.lastSettleAt > 0 && now > matures) {
    return (
      <ActionButton
        label="Pay out"
        action={async () => (await chain()).payOutChannel(channel, mint)}
        invalidate={invalidate}
      />
    );
  }
  if (channel.status === 'Open' && channel.expiresAt > now) {
    return (
      <ActionButton
        label="Close"
        action={async () => (await chain()).closeChannel(channel)}
        invalidate={invalidate}
      />
    );
  }
  if (channel.status === 'Closing' && now < channel.closingEndsAt) {
    return (
      <ActionButton
        label="Take it back"
        action={async () => (await chain()).reopenChannel(channel)}
        invalidate={invalidate}
      />
    );
  }
  if (channel.status !== 'Draining') {
    return (
      <ActionButton
        label="Return the rest"
        action={async () => (await chain()).drainChannel(channel)}
        invalidate={invalidate}
      />
    );
  }
  if (owed > 0n || channel.held > 0n) {
    return (
      <span className="small faint">
        pays out in <Countdown until={matures} over="a moment" />
      </span>
    );
  }
  const claimable = channel.lastSettleAt + channel.claimWindow;
  if (channel.settled > 0n && now < claimable) {
    return (
      <span className="small faint">
        ends in <Countdown until={claimable} over="a moment" />
      </span>
    );
  }
  return (
    <ActionButton
      label="Take off the chain"
      action={async () => (await chain()).finishChannel(channel)}
      invalidate={invalidate}
    />
  );
}
