import { z } from 'zod';
import type { Context } from './context.js';
import type { GatewayServer } from './server.js';

const health = z.object({
  status: z.enum(['ok', 'degraded']),
  chain: z.enum(['up', 'down']),
  coral: z.enum(['up', 'down']),
});

/** For operators. */
export function metaRoutes(app: GatewayServer, { metrics, rooms, chainIsUp }: Context): void {
  app.get(
    '/health',
    {
      schema: {
        description: '503 where chain or Coral do not answer.',
        response: { 200: health, 503: health },
      },
    },
    async (_request, reply) => {
      const [chain, coral] = await Promise.all([chainIsUp(), rooms.isUp()]);
      const word = (up: boolean) => (up ? ('up' as const) : ('down' as const));
      const status = chain && coral ? ('ok' as const) : ('degraded' as const);
      const body = { status, chain: word(chain), coral: word(coral) };
      return reply.code(status === 'ok' ? 200 : 503).send(body);
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
