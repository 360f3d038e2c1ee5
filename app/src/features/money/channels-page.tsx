import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { walletChannelsQuery } from '../../data/money-queries.js';
import type { ListedChannel } from '../../data/views.js';
import { CHANNEL_STATES, type ChannelState, channelState } from '../../lib/channel.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { Channels } from './channels.js';
import { MoneyTabs } from './money-tabs.js';

const NAMES: Record<ChannelState, string> = {
  open: 'Open',
  expired: 'Expired',
  closing: 'Closing',
  drained: 'Drained',
};

/** Channels that the wallet pays over, or is paid over, by where they stand. */
export function ChannelsPage() {
  const { as = 'payer', state = null } = useSearch({ from: '/channels' });
  const navigate = useNavigate();
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const query = useQuery({ ...walletChannelsQuery(address, as), refetchInterval: 15_000 });
  const go = (next: { as?: 'payee'; state?: ChannelState }) =>
    void navigate({ to: '/channels', search: next, replace: true });
  const chosenAs = as === 'payee' ? { as } : {};
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Channels</h1>
          <p>
            What mandates have allotted to agents. An agent settles what calls cost out of it; the rest comes
            back when the channel is wound down.
          </p>
        </div>
        <div className="segmented">
          {(['payer', 'payee'] as const).map((role) => (
            <label key={role}>
              <input
                className="visually-hidden"
                type="radio"
                name="as"
                checked={as === role}
                onChange={() => go(role === 'payee' ? { as: role } : {})}
              />
              {role === 'payer' ? 'You pay' : 'You are paid'}
            </label>
          ))}
        </div>
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">The channels it pays over, or is paid over, are listed here.</Empty>
      ) : (
        <Loaded query={query} lines={6}>
          {(listed) => (
            <List
              listed={listed}
              as={as}
              state={state}
              onState={(next) => go({ ...chosenAs, ...(next !== null && { state: next }) })}
            />
          )}
        </Loaded>
      )}
    </>
  );
}

function List({
  listed,
  as,
  state,
  onState,
}: {
  listed: ListedChannel[];
  as: 'payer' | 'payee';
  state: ChannelState | null;
  onState: (state: ChannelState | null) => void;
}) {
  const now = useNow(5_000);
  const stateOf = ({ channel }: ListedChannel) => channelState(channel, now);
  const shown = listed.filter((one) => state === null || stateOf(one) === state);
  if (listed.length === 0) return <None as={as} />;
  return (
    <div className="stack">
      <fieldset className="segmented wrap">
        <legend className="visually-hidden">Show channels that are</legend>
        {([null, ...CHANNEL_STATES] as const).map((one) => (
          <label key={one ?? 'all'}>
            <input
              className="visually-hidden"
              type="radio"
              name="state"
              checked={state === one}
              onChange={() => onState(one)}
            />
            {one === null ? 'All' : NAMES[one]}{' '}
            <span className="count">
              {one === null ? listed.length : listed.filter((entry) => stateOf(entry) === one).length}
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small faint" role="status">
        {counted(shown.length, 'channel')} shown
      </p>
      {shown.length === 0 ? (
        <Empty
          title={`None is ${NAMES[state ?? 'open'].toLowerCase()}`}
          action={
            <button type="button" className="button primary" onClick={() => onState(null)}>
              Show all
            </button>
          }
        >
          The wallet has {counted(listed.length, 'channel')} in all.
        </Empty>
      ) : (
        <Channels listed={shown} beside={as === 'payer' ? 'mandate' : 'payer'} />
      )}
    </div>
  );
}

function None({ as }: { as: 'payer' | 'payee' }) {
  if (as === 'payee') {
    return (
      <Empty
        title="Nobody pays this wallet"
        action={
          <Link to="/publish" className="button primary">
            Register an agent
          </Link>
        }
      >
        A channel appears here when somebody calls an agent that is paid out to this wallet.
      </Empty>
    );
  }
  return (
    <Empty
      title="You pay nobody"
      action={
        <Link to="/" className="button primary">
          Find an agent
        </Link>
      }
    >
      The first call to an agent opens a channel. What ended is in the history of payments.
    </Empty>
  );
}
