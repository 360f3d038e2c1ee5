import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { walletLocksQuery } from '../../data/lock-queries.js';
import { LOCK_ROLES, type LockRole } from '../../data/lock-views.js';
import { useStore } from '../../lib/external-store.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { MoneyTabs } from '../money/money-tabs.js';
import { CreateLock } from './create-lock.js';
import { Intakes } from './intakes.js';
import { LockList } from './lock-list.js';

const ROLES: Record<LockRole, string> = {
  recipient: 'For you',
  funder: 'From you',
  approver: 'You approve',
};

/** Money that is released over time: to the wallet, by it, or on its word. */
export function LocksPage() {
  const { as = 'recipient', create = false } = useSearch({ from: '/locks' });
  const navigate = useNavigate();
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const query = useQuery({ ...walletLocksQuery(address, as), refetchInterval: 15_000 });
  const go = (next: { as?: Exclude<LockRole, 'recipient'>; create?: true }) =>
    void navigate({ to: '/locks', search: next, replace: true });
  const chosen = as === 'recipient' ? {} : { as };
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Locks</h1>
          <p>
            Money that is put away now and released over time: by the second, in steps, all at once, or as
            somebody approves.
          </p>
        </div>
        <div className="segmented">
          {LOCK_ROLES.map((role) => (
            <label key={role}>
              <input
                className="visually-hidden"
                type="radio"
                name="as"
                checked={as === role}
                onChange={() => go(role === 'recipient' ? {} : { as: role })}
              />
              {ROLES[role]}
            </label>
          ))}
        </div>
        {address !== null && (
          <button
            type="button"
            className="button"
            onClick={() => go(create ? chosen : { ...chosen, create: true })}
          >
            {create ? 'Do not lock any' : 'Lock money'}
          </button>
        )}
      </div>
      <MoneyTabs />
      {address === null ? (
        <Empty title="Connect a wallet">The locks that pay it, or that it made, are listed here.</Empty>
      ) : (
        <div className="stack-l">
          {create && <CreateLock wallet={address} />}
          <Loaded query={query} lines={6}>
            {(locks) =>
              locks.length === 0 ? !create && <None as={as} /> : <LockList locks={locks} as={as} />
            }
          </Loaded>
          {as === 'recipient' && <Intakes wallet={address} />}
        </div>
      )}
    </>
  );
}

function None({ as }: { as: LockRole }) {
  if (as === 'approver') {
    return (
      <Empty title="Nothing to approve">
        Locks whose milestones this wallet approves appear here, whoever made them.
      </Empty>
    );
  }
  return (
    <Empty
      title={as === 'recipient' ? 'Nothing is locked for this wallet' : 'This wallet has locked nothing'}
      action={
        <Link
          to="/locks"
          search={as === 'recipient' ? { create: true } : { as, create: true }}
          className="button primary"
        >
          Lock money
        </Link>
      }
    >
      For salaries, grants and vesting: the money is there from the first day, and nobody has to send it.
    </Empty>
  );
}
