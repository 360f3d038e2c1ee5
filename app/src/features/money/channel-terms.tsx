import type { ChannelView } from '../../data/views.js';
import { exactTime, span } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';

/** What the channel was opened under: nothing that the protocol changes later touches it. */
export function Terms({ channel, mint }: { channel: ChannelView; mint: string }) {
  return (
    <section className="sheet">
      <h2>Terms</h2>
      <dl className="facts">
        <dt>A call</dt>
        <dd>
          <Amount amount={channel.price} mint={mint} />, at most{' '}
          <Amount amount={channel.perCallMax} mint={mint} />
        </dd>
        <dt>Fee</dt>
        <dd>{channel.feeBps / 100} % of what is paid out</dd>
        <dt>Settles until</dt>
        <dd>{exactTime(channel.expiresAt)}</dd>
        <dt>Matures</dt>
        <dd>{span(channel.holdback)} after it is settled</dd>
        <dt>Grace</dt>
        <dd>{span(channel.closeGrace)} after it is closed</dd>
        <dt>Claims</dt>
        <dd>{span(channel.claimWindow)} after the last settle</dd>
        <dt>Version</dt>
        <dd>{channel.agentVersion}</dd>
        <dt>Paid as</dt>
        <dd>
          <Address address={channel.payoutOwner} />
        </dd>
        <dt>Its rent goes to</dt>
        <dd>
          <Address address={channel.rentPayer} />
        </dd>
      </dl>
    </section>
  );
}
