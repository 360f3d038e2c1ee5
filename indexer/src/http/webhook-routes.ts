import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Refused } from '../refused.js';
import type { Context } from './context.js';
import { errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';

/** Bytes of a delivery. */
const LARGEST_DELIVERY = 16 * 1024 * 1024;
/** Items of a delivery. */
const MOST_ITEMS = 10_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Where Helius, or a local chain in its form, delivers transactions. */
export function webhookRoutes(app: IndexerServer, { intake, metrics, webhookSecret }: Context): void {
  const expected = digest(webhookSecret);
  app.post(
    '/webhooks/helius',
    {
      bodyLimit: LARGEST_DELIVERY,
      // before the body is read
      onRequest: async (request) => {
        const { authorization } = request.headers;
        if (authorization === undefined) {
          throw new Refused(
            401,
            'WebhookUnauthorized',
            'send the webhook secret as the Authorization header',
          );
        }
        // digests are of one length, so that the time tells nothing
        if (!timingSafeEqual(digest(authorization), expected)) {
          throw new Refused(401, 'WebhookUnauthorized', 'the Authorization header is not the webhook secret');
        }
      },
      schema: {
        description:
          'Raw transactions, an array of them. 200 means that they are durable; items that cannot be read are kept as dead letters.',
        body: z.array(z.unknown()).max(MOST_ITEMS),
        response: { 200: z.object({ taken: z.int(), dead: z.int() }), ...errorAnswers },
      },
    },
    async (request) => {
      const { stored: taken, dead } = await intake.take(request.body);
      metrics.delivered.inc({ outcome: 'taken' }, taken);
      metrics.delivered.inc({ outcome: 'dead' }, dead);
      return { taken, dead };
    },
  );
}
