import type { AgentManifest } from '@agent-labs/sdk';
import { isLocal } from '../../data/config.js';
import type { AgentDetail, VersionView } from '../../data/views.js';
import { counted, cutText, grouped, safeLink, shortHash, shownText } from '../../lib/text.js';
import { span } from '../../lib/time.js';
import { Address, CopyButton } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Badge, Note, Skeleton } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { Trust } from './trust.js';

/** What the agent says of itself, where its hash is the one on the chain; and what the chain says of it. */
export function Overview({
  agent,
  version,
  manifest,
  loading,
}: {
  agent: AgentDetail;
  version: VersionView | null;
  manifest: AgentManifest | null;
  loading: boolean;
}) {
  return (
    <div className="columns">
      <div className="stack-l">
        {loading && <Skeleton />}
        {!loading && manifest === null && (
          <Note tone="waiting">
            <strong>Its manifest cannot be shown.</strong>{' '}
            {version === null
              ? 'Nothing is published yet.'
              : 'It is not served, or what is served is not what was published. The agent can still be paid under what the chain says.'}
          </Note>
        )}
        {manifest !== null && <Promises manifest={manifest} />}
      </div>
      <aside className="stack">
        <OnChain agent={agent} version={version} matches={manifest !== null} />
        <Trust agent={agent} />
      </aside>
    </div>
  );
}

function Promises({ manifest }: { manifest: AgentManifest }) {
  const homepage = manifest.homepage === undefined ? null : safeLink(manifest.homepage, isLocal());
  return (
    <>
      <section className="stack">
        <p className="break">{shownText(manifest.description)}</p>
        <div className="row">
          {manifest.tags.map((tag) => (
            <span key={tag} className="tag">
              {cutText(tag, 16)}
            </span>
          ))}
          {homepage !== null && (
            <a href={homepage} target="_blank" rel="noopener noreferrer nofollow" className="small break">
              {cutText(homepage, 60)}
            </a>
          )}
        </div>
      </section>
      <section className="stack">
        <h2>What it does</h2>
        <Table label="What it does">
          <thead>
            <tr>
              <th scope="col">Capability</th>
              <th scope="col">Takes</th>
              <th scope="col">Answers</th>
            </tr>
          </thead>
          <tbody>
            {manifest.capabilities.map(({ name, description, input, output, method, path }) => (
              <tr key={name}>
                <th scope="row">
                  <strong>{name}</strong>
                  <div className="small soft break">{shownText(description)}</div>
                  <div className="small faint mono">
                    {method} {path}
                  </div>
                </th>
                <td className="small">
                  {input.contentTypes.join(', ')}
                  <div className="faint">at most {grouped(BigInt(input.maxBytes))} bytes</div>
                </td>
                <td className="small">{output.contentType}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      <section className="stack">
        <h2>What it promises</h2>
        <dl className="facts">
          <dt>Answers within</dt>
          <dd>{promised(manifest.limits.timeoutSeconds, (seconds) => span(seconds))}</dd>
          <dt>At once</dt>
          <dd>{promised(manifest.limits.maxConcurrentCalls, (count) => counted(count, 'call'))}</dd>
          <dt>A minute</dt>
          <dd>{promised(manifest.limits.callsPerMinute, (count) => counted(count, 'call'))}</dd>
          <dt>Licence</dt>
          <dd>{cutText(manifest.license, 128)}</dd>
          <dt>Endpoint</dt>
          <dd className="mono small">{cutText(manifest.endpoint.url, 200)}</dd>
        </dl>
      </section>
    </>
  );
}

function promised(value: number | undefined, words: (value: number) => string) {
  return value === undefined ? <span className="faint">not promised</span> : words(value);
}

function OnChain({
  agent,
  version,
  matches,
}: {
  agent: AgentDetail;
  version: VersionView | null;
  matches: boolean;
}) {
  return (
    <section className="sheet">
      <h2>On the chain</h2>
      <dl className="facts">
        {version !== null && (
          <>
            <dt>Version</dt>
            <dd>
              {cutText(version.semver, 32)} <span className="faint">(number {version.number})</span>{' '}
              {version.yanked && <Badge tone="risk">Withdrawn</Badge>}
            </dd>
            <dt>Manifest</dt>
            <dd>
              <span className="address" title={version.manifestHash}>
                {shortHash(version.manifestHash)}
                <CopyButton text={version.manifestHash} label={null} name="Copy manifest hash" />
              </span>
              <div>
                {matches ? (
                  <Badge tone="settled">hash checked here</Badge>
                ) : (
                  <Badge tone="waiting">not checked</Badge>
                )}
              </div>
            </dd>
            <dt>Price</dt>
            <dd>
              <Amount amount={version.price} mint={version.mint} />
            </dd>
          </>
        )}
        <dt>Owner</dt>
        <dd>
          <Address address={agent.owner} />
          {agent.ownershipEpoch > 1 && (
            <div className="small soft">changed hands {counted(agent.ownershipEpoch - 1, 'time')}</div>
          )}
        </dd>
        <dt>Paid out to</dt>
        <dd>
          <Address address={agent.payoutOwner} />
        </dd>
        <dt>Signs answers</dt>
        <dd>
          <Address address={agent.agentKey} />
        </dd>
        <dt>Holds back</dt>
        <dd>{span(agent.holdback)} after settling</dd>
        <dt>Lease</dt>
        <dd>
          <Time at={agent.leaseExpiresAt} />
        </dd>
        <dt>Registered</dt>
        <dd>
          <Time at={agent.registeredAt} />
        </dd>
      </dl>
    </section>
  );
}
