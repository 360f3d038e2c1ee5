import type { DisputeView, SlashView } from '../../data/dispute-views.js';
import { Amount } from '../../ui/amount.js';
import { Time } from '../../ui/time.js';
import { ENDS, partOf, percent } from './words.js';

/** What a dispute came to: who got what, and out of what. */
export function Outcome({ data, slash }: { data: DisputeView; slash: SlashView | null }) {
  const { outcome, mint, stakeMint } = data;
  if (outcome === null) return null;
  const bonds = outcome.bondsToAnswerer + outcome.bondsToAppellant;
  return (
    <section className="sheet stack">
      <h2>{ENDS[outcome.end]}</h2>
      <dl className="facts">
        <dt>Carried out</dt>
        <dd>{outcome.endedAt === null ? 'at a time that nobody told' : <Time at={outcome.endedAt} />}</dd>
        <dt>Awarded</dt>
        <dd>
          {percent(outcome.awardBps)} of the claim: a loss of <Amount amount={outcome.loss} mint={mint} />
        </dd>
        {outcome.refundedSince > 0n && (
          <>
            <dt>Given back meanwhile</dt>
            <dd>
              <Amount amount={outcome.refundedSince} mint={mint} /> by the agent itself
            </dd>
          </>
        )}
        <dt>Out of the hold</dt>
        <dd>
          <Amount amount={outcome.paid} mint={mint} />{' '}
          {data.kind === 'Job' ? "to the claimant's mandate" : 'to the claimant'},{' '}
          <Amount amount={outcome.released} mint={mint} /> back to the agent
        </dd>
        <dt>Out of the stake</dt>
        <dd>
          {slash === null ? (
            'nothing was slashed'
          ) : (
            <>
              <Amount amount={slash.toClaimant} mint={stakeMint} /> to the claimant,{' '}
              <Amount amount={slash.toTreasury} mint={stakeMint} /> penalty to the treasury
              <Pools slash={slash} />
            </>
          )}
        </dd>
        <dt>Bonds</dt>
        <dd>
          <Amount amount={outcome.bondsToClaimant} mint={stakeMint} /> to the claimant,{' '}
          <Amount amount={bonds} mint={stakeMint} /> to the agent's side
        </dd>
      </dl>
    </section>
  );
}

/** What was taken of the owner's stake and of the backers'. */
export function Pools({ slash }: { slash: SlashView }) {
  return (
    <>
      {slash.pools.map(({ tranche, taken, of }) => (
        <div key={tranche} className="small soft">
          {tranche === 'FirstLoss' ? 'its owner' : 'backers'}: <Amount amount={taken} mint={slash.mint} /> of{' '}
          <Amount amount={of} mint={slash.mint} />
          {of > 0n && ` (${partOf(taken, of)})`}
        </div>
      ))}
    </>
  );
}
