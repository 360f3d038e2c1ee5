import { z } from 'zod';
import { pageOf, paging } from './pages.js';
import {
  epochView,
  MEMBERS,
  memberView,
  nextEpochOf,
  nextEpochView,
  POOL_STATES,
  POOLS,
  poolView,
} from './pool-views.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';
import { pageView, view } from './views.js';
import { Wheres } from './wheres.js';

const params = z.object({ address });
type Pool = z.infer<typeof poolView>;

/** Of the pool that is at $1 now, or was last. */
const LAST = 'pool = $1 AND generation = (SELECT max(generation) FROM pools WHERE address = $1)';

/** Income pools, their members and their epochs. */
export function poolRoutes(app: IndexerServer, { database, now, requireTrust }: ReadContext): void {
  app.get(
    '/v1/pools',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Income pools, the latest first.',
        querystring: paging.extend({
          creator: address.optional(),
          attestor: address.optional(),
          mint: address.optional(),
          member: address.optional().meta({ description: 'a wallet that is a member' }),
          state: z.enum(POOL_STATES).optional(),
        }),
        response: { 200: pageView(poolView), ...errorAnswers },
      },
    },
    async (request) => {
      const { member, limit, cursor, ...asked } = request.query;
      const wheres = new Wheres([now()]).equal(asked).add(
        member,
        (at) => `EXISTS (SELECT 1 FROM pool_members m WHERE m.pool = all_pools.address
          AND m.generation = all_pools.generation AND m.ended IS NULL AND m.wallet = ${at})`,
      );
      const select = `SELECT * FROM (${POOLS}) AS all_pools${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['generation', 'address'] },
        { limit, cursor },
      );
      return { items: rows.map(view) as Pool[], next };
    },
  );
  app.get(
    '/v1/pools/:address',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'The pool as it was last made at this address, its next epoch, and its earlier generations.',
        params,
        response: {
          200: poolView.extend({ nextEpoch: nextEpochView.nullable(), earlier: z.array(poolView) }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: key } = request.params;
      const [latest, ...earlier] = await database.query(
        `${POOLS} WHERE p.address = $2 ORDER BY p.generation DESC LIMIT 100`,
        [now(), key],
      );
      if (latest === undefined) throw unknown('pool', key);
      const pool = view(latest) as Pool;
      return { ...pool, nextEpoch: nextEpochOf(pool, now()), earlier: earlier.map(view) as Pool[] };
    },
  );
  const lists = [
    {
      path: '/v1/pools/:address/members',
      description: 'Members of the pool as it was last made, former ones too, the latest first.',
      select: `SELECT * FROM (${MEMBERS}) AS all_members WHERE ${LAST}`,
      timed: true,
      order: ['joined_at', 'life_key'],
      item: memberView,
    },
    {
      path: '/v1/pools/:address/epochs',
      description: 'Epochs of the pool as it was last made, the latest first.',
      select: `SELECT * FROM pool_epochs WHERE ${LAST}`,
      timed: false,
      order: ['number', 'epoch'],
      item: epochView,
    },
    {
      path: '/v1/wallets/:address/memberships',
      description: 'The wallet’s parts in income pools, former ones too, the latest first.',
      select: `SELECT * FROM (${MEMBERS}) AS all_members WHERE wallet = $1`,
      timed: true,
      order: ['joined_at', 'life_key'],
      item: memberView,
    },
  ] as const;
  for (const { path, description, select, timed, order, item } of lists) {
    app.get(
      path,
      {
        onRequest: requireTrust,
        schema: {
          description,
          params,
          querystring: paging,
          response: { 200: pageView(item as z.ZodType), ...errorAnswers },
        },
      },
      async (request) => {
        const parameters = [request.params.address, ...(timed ? [now()] : [])];
        const page = { select, parameters, order: [...order] as [string, string] };
        const { rows, next } = await pageOf(database, page, request.query);
        return { items: rows.map(view), next };
      },
    );
  }
}
