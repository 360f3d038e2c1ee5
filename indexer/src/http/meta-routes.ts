import { z } from 'zod';
import type { Context } from './context.js';
import type { IndexerServer } from './server.js';

const health = z.object({
  status: z.enum(['ok', 'degraded']),
  chain: z.enum(['up', 'down']),
  database: z.enum(['up', 'down']),
  halted: z.string().nullable().meta({ description: 'why the tables must not be believed' }),
});

/** For operators. */
export function metaRoutes(app: IndexerServer, { database, metrics, chainIsUp, halted }: Context): void {
  app.get(
    '/health',
    {
      schema: {
        description: '503 where chain or database do not answer, or the tables must not be believed.',
        response: { 200: health, 503: health },
      },
    },
    async (request, reply) => {
      const databaseIsUp = database.query('SELECT 1').then(
        () => true,
        (error: unknown) => {
          request.log.warn({ err: error }, 'the database does not answer');
          return false;
        },
      );
      const [chain, tables] = await Promise.all([chainIsUp(), databaseIsUp]);
      const word = (up: boolean) => (up ? ('up' as const) : ('down' as const));
      const reason = tables ? await halted() : null;
      const status = chain && tables && reason === null ? ('ok' as const) : ('degraded' as const);
      return reply
        .code(status === 'ok' ? 200 : 503)
        .send({ status, chain: word(chain), database: word(tables), halted: reason });
    },
  );
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .serializer((text: string) => text)
      .send(await metrics.registry.metrics()),
  );
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .serializer((document: unknown) => JSON.stringify(document))
      .send(app.swagger()),
  );
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { route, method: request.method, status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1_000);
  });
}
