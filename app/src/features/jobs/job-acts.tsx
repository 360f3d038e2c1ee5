import type { ReactNode } from 'react';
import type { JobView, ListedJob } from '../../data/job-views.js';
import { chain } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { type JobAct, possibleOf } from '../../lib/job.js';
import { ActionButton } from '../../ui/action.js';
import { Acts, Role } from '../../ui/acts.js';
import { Amount } from '../../ui/amount.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { StarForm } from '../receipts/star-form.js';
import { AcceptOffer } from './accept-offer.js';
import { AcceptResult } from './accept-result.js';
import { DisputeResult } from './dispute-result.js';
import { GiveBack } from './give-back.js';

interface Step {
  act: JobAct;
  title: string;
  /** who may, and what comes of it */
  about: string;
  form(listed: ListedJob): ReactNode;
}

const INVALIDATE = ['job'];

function button(label: string, act: (job: JobView) => Promise<void>) {
  return ({ job }: ListedJob) => (
    <ActionButton label={label} action={() => act(job)} invalidate={INVALIDATE} tone="primary" />
  );
}

const STEPS: Step[] = [
  {
    act: 'accept',
    title: 'Accept the job',
    about: "The agent's key, or its owner. The agent is bound to the terms.",
    form: ({ job }) => <AcceptOffer job={job} />,
  },
  {
    act: 'reject',
    title: 'Reject it',
    about: "The agent's key, or its owner. All goes back to the mandate.",
    form: button('Reject it', async (job) => (await chain()).rejectOffer(job)),
  },
  {
    act: 'cancel',
    title: 'Take the offer back',
    about: 'Its payer, before the agent accepts. All goes back to the mandate.',
    form: button('Take it back', async (job) => (await chain()).cancelOffer(job)),
  },
  {
    act: 'release',
    title: 'Accept the result',
    about: "Its payer; anyone once the review is over. What is left is the agent's.",
    form: (listed) => <AcceptResult listed={listed} />,
  },
  {
    act: 'dispute',
    title: 'Dispute the result',
    about: 'Its payer, before the review is over. A panel decides on what is claimed.',
    form: (listed) => <DisputeResult listed={listed} />,
  },
  {
    act: 'giveBack',
    title: 'Give money back',
    about:
      'The one who is paid, once the agent has accepted. To agree on a part, give the rest back here; the payer then accepts the result.',
    form: (listed) => <GiveBack listed={listed} />,
  },
  {
    act: 'expire',
    title: 'Return the money',
    about: 'Anyone, once the agent has let its time run out. All goes back to the mandate.',
    form: button('Return it', async (job) => (await chain()).expireJob(job)),
  },
  {
    act: 'payout',
    title: 'Pay out',
    about: 'Anyone. What is earned goes to whoever the agent is paid as, less the fee.',
    form: ({ job, mandate }) => (
      <ActionButton
        label={
          <>
            Pay out <Amount amount={job.earned - job.paidGross} mint={mandate.mint} />
          </>
        }
        action={async () => (await chain()).payJobOut(job)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
  {
    act: 'rate',
    title: 'Rate the agent',
    about: 'Its payer, once for what was paid out. Taking the job off the chain gives that up.',
    form: ({ job }) => <StarForm subject={job.address} kind="job" invalidate={INVALIDATE} />,
  },
  {
    act: 'finish',
    title: 'Take it off the chain',
    about: 'Its payer, or anyone after the time to rate. Its rent goes back.',
    form: button('Take it off the chain', async (job) => (await chain()).finishJob(job)),
  },
];

/** Everything that can be done with a job, by whom, and when. */
export function JobActs({ listed }: { listed: ListedJob }) {
  const { job, mandate, agentOwner } = listed;
  const wallet = useStore(connected)?.account.address ?? null;
  const looking = { wallet, now: useNow() };
  const acts = STEPS.map(({ act, title, about, form }) => ({
    ...{ title, about },
    possible: possibleOf(act, listed, looking),
    form: () => form(listed),
  }));
  const names = [
    wallet === mandate.payer && 'its payer',
    wallet === agentOwner && "the agent's owner",
    wallet === job.payoutOwner && 'who is paid',
  ];
  return (
    <Acts acts={acts}>
      <Role wallet={wallet} names={names} />
    </Acts>
  );
}
