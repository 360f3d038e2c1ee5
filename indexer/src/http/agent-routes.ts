import { DelegatePermission } from '@agent-labs/sdk';
import { z } from 'zod';
import { agentsInFull, SORTS, searchAgents } from '../search/search.js';
import type { Row } from '../store/database.js';
import { activityOf } from './activity.js';
import { cursor } from './cursor.js';
import { limit, pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, amount, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import { activityView, agentView, channelView, pageView, versionView, view } from './views.js';

const STATUSES = ['Draft', 'Active', 'Suspended', 'Retiring', 'Retired'] as const;
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const units = z.string().regex(/^\d{1,20}$/, 'must be base units, decimal');
const tag = z.string().regex(/^[a-z0-9-]{1,16}$/);
const list = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item).max(8)]).optional();

const searchParams = z.strictObject({
  q: z.string().trim().max(200).optional(),
  tag: list(tag),
  status: list(z.enum(STATUSES)),
  mint: address.optional(),
  owner: address.optional(),
  minScore: z.coerce.number().int().min(0).max(5_000).optional(),
  minStake: units.optional(),
  maxPrice: units.optional(),
  live: flag.optional(),
  proven: flag.optional(),
  sort: z.enum(SORTS).optional(),
  limit,
  cursor: cursor.optional(),
});

const facets = z.array(z.object({ value: z.string(), count: z.int() }));
const params = z.object({ address });

const mean = z.int().nullable().meta({ description: 'thousandths of a star; null while nothing counts' });
/** Stake and score at length; all zero or null where there is none. */
const standingView = z.object({
  firstLoss: amount.meta({ description: 'of the present owner, base units of the stake mint' }),
  backers: amount,
  cooling: amount,
  mean,
  versionMean: mean,
  previousMean: mean.meta({ description: 'under the owner before' }),
  payers: z.int(),
  volume: amount.meta({ description: 'rated, base units by the weights of their mints' }),
  slashed: amount.meta({ description: 'in the life of its vault, base units of the stake mint' }),
  openDisputes: z.int(),
  disputesLost: z.int().meta({ description: 'that cost it something' }),
  scoredDisputesLost: z.int().meta({ description: 'of these, what its score has taken over' }),
});

/** Somebody who acts for the owner. */
const delegateView = z.object({
  key: z.string(),
  permissions: z.array(z.string()),
  expiresAt: unixTime,
  acts: z.boolean().meta({ description: 'false once it expired, or the agent has another owner' }),
});

interface DelegateRow extends Row {
  ownership_epoch: number;
  entries: { key: string; permissions: number; expiresAt: number }[];
}

function delegatesOf(
  row: DelegateRow | undefined,
  epoch: number,
  now: number,
): z.infer<typeof delegateView>[] {
  return (row?.entries ?? []).map(({ key, permissions, expiresAt }) => ({
    key,
    permissions: Object.entries(DelegatePermission)
      .filter(([, bit]) => (permissions & bit) !== 0)
      .map(([name]) => name),
    expiresAt,
    acts: row?.ownership_epoch === epoch && now < expiresAt,
  }));
}

const MEAN = (of: string) =>
  `CASE WHEN s.${of}_weight > 0 THEN trunc(s.${of}_stars * 1000 / s.${of}_weight)::int END`;
const STANDING = `SELECT
    CASE WHEN v.ownership_epoch = a.ownership_epoch THEN v.first_loss ELSE 0 END AS first_loss,
    coalesce(v.backers, 0) AS backers,
    coalesce(v.first_loss_cooling + v.backers_cooling, 0) AS cooling,
    CASE WHEN s.ownership_epoch = a.ownership_epoch THEN ${MEAN('current')} END AS mean,
    CASE WHEN s.ownership_epoch = a.ownership_epoch THEN ${MEAN('version')} END AS version_mean,
    CASE WHEN s.ownership_epoch = a.ownership_epoch THEN ${MEAN('previous')}
      ELSE ${MEAN('current')} END AS previous_mean,
    CASE WHEN s.ownership_epoch = a.ownership_epoch THEN s.payers ELSE 0 END AS payers,
    CASE WHEN s.ownership_epoch = a.ownership_epoch THEN s.current_volume ELSE 0 END AS volume,
    greatest(coalesce(v.slashed, 0), coalesce(s.slashed, 0)) AS slashed,
    coalesce(v.open_disputes, 0) AS open_disputes,
    greatest(coalesce(v.disputes_lost, 0), coalesce(s.disputes_lost, 0)) AS disputes_lost,
    coalesce(s.disputes_lost, 0) AS scored_disputes_lost
  FROM agents a LEFT JOIN stake_vaults v ON v.agent = a.address AND NOT v.closed
  LEFT JOIN scores s ON s.agent = a.address WHERE a.address = $1`;

