import { z } from 'zod';
import { pageOf, paging } from './pages.js';
import type { ReadContext } from './read-context.js';
import { address, amount, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import { pageView, view } from './views.js';

const params = z.object({ address });
const key = z.string();

const positionView = z.object({
  address: key,
  vault: key,
  agent: key,
  staker: key,
  tranche: z.enum(['FirstLoss', 'Backers']),
  active: amount.meta({ description: 'base units of the stake mint, rounded down as the program does' }),
  cooling: amount,
  coolingUntil: unixTime.meta({ description: 'Unix seconds; 0 while nothing cools' }),
  activeShares: z.string(),
  coolingShares: z.string(),
  closed: z.boolean(),
});

const ratingView = z.object({
  agent: key,
  number: z.int(),
  payer: key,
  subject: key.meta({ description: 'the channel or the job that was paid' }),
  subjectKind: z.enum(['Channel', 'Job']),
  generation: z.int(),
  ownershipEpoch: z.int(),
  agentVersion: z.int(),
  stars: z.int(),
  paid: amount,
  refunded: amount,
  mint: key,
  weight: z.string(),
  factsHash: z.string().meta({ description: "SHA-256, hex: what the receipt's address ends in" }),
  tree: key.nullable().meta({ description: 'null while the receipt waits for a tree' }),
  leafNonce: z.string().nullable(),
  responseHash: z
    .string()
    .nullable()
    .meta({ description: "SHA-256 of what the agent's side answered, hex; null before" }),
  responseText: z
    .string()
    .nullable()
    .meta({ description: 'the answer, where somebody gave its text: plain text, to be escaped' }),
  responder: key.nullable(),
  respondedAt: unixTime.nullable(),
  ratedAt: unixTime,
  signature: z.string(),
});

/** A position with what its shares come to: those of a pool that was wiped since are worth nothing. */
const POSITIONS = `SELECT p.*,
    CASE WHEN total.active > 0 AND p.active_epoch = pool.active_epoch
      THEN trunc(p.active_shares * pool.active / total.active) ELSE 0 END AS active,
    CASE WHEN total.cooling > 0 AND p.cooling_epoch = pool.cooling_epoch
      THEN trunc(p.cooling_shares * pool.cooling / total.cooling) ELSE 0 END AS cooling
  FROM stake_positions p JOIN stake_vaults v ON v.address = p.vault
  CROSS JOIN LATERAL (SELECT
    CASE p.tranche WHEN 'FirstLoss' THEN v.first_loss ELSE v.backers END AS active,
    CASE p.tranche WHEN 'FirstLoss' THEN v.first_loss_epoch ELSE v.backers_epoch END AS active_epoch,
    CASE p.tranche WHEN 'FirstLoss' THEN v.first_loss_cooling ELSE v.backers_cooling END AS cooling,
    CASE p.tranche WHEN 'FirstLoss' THEN v.first_loss_cooling_epoch
      ELSE v.backers_cooling_epoch END AS cooling_epoch) AS pool
  CROSS JOIN LATERAL (SELECT
    CASE p.tranche WHEN 'FirstLoss' THEN v.first_loss_shares ELSE v.backers_shares END AS active,
    CASE p.tranche WHEN 'FirstLoss' THEN v.first_loss_cooling_shares
      ELSE v.backers_cooling_shares END AS cooling) AS total`;

/** Ratings with the text of their answers. */
const RATINGS = `SELECT r.*, t.text AS response_text FROM ratings r
  LEFT JOIN response_texts t ON t.hash = r.response_hash`;

const LISTS = [
  {
    path: '/v1/agents/:address/positions',
    description: 'What stands behind the agent, position by position.',
    select: `${POSITIONS} WHERE p.agent = $1 AND NOT p.closed`,
    order: ['active', 'address'],
    item: positionView,
  },
  {
    path: '/v1/wallets/:address/positions',
    description: 'What the wallet has staked.',
    select: `${POSITIONS} WHERE p.staker = $1 AND NOT p.closed`,
    order: ['active', 'address'],
    item: positionView,
  },
  {
    path: '/v1/agents/:address/ratings',
    description: 'Ratings of the agent, the latest first.',
    select: `${RATINGS} WHERE r.agent = $1`,
    order: ['rated_at', "agent || ' ' || lpad(number::text, 20, '0')"],
    item: ratingView,
  },
  {
    path: '/v1/wallets/:address/ratings',
    description: 'Ratings that the wallet gave, the latest first.',
    select: `${RATINGS} WHERE r.payer = $1`,
    order: ['rated_at', "agent || ' ' || lpad(number::text, 20, '0')"],
    item: ratingView,
  },
] as const;

/** Stake and ratings. */
export function trustRoutes(app: IndexerServer, { database, requireTrust }: ReadContext): void {
  for (const { path, description, select, order, item } of LISTS) {
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
        const parameters = [request.params.address];
        const page = { select, parameters, order: [...order] as [string, string] };
        const { rows, next } = await pageOf(database, page, request.query);
        return { items: rows.map(view), next };
      },
    );
  }
}
