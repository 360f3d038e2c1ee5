import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { approvalsQuery } from '../data/approval-queries.js';
import { waitsFor } from '../data/approval-views.js';
import { config } from '../data/config.js';
import { indexerState } from '../data/indexer.js';
import { clockQuery } from '../data/queries.js';
import { useStore } from '../lib/external-store.js';
import { ReviewHost } from '../signing/review-dialog.js';
import { Icon, type IconName } from '../ui/icon.js';
import { Badge, Empty, Failure, Note } from '../ui/status.js';
import { useNow } from '../ui/time.js';
import { Toasts } from '../ui/toasts.js';
import { connected } from '../wallet/standard.js';
import { WalletMenu } from '../wallet/wallet-menu.js';
import { Search } from './search.js';

const NAV_FOLDED = 'agent-labs:nav-folded';

interface Place {
  to: '/' | '/approvals' | '/mandates' | '/activity' | '/settings';
  label: string;
  icon: IconName;
}

/** Pages that are there; what is not built is not named. */
const PLACES: Place[] = [
  { to: '/', label: 'Registry', icon: 'registry' },
  { to: '/approvals', label: 'Approvals', icon: 'shield' },
  { to: '/mandates', label: 'Money', icon: 'money' },
  { to: '/activity', label: 'Activity', icon: 'activity' },
  { to: '/settings', label: 'Settings', icon: 'settings' },
];

const OF_MONEY = [
  '/mandates',
  '/channels',
  '/jobs',
  '/locks',
  '/intakes',
  '/pools',
  '/payments',
  '/credits',
  '/stake',
  '/disputes',
  '/arbiter',
];

/** Whether a page belongs to a place of the navigation. */
function isAt(to: Place['to'], path: string): boolean {
  if (to === '/mandates') return OF_MONEY.some((place) => path.startsWith(place));
  if (to === '/approvals') return path.startsWith('/approvals') || path === '/consents';
  if (to !== '/') return path.startsWith(to);
  return path === '/' || path.startsWith('/agents/') || path === '/publish' || path === '/verify';
}

export function Layout() {
  const [folded, setFolded] = useState(localStorage.getItem(NAV_FOLDED) === 'true');
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(path);
  useEffect(() => {
    // who hears the page, or walks it by keys, begins at the new page's start
    if (before.current !== path) main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  const fold = () => {
    localStorage.setItem(NAV_FOLDED, String(!folded));
    setFolded(!folded);
  };
  return (
    <div className="shell" data-collapsed={folded}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <nav className="nav" aria-label="Main">
        <Link to="/" className="brand" aria-label="Agent Labs">
          <img src="/icon.svg" alt="" />
          <span className="nav-label">Agent Labs</span>
        </Link>
        {PLACES.map(({ to, label, icon }) => (
          <Link
            key={to}
            to={to}
            className={isAt(to, path) ? 'nav-link active' : 'nav-link'}
            activeProps={{ className: '' }}
            title={label}
          >
            <Icon name={icon} />
            <span className="nav-label">{label}</span>
            {to === '/approvals' && <WaitingCount />}
          </Link>
        ))}
        <button
          type="button"
          className="nav-link button quiet nav-foot"
          onClick={fold}
          aria-label={folded ? 'Show the names of pages' : 'Show icons alone'}
        >
          <Icon name={folded ? 'unfold' : 'fold'} />
          <span className="nav-label">Fold</span>
        </button>
      </nav>
      <header className="top">
        <Search />
        <div className="top-end">
          <span className="cluster-name">
            <Badge tone={config().cluster === 'mainnet' ? 'settled' : 'plain'}>{clusterName()}</Badge>
          </span>
          <WalletMenu />
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <Health />
        <Outlet />
      </main>
      <nav className="bottom-bar" aria-label="Pages">
        {PLACES.map(({ to, label, icon }) => (
          <Link key={to} to={to} className={isAt(to, path) ? 'active' : ''} activeProps={{ className: '' }}>
            <Icon name={icon} size={20} />
            {label}
            {to === '/approvals' && <WaitingCount />}
          </Link>
        ))}
      </nav>
      <Toasts />
      <ReviewHost />
    </div>
  );
}

/** How many calls wait for the connected wallet's signature. */
function WaitingCount() {
  const wallet = useStore(connected)?.account.address ?? null;
  const query = useQuery(approvalsQuery(wallet));
  const now = useNow(5_000);
  const count = (query.data ?? []).filter((view) => waitsFor(view, wallet, now)).length;
  if (count === 0) return null;
  return (
    <span className="nav-count">
      {count}
      <span className="visually-hidden"> for you to sign</span>
    </span>
  );
}

function clusterName(): string {
  const { cluster } = config();
  return cluster === 'localnet' ? 'Local chain' : cluster;
}

/** Whether what the page stands on is there: the node, and the indexer. */
function Health() {
  const clock = useQuery(clockQuery);
  const indexer = useStore(indexerState);
  if (clock.isError) {
    return (
      <div className="banner">
        <Failure error={clock.error} retry={() => void clock.refetch()} />
      </div>
    );
  }
  if (indexer === 'down') {
    return (
      <div className="banner">
        <Note tone="waiting">
          <strong>The indexer does not answer.</strong> Everything here is read from the chain instead:
          slower, without ratings and totals. Signing and paying work as always.
        </Note>
      </div>
    );
  }
  return null;
}

export function NotFound() {
  return (
    <Empty
      title="There is no such page"
      page
      action={
        <Link to="/" className="button primary">
          See the registry
        </Link>
      }
    >
      The address may be mistyped, or of a page that is not built yet.
    </Empty>
  );
}
