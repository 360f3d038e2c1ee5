import { useEffect, useRef } from 'react';
import { chain } from '../../data/queries.js';
import type { ChannelView, MandateView } from '../../data/views.js';
import { counted } from '../../lib/text.js';
import { span } from '../../lib/time.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';

/** What stopping a mandate means, told before it is signed. */
export function Stop({
  mandate,
  channels,
  onKeep,
}: {
  mandate: MandateView;
  channels: ChannelView[];
  onKeep: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { mint } = mandate;
  const open = channels.filter(({ status }) => status !== 'Draining');
  const promised = open.reduce(
    (sum, { allotted, returned, settled }) => sum + allotted - returned - settled,
    0n,
  );
  const grace = open.reduce((longest, { closeGrace }) => Math.max(longest, closeGrace), 0);
  return (
    <section className="sheet stack stop">
      <h2 ref={heading} tabIndex={-1}>
        Stop all spending of mandate {mandate.id}
      </h2>
      <p>
        <strong>Nothing more is allotted, for good.</strong> It cannot be taken back; whoever has its key can
        spend nothing that is not promised to an agent already.
      </p>
      <ul className="steps">
        <li>
          <Amount amount={mandate.free} mint={mint} /> are free, and yours to take out at once.
        </li>
        <li>
          {open.length === 0 ? (
            'No channel is open: no agent can settle anything more.'
          ) : (
            <>
              <Amount amount={promised} mint={mint} /> are promised in {counted(open.length, 'channel')} and
              not settled. Agents may still settle them, by calls that were signed, until {span(grace)} after
              each channel is closed. Close them next; then the rest comes back.
            </>
          )}
        </li>
        <li>What agents have earned is paid to them. Holds and disputes go on.</li>
      </ul>
      <div className="row">
        <ActionButton
          label="Stop all spending"
          tone="danger"
          action={async () => (await chain()).killMandate(mandate)}
          invalidate={['mandate']}
        />
        <button type="button" className="button compact quiet" onClick={onKeep}>
          Keep it
        </button>
      </div>
    </section>
  );
}

/** Channels that nothing more can be allotted to, and that nobody has closed yet. */
export function CloseThem({ channels, why }: { channels: ChannelView[]; why: string }) {
  return (
    <div className="row">
      <span>
        {why} {counted(channels.length, 'channel is', 'channels are')} still open: close{' '}
        {channels.length === 1 ? 'it' : 'them'} to have back what is not earned.
      </span>
      <ActionButton
        label={channels.length === 1 ? 'Close it' : `Close all ${channels.length}`}
        tone="primary"
        action={async () => (await chain()).closeChannels(channels)}
        invalidate={['mandate']}
      />
    </div>
  );
}
