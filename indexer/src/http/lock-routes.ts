import { z } from 'zod';
import { intakeView, LOCK_STATES, LOCKS, lockOf, lockView } from './lock-views.js';
import { pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';
import { changesOf, changeView } from './steps.js';
import { pageView, view } from './views.js';
import { Wheres } from './wheres.js';

const params = z.object({ address });
const state = z.enum(LOCK_STATES).optional();

/** What a wallet may have to do with a lock, by the column that says so. */
const ROLES = {
  funder: 'funder',
  recipient: 'recipient',
  pending: 'pending_recipient',
  former: 'former_recipient',
  approver: 'approver',
} as const;
type Role = keyof typeof ROLES;
const roles = Object.keys(ROLES) as [Role, ...Role[]];

/** Locks, and the addresses that make them. */
export function lockRoutes(app: IndexerServer, { database, now, requireTrust }: ReadContext): void {
  app.get(
    '/v1/locks',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Locks, the latest first.',
        querystring: paging.extend({
          creator: address.optional().meta({ description: 'a wallet, an intake or a batch' }),
          funder: address.optional(),
          recipient: address.optional(),
          approver: address.optional().meta({ description: 'of milestones' }),
          mint: address.optional(),
          state,
        }),
        response: { 200: pageView(lockView), ...errorAnswers },
      },
    },
    async (request) => {
      const { limit, cursor, ...asked } = request.query;
      const at = now();
      const wheres = new Wheres([at]).equal(asked);
      const select = `SELECT * FROM (${LOCKS}) AS all_locks${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['generation', 'address'] },
        { limit, cursor },
      );
      return { items: rows.map((row) => lockOf(row, at)), next };
    },
  );
  app.get(
    '/v1/locks/:address',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'The lock as it was last made at this address, with its claims and changes, and its earlier generations.',
        params,
        response: {
          200: lockView.extend({ changes: z.array(changeView), earlier: z.array(lockView) }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: key } = request.params;
      const at = now();
      const [latest, ...earlier] = await database.query(
        `${LOCKS} WHERE l.address = $2 ORDER BY l.generation DESC LIMIT 100`,
        [at, key],
      );
      if (latest === undefined) throw unknown('lock', key);
      return {
        ...lockOf(latest, at),
        changes: await changesOf(database, ['lock', key], 'lockCreated'),
        earlier: earlier.map((row) => lockOf(row, at)),
      };
    },
  );
  app.get(
    '/v1/wallets/:address/locks',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Locks that the wallet has to do with, the latest first.',
        params,
        querystring: paging.extend({
          as: z.enum(roles).optional().meta({ description: 'as any of these without it' }),
          state,
        }),
        response: { 200: pageView(lockView.extend({ roles: z.array(z.enum(roles)) })), ...errorAnswers },
      },
    },
    async (request) => {
      const { as, state: wanted, ...page } = request.query;
      const { address: wallet } = request.params;
      const at = now();
      const columns = as === undefined ? Object.values(ROLES) : [ROLES[as]];
      const wheres = new Wheres([at])
        .add(wallet, (placeholder) => columns.map((column) => `${column} = ${placeholder}`).join(' OR '))
        .equal({ state: wanted });
      const select = `SELECT * FROM (${LOCKS}) AS all_locks${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['generation', 'address'] },
        page,
      );
      const items = rows.map((row) => ({
        ...lockOf(row, at),
        roles: roles.filter((role) => row[ROLES[role]] === wallet),
      }));
      return { items, next };
    },
  );
  app.get(
    '/v1/wallets/:address/intakes',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Addresses of the wallet that lock what is paid to them.',
        params,
        querystring: paging,
        response: { 200: pageView(intakeView), ...errorAnswers },
      },
    },
    async (request) => {
      const { rows, next } = await pageOf(
        database,
        {
          select: 'SELECT * FROM intakes WHERE recipient = $1',
          parameters: [request.params.address],
          order: ['id', 'address'],
        },
        request.query,
      );
      return { items: rows.map(view) as z.infer<typeof intakeView>[], next };
    },
  );
  app.get(
    '/v1/intakes/:address',
    {
      onRequest: requireTrust,
      schema: {
        description: 'An address that locks what is paid to it; its locks are those with it as creator.',
        params,
        response: { 200: intakeView, ...errorAnswers },
      },
    },
    async (request) => {
      const { address: key } = request.params;
      const [row] = await database.query('SELECT * FROM intakes WHERE address = $1', [key]);
      if (row === undefined) throw unknown('intake', key);
      return view(row) as z.infer<typeof intakeView>;
    },
  );
}
