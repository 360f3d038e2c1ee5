import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { JOB_STATES, type JobState } from '../data/job-views.js';
import { LOCK_ROLES, type LockRole } from '../data/lock-views.js';
import { PAYMENT_GROUPS, type PaymentGroup } from '../data/told-payments.js';
import type { AgentSort } from '../data/views.js';
import { CHANNEL_STATES, type ChannelState } from '../lib/channel.js';
import { Failure, Skeleton } from '../ui/status.js';
import { Layout, NotFound } from './layout.js';

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });

const SORTS: AgentSort[] = ['relevance', 'score', 'stake', 'volume', 'recent', 'price'];

/** A text of the address, short enough to be one that a person made. */
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';

export interface RegistrySearch {
  q?: string | undefined;
  tag?: string | undefined;
  /** those that take no business too */
  resting?: true | undefined;
  /** those too that nobody has paid yet */
  unproven?: true | undefined;
  sort?: AgentSort | undefined;
}

const registry = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): RegistrySearch => {
    const [q, tag] = [text(search.q), text(search.tag)];
    const sort = SORTS.find((name) => name === search.sort);
    return {
      ...(q !== '' && { q }),
      ...(tag !== '' && { tag }),
      ...(search.resting === true && { resting: true as const }),
      ...(search.unproven === true && { unproven: true as const }),
      ...(sort !== undefined && sort !== 'relevance' && { sort }),
    };
  },
  component: lazyRouteComponent(() => import('../features/registry/registry-page.js'), 'RegistryPage'),
});

export const AGENT_TABS = ['overview', 'call', 'versions', 'stake', 'receipts', 'activity'] as const;
export type AgentTab = (typeof AGENT_TABS)[number];

const agent = createRoute({
  getParentRoute: () => root,
  path: '/agents/$address',
  validateSearch: (search: Record<string, unknown>): { tab?: AgentTab } => {
    const tab = AGENT_TABS.find((name) => name === search.tab);
    return tab === undefined || tab === 'overview' ? {} : { tab };
  },
  component: lazyRouteComponent(() => import('../features/agent/agent-page.js'), 'AgentPage'),
});

const publish = createRoute({
  getParentRoute: () => root,
  path: '/publish',
  component: lazyRouteComponent(() => import('../features/publish/publish-page.js'), 'PublishPage'),
});

const mandates = createRoute({
  getParentRoute: () => root,
  path: '/mandates',
  component: lazyRouteComponent(() => import('../features/money/mandates-page.js'), 'MandatesPage'),
});

const mandate = createRoute({
  getParentRoute: () => root,
  path: '/mandates/$address',
  component: lazyRouteComponent(() => import('../features/money/mandate-page.js'), 'MandatePage'),
});

const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  validateSearch: (search: Record<string, unknown>): { as?: 'payee'; state?: ChannelState } => {
    const state = CHANNEL_STATES.find((name) => name === search.state);
    return {
      ...(search.as === 'payee' && { as: 'payee' as const }),
      ...(state !== undefined && { state }),
    };
  },
  component: lazyRouteComponent(() => import('../features/money/channels-page.js'), 'ChannelsPage'),
});

const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  validateSearch: (search: Record<string, unknown>): { show?: PaymentGroup } => {
    const show = (Object.keys(PAYMENT_GROUPS) as PaymentGroup[]).find((name) => name === search.show);
    return show === undefined ? {} : { show };
  },
  component: lazyRouteComponent(() => import('../features/payments/payments-page.js'), 'PaymentsPage'),
});

const credits = createRoute({
  getParentRoute: () => root,
  path: '/credits',
  component: lazyRouteComponent(() => import('../features/credits/credits-page.js'), 'CreditsPage'),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: '/jobs',
  validateSearch: (
    search: Record<string, unknown>,
  ): { as?: 'payee'; state?: JobState; offer?: true; agent?: string } => {
    const state = JOB_STATES.find((name) => name === search.state);
    const agent = text(search.agent);
    return {
      ...(search.as === 'payee' && { as: 'payee' as const }),
      ...(state !== undefined && { state }),
      ...(search.offer === true && { offer: true as const }),
      ...(agent !== '' && { agent }),
    };
  },
  component: lazyRouteComponent(() => import('../features/jobs/jobs-page.js'), 'JobsPage'),
});

