import type { ListedJob } from '../../data/job-views.js';
import { chain } from '../../data/queries.js';
import { asksForRelease } from '../../lib/approvals.js';
import { TwiceButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { useNow } from '../../ui/time.js';
import { AskApproval } from '../approvals/ask.js';

/** Accepts the result, or asks those who must approve that; once the review is over, silence does. */
export function AcceptResult({ listed: { job, mandate } }: { listed: ListedJob }) {
  const now = useNow();
  if (asksForRelease(mandate, job.undecided) && now < job.reviewEndsAt) {
    return (
      <AskApproval
        mandate={mandate}
        what="So large a release"
        longest={job.reviewEndsAt - now}
        ask={async (lifetime) => (await chain()).askForRelease(job, mandate, lifetime)}
      />
    );
  }
  return (
    <TwiceButton
      label={
        <>
          Accept it, release <Amount amount={job.undecided} mint={mandate.mint} />
        </>
      }
      warning="It is the agent's for good after this, and cannot be disputed any more."
      action={async () => (await chain()).acceptResult(job)}
      invalidate={['job']}
      tone="primary"
    />
  );
}
