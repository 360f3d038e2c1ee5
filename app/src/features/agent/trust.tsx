import { useQuery } from '@tanstack/react-query';
import { trustQuery } from '../../data/queries.js';
import type { AgentDetail, TrustView } from '../../data/views.js';
import { counted, grouped } from '../../lib/text.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { stars } from '../../ui/score.js';
import { Badge } from '../../ui/status.js';
import { Time } from '../../ui/time.js';

/** What programs that rely on an agent read of it: one look at the chain, all of one slot. */
export function Trust({ agent }: { agent: AgentDetail }) {
  const query = useQuery(trustQuery(agent.address));
  return (
    <section className="sheet stack">
      <h2>What speaks for it</h2>
      <Loaded query={query}>{(trust) => <Facts agent={agent} trust={trust} />}</Loaded>
    </section>
  );
}

function Facts({ agent, trust }: { agent: AgentDetail; trust: TrustView }) {
  const { stake } = trust;
  return (
    <>
      <dl className="facts">
        <dt>Lease</dt>
        <dd>
          {trust.live ? <Badge tone="settled">runs</Badge> : <Badge tone="waiting">takes no business</Badge>}{' '}
          <Time at={agent.leaseExpiresAt} />
        </dd>
        <dt>Rated</dt>
        <dd>
          {trust.mean === null ? (
            <span className="faint">not with any weight</span>
          ) : (
            <>
              {stars(trust.mean)} by {counted(trust.payers, 'payer')}, {counted(trust.ratings, 'rating')}
            </>
          )}
        </dd>
        <dt>Rated volume</dt>
        <dd className="mono">{grouped(trust.volume)}</dd>
        <dt>Disputes lost</dt>
        <dd>{trust.disputesLost}</dd>
        <dt>Stake that counts</dt>
        <dd>
          {stake === null ? (
            <span className="faint">none</span>
          ) : (
            <>
              <Amount amount={stake.firstLoss + stake.backers} mint={stake.mint} />
              <div className="small soft">
                <Amount amount={stake.firstLoss} mint={stake.mint} /> its owner's, lost first
              </div>
            </>
          )}
        </dd>
        {trust.slashed > 0n && (
          <>
            <dt>Taken by disputes</dt>
            <dd>
              <Amount amount={trust.slashed} mint={stake?.mint ?? null} />
            </dd>
          </>
        )}
        <dt>Owner</dt>
        <dd>
          {trust.ownershipEpoch === 1
            ? 'the first'
            : `number ${trust.ownershipEpoch}; ratings of those before do not count`}
        </dd>
      </dl>
      <p className="small soft">
        Read from the chain at one slot, <Time at={trust.readAt} />. The volume is in base units, each mint by
        its weight.
      </p>
    </>
  );
}
