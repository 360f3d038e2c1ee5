import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { poolQuery } from '../../data/pool-queries.js';
import type { PoolPart, PoolView } from '../../data/pool-views.js';
import { useStore } from '../../lib/external-store.js';
import { costOf, moneyOf } from '../../lib/pool.js';
import { exactTime, span } from '../../lib/time.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { type Figure, Figures } from '../../ui/figures.js';
import { Loaded } from '../../ui/loaded.js';
import { Badge, Empty } from '../../ui/status.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { PoolActs } from './pool-acts.js';
import { Lasts } from './pools-page.js';

/** One income pool: its money, its epochs, and the wallet's part in it. */
export function PoolPage() {
  const { address } = useParams({ from: '/pools/$address' });
  const wallet = useStore(connected)?.account.address ?? null;
  const query = useQuery({ ...poolQuery(address, wallet), refetchInterval: 10_000 });
  return (
    <Loaded query={query} lines={8}>
      {(part) =>
        part === null ? (
          <Empty
            title="There is no pool here"
            page
            action={
              <Link to="/pools" className="button primary">
                See the pools there are
              </Link>
            }
          >
            It was ended, with what was left back at who made it; or the address is of something else.
          </Empty>
        ) : (
          <Pool part={part} />
        )
      }
    </Loaded>
  );
}

function Pool({ part }: { part: PoolPart }) {
  const { pool } = part;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Income pool</h1>
          <div className="row small">
            <Lasts pool={pool} />
            <span>
              <Amount amount={pool.amount} mint={pool.mint} /> to each member every {span(pool.epochLength)}
            </span>
          </div>
        </div>
      </div>
      <Money pool={pool} />
      <div className="columns mandate-columns">
        <div className="stack-l">
          <Mine part={part} />
          <PoolActs part={part} />
        </div>
        <aside className="stack">
          <Epochs pool={pool} />
          <Terms pool={pool} />
        </aside>
      </div>
    </>
  );
}

function Money({ pool }: { pool: PoolView }) {
  const now = useNow(5_000);
  const { free, owed } = moneyOf(pool, now);
  const figures: Figure[] = [
    ['Free', free, 'for epochs to come'],
    ['Owed', owed, 'to members, not claimed yet'],
    ['Next epoch takes', costOf(pool), `with ${pool.members} members`],
    ['Paid', pool.paid, 'to members so far'],
    ['Put in', pool.funded, 'in all'],
  ];
  return <Figures figures={figures} mint={pool.mint} />;
}

/** What the connected wallet is to the pool. */
function Mine({ part: { pool, member, attestedUntil } }: { part: PoolPart }) {
  const now = useNow(5_000);
  const wallet = useStore(connected);
  if (wallet === null) {
    return (
      <section className="sheet">
        <h2>Your part</h2>
        <p className="soft">Connect a wallet to see whether it has a part.</p>
      </section>
    );
  }
  const attested = attestedUntil > now;
  return (
    <section className="sheet stack">
      <h2>Your part</h2>
      <dl className="facts">
        <dt>Vouched for</dt>
        <dd>
          {attested ? (
            <>
              <Badge tone="settled">yes</Badge> until {exactTime(attestedUntil)}
            </>
          ) : (
            <>
              <Badge tone="waiting">no</Badge> ask <Address address={pool.attestor} /> for an attestation of
              this wallet
            </>
          )}
        </dd>
        <dt>Member</dt>
        <dd>
          {member === null ? (
            'no'
          ) : (
            <>
              since <Time at={member.joinedAt} />
              {member.suspendedAt !== 0 && (
                <>
                  {', '}
                  <Badge tone="risk">suspended</Badge> <Time at={member.suspendedAt} />
                </>
              )}
            </>
          )}
        </dd>
        {member !== null && (
          <>
            <dt>Coming to you</dt>
            <dd>
              <Amount amount={member.due} mint={pool.mint} />
            </dd>
            <dt>Paid to you</dt>
            <dd>
              <Amount amount={member.paid} mint={pool.mint} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Epochs({ pool }: { pool: PoolView }) {
  const now = useNow();
  const next = Math.max(pool.epochEndsAt, pool.firstEpochAt);
  return (
    <section className="sheet">
      <h2>Epochs</h2>
      <dl className="windows">
        <div>
          <dt>Opened</dt>
          <dd>{pool.epochs.toString()}</dd>
        </div>
        <div>
          <dt>Next one</dt>
          <dd>
            {pool.stoppedAt !== 0 ? (
              <span className="faint">none</span>
            ) : now >= next ? (
              'as soon as somebody opens it'
            ) : (
              <>
                in <Countdown until={next} over="a moment" />
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Terms({ pool }: { pool: PoolView }) {
  return (
    <section className="sheet">
      <h2>Terms</h2>
      <dl className="facts">
        <dt>Members</dt>
        <dd>
          {pool.members} of {pool.maxMembers} at most
        </dd>
        <dt>Vouched for by</dt>
        <dd>
          <Address address={pool.attestor} />
        </dd>
        <dt>Not claimed</dt>
        <dd>{pool.mode === 'Accrue' ? 'adds up' : 'expires with the epoch'}</dd>
        <dt>Once suspended</dt>
        <dd>{span(pool.grace)} to claim what is there</dd>
        <dt>Made by</dt>
        <dd>
          <Address address={pool.creator} />
        </dd>
        {pool.stoppedAt !== 0 && (
          <>
            <dt>Stopped</dt>
            <dd>
              <Time at={pool.stoppedAt} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
