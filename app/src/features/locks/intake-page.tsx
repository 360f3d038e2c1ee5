import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { intakeQuery, locksMadeByQuery } from '../../data/lock-queries.js';
import type { IntakeView } from '../../data/lock-views.js';
import { chain } from '../../data/queries.js';
import { useStore } from '../../lib/external-store.js';
import { ActionButton } from '../../ui/action.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { intakeRule } from './intakes.js';
import { LockList } from './lock-list.js';

/** Where payouts are locked as they come in: what waits, and the locks made of it. */
export function IntakePage() {
  const { address } = useParams({ from: '/intakes/$address' });
  const query = useQuery({ ...intakeQuery(address), refetchInterval: 10_000 });
  return (
    <Loaded query={query} lines={8}>
      {(intake) =>
        intake === null ? (
          <Empty
            title="Nothing was opened here"
            page
            action={
              <Link to="/locks" className="button primary">
                See your locks
              </Link>
            }
          >
            Money that was paid to such an address before it was opened waits there, and is not lost.
          </Empty>
        ) : (
          <Intake intake={intake} />
        )
      }
    </Loaded>
  );
}

function Intake({ intake }: { intake: IntakeView }) {
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Locked payouts</h1>
          <div className="row small">
            <span className="faint">for</span> <Address address={intake.recipient} />
          </div>
          <p>
            What is paid to <Address address={intake.address} /> is locked as it comes in, and released{' '}
            {intakeRule(intake)}, counted from then.
          </p>
        </div>
      </div>
      <div className="stack-l">
        <Waiting intake={intake} />
        <Made intake={intake} />
      </div>
    </>
  );
}

function Waiting({ intake }: { intake: IntakeView }) {
  const wallet = useStore(connected)?.account.address ?? null;
  const { waiting, minAmount, mint, recipient } = intake;
  const small = waiting < minAmount && wallet !== recipient;
  return (
    <section className="sheet stack">
      <h2>What waits</h2>
      <p>
        <Amount amount={waiting} mint={mint} />, not locked yet. Anyone can lock it from{' '}
        <Amount amount={minAmount} mint={mint} /> on, its recipient also less; whoever does pays the rent of
        the lock, and gets it back when it ends.
      </p>
      <div className="row">
        <ActionButton
          label={
            <>
              Lock <Amount amount={waiting} mint={mint} /> now
            </>
          }
          tone="primary"
          disabled={waiting === 0n || small}
          why={waiting === 0n ? 'Nothing waits.' : small ? 'It is less than the minimum.' : undefined}
          action={async () => (await chain()).lockWaiting(intake.address)}
          invalidate={['intake']}
        />
      </div>
    </section>
  );
}

function Made({ intake }: { intake: IntakeView }) {
  const query = useQuery({ ...locksMadeByQuery(intake.address), refetchInterval: 10_000 });
  return (
    <section className="stack">
      <h2>Locks made of it</h2>
      <Loaded query={query} lines={4}>
        {(locks) =>
          locks.length === 0 ? (
            <p className="soft">None yet: the first is made when something that waits is locked.</p>
          ) : (
            <LockList locks={locks} as="funder" />
          )
        }
      </Loaded>
    </section>
  );
}
