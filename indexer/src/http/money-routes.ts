import { z } from 'zod';
import { activityItem, activityOf } from './activity.js';
import { pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import {
  activityView,
  agentView,
  attestationView,
  channelView,
  mandateView,
  pageView,
  view,
} from './views.js';

const params = z.object({ address });

/** What wallets have, and mandates, channels and transactions one by one. */
export function moneyRoutes(app: IndexerServer, { database, requireTrust }: ReadContext): void {
  const lists = [
    {
      path: '/v1/wallets/:address/mandates',
      select: 'SELECT * FROM mandates WHERE payer = $1',
      item: mandateView,
    },
    {
      path: '/v1/wallets/:address/channels',
      description: 'Channels that the wallet pays, or is paid by.',
      select: `SELECT c.* FROM channels c WHERE c.payout_owner = $1
        OR EXISTS (SELECT 1 FROM mandates m WHERE m.address = c.mandate AND m.payer = $1)`,
      item: channelView,
    },
  ] as const;
  for (const { path, select, item, ...more } of lists) {
    app.get(
      path,
      {
        onRequest: requireTrust,
        schema: {
          ...more,
          params,
          querystring: paging,
          response: { 200: pageView(item as z.ZodType), ...errorAnswers },
        },
      },
      async (request) => {
        const page = { select, parameters: [request.params.address], order: ['generation', 'address'] };
        const { rows, next } = await pageOf(
          database,
          { ...page, order: ['generation', 'address'] },
          request.query,
        );
        return { items: rows.map(view), next };
      },
    );
  }
  app.get(
    '/v1/wallets/:address/agents',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Agents that the wallet owns.',
        params,
        querystring: paging,
        response: { 200: pageView(agentView.partial()), ...errorAnswers },
      },
    },
    async (request) => {
      const page = await pageOf(
        database,
        {
          select: 'SELECT * FROM agents WHERE owner = $1',
          parameters: [request.params.address],
          order: ['registered_at', 'address'],
        },
        request.query,
      );
      return { items: page.rows.map(view) as Partial<z.infer<typeof agentView>>[], next: page.next };
    },
  );
  app.get(
    '/v1/wallets/:address/attestations',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'What attestors vouch for about the wallet, until it is revoked; look at the end of each.',
        params,
        querystring: paging,
        response: { 200: pageView(attestationView), ...errorAnswers },
      },
    },
    async (request) => {
      const page = await pageOf(
        database,
        {
          select: 'SELECT * FROM attestations WHERE subject = $1',
          parameters: [request.params.address],
          order: ['issued_at', 'address'],
        },
        request.query,
      );
      return { items: page.rows.map(view) as z.infer<typeof attestationView>[], next: page.next };
    },
  );
  app.get(
    '/v1/wallets/:address/activity',
    {
      onRequest: requireTrust,
      schema: { params, querystring: paging, response: { 200: pageView(activityView), ...errorAnswers } },
    },
    (request) => activityOf(database, { subjects: [['wallet', request.params.address]], ...request.query }),
  );
  app.get(
    '/v1/mandates/:address',
    {
      onRequest: requireTrust,
      schema: {
        description: 'The mandate, as it was last opened at this address.',
        params,
        response: { 200: mandateView, ...errorAnswers },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [row] = await database.query(
        'SELECT * FROM mandates WHERE address = $1 ORDER BY generation DESC LIMIT 1',
        [at],
      );
      if (row === undefined) throw unknown('mandate', at);
      return view(row) as z.infer<typeof mandateView>;
    },
  );
  app.get(
    '/v1/channels/:address',
    {
      onRequest: requireTrust,
      schema: {
        description: 'The channel, as it was last opened at this address, and its earlier generations.',
        params,
        response: { 200: channelView.extend({ earlier: z.array(channelView) }), ...errorAnswers },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [latest, ...earlier] = await database.query(
        'SELECT * FROM channels WHERE address = $1 ORDER BY generation DESC LIMIT 100',
        [at],
      );
      if (latest === undefined) throw unknown('channel', at);
      type Channel = z.infer<typeof channelView>;
      return { ...(view(latest) as Channel), earlier: earlier.map(view) as Channel[] };
    },
  );
  app.get(
    '/v1/activity',
    {
      onRequest: requireTrust,
      schema: {
        description: 'What happened, the latest first.',
        querystring: paging.extend({
          agent: address.optional(),
          wallet: address.optional(),
          mandate: address.optional(),
          channel: address.optional(),
          job: address.optional(),
          lock: address.optional(),
          intake: address.optional(),
          pool: address.optional(),
          batch: address.optional(),
          grant: address.optional(),
          approval: address.optional(),
          log: address.optional().meta({ description: 'an off-chain log that is anchored' }),
          program: z.string().max(32).optional(),
          kind: z.string().max(64).optional(),
        }),
        response: { 200: pageView(activityView), ...errorAnswers },
      },
    },
    (request) => {
      const { program, kind, limit, cursor, log, ...about } = request.query;
      const subjects = Object.entries({ ...about, auditLog: log }).filter(
        (one): one is [string, string] => one[1] !== undefined,
      );
      return activityOf(database, { subjects, program, kind, limit, cursor });
    },
  );
  app.get(
    '/v1/transactions/:signature',
    {
      onRequest: requireTrust,
      schema: {
        description: 'What a transaction did.',
        params: z.object({
          signature: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{64,88}$/, 'must be a signature'),
        }),
        response: {
          200: z.object({
            signature: z.string(),
            slot: z.int(),
            blockTime: unixTime.nullable(),
            failed: z.boolean(),
            final: z.boolean(),
            state: z.enum(['waiting', 'folded', 'undecodable', 'vanished']),
            activity: z.array(activityView),
          }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { signature } = request.params;
      const [row] = await database.query(
        `SELECT signature, slot, block_time, failed, final, state FROM transactions WHERE signature = $1`,
        [signature],
      );
      if (row === undefined) throw unknown('transaction', signature);
      const facts = await database.query(
        `SELECT f.*, t.final FROM facts f JOIN transactions t USING (signature)
         WHERE signature = $1 AND NOT f.vanished ORDER BY f.place`,
        [signature],
      );
      const { blockTime, ...rest } = view(row) as {
        signature: string;
        slot: number;
        blockTime: number | null;
        failed: boolean;
        final: boolean;
        state: 'waiting' | 'folded' | 'undecodable' | 'vanished';
      };
      return { ...rest, blockTime, activity: facts.map(activityItem) };
    },
  );
}
