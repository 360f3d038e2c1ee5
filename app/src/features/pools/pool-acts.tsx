import type { ReactNode } from 'react';
import type { PoolPart } from '../../data/pool-views.js';
import { chain } from '../../data/queries.js';
import type { Looking } from '../../lib/channel.js';
import { useStore } from '../../lib/external-store.js';
import { costOf, moneyOf, type PoolAct, possibleOf } from '../../lib/pool.js';
import { ActionButton, TwiceButton } from '../../ui/action.js';
import { Acts } from '../../ui/acts.js';
import { Amount } from '../../ui/amount.js';
import { Spend } from '../../ui/spend.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';

interface Step {
  act: PoolAct;
  title: string;
  /** who may, and what comes of it */
  about: string;
  form(part: PoolPart, looking: Looking): ReactNode;
}

const INVALIDATE = ['pool'];

const STEPS: Step[] = [
  {
    act: 'claim',
    title: 'Claim your income',
    about: 'It goes to your own token account.',
    form: ({ pool, member }) => (
      <ActionButton
        label={
          <>
            Claim <Amount amount={member?.due ?? 0n} mint={pool.mint} />
          </>
        }
        action={async () => (await chain()).claimMyIncome(pool.address)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
  {
    act: 'join',
    title: 'Join',
    about: 'A wallet that is vouched for. You have a part in the epochs that open after it.',
    form: ({ pool }) => (
      <ActionButton
        label="Join the pool"
        action={async () => (await chain()).join(pool.address)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
  {
    act: 'openEpoch',
    title: 'Open the next epoch',
    about:
      'Anyone, once the one before is over and the money is there. Each member of now has a share in it.',
    form: ({ pool }) => (
      <ActionButton
        label={
          <>
            Open it, <Amount amount={costOf(pool)} mint={pool.mint} /> for {pool.members} members
          </>
        }
        action={async () => (await chain()).openTheEpoch(pool.address)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
  {
    act: 'fund',
    title: 'Put money in',
    about: 'Anyone. What is not paid to members is for who made the pool to take out, once it is stopped.',
    form: ({ pool }, { wallet }) => (
      <Spend
        label="How much to put in"
        verb="Put in"
        wallet={wallet}
        mint={pool.mint}
        spend={async (amount) => (await chain()).putIntoPool(pool.address, amount)}
        invalidate={INVALIDATE}
      />
    ),
  },
  {
    act: 'leave',
    title: 'Leave',
    about: 'Any member. What is coming is claimed with it; its rent goes back to who paid it.',
    form: (part, { now }) => <Leave part={part} now={now} />,
  },
  {
    act: 'stop',
    title: 'Stop it',
    about: 'Who made it. No epoch opens any more; what is owed to members stays theirs.',
    form: ({ pool }, { now }) => (
      <TwiceButton
        label={
          <>
            Stop it, take <Amount amount={moneyOf(pool, now).free} mint={pool.mint} /> out
          </>
        }
        warning="It cannot be started again."
        action={async () => (await chain()).stopThePool(pool.address)}
        invalidate={INVALIDATE}
      />
    ),
  },
  {
    act: 'withdraw',
    title: 'Take free money out',
    about: 'Who made it, once it is stopped.',
    form: ({ pool }, { now }) => (
      <ActionButton
        label={
          <>
            Take <Amount amount={moneyOf(pool, now).free} mint={pool.mint} /> out
          </>
        }
        action={async () => (await chain()).stopThePool(pool.address)}
        invalidate={INVALIDATE}
      />
    ),
  },
  {
    act: 'end',
    title: 'End it',
    about: 'Who made it, once it is stopped and all members have left. Its rent goes back.',
    form: ({ pool }) => (
      <ActionButton
        label="End it"
        action={async () => (await chain()).endPool(pool.address)}
        invalidate={INVALIDATE}
        tone="primary"
      />
    ),
  },
];

function Leave({ part: { pool, member, attestedUntil }, now }: { part: PoolPart; now: number }) {
  const due = member?.due ?? 0n;
  const forfeits = due > 0n && attestedUntil <= now;
  return (
    <TwiceButton
      label="Leave the pool"
      warning={
        forfeits
          ? 'What is coming cannot be claimed while nobody vouches for this wallet: it is given up.'
          : 'You have no part in epochs that open after it.'
      }
      action={async () => (await chain()).leave(pool.address, forfeits)}
      invalidate={INVALIDATE}
    />
  );
}

/** Everything that can be done with a pool, by whom, and when. */
export function PoolActs({ part }: { part: PoolPart }) {
  const wallet = useStore(connected)?.account.address ?? null;
  const looking = { wallet, now: useNow() };
  const acts = STEPS.map(({ act, title, about, form }) => ({
    ...{ title, about },
    possible: possibleOf(act, part, looking),
    form: () => form(part, looking),
  }));
  return <Acts acts={acts} />;
}
