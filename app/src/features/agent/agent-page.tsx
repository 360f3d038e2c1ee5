import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { AGENT_TABS, type AgentTab } from '../../app/router.js';
import {
  agentChannelsQuery,
  agentQuery,
  manifestQuery,
  scoreQuery,
  stakeQuery,
  versionsQuery,
} from '../../data/queries.js';
import type { AgentDetail } from '../../data/views.js';
import { counted, cutText, shownText } from '../../lib/text.js';
import { Address, Identicon } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Score, stars } from '../../ui/score.js';
import { AgentStatus, Empty, Skeleton } from '../../ui/status.js';
import { ActivityList } from '../activity/activity-list.js';
import { Overview } from './overview.js';
import { Owner } from './owner.js';
import { Versions } from './versions.js';

const Call = lazy(() => import('./call.js').then(({ Call: component }) => ({ default: component })));
const Stake = lazy(() => import('./stake.js').then(({ Stake: component }) => ({ default: component })));
const Receipts = lazy(() =>
  import('./receipts.js').then(({ Receipts: component }) => ({ default: component })),
);

const LABELS: Record<AgentTab, string> = {
  overview: 'Overview',
  call: 'Call it',
  versions: 'Versions',
  stake: 'Stake',
  receipts: 'Receipts',
  activity: 'Activity',
};

/** All there is to know of one agent before it is paid, and the place to pay it. */
export function AgentPage() {
  const { address } = useParams({ from: '/agents/$address' });
  const query = useQuery(agentQuery(address));
  return (
    <Loaded query={query} lines={8}>
      {(agent) =>
        agent === null ? (
          <Empty
            title="There is no agent here"
            page
            action={
              <Link to="/" className="button primary">
                See the registry
              </Link>
            }
          >
            Nothing is registered at this address on this cluster, or it was closed.
          </Empty>
        ) : (
          <Agent agent={agent} />
        )
      }
    </Loaded>
  );
}

function Agent({ agent }: { agent: AgentDetail }) {
  const { tab = 'overview' } = useSearch({ from: '/agents/$address' });
  const versions = useQuery(versionsQuery(agent.address, agent.latestVersion));
  const latest = versions.data?.[0];
  const manifest = useQuery(manifestQuery(agent.address, latest?.manifestHash ?? null));
  const name = manifest.data?.name ?? agent.handle;
  return (
    <>
      <div className="page-head">
        <div className="row agent-title">
          <Identicon address={agent.address} size={52} />
          <div>
            <h1 className="break" title={shownText(name)}>
              {cutText(name, 80)}
            </h1>
            <div className="row small">
              <span className="mono">{cutText(agent.handle, 32)}</span>
              <AgentStatus status={agent.status} live={agent.live} />
              <Address address={agent.address} picture={false} />
              <span className="faint">owned by</span> <Address address={agent.owner} />
            </div>
          </div>
        </div>
        {agent.live && tab !== 'call' && (
          <span className="row">
            <Link to="/jobs" search={{ offer: true, agent: agent.address }} className="button">
              Offer a job
            </Link>
            <Link
              to="/agents/$address"
              params={{ address: agent.address }}
              search={{ tab: 'call' }}
              className="button primary"
            >
              Call it
            </Link>
          </span>
        )}
      </div>
      <Figures agent={agent} />
      <Owner agent={agent} />
      <nav className="tabs agent-tabs" aria-label="About this agent">
        {AGENT_TABS.map((name) => (
          <Link
            key={name}
            to="/agents/$address"
            params={{ address: agent.address }}
            search={name === 'overview' ? {} : { tab: name }}
            className={name === tab ? 'active' : ''}
            activeProps={{ className: '' }}
            aria-current={name === tab ? 'page' : undefined}
            replace
          >
            {LABELS[name]}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Skeleton lines={5} />}>
        {tab === 'overview' && (
          <Overview
            agent={agent}
            version={latest ?? null}
            manifest={manifest.data ?? null}
            loading={manifest.isLoading}
          />
        )}
        {tab === 'call' && (
          <Call agent={agent} manifest={manifest.data ?? null} loading={manifest.isLoading} />
        )}
        {tab === 'versions' && <Versions agent={agent} />}
        {tab === 'stake' && <Stake agent={agent} />}
        {tab === 'receipts' && <Receipts agent={agent} />}
        {tab === 'activity' && <ActivityList address={agent.address} />}
      </Suspense>
    </>
  );
}

/** The numbers that decide: price from the chain, what was settled from its channels. */
function Figures({ agent }: { agent: AgentDetail }) {
  const channels = useQuery(agentChannelsQuery(agent.address));
  const score = useQuery(scoreQuery(agent.address));
  const stake = useQuery(stakeQuery(agent.address));
  const open = channels.data ?? [];
  const settled = open.reduce((sum, channel) => sum + channel.settled, 0n);
  const calls = open.reduce((sum, channel) => sum + channel.calls, 0);
  const payers = new Set(open.map(({ mandate }) => mandate)).size;
  return (
    <dl className="figures">
      <div className="figure">
        <dt>Price a call</dt>
        <dd>
          {agent.latestVersion === 0 ? (
            'nothing published'
          ) : (
            <Amount amount={agent.price} mint={agent.mint} />
          )}
        </dd>
      </div>
      <div className="figure">
        <dt>Score</dt>
        <dd>
          {score.isPending ? <span className="skeleton" /> : <Score score={score.data?.score ?? null} />}
          {score.data?.previous != null && (
            <span className="sub">{stars(score.data.previous.mean)} under the owner before</span>
          )}
        </dd>
      </div>
      <div className="figure">
        <dt>Stake behind it</dt>
        <dd>
          {stake.data === undefined ? (
            <span className="skeleton" />
          ) : (
            <>
              <Amount amount={stake.data.firstLoss + stake.data.backers} mint={stake.data.mint} />
              {stake.data.firstLoss > 0n && (
                <span className="sub">
                  <Amount amount={stake.data.firstLoss} mint={stake.data.mint} /> its owner's
                </span>
              )}
            </>
          )}
        </dd>
      </div>
      <div className="figure">
        <dt>Settled in open channels</dt>
        <dd>
          {channels.data === undefined ? (
            <span className="skeleton" />
          ) : (
            <>
              <Amount amount={settled} mint={agent.mint} />
              <span className="sub">
                {counted(calls, 'call')} of {counted(payers, 'mandate')}
              </span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
