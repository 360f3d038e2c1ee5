import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { appealBondQuery, executionPauseQuery } from '../../data/dispute-queries.js';
import type { DisputeRoles, DisputeView } from '../../data/dispute-views.js';
import { chain } from '../../data/queries.js';
import { barrier, type DisputeAct, phaseOf } from '../../lib/dispute.js';
import { ActionButton, TwiceButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { Badge } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';
import { Cite } from './cite.js';
import { StatementFile } from './statement-file.js';
import { Vote } from './vote.js';

/** What the connected wallet can do now; what it cannot says why. */
export function Acts({ dispute, roles }: { dispute: DisputeView; roles: DisputeRoles }) {
  const now = useNow();
  const pause = useQuery(executionPauseQuery);
  const why = (act: DisputeAct) => barrier(act, dispute, roles, now, pause.data ?? 0);
  const onAgentsSide = roles.isOwner || roles.isBacker;
  const seated = dispute.panels.some(({ members }) => members.includes(roles.wallet ?? ''));
  const { phase } = phaseOf(dispute, now);
  return (
    <section className="sheet stack acts">
      <h2>What you can do</h2>
      <Role roles={roles} seated={seated} />
      {roles.isClaimant && (
        <>
          <Act title="Cite calls" why={why('cite')}>
            <Cite dispute={dispute} />
          </Act>
          <Act title="Take the claim back" why={why('withdraw')}>
            <p className="small soft">
              The hold is released to the agent. Your bond comes back, less the fees of those who voted.
            </p>
            <TwiceButton
              label="Take the claim back"
              warning="The claim comes to nothing, and cannot be brought again."
              action={async () => (await chain()).withdrawClaim(dispute)}
              invalidate={['dispute']}
            />
          </Act>
        </>
      )}
      {onAgentsSide && !roles.isClaimant && (
        <Act title="Answer for the agent" why={why('answer')}>
          <Answer dispute={dispute} />
        </Act>
      )}
      {seated && (
        <Act title="Vote" why={why('vote')}>
          <Vote dispute={dispute} />
        </Act>
      )}
      {(roles.isClaimant || onAgentsSide) && (phase === 'Appealable' || phase === 'Voting') && (
        <Act title="Appeal" why={why('appeal')}>
          <Appeal dispute={dispute} />
        </Act>
      )}
      <Act title="Carry it out" why={why('execute')}>
        <p className="small soft">Moves the money as decided, whoever does it. You pay the fee alone.</p>
        <ActionButton
          label="Carry it out"
          tone="primary"
          action={async () => (await chain()).carryOut(dispute)}
          invalidate={['dispute']}
        />
      </Act>
    </section>
  );
}

function Role({ roles, seated }: { roles: DisputeRoles; seated: boolean }) {
  if (roles.wallet === null) {
    return (
      <p className="soft">
        Connect a wallet: claimant, owner, backer and arbiter each find here what is theirs to do.
      </p>
    );
  }
  const names = [
    roles.isClaimant && 'claimant',
    roles.isOwner && "the agent's owner",
    roles.isBacker && !roles.isOwner && 'a backer of the agent',
    seated && 'an arbiter of this dispute',
  ].filter((name) => name !== false);
  if (names.length === 0) return <p className="soft">This wallet has no part in it.</p>;
  return (
    <p>
      You are <Badge tone="human">{names.join(' and ')}</Badge>
    </p>
  );
}

/** Something to do, or why it cannot be done now. */
function Act({ title, why, children }: { title: string; why: string | null; children: ReactNode }) {
  return (
    <div className="act">
      <h3>{title}</h3>
      {why === null ? (
        children
      ) : (
        <>
          <button type="button" className="button compact" disabled title={why}>
            {title}
          </button>
          <p className="small soft">{why}</p>
        </>
      )}
    </div>
  );
}

function Answer({ dispute }: { dispute: DisputeView }) {
  const [hash, setHash] = useState<string | null>(null);
  const bond = dispute.answerer === null ? dispute.claimantBond : 0n;
  return (
    <>
      <StatementFile label="Statement" onHash={setHash} />
      <ActionButton
        label={
          bond === 0n ? (
            'Add your statement'
          ) : (
            <>
              Answer, put in <Amount amount={bond} mint={dispute.stakeMint} />
            </>
          )
        }
        tone="primary"
        disabled={hash === null}
        why={hash === null ? 'Choose the file with your statement first.' : undefined}
        action={async () => (await chain()).answerDispute(dispute, hash ?? '')}
        invalidate={['dispute']}
      />
      <p className="small soft">
        With an answer, a panel that stays silent leaves the claim at nothing. The bond comes back then, and
        is split by the award if a panel rules.
      </p>
    </>
  );
}

function Appeal({ dispute }: { dispute: DisputeView }) {
  const bond = useQuery(appealBondQuery(dispute.address));
  return (
    <>
      <p className="small soft">The second panel decides anew. Its silence leaves the ruling as it is.</p>
      <ActionButton
        label={
          <>
            Appeal, put in{' '}
            {bond.data === undefined ? (
              <span className="skeleton" />
            ) : (
              <Amount amount={bond.data} mint={dispute.stakeMint} />
            )}
          </>
        }
        tone="primary"
        disabled={bond.data === undefined}
        action={async () => (await chain()).appealRuling(dispute, bond.data ?? 0n)}
        invalidate={['dispute']}
      />
    </>
  );
}
