import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { chain, tokenQuery } from '../../data/queries.js';
import type { ChannelView } from '../../data/views.js';
import { decimal } from '../../lib/amounts.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, parsed } from '../../ui/amount-field.js';
import { Countdown } from '../../ui/time.js';

/** Keeps settled money from being paid out, for a while, so that a dispute finds it. */
export function Hold({ channel, mint }: { channel: ChannelView; mint: string }) {
  return (
    <section className="sheet stack">
      <h2>Hold</h2>
      {channel.held > 0n ? <Held channel={channel} mint={mint} /> : <NewHold channel={channel} mint={mint} />}
    </section>
  );
}

function Held({ channel, mint }: { channel: ChannelView; mint: string }) {
  const why = channel.holdDisputed ? 'A dispute has it, and decides where it goes.' : undefined;
  return (
    <>
      <p>
        <Amount amount={channel.held} mint={mint} /> are not paid out
        {channel.heldUntil > 0 && (
          <>
            {' '}
            for <Countdown until={channel.heldUntil} over="a moment" />, unless a dispute takes them up
          </>
        )}
        .
      </p>
      <ActionButton
        label="Release the hold"
        disabled={why !== undefined}
        why={why}
        action={async () => (await chain()).releaseHold(channel)}
        invalidate={['mandate']}
      />
    </>
  );
}

function NewHold({ channel, mint }: { channel: ChannelView; mint: string }) {
  const token = useQuery(tokenQuery(mint));
  const decimals = token.data?.decimals ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const most = decimal(channel.holdable, decimals).replaceAll(',', '');
  const text = typed ?? most;
  if (channel.holdable === 0n) {
    const why =
      channel.settled === 0n
        ? 'Nothing is settled yet, so there is nothing to hold.'
        : 'All that was settled has matured: it is the agent’s. A dispute can still claim it out of the stake.';
    return (
      <>
        <button type="button" className="button compact" disabled title={why}>
          Hold
        </button>
        <p className="small soft">{why}</p>
      </>
    );
  }
  return (
    <>
      <p className="small soft">
        Something is wrong? Held money is not paid to the agent. The hold lapses by itself if you open no
        dispute.
      </p>
      <AmountField
        label="How much"
        value={text}
        mint={mint}
        decimals={decimals}
        onChange={setTyped}
        hint={
          <>
            At most <Amount amount={channel.holdable} mint={mint} />, what has not matured yet.
          </>
        }
      />
      <ActionButton
        label="Hold it back"
        tone="primary"
        disabled={text === ''}
        action={async () => {
          await (await chain()).holdMoney(channel, parsed(text, decimals));
          setTyped(null);
        }}
        invalidate={['mandate']}
      />
    </>
  );
}