const job = createRoute({
  getParentRoute: () => root,
  path: '/jobs/$address',
  component: lazyRouteComponent(() => import('../features/jobs/job-page.js'), 'JobPage'),
});

const channel = createRoute({
  getParentRoute: () => root,
  path: '/channels/$address',
  component: lazyRouteComponent(() => import('../features/money/channel-page.js'), 'ChannelPage'),
});

const locks = createRoute({
  getParentRoute: () => root,
  path: '/locks',
  validateSearch: (
    search: Record<string, unknown>,
  ): { as?: Exclude<LockRole, 'recipient'>; create?: true } => {
    const as = LOCK_ROLES.find((name) => name === search.as);
    return {
      ...(as !== undefined && as !== 'recipient' && { as }),
      ...(search.create === true && { create: true as const }),
    };
  },
  component: lazyRouteComponent(() => import('../features/locks/locks-page.js'), 'LocksPage'),
});

const lock = createRoute({
  getParentRoute: () => root,
  path: '/locks/$address',
  component: lazyRouteComponent(() => import('../features/locks/lock-page.js'), 'LockPage'),
});

const intake = createRoute({
  getParentRoute: () => root,
  path: '/intakes/$address',
  component: lazyRouteComponent(() => import('../features/locks/intake-page.js'), 'IntakePage'),
});

const pools = createRoute({
  getParentRoute: () => root,
  path: '/pools',
  validateSearch: (search: Record<string, unknown>): { create?: true } =>
    search.create === true ? { create: true } : {},
  component: lazyRouteComponent(() => import('../features/pools/pools-page.js'), 'PoolsPage'),
});

const pool = createRoute({
  getParentRoute: () => root,
  path: '/pools/$address',
  component: lazyRouteComponent(() => import('../features/pools/pool-page.js'), 'PoolPage'),
});

const disputes = createRoute({
  getParentRoute: () => root,
  path: '/disputes',
  validateSearch: (search: Record<string, unknown>): { all?: true } =>
    search.all === true ? { all: true } : {},
  component: lazyRouteComponent(() => import('../features/disputes/disputes-page.js'), 'DisputesPage'),
});

const dispute = createRoute({
  getParentRoute: () => root,
  path: '/disputes/$address',
  component: lazyRouteComponent(() => import('../features/disputes/dispute-page.js'), 'DisputePage'),
});

const arbiter = createRoute({
  getParentRoute: () => root,
  path: '/arbiter',
  component: lazyRouteComponent(() => import('../features/arbiter/arbiter-page.js'), 'ArbiterPage'),
});

const stake = createRoute({
  getParentRoute: () => root,
  path: '/stake',
  component: lazyRouteComponent(() => import('../features/stake/stake-page.js'), 'StakePage'),
});

const activity = createRoute({
  getParentRoute: () => root,
  path: '/activity',
  component: lazyRouteComponent(() => import('../features/activity/activity-page.js'), 'ActivityPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});

const APPROVAL_TABS = ['waiting', 'signed', 'asked'] as const;

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: (search: Record<string, unknown>): { show?: (typeof APPROVAL_TABS)[number] } => {
    const show = APPROVAL_TABS.find((name) => name === search.show);
    return show === undefined || show === 'waiting' ? {} : { show };
  },
  component: lazyRouteComponent(() => import('../features/approvals/approvals-page.js'), 'ApprovalsPage'),
});

const approval = createRoute({
  getParentRoute: () => root,
  path: '/approvals/$address',
  component: lazyRouteComponent(() => import('../features/approvals/approval-page.js'), 'ApprovalPage'),
});

const consents = createRoute({
  getParentRoute: () => root,
  path: '/consents',
  component: lazyRouteComponent(() => import('../features/consents/consents-page.js'), 'ConsentsPage'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('../features/receipts/verify-page.js'), 'VerifyPage'),
});

const routeTree = root.addChildren([
  registry,
  agent,
  publish,
  mandates,
  mandate,
  channels,
  channel,
  jobs,
  job,
  payments,
  credits,
  stake,
  locks,
  lock,
  intake,
  pools,
  pool,
  disputes,
  dispute,
  arbiter,
  approvals,
  approval,
  consents,
  activity,
  verify,
  settings,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: () => <Skeleton lines={6} />,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
