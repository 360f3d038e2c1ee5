import { z } from 'zod';
import type { Status } from '../status.js';
import { errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';

export const statusView = z.object({
  genesisHash: z.string().meta({ description: 'base58; which cluster this is of' }),
  headSlot: z
    .int()
    .nullable()
    .meta({ description: 'confirmed slot of the chain; null while it does not answer' }),
  newestSlot: z.int().nullable(),
  lag: z
    .object({ slots: z.int(), seconds: z.number() })
    .nullable()
    .meta({ description: 'since the last time that nothing was missing; null before the first' }),
  cursors: z.array(z.object({ program: z.string(), signature: z.string(), slot: z.int() })),
  waiting: z.int().meta({ description: 'stored and not folded yet' }),
  notFinal: z.int(),
  undecodable: z.int(),
  deadLetters: z.int(),
  drift: z.array(
    z.object({
      kind: z.string(),
      address: z.string(),
      field: z.string(),
      ours: z.string().nullable(),
      chain: z.string().nullable(),
    }),
  ),
  halted: z.string().nullable().meta({ description: 'why nothing else is answered; null: it is' }),
  reconciledAt: unixTime.nullable(),
});

export type StatusView = z.infer<typeof statusView>;
export type { Status };

/** How far the indexer is; answered even while it is halted. */
export function statusRoutes(app: IndexerServer, status: () => Promise<StatusView>): void {
  app.get('/v1/status', { schema: { response: { 200: statusView, ...errorAnswers } } }, () => status());
}
