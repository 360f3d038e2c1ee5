import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { approvalsQuery } from '../../data/approval-queries.js';
import { type ApprovalView, waitsFor } from '../../data/approval-views.js';
import { useStore } from '../../lib/external-store.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { ApprovalTable } from './approval-table.js';
import { SayTabs } from './say-tabs.js';

export type ApprovalTab = 'waiting' | 'signed' | 'asked';

const TABS: [ApprovalTab, string][] = [
  ['waiting', 'Wait for you'],
  ['signed', 'Signed by you'],
  ['asked', 'Asked by you'],
];

const NONE: Record<ApprovalTab, [title: string, text: string]> = {
  waiting: [
    'Nothing waits for your signature',
    'When somebody asks for money of a mandate that names you as an approver, the exact call comes here.',
  ],
  signed: ['You have signed nothing that is open', 'What you sign stays here until it is used, or ended.'],
  asked: [
    'You have asked for nothing',
    'Where a mandate of yours has approvers, the page asks them from the form that needs them.',
  ],
};

/** What is asked of this wallet's signature, and what it asked of others. */
export function ApprovalsPage() {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Approvals</h1>
          <p>Larger sums of a mandate that its approvers sign off, each one exact call.</p>
        </div>
      </div>
      <SayTabs />
      {address === null ? (
        <Empty title="Connect a wallet">What waits for its signature is listed here, by deadline.</Empty>
      ) : (
        <Inbox wallet={address} />
      )}
    </>
  );
}

function belongs(tab: ApprovalTab, view: ApprovalView, wallet: string): boolean {
  if (tab === 'asked') return [view.payer, view.requester].includes(wallet);
  const own = view.approvers.find((one) => one.wallet === wallet);
  if (own === undefined) return false;
  return tab === 'signed' ? own.signed : !own.signed;
}

/** Those in a list; of what waits, those alone that can still be signed. */
function countOf(tab: ApprovalTab, views: ApprovalView[], wallet: string, now: number): number {
  if (tab === 'waiting') return views.filter((view) => waitsFor(view, wallet, now)).length;
  return views.filter((view) => belongs(tab, view, wallet)).length;
}

function Inbox({ wallet }: { wallet: string }) {
  const { show = 'waiting' } = useSearch({ from: '/approvals' });
  const query = useQuery(approvalsQuery(wallet));
  const now = useNow(5_000);
  return (
    <Loaded query={query}>
      {(views) => {
        const shown = views
          .filter((view) => belongs(show, view, wallet))
          // what can still be signed comes first, the one that ends first at the top
          .sort((a, b) => Number(waitsFor(b, wallet, now)) - Number(waitsFor(a, wallet, now)));
        const [title, text] = NONE[show];
        return (
          <div className="stack">
            <nav className="segmented-links" aria-label="Which approvals">
              {TABS.map(([tab, label]) => (
                <Link
                  key={tab}
                  to="/approvals"
                  search={tab === 'waiting' ? {} : { show: tab }}
                  className={tab === show ? 'button compact primary' : 'button compact'}
                  activeProps={{ className: '' }}
                  aria-current={tab === show ? 'page' : undefined}
                >
                  {label} ({countOf(tab, views, wallet, now)})
                </Link>
              ))}
            </nav>
            {shown.length === 0 ? (
              <Empty title={title}>{text}</Empty>
            ) : (
              <ApprovalTable views={shown} label="Approvals" />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
