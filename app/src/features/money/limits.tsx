import { useQuery } from '@tanstack/react-query';
import { stakeMint } from '../../data/config.js';
import { sessionKeyQuery } from '../../data/money-queries.js';
import type { MandateView } from '../../data/views.js';
import { exactTime } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { AgentName } from '../../ui/agent-name.js';
import { Amount } from '../../ui/amount.js';
import { AllowList } from './allow-list.js';

/** Everything that the chain holds a mandate to. */
export function Limits({ mandate }: { mandate: MandateView }) {
  const { mint, dailyCap, totalCap, minStake, minScore, allowList } = mandate;
  return (
    <section className="sheet">
      <h2>Limits</h2>
      <dl className="facts">
        <dt>A call</dt>
        <dd>
          <Amount amount={mandate.perCallMax} mint={mint} />
        </dd>
        <dt>A day</dt>
        <dd>{dailyCap === null ? 'no limit' : <Amount amount={dailyCap} mint={mint} />}</dd>
        <dt>In all</dt>
        <dd>{totalCap === null ? 'no limit' : <Amount amount={totalCap} mint={mint} />}</dd>
        <dt>Good until</dt>
        <dd>{exactTime(mandate.expiresAt)}</dd>
        <dt>Agents</dt>
        <dd className="stack-s">
          {mandate.allowRoot !== null && <AllowList root={mandate.allowRoot} />}
          {mandate.allowRoot === null && allowList.length === 0 && 'any'}
          {allowList.map((agent) => (
            <AgentName key={agent} address={agent} />
          ))}
        </dd>
        {mandate.attestor !== null && (
          <>
            <dt>Attestor of owners</dt>
            <dd>
              <Address address={mandate.attestor} />
            </dd>
          </>
        )}
        {mandate.approvers.length > 0 && <Approvers mandate={mandate} />}
        <dt>Stake behind one</dt>
        <dd>
          {minStake === 0n ? (
            'what the protocol asks for'
          ) : (
            <>
              at least <Amount amount={minStake} mint={stakeMint()} />
            </>
          )}
        </dd>
        <dt>Score of one</dt>
        <dd>{minScore === 0 ? 'any' : `at least ${(minScore / 1_000).toFixed(2)} of 5`}</dd>
        <dt>Session key</dt>
        <dd>
          <Address address={mandate.sessionKey} />
          <KeyHere sessionKey={mandate.sessionKey} />
        </dd>
        <dt>Vault</dt>
        <dd>
          <Address address={mandate.vault} />
        </dd>
      </dl>
    </section>
  );
}

/** Who signs off larger sums, and from which on. */
function Approvers({ mandate }: { mandate: MandateView }) {
  const { approvalAbove, approvalThreshold, approvers, mint, releaseApprovalAbove } = mandate;
  return (
    <>
      <dt>Approvers</dt>
      <dd className="stack-s">
        <span>
          {approvalThreshold} of {approvers.length} must sign
        </span>
        {approvers.map((wallet) => (
          <Address key={wallet} address={wallet} />
        ))}
        {approvalAbove !== null && (
          <span>
            an allotment of <Amount amount={approvalAbove} mint={mint} /> or more
          </span>
        )}
        {releaseApprovalAbove !== null && (
          <span>
            a job's release of <Amount amount={releaseApprovalAbove} mint={mint} /> or more
          </span>
        )}
      </dd>
    </>
  );
}

/** Whether this browser can pay with it. */
function KeyHere({ sessionKey }: { sessionKey: string }) {
  const here = useQuery(sessionKeyQuery(sessionKey));
  if (here.data === undefined) return null;
  return <div className="small faint">{here.data ? 'in this browser' : 'not in this browser'}</div>;
}
