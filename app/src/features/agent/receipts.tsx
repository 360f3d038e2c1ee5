import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agentChannelsQuery, callsQuery, mandatesQuery } from '../../data/queries.js';
import type { AgentDetail, ChannelView } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { Empty, Failure, Skeleton } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { CallReceipt } from './call-receipt.js';
import { Rate } from './rate.js';
import { RatingReceipts } from './rating-receipts.js';

/** Receipts that anyone can check, and those of this browser's own calls. */
export function Receipts({ agent }: { agent: AgentDetail }) {
  return (
    <div className="stack-l">
      <Rate agent={agent} />
      <RatingReceipts agent={agent} />
      <OwnCalls agent={agent} />
    </div>
  );
}

function OwnCalls({ agent }: { agent: AgentDetail }) {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const mandates = useQuery(mandatesQuery(address));
  const channels = useQuery(agentChannelsQuery(agent.address));
  const own = new Set(mandates.data?.map((mandate) => mandate.address));
  const mine = (channels.data ?? []).filter(({ mandate }) => own.has(mandate));
  return (
    <section className="stack">
      <h2>Your calls</h2>
      {address === null && (
        <p className="soft">Connect the wallet that paid: its receipts are kept in this browser.</p>
      )}
      {address !== null && (mandates.isPending || channels.isPending) && <Skeleton />}
      {address !== null && channels.data !== undefined && mandates.data !== undefined && (
        <Calls agent={agent} wallet={address} channels={mine} />
      )}
    </section>
  );
}

function Calls({ agent, wallet, channels }: { agent: AgentDetail; wallet: string; channels: ChannelView[] }) {
  const queries = useQueries({ queries: channels.map(({ address }) => callsQuery(address)) });
  const failed = queries.find(({ isError }) => isError);
  const calls = queries.flatMap(({ data }) => data ?? []);
  if (failed !== undefined) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (queries.some(({ isPending }) => isPending)) return <Skeleton />;
  if (calls.length === 0) {
    return (
      <Empty
        title="No call of yours yet"
        action={
          <Link
            to="/agents/$address"
            params={{ address: agent.address }}
            search={{ tab: 'call' }}
            className="button primary"
          >
            Call it
          </Link>
        }
      >
        Each answer comes with a receipt: who paid, for what, and the agent's signature over it.
      </Empty>
    );
  }
  return (
    <div className="stack">
      {calls.map((call) => (
        <CallReceipt
          key={`${call.channel}${call.callNumber}`}
          call={call}
          payer={wallet}
          agent={agent.address}
          mint={agent.mint}
        />
      ))}
    </div>
  );
}
