import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lockQuery } from '../../data/lock-queries.js';
import type { LockView } from '../../data/lock-views.js';
import { dueOf, heldBy, lockReleased, milestonesOf, SIDES } from '../../lib/lock.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { type Figure, Figures } from '../../ui/figures.js';
import { Loaded } from '../../ui/loaded.js';
import { Badge, Empty } from '../../ui/status.js';
import { Time, useNow } from '../../ui/time.js';
import { Calendar } from './calendar.js';
import { Curve } from './curve.js';
import { LockActs } from './lock-acts.js';
import { howReleased, LockStatus } from './lock-status.js';

/** One lock: its curve, what comes when, and what each side can do now. */
export function LockPage() {
  const { address } = useParams({ from: '/locks/$address' });
  const query = useQuery({ ...lockQuery(address), refetchInterval: 10_000 });
  return (
    <Loaded query={query} lines={8}>
      {(lock) =>
        lock === null ? (
          <Empty
            title="There is no lock here"
            page
            action={
              <Link to="/locks" className="button primary">
                See your locks
              </Link>
            }
          >
            It was ended, with everything in it paid or returned; or the address is of something else.
          </Empty>
        ) : (
          <Lock lock={lock} />
        )
      }
    </Loaded>
  );
}

function Lock({ lock }: { lock: LockView }) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Lock</h1>
          <div className="row small">
            <LockStatus lock={lock} />
            <span className="faint">for</span> <Address address={lock.recipient} />
            <span className="faint">from</span> <Address address={lock.funder} />
            <span className="faint">{howReleased(lock)}</span>
          </div>
        </div>
      </div>
      <Money lock={lock} />
      <div className="columns mandate-columns">
        <div className="stack-l">
          <section className="sheet stack">
            <h2>{lock.approver === null ? 'What is released when' : 'Milestones'}</h2>
            {lock.approver === null ? (
              <Curve terms={lock.terms} mint={lock.mint} lock={lock} />
            ) : (
              <Milestones lock={lock} />
            )}
            <Calendar terms={lock.terms} mint={lock.mint} />
          </section>
          <LockActs lock={lock} />
        </div>
        <aside className="stack">
          <Terms lock={lock} />
        </aside>
      </div>
    </>
  );
}

/** What of it stands where, by the second. */
function Money({ lock }: { lock: LockView }) {
  const now = useNow();
  const released = lockReleased(lock.terms, BigInt(now));
  const figures: Figure[] = [
    ['Locked in all', lock.deposited, 'put in, with what was added'],
    ['Released', released, "the recipient's, claimed or not"],
    ['Due now', dueOf(lock, now) + lock.formerDue, 'can be claimed by anyone for them'],
    ['Claimed', lock.claimed, 'paid to the recipient'],
    ['Held', heldBy(lock), 'in the lock still'],
  ];
  if (lock.returned > 0n) figures.push(['Returned', lock.returned, 'back at who funded it']);
  return <Figures figures={figures} mint={lock.mint} />;
}

function Milestones({ lock }: { lock: LockView }) {
  const milestones = milestonesOf(lock);
  const done = milestones.filter(({ approved }) => approved).length;
  return (
    <p className="row">
      <Badge tone={done === milestones.length ? 'settled' : 'human'}>
        {done} of {milestones.length}
      </Badge>
      approved by <Address address={lock.approver ?? ''} />
    </p>
  );
}

function Terms({ lock }: { lock: LockView }) {
  return (
    <section className="sheet">
      <h2>Terms</h2>
      <dl className="facts">
        <dt>Can be stopped by</dt>
        <dd>{SIDES[lock.cancel]}</dd>
        <dt>Recipient changed by</dt>
        <dd>{SIDES[lock.change]}</dd>
        <dt>Added to</dt>
        <dd>{lock.topUp ? 'by who funds it' : 'by nobody'}</dd>
        <dt>Made</dt>
        <dd>
          <Time at={lock.openedAt} />
        </dd>
        {lock.stoppedAt !== 0 && (
          <>
            <dt>Stopped</dt>
            <dd>
              <Time at={lock.stoppedAt} />
            </dd>
          </>
        )}
        {lock.madeBy === 'program' && (
          <>
            <dt>Made by</dt>
            <dd>
              <Address address={lock.creator} />
            </dd>
          </>
        )}
        {lock.pendingRecipient !== null && (
          <>
            <dt>Offered to</dt>
            <dd>
              <Address address={lock.pendingRecipient} />
            </dd>
          </>
        )}
        {lock.formerRecipient !== null && (
          <>
            <dt>Owes, from before</dt>
            <dd>
              <Amount amount={lock.formerDue} mint={lock.mint} /> to{' '}
              <Address address={lock.formerRecipient} />
            </dd>
          </>
        )}
        <dt>Its rent goes to</dt>
        <dd>
          <Address address={lock.rentPayer} />
        </dd>
      </dl>
    </section>
  );
}
