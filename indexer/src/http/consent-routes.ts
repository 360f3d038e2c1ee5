import type { Deployment } from '@agent-labs/sdk';
import { z } from 'zod';
import {
  APPROVAL_STATES,
  APPROVALS,
  anchorView,
  approvalOf,
  approvalView,
  auditLogView,
  GRANT_STATES,
  GRANTS,
  grantView,
} from './consent-views.js';
import { pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';
import { changesOf, changeView } from './steps.js';
import { pageView, view } from './views.js';
import { Wheres } from './wheres.js';

const params = z.object({ address });
type Grant = z.infer<typeof grantView>;
type AuditLog = z.infer<typeof auditLogView>;

/** Whose signature an approval can still take. */
const AWAITS = (wallet: string) =>
  `state IN ('Waiting', 'Approved') AND approvers @> ARRAY[${wallet}::text]
   AND NOT signers @> ARRAY[${wallet}::text]`;

/** Consents, approvals, and the anchors of off-chain logs. */
export function consentRoutes(
  app: IndexerServer,
  { database, now, requireTrust }: ReadContext,
  deployment: Deployment,
): void {
  app.get(
    '/v1/wallets/:address/grants',
    {
      onRequest: requireTrust,
      schema: {
        description: 'What the wallet consented to, or was consented to, the latest first.',
        params,
        querystring: paging.extend({
          as: z.enum(['subject', 'controller']).default('subject'),
          state: z.enum(GRANT_STATES).optional(),
        }),
        response: { 200: pageView(grantView), ...errorAnswers },
      },
    },
    async (request) => {
      const { as, state, ...page } = request.query;
      const wheres = new Wheres([now()]).equal({ [as]: request.params.address, state });
      const select = `SELECT * FROM (${GRANTS}) AS all_grants${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['given_at', 'address'] },
        page,
      );
      return { items: rows.map(view) as Grant[], next };
    },
  );
  app.get(
    '/v1/grants/:address',
    {
      onRequest: requireTrust,
      schema: {
        description: 'A grant as it stands, and what happened to it. Look at the chain before acting on it.',
        params,
        response: { 200: grantView.extend({ changes: z.array(changeView) }), ...errorAnswers },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [row] = await database.query(`${GRANTS} WHERE g.address = $2`, [now(), at]);
      if (row === undefined) throw unknown('grant', at);
      return { ...(view(row) as Grant), changes: await changesOf(database, ['grant', at]) };
    },
  );
  app.get(
    '/v1/approvals',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Calls that mandates’ approvers are asked for, the latest first.',
        querystring: paging.extend({
          approver: address.optional().meta({ description: 'one of those asked' }),
          awaiting: address.optional().meta({ description: 'those that this wallet can still sign' }),
          mandate: address.optional(),
          payer: address.optional(),
          requester: address.optional(),
          state: z.enum(APPROVAL_STATES).optional(),
        }),
        response: { 200: pageView(approvalView), ...errorAnswers },
      },
    },
    async (request) => {
      const { approver, awaiting, mandate, payer, requester, state, ...page } = request.query;
      const wheres = new Wheres([now()])
        .equal({ mandate, payer, requester, state })
        .add(approver, (at) => `approvers @> ARRAY[${at}::text]`)
        .add(awaiting, AWAITS);
      const select = `SELECT * FROM (${APPROVALS}) AS all_approvals${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['requested_at', 'life_key'] },
        page,
      );
      return { items: rows.map((row) => approvalOf(deployment, row)), next };
    },
  );
  app.get(
    '/v1/approvals/:address',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'An approval as it was last asked for at this address, the call it is of, and what became of it.',
        params,
        response: {
          200: approvalView.extend({ changes: z.array(changeView), earlier: z.array(approvalView) }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [latest, ...earlier] = await database.query(
        `${APPROVALS} WHERE a.address = $2 ORDER BY a.life DESC LIMIT 100`,
        [now(), at],
      );
      if (latest === undefined) throw unknown('approval', at);
      return {
        ...approvalOf(deployment, latest),
        changes: await changesOf(database, ['approval', at], 'approvalRequested'),
        earlier: earlier.map((row) => approvalOf(deployment, row)),
      };
    },
  );
  app.get(
    '/v1/audit-logs',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Off-chain logs that are anchored, the latest opened first.',
        querystring: paging.extend({ operator: address.optional() }),
        response: { 200: pageView(auditLogView), ...errorAnswers },
      },
    },
    async (request) => {
      const { operator, ...page } = request.query;
      const wheres = new Wheres().equal({ operator });
      const select = `SELECT * FROM audit_logs${wheres.sql}`;
      const { parameters } = wheres;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['opened_at', 'address'] },
        page,
      );
      return { items: rows.map(view) as AuditLog[], next };
    },
  );
  app.get(
    '/v1/audit-logs/:address',
    {
      onRequest: requireTrust,
      schema: {
        description: 'An off-chain log as its last anchor has it, and its anchors in order, the first first.',
        params,
        querystring: paging,
        response: { 200: auditLogView.extend({ anchors: pageView(anchorView) }), ...errorAnswers },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [row] = await database.query('SELECT * FROM audit_logs WHERE address = $1', [at]);
      if (row === undefined) throw unknown('audit log', at);
      const { rows, next } = await pageOf(
        database,
        {
          select: 'SELECT * FROM audit_anchors WHERE log = $1',
          parameters: [at],
          order: ['sequence', 'anchor'],
          ascending: true,
        },
        request.query,
      );
      const items = rows.map(view) as z.infer<typeof anchorView>[];
      return { ...(view(row) as AuditLog), anchors: { items, next } };
    },
  );
}
