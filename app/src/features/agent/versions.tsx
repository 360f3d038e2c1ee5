import { useQueries, useQuery } from '@tanstack/react-query';
import { chain, manifestQuery, versionsQuery } from '../../data/queries.js';
import type { AgentDetail, VersionView } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { cutText, shortHash } from '../../lib/text.js';
import { versionChanges } from '../../lib/version-diff.js';
import { TwiceButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { Icon } from '../../ui/icon.js';
import { Loaded } from '../../ui/loaded.js';
import { Badge, Empty } from '../../ui/status.js';
import { Time } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';

/** Versions, newest first, each with what it changes for whoever pays. */
export function Versions({ agent }: { agent: AgentDetail }) {
  const query = useQuery(versionsQuery(agent.address, agent.latestVersion));
  return (
    <Loaded query={query}>
      {(versions) =>
        versions.length === 0 ? (
          <Empty title="Nothing is published">
            Versions appear here once the owner publishes a manifest.
          </Empty>
        ) : (
          <List agent={agent} versions={versions} />
        )
      }
    </Loaded>
  );
}

function List({ agent, versions }: { agent: AgentDetail; versions: VersionView[] }) {
  const wallet = useStore(connected);
  const manifests = useQueries({
    queries: versions.map(({ manifestHash }) => manifestQuery(agent.address, manifestHash)),
  });
  const isOwner = wallet?.account.address === agent.owner;
  return (
    <ol className="stack">
      {versions.map((version, at) => {
        const earlier = versions[at + 1];
        const compared = (view: VersionView, place: number) => ({
          ...view,
          manifest: manifests[place]?.data ?? null,
        });
        return (
          <li key={version.number} className="sheet stack">
            <div className="row">
              <h2>{cutText(version.semver, 32)}</h2>
              {at === 0 && !version.yanked && <Badge tone="settled">Latest</Badge>}
              {version.yanked && <Badge tone="risk">Withdrawn</Badge>}
              <span className="small soft">
                number {version.number}, published <Time at={version.publishedAt} />, hash{' '}
                <code title={version.manifestHash}>{shortHash(version.manifestHash)}</code>
              </span>
              <span className="version-price">
                <Amount amount={version.price} mint={version.mint} />
              </span>
            </div>
            {earlier === undefined ? (
              <p className="soft">The first version.</p>
            ) : (
              <Changes
                changes={versionChanges(compared(earlier, at + 1), compared(version, at))}
                since={earlier.semver}
              />
            )}
            {isOwner && !version.yanked && (
              <div className="row">
                <TwiceButton
                  label="Withdraw this version"
                  warning="It can never be offered again."
                  action={async () => (await chain()).yankVersion(agent.address, version.number)}
                  invalidate={['agent', agent.address]}
                />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Changes({ changes, since }: { changes: ReturnType<typeof versionChanges>; since: string }) {
  if (changes.length === 0)
    return <p className="soft">Nothing changes for who pays, against {cutText(since, 32)}.</p>;
  return (
    <ul className="changes" aria-label={`Changes since ${cutText(since, 32)}`}>
      {changes.map(({ tone, text }) => (
        <li key={text} className={tone}>
          <Icon name={tone === 'risk' ? 'warning' : 'info'} size={14} />
          <span className="break">
            {tone === 'risk' && <span className="visually-hidden">Look twice: </span>}
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
