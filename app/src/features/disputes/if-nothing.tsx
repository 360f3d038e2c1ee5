import type { DisputeView } from '../../data/dispute-views.js';
import { defaultEnd, lossBy, phaseOf, sourcesOf } from '../../lib/dispute.js';
import { Amount } from '../../ui/amount.js';
import { Note } from '../../ui/status.js';
import { Countdown, useNow } from '../../ui/time.js';

/** What comes if nobody does anything more, in a sentence or two. */
export function IfNothing({ dispute }: { dispute: DisputeView }) {
  const now = useNow();
  const { phase } = phaseOf(dispute, now);
  const until = lastMoment(dispute);
  return (
    <Note tone={phase === 'Executable' ? 'waiting' : 'info'}>
      <strong>
        {phase === 'Executable' ? 'Decided. Anyone can carry it out.' : 'If nobody does anything more'}
      </strong>
      <p className="soft">
        {phase === 'Executable' ? (
          'By that, '
        ) : (
          <>
            In <Countdown until={until} over="a moment" />,{' '}
          </>
        )}
        <What dispute={dispute} />
      </p>
    </Note>
  );
}

/** From when anyone can carry it out, if nobody does anything more. */
function lastMoment(dispute: DisputeView): number {
  if (dispute.status === 'Appealed') return dispute.appealRulingEndsAt;
  return dispute.status === 'Ruled' ? dispute.appealEndsAt : dispute.rulingEndsAt;
}

function What({ dispute }: { dispute: DisputeView }) {
  const { mint } = dispute;
  const end = defaultEnd(dispute);
  const { fromHold, fromStake, released } = sourcesOf(dispute, end);
  const back = released > 0n && (
    <>
      {' '}
      <Amount amount={released} mint={mint} /> of the hold go back to what the agent is paid from.
    </>
  );
  if (end === 'SilenceAnswered') {
    return (
      <>
        the agent has answered, so the claim comes to nothing and no stake is touched.{back} All bonds go
        back.
      </>
    );
  }
  if (end === 'SilenceUnanswered') {
    return (
      <>
        nobody has answered, so the claimant gets <Amount amount={fromHold} mint={mint} /> out of the hold,
        and no stake is touched: only a ruling slashes.{back} The bond goes back.
      </>
    );
  }
  if (lossBy(dispute, end) === 0n) {
    return <>the ruling stands and the claimant gets nothing.{back} The bonds go to the agent's side.</>;
  }
  return (
    <>
      the ruling stands: the claimant gets <Amount amount={fromHold} mint={mint} /> out of the hold
      {fromStake > 0n && (
        <>
          {' '}
          and <Amount amount={fromStake} mint={dispute.stakeMint} /> out of the agent's stake, its owner's
          first
        </>
      )}
      .{back} The bonds are split by the award.
    </>
  );
}
