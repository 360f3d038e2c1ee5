import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type DisputePageData, disputeQuery, rolesQuery } from '../../data/dispute-queries.js';
import type { DisputeView } from '../../data/dispute-views.js';
import { citedMost } from '../../lib/dispute.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Skeleton } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { Acts } from './acts.js';
import { DisputeState } from './dispute-list.js';
import { Evidence } from './evidence.js';
import { IfNothing } from './if-nothing.js';
import { Outcome } from './outcome.js';
import { Panels } from './panels.js';
import { Schedule } from './schedule.js';
import { Timeline } from './timeline.js';

/** One dispute: what it is about, what is at stake, who said what, and what can be done now. */
export function DisputePage() {
  const { address } = useParams({ from: '/disputes/$address' });
  const query = useQuery({ ...disputeQuery(address), refetchInterval: 10_000 });
  return (
    <Loaded query={query} lines={8}>
      {(data) =>
        data === null ? (
          <Empty
            title="There is no dispute here"
            page
            action={
              <Link to="/disputes" search={{ all: true }} className="button primary">
                See all disputes
              </Link>
            }
          >
            It is over, and the indexer that remembers it does not answer; or the address is of something
            else.
          </Empty>
        ) : (
          <Dispute data={data} />
        )
      }
    </Loaded>
  );
}

function Dispute({ data: { dispute, steps, slash } }: { data: DisputePageData }) {
  const wallet = useStore(connected);
  const roles = useQuery(rolesQuery(dispute, wallet?.account.address ?? null));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            Dispute over <Amount amount={dispute.claim} mint={dispute.mint} />
          </h1>
          <div className="row small">
            <DisputeState dispute={dispute} />
            <Address address={dispute.address} picture={false} />
          </div>
        </div>
      </div>
      <p className="narrow dispute-about">
        <About dispute={dispute} />
      </p>
      <Figures dispute={dispute} />
      <div className="columns mandate-columns dispute-columns">
        <div className="stack-l">
          {dispute.outcome === null ? (
            <IfNothing dispute={dispute} />
          ) : (
            <Outcome data={dispute} slash={slash} />
          )}
          <Evidence dispute={dispute} steps={steps} />
          <Panels dispute={dispute} />
          <Timeline dispute={dispute} steps={steps} />
        </div>
        <aside className="stack">
          {dispute.outcome === null &&
            (roles.data ? <Acts dispute={dispute} roles={roles.data} /> : <Skeleton lines={3} />)}
          <Schedule dispute={dispute} />
        </aside>
      </div>
    </>
  );
}

function About({ dispute }: { dispute: DisputeView }) {
  return (
    <>
      <Address address={dispute.claimant} /> paid <Address address={dispute.agent} to="agent" /> over a{' '}
      {dispute.kind === 'Job' ? (
        <>
          job, <Address address={dispute.subject} />,
        </>
      ) : (
        <Link to="/channels/$address" params={{ address: dispute.subject }}>
          channel
        </Link>
      )}{' '}
      of{' '}
      <Link to="/mandates/$address" params={{ address: dispute.mandate }}>
        a mandate
      </Link>
      , says that the agent did not do what it was paid for, and claims{' '}
      <Amount amount={dispute.claim} mint={dispute.mint} /> back.{' '}
      {dispute.kind === 'Job' ? (
        <>Both signed the terms of the job, and the agent its result: the claim counts without cited calls.</>
      ) : dispute.citedCalls === 0 ? (
        <>
          No call is cited yet, and without one nothing can be lost: what both sides did not sign counts for
          nothing.
        </>
      ) : (
        <>
          {counted(dispute.citedCalls, 'call')} {dispute.citedCalls === 1 ? 'is' : 'are'} cited, signed by
          both sides; at most <Amount amount={citedMost(dispute)} mint={dispute.mint} /> can be lost for{' '}
          {dispute.citedCalls === 1 ? 'it' : 'them'}.
        </>
      )}
    </>
  );
}

function Figures({ dispute }: { dispute: DisputeView }) {
  const { mint, stakeMint } = dispute;
  const bonds = dispute.claimantBond + dispute.answerBond + dispute.appealBond;
  return (
    <dl className="figures">
      <div className="figure">
        <dt>Claimed</dt>
        <dd>
          <Amount amount={dispute.claim} mint={mint} />
          <span className="sub">of what the channel settled</span>
        </dd>
      </div>
      <div className="figure">
        <dt>Held for it</dt>
        <dd>
          <Amount amount={dispute.held} mint={mint} />
          <span className="sub">{dispute.held === 0n ? 'nothing was held back' : 'pays first'}</span>
        </dd>
      </div>
      <div className="figure">
        <dt>At risk of the stake</dt>
        <dd>
          {dispute.slashes ? (
            <Amount amount={most(dispute)} mint={stakeMint} />
          ) : (
            <span className="soft">nothing</span>
          )}
          <span className="sub">
            {dispute.slashes ? 'at most, by a ruling alone' : 'the claim is in another token than the stake'}
          </span>
        </dd>
      </div>
      <div className="figure">
        <dt>Bonds put in</dt>
        <dd>
          <Amount amount={bonds} mint={stakeMint} />
          {dispute.feesPaid > 0n && (
            <span className="sub">
              <Amount amount={dispute.feesPaid} mint={stakeMint} /> went to arbiters
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** What a ruling could take of the stake: the claim that nothing else pays, and the penalty on it, within the cap. */
function most(dispute: DisputeView): bigint {
  const cited = citedMost(dispute);
  const loss = dispute.claim < cited ? dispute.claim : cited;
  const short = loss > dispute.held ? loss - dispute.held : 0n;
  const withPenalty = short + (short * BigInt(dispute.penaltyBps)) / 10_000n;
  return withPenalty < dispute.slashCap ? withPenalty : dispute.slashCap;
}
