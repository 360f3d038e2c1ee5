import { z } from 'zod';
import { PLACES, ROLES, WHATS, type What } from '../payments/movements.js';
import { paymentsOf } from '../payments/payments.js';
import { paging } from './pages.js';
import type { ReadContext } from './read-context.js';
import { address, amount, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import { pageView } from './views.js';

const place = z.enum(PLACES);

const paymentView = z.object({
  id: z.string(),
  signature: z.string(),
  slot: z.int(),
  blockTime: unixTime.nullable(),
  final: z.boolean().meta({ description: 'false: confirmed, and may still vanish' }),
  what: z.enum(WHATS),
  role: z.enum(ROLES).meta({ description: 'as what the wallet has to do with it' }),
  from: place.meta({
    description:
      'wallet: its token account; mandate: set aside; job: promised for one; owed: earned and not paid out; held: kept from being paid out; intake: to be locked; lock: released over time',
  }),
  to: place,
  amount: amount.meta({ description: 'base units, decimal; what a payee gets is after the fee' }),
  fee: amount.meta({
    description: 'base units, decimal: part of the amount for a payer, taken off before it for a payee',
  }),
  mint: z.string().nullable(),
  agent: z.string().nullable(),
  mandate: z.string().nullable(),
  channel: z.string().nullable(),
  job: z.string().nullable(),
  dispute: z.string().nullable(),
  lock: z.string().nullable(),
  intake: z.string().nullable(),
  pool: z.string().nullable(),
  batch: z.string().nullable(),
});

/** One or several, separated by commas. */
const whats = z
  .string()
  .max(400)
  .transform((text, context): What[] => {
    const parsed = z.array(z.enum(WHATS)).safeParse(text.split(','));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: `must be of ${WHATS.join(', ')}` });
    return z.NEVER;
  })
  .meta({ description: `of ${WHATS.join(', ')}, separated by commas` });

/** What money moved for a wallet. */
export function paymentRoutes(app: IndexerServer, { database, requireTrust }: ReadContext): void {
  app.get(
    '/v1/wallets/:address/payments',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'Money that moved for the wallet, the latest first: deposits, withdrawals, settles, payouts, refunds, holds, awards, fees, stake and bonds, and what went into and came out of locks, income pools and batches. `limit` is of what happened: each is told once for each part that the wallet has in it, so that a page may be shorter or longer.',
        params: z.object({ address }),
        querystring: paging.extend({ what: whats.optional() }),
        response: { 200: pageView(paymentView), ...errorAnswers },
      },
    },
    (request) => paymentsOf(database, { wallet: request.params.address, ...request.query }),
  );
}
