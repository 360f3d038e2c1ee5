import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { approvalQuery, endedApprovalQuery } from '../../data/approval-queries.js';
import { type ApprovalView, approvalState, signedBy } from '../../data/approval-views.js';
import { chain } from '../../data/queries.js';
import { shortHash } from '../../lib/text.js';
import { exactTime } from '../../lib/time.js';
import { Address, CopyButton } from '../../ui/address.js';
import { Instruction } from '../../ui/instruction.js';
import { Loaded } from '../../ui/loaded.js';
import { Badge, Empty, Note } from '../../ui/status.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { ApprovalActs } from './approval-acts.js';
import { ApprovalStatus } from './approval-status.js';
import { DiffTable } from './diff-table.js';
import { SayTabs } from './say-tabs.js';

/** One exact call: what it does, what changes by it, who has signed, and the buttons for it. */
export function ApprovalPage() {
  const { address } = useParams({ from: '/approvals/$address' });
  const query = useQuery(approvalQuery(address));
  return (
    <>
      <SayTabs />
      <Loaded query={query} lines={8}>
        {(view) => (view === null ? <Ended address={address} /> : <Approval view={view} />)}
      </Loaded>
    </>
  );
}

function Ended({ address }: { address: string }) {
  const told = useQuery(endedApprovalQuery(address));
  const words: Record<string, string> = {
    Consumed: 'It was approved, and the call was made.',
    Closed: 'It was ended, and the call was not made.',
  };
  const [title, action] = ['There is no request here', 'See what waits for you'];
  return (
    <Empty
      title={told.data ? (words[told.data.state] ?? title) : title}
      page
      action={
        <Link to="/approvals" className="button primary">
          {action}
        </Link>
      }
    >
      {told.data ? (
        <>
          That was <Time at={told.data.endedAt} />. A signature given now would be too late: there is nothing
          left to sign.
        </>
      ) : (
        'It was used or ended, and nothing is left to sign; or the address is of something else.'
      )}
    </Empty>
  );
}

function Approval({ view }: { view: ApprovalView }) {
  const now = useNow();
  const state = approvalState(view, now);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{view.shown?.title ?? 'A call that cannot be told'}</h1>
          <div className="row small">
            <ApprovalStatus view={view} now={now} />
            <span className="faint">asked by</span> <Address address={view.requester} />
            <span className="faint">out of</span>
            <Link to="/mandates/$address" params={{ address: view.mandate }}>
              the mandate
            </Link>
          </div>
        </div>
        {state !== 'late' && (
          <Badge tone={view.expiresAt - now < 3_600 ? 'risk' : 'waiting'}>
            ends in <Countdown until={view.expiresAt} over="a moment" />
          </Badge>
        )}
      </div>
      <Warnings view={view} late={state === 'late'} />
      <div className="columns mandate-columns">
        <div className="stack-l">
          <Diff view={view} />
          <section className="sheet stack">
            <h2>The exact call</h2>
            {view.shown !== null && <Instruction instruction={view.shown} mint={view.mint} />}
          </section>
          <Digest view={view} />
        </div>
        <aside className="stack">
          <ApprovalActs view={view} now={now} />
          <Approvers view={view} />
        </aside>
      </div>
    </>
  );
}

function Warnings({ view, late }: { view: ApprovalView; late: boolean }) {
  return (
    <div className="stack">
      {!view.matches && (
        <Note tone="risk" alert>
          <strong>The call shown here is not the one that a signature would be for.</strong>
          <p className="soft">
            Its digest, made in this browser, is another than the one on the chain. The node may lie. Signing
            is blocked: choose another node in the settings.
          </p>
        </Note>
      )}
      {view.matches && view.outlived && (
        <Note tone="risk" alert>
          The mandate that this was asked under is gone. Nothing can use a signature for it.
        </Note>
      )}
      {view.matches && view.strays && (
        <Note tone="risk" alert>
          The call is about another mandate than the one that asks you. Nothing can use a signature for it.
        </Note>
      )}
      {view.untold !== null && (
        <Note tone="risk" alert>
          <strong>This page cannot say what the call does.</strong>
          <p className="soft">It {view.untold}. Signing is blocked here.</p>
        </Note>
      )}
      {late && (
        <Note tone="risk" alert>
          <strong>Too late.</strong> It ended <Time at={view.expiresAt} />, with {signedBy(view)} of{' '}
          {view.threshold} signatures. It can be neither signed nor used: it has to be asked for anew.
        </Note>
      )}
    </div>
  );
}

function Diff({ view }: { view: ApprovalView }) {
  const diff = useQuery({
    queryKey: ['approvals', 'diff', view.address, signedBy(view)],
    queryFn: async () => (await chain()).approvalDiff(view),
    enabled: view.matches,
    refetchInterval: 15_000,
  });
  if (!view.matches) return null;
  return (
    <section className="stack">
      <h2>What changes by it</h2>
      <Loaded query={diff}>
        {(found) =>
          found === null ? (
            <p className="soft">
              This page knows no figures of such a call. Its words below are all there is.
            </p>
          ) : (
            <DiffTable diff={found} />
          )
        }
      </Loaded>
    </section>
  );
}

function Approvers({ view }: { view: ApprovalView }) {
  return (
    <section className="sheet stack">
      <h2>
        {signedBy(view)} signed, {view.threshold} needed
      </h2>
      <ul className="plain-list stack-s">
        {view.approvers.map(({ wallet, signed }) => (
          <li key={wallet} className="row">
            <Address address={wallet} />
            {signed ? <Badge tone="settled">signed</Badge> : <Badge tone="plain">not signed</Badge>}
          </li>
        ))}
      </ul>
      <dl className="facts">
        <dt>Asked</dt>
        <dd>
          <Time at={view.requestedAt} />
        </dd>
        <dt>Ends</dt>
        <dd>{exactTime(view.expiresAt)}</dd>
        <dt>Its rent goes to</dt>
        <dd>
          <Address address={view.rentPayer} />
        </dd>
      </dl>
    </section>
  );
}

/** The pre-image, and that its hash is the one that is signed. */
function Digest({ view }: { view: ApprovalView }) {
  return (
    <section className="sheet stack">
      <h2>What is signed</h2>
      <dl className="facts">
        <dt>Digest</dt>
        <dd>
          <Hash hash={view.digest} name="digest" />
          <div>
            {view.matches ? (
              <Badge tone="settled">made anew here: the same</Badge>
            ) : (
              <Badge tone="risk">made anew here: another</Badge>
            )}
          </div>
        </dd>
        {!view.matches && (
          <>
            <dt>Made here</dt>
            <dd>
              <Hash hash={view.recomputed} name="digest made here" />
            </dd>
          </>
        )}
        <dt>Program</dt>
        <dd>
          <Address address={view.program} />
        </dd>
        <dt>Nonce</dt>
        <dd className="mono">{view.nonce}</dd>
        <dt>Mandate</dt>
        <dd>
          <Address address={view.mandate} /> <span className="faint small">of slot {view.generation}</span>
        </dd>
      </dl>
      <details className="more">
        <summary>Its bytes and accounts</summary>
        <div className="stack">
          <code className="break small">{view.data}</code>
          <ol className="stack-s small">
            {view.keys.map((key, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: accounts of a call never move
              <li key={at}>
                <Address address={key} picture={false} />
              </li>
            ))}
          </ol>
        </div>
      </details>
    </section>
  );
}

function Hash({ hash, name }: { hash: string; name: string }) {
  return (
    <span className="address mono small" title={hash}>
      {shortHash(hash)} <CopyButton text={hash} label={null} name={`Copy ${name}`} />
    </span>
  );
}