export const VERSIONS = `SELECT v.*, coalesce(m.state, 'waiting') AS manifest_state,
  m.message AS manifest_message, CASE WHEN m.state = 'verified' THEN m.manifest END AS manifest
  FROM versions v LEFT JOIN manifests m ON m.version = v.address`;

/** Agents: searched, and one by one. */
export function agentRoutes(app: IndexerServer, { database, now, requireTrust }: ReadContext): void {
  const withLife = (row: Row) => {
    const live = row.status === 'Active' && (row.lease_expires_at as number) > now();
    return { ...view(row), live };
  };
  app.get(
    '/v1/agents',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Agents by words, facets and thresholds. Closed ones are not found.',
        querystring: searchParams,
        response: {
          200: z.object({
            items: z.array(agentView),
            total: z.int(),
            facets: z.object({ tag: facets, status: facets, mint: facets }),
            next: z.string().nullable(),
          }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { q, sort, ...query } = request.query;
      const words = q === '' ? undefined : q;
      const by = sort ?? (words === undefined ? 'recent' : 'relevance');
      const found = await searchAgents(database, { ...query, q: words, sort: by }, now());
      return { ...found, items: found.items.map(withLife) as z.infer<typeof agentView>[] };
    },
  );
  app.get(
    '/v1/agents/:address',
    {
      onRequest: requireTrust,
      schema: {
        params,
        response: {
          200: agentView.extend({
            versions: z.array(versionView),
            standing: standingView,
            delegates: z.array(delegateView),
            manifest: z.unknown().meta({ description: 'of the latest version, where it is verified' }),
          }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [row] = await agentsInFull(database, [at]);
      if (row === undefined) throw unknown('agent', at);
      const versions = await database.query(`${VERSIONS} WHERE v.agent = $1 ORDER BY number DESC LIMIT 100`, [
        at,
      ]);
      const [standing] = await database.query(STANDING, [at]);
      const [named] = await database.query<DelegateRow>('SELECT * FROM agent_delegates WHERE agent = $1', [
        at,
      ]);
      const answer = {
        ...withLife(row),
        versions: versions.map(view),
        standing: view(standing ?? {}),
        delegates: delegatesOf(named, row.ownership_epoch as number, now()),
        manifest: versions[0]?.manifest ?? null,
      };
      return answer as unknown as z.infer<typeof agentView> & {
        versions: z.infer<typeof versionView>[];
        standing: z.infer<typeof standingView>;
        delegates: z.infer<typeof delegateView>[];
        manifest: unknown;
      };
    },
  );
  app.get(
    '/v1/agents/:address/versions',
    {
      onRequest: requireTrust,
      schema: {
        params,
        querystring: paging,
        response: { 200: pageView(versionView), ...errorAnswers },
      },
    },
    async (request) => {
      const select = `${VERSIONS} WHERE v.agent = $1`;
      const parameters = [request.params.address];
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['number', 'address'] },
        request.query,
      );
      return { items: rows.map(view) as z.infer<typeof versionView>[], next };
    },
  );
  app.get(
    '/v1/agents/:address/channels',
    {
      onRequest: requireTrust,
      schema: {
        params,
        querystring: paging,
        response: { 200: pageView(channelView), ...errorAnswers },
      },
    },
    async (request) => {
      const select = 'SELECT * FROM channels WHERE agent = $1';
      const parameters = [request.params.address];
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['generation', 'address'] },
        request.query,
      );
      return { items: rows.map(view) as z.infer<typeof channelView>[], next };
    },
  );
  app.get(
    '/v1/agents/:address/activity',
    {
      onRequest: requireTrust,
      schema: { params, querystring: paging, response: { 200: pageView(activityView), ...errorAnswers } },
    },
    (request) => activityOf(database, { subjects: [['agent', request.params.address]], ...request.query }),
  );
}
