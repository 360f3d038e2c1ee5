import type { ReactNode } from 'react';
import type { LockView } from '../../data/lock-views.js';
import { chain } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { dueOf, type LockAct, leftOver, milestonesOf, nextMilestones, possibleOf } from '../../lib/lock.js';
import { ActionButton, TwiceButton } from '../../ui/action.js';
import { Acts, Role } from '../../ui/acts.js';
import { Amount } from '../../ui/amount.js';
import { Spend } from '../../ui/spend.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { NewRecipient } from './new-recipient.js';

interface Step {
  act: LockAct;
  title: string;
  /** who may, and what comes of it */
  about: string;
  form(lock: LockView, now: number): ReactNode;
}

const INVALIDATE = ['lock'];

const STEPS: Step[] = [
  {
    act: 'claim',
    title: 'Claim what is due',
    about: "Anyone. It goes to the recipient's own token account, wherever the click comes from.",
    form: (lock, now) => (
      <ActionButton
        label={
          <>
            Pay out <Amount amount={dueOf(lock, now) + lock.formerDue} mint={lock.mint} />
          </>
        }
        action={async () => (await chain()).claimFrom(lock)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
  {
    act: 'approve',
    title: 'Approve a milestone',
    about: "Its approver. An approval stands: what it releases is the recipient's.",
    form: (lock) => (
      <div className="row">
        {nextMilestones(lock).map((index) => (
          <TwiceButton
            key={index}
            label={
              <>
                Approve milestone {index + 1}:{' '}
                <Amount amount={milestonesOf(lock)[index]?.amount ?? 0n} mint={lock.mint} />
              </>
            }
            warning="It is the recipient's after this, and cannot be taken back."
            action={async () => (await chain()).approveMilestone(lock, index)}
            invalidate={INVALIDATE}
          />
        ))}
      </div>
    ),
  },
  {
    act: 'accept',
    title: 'Take it over',
    about: 'The wallet it is offered to. All that is due and to come is yours then.',
    form: (lock, now) => (
      <ActionButton
        label={
          <>
            Take it over, with <Amount amount={dueOf(lock, now)} mint={lock.mint} /> due
          </>
        }
        action={async () => (await chain()).acceptLock(lock)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
  {
    act: 'topUp',
    title: 'Add to it',
    about:
      'Who funds it. It is released by the same schedule; what that would have released by now is due at once.',
    form: (lock) => (
      <Spend
        label="How much to add"
        verb="Add"
        wallet={lock.funder}
        mint={lock.mint}
        spend={async (amount) => (await chain()).topUp(lock, amount)}
        invalidate={INVALIDATE}
      />
    ),
  },
  {
    act: 'cancel',
    title: 'Stop it',
    about:
      "Whoever its terms name. What is released stays the recipient's; the rest goes back to who funded it.",
    form: (lock, now) => (
      <TwiceButton
        label={
          <>
            Stop it, <Amount amount={leftOver(lock, now)} mint={lock.mint} /> goes back
          </>
        }
        warning="Nothing more is released after this, for good."
        action={async () => (await chain()).stopLock(lock)}
        invalidate={INVALIDATE}
      />
    ),
  },
  {
    act: 'change',
    title: 'Change the recipient',
    about: 'Who funds it, where its terms allow. What is released by then stays with the recipient of now.',
    form: (lock) => <NewRecipient lock={lock} way="change" />,
  },
  {
    act: 'offer',
    title: 'Pass it on',
    about:
      'Its recipient, where its terms allow. The other wallet takes it over with all that is due, or not.',
    form: (lock) => <NewRecipient lock={lock} way="offer" />,
  },
  {
    act: 'withdrawOffer',
    title: 'Take the offer back',
    about: 'Its recipient, as long as it is not taken over.',
    form: (lock) => (
      <ActionButton
        label="Take the offer back"
        action={async () => (await chain()).offerLock(lock, null)}
        invalidate={INVALIDATE}
      />
    ),
  },
  {
    act: 'finish',
    title: 'End it',
    about: 'Anyone, once it is over. What is left over goes back; once all is paid, its rent does, too.',
    form: (lock) => (
      <ActionButton
        label="End it"
        action={async () => (await chain()).finishLock(lock)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
];

/** Everything that can be done with a lock, by whom, and when. */
export function LockActs({ lock }: { lock: LockView }) {
  const wallet = useStore(connected)?.account.address ?? null;
  const now = useNow();
  const acts = STEPS.map(({ act, title, about, form }) => ({
    ...{ title, about },
    possible: possibleOf(act, lock, { wallet, now }),
    form: () => form(lock, now),
  }));
  const names = [
    wallet === lock.recipient && 'its recipient',
    wallet === lock.funder && 'who funds it',
    wallet === lock.approver && 'its approver',
    wallet === lock.pendingRecipient && 'offered it',
  ];
  return (
    <Acts acts={acts}>
      <Role wallet={wallet} names={names} />
    </Acts>
  );
}
