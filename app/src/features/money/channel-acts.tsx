import { Link } from '@tanstack/react-router';
import { chain } from '../../data/queries.js';
import type { ListedChannel } from '../../data/views.js';
import { type ChannelAct, possible } from '../../lib/channel.js';
import { useStore } from '../../lib/external-store.js';
import { ActionButton } from '../../ui/action.js';
import { NotYet } from '../../ui/acts.js';
import { Amount } from '../../ui/amount.js';
import { Countdown, useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { Rearm } from './rearm.js';

/** What each act is called on its button. */
export const ACT_LABELS: Record<ChannelAct, string> = {
  rearm: 'Allot more',
  close: 'Close',
  reopen: 'Take it back',
  drain: 'Return the rest',
  payout: 'Pay out',
  finish: 'Take off the chain',
};

const DO: Record<Exclude<ChannelAct, 'rearm'>, (listed: ListedChannel) => Promise<void>> = {
  close: async ({ channel }) => (await chain()).closeChannel(channel),
  reopen: async ({ channel }) => (await chain()).reopenChannel(channel),
  drain: async ({ channel }) => (await chain()).drainChannel(channel),
  payout: async ({ channel, mandate }) => (await chain()).payOutChannel(channel, mandate.mint),
  finish: async ({ channel }) => (await chain()).finishChannel(channel),
};

/** The button of an act that can be done now. */
export function ActButton({
  act,
  listed,
  tone = 'plain',
}: {
  act: Exclude<ChannelAct, 'rearm'>;
  listed: ListedChannel;
  tone?: 'plain' | 'primary';
}) {
  return (
    <ActionButton
      label={ACT_LABELS[act]}
      action={() => DO[act](listed)}
      invalidate={['mandate']}
      tone={tone}
    />
  );
}

interface Step {
  act: ChannelAct;
  /** who may, and what comes of it */
  about: string;
}

const STEPS: Step[] = [
  { act: 'rearm', about: 'Its payer. More money for the same agent, and more time; charged to the limits.' },
  { act: 'payout', about: 'Anyone. What has matured goes to whoever the agent is paid as.' },
  {
    act: 'close',
    about: 'Its payer; anyone once its mandate winds down. The agent still settles for a grace.',
  },
  { act: 'reopen', about: 'Its payer, while the grace runs and its mandate stands.' },
  { act: 'drain', about: 'Anyone, once nothing settles any more. What was not earned is free again.' },
  { act: 'finish', about: 'Anyone, once all is paid and nothing can be claimed. Its rent goes back.' },
];

/** Everything that can be done with a channel, by whom, and when. */
export function ChannelActs({ listed }: { listed: ListedChannel }) {
  const wallet = useStore(connected);
  const looking = { wallet: wallet?.account.address ?? null, now: useNow() };
  const { channel, mandate } = listed;
  return (
    <section className="sheet stack acts">
      <h2>What can be done</h2>
      {STEPS.map(({ act, about }) => {
        const found = possible(act, channel, mandate, looking);
        return (
          <div className="act" key={act}>
            <h3>{ACT_LABELS[act]}</h3>
            <p className="small soft">{about}</p>
            {found.can && act === 'payout' && (
              <p>
                <Amount amount={channel.payable} mint={mandate.mint} /> now, before the fee.
              </p>
            )}
            {found.can && act === 'rearm' && <Rearm listed={listed} />}
            {found.can && act !== 'rearm' && <ActButton act={act} listed={listed} tone="primary" />}
            {!found.can && (
              <>
                <button type="button" className="button compact" disabled title={found.why}>
                  {ACT_LABELS[act]}
                </button>
                <NotYet found={found} />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}

/** The one thing to do with a channel next, or what it waits for; the rest is on its own page. */
export function NextAct({ act, listed }: { act: ChannelAct | null; listed: ListedChannel }) {
  const wallet = useStore(connected);
  const looking = { wallet: wallet?.account.address ?? null, now: useNow() };
  const { channel, mandate } = listed;
  if (act === null || act === 'rearm') {
    return (
      <Link className="small" to="/channels/$address" params={{ address: channel.address }}>
        {channel.openDisputes > 0 ? 'waits for a dispute' : 'See why'}
      </Link>
    );
  }
  const found = possible(act, channel, mandate, looking);
  if (found.can) return <ActButton act={act} listed={listed} />;
  return (
    <span className="small faint">
      {WAITS[act]} in <Countdown until={found.at} over="a moment" />
    </span>
  );
}

const WAITS: Record<Exclude<ChannelAct, 'rearm'>, string> = {
  payout: 'pays out',
  close: 'can be closed',
  reopen: 'can be taken back',
  drain: 'rest returns',
  finish: 'ends',
};
