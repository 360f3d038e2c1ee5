import { z } from 'zod';
import { pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, amount, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import { RATINGS, ratingView } from './trust-routes.js';
import { pageView, view } from './views.js';

const STATES = [
  'Funded',
  'Accepted',
  'Delivered',
  'Disputed',
  'Released',
  'Refunded',
  'Split',
  'Resolved',
] as const;

const key = z.string();
const moment = (what: string) => unixTime.meta({ description: `Unix seconds; 0 until ${what}` });

export const jobView = z.object({
  address: key,
  generation: z.int().meta({ description: 'slot that it opened in' }),
  mandate: key,
  payer: key,
  agent: key,
  id: z.string(),
  mint: key.nullable(),
  status: z.enum(STATES),
  finished: z.boolean().meta({ description: 'whether its account is gone' }),
  sessionKey: key,
  agentKey: key,
  payoutOwner: key,
  rentPayer: key,
  agentVersion: z.int(),
  ownershipEpoch: z.int(),
  feeBps: z.int(),
  termsHash: z.string().meta({ description: 'SHA-256, hex' }),
  resultHash: z.string().nullable().meta({ description: 'SHA-256, hex; null before delivery' }),
  amount,
  earned: amount.meta({ description: 'the agent’s for good' }),
  returned: amount.meta({ description: 'back to the mandate' }),
  paidGross: amount,
  fees: amount,
  claimed: amount.meta({ description: 'by a dispute, won or not' }),
  awarded: amount.meta({ description: 'of what was returned, by the dispute' }),
  refund: z
    .enum(['Rejected', 'Cancelled', 'Expired', 'GivenBack'])
    .nullable()
    .meta({ description: 'why money went back, the last time; null where only a split or a dispute did it' }),
  acceptBy: unixTime,
  deliverBy: unixTime,
  reviewWindow: z.int().meta({ description: 'seconds' }),
  ratingWindow: z.int().meta({ description: 'seconds' }),
  releaseApproval: z
    .boolean()
    .meta({ description: 'whether the mandate’s approvers must agree to its release, but by silence' }),
  openedAt: unixTime,
  acceptedAt: moment('it is accepted'),
  deliveredAt: moment('it is delivered'),
  reviewEndsAt: moment('it is delivered; then the payer may dispute until this moment'),
  endedAt: moment('it has ended'),
  lastPayoutAt: moment('it is paid out'),
});

type Job = z.infer<typeof jobView>;

/** Jobs with the mint of the mandate that they were opened under: the last one that was there before. */
const JOBS = `SELECT j.*, (SELECT m.mint FROM mandates m WHERE m.address = j.mandate
    AND m.generation <= j.generation ORDER BY m.generation DESC LIMIT 1) AS mint FROM jobs j`;

/** Jobs, by whom they concern and where they stand. */
export function jobRoutes(app: IndexerServer, { database, requireTrust }: ReadContext): void {
  app.get(
    '/v1/jobs',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Jobs, the latest first.',
        querystring: paging.extend({
          payer: address.optional(),
          payee: address.optional().meta({ description: 'the wallet that is paid' }),
          agent: address.optional(),
          mandate: address.optional(),
          state: z.enum(STATES).optional(),
        }),
        response: { 200: pageView(jobView), ...errorAnswers },
      },
    },
    async (request) => {
      const { payer, payee, agent, mandate, state, ...page } = request.query;
      const parameters: unknown[] = [];
      const asked = { payer, payout_owner: payee, agent, mandate, status: state };
      const conditions = Object.entries(asked).flatMap(([column, value]) =>
        value === undefined ? [] : [`j.${column} = $${parameters.push(value)}`],
      );
      const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
      const { rows, next } = await pageOf(
        database,
        { select: JOBS + where, parameters, order: ['generation', 'address'] },
        page,
      );
      return { items: rows.map(view) as Job[], next };
    },
  );
  app.get(
    '/v1/jobs/:address',
    {
      onRequest: requireTrust,
      schema: {
        description:
          'The job, as it was last opened at this address, its ratings, and its earlier generations.',
        params: z.object({ address }),
        response: {
          200: jobView.extend({ ratings: z.array(ratingView), earlier: z.array(jobView) }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [latest, ...earlier] = await database.query(
        `${JOBS} WHERE j.address = $1 ORDER BY j.generation DESC LIMIT 100`,
        [at],
      );
      if (latest === undefined) throw unknown('job', at);
      const ratings = await database.query(
        `${RATINGS} WHERE r.subject = $1 AND r.generation = $2 ORDER BY r.number LIMIT 100`,
        [at, latest.generation],
      );
      return {
        ...(view(latest) as Job),
        ratings: ratings.map(view) as z.infer<typeof ratingView>[],
        earlier: earlier.map(view) as Job[],
      };
    },
  );
}
