import { z } from 'zod';
import type { Queries, Row } from '../store/database.js';
import { activityItem } from './activity.js';
import { citedView, disputeView, PHASES, slashView, stepView } from './dispute-views.js';
import { pageOf, paging } from './pages.js';
import { type ReadContext, unknown } from './read-context.js';
import { address, errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';
import { pageView, view } from './views.js';

type Dispute = z.infer<typeof disputeView>;
type Step = z.infer<typeof stepView>;

const params = z.object({ address });

/** Disputes with where they stand at $1, Unix seconds. */
const DISPUTES = `SELECT d.*, d.address || ' ' || d.opened_at AS life, v.mint AS stake_mint, CASE
    WHEN d.status = 'Ended' THEN 'Ended'
    WHEN d.status IN ('Open', 'Answered') AND $1::bigint < d.response_ends_at THEN 'Response'
    WHEN d.status IN ('Open', 'Answered') AND $1::bigint < d.ruling_ends_at THEN 'Voting'
    WHEN d.status = 'Ruled' AND $1::bigint < d.appeal_ends_at THEN 'Appealable'
    WHEN d.status = 'Appealed' AND $1::bigint < d.appeal_ruling_ends_at THEN 'AppealVoting'
    ELSE 'Executable' END AS phase
  FROM disputes d JOIN stake_vaults v ON v.address = d.vault`;

/** Whom the panel waits for that decides now, or first: its place among the panels, by phase. */
const WAITS_FOR = (voter: string) =>
  ['Response', 'Voting', 'AppealVoting']
    .map((phase) => {
      const panel = phase === 'AppealVoting' ? 1 : 0;
      return `(phase = '${phase}' AND panels->${panel}->'members' ? ${voter}
        AND NOT votes->${panel} @> jsonb_build_array(jsonb_build_object('arbiter', ${voter}::text)))`;
    })
    .join(' OR ');

const ENDS_AT: Record<string, keyof Dispute> = {
  Response: 'responseEndsAt',
  Voting: 'rulingEndsAt',
  Appealable: 'appealEndsAt',
  AppealVoting: 'appealRulingEndsAt',
};

function disputeOf(row: Row): Dispute {
  const dispute = view(row) as Dispute;
  const endsAt = ENDS_AT[dispute.phase];
  return {
    ...dispute,
    phaseEndsAt: endsAt === undefined ? 0 : (dispute[endsAt] as number),
    defaultEnd: defaultEnd(dispute),
  };
}

/** What a dispute comes to if nobody does anything more. */
function defaultEnd({ status, answerer }: Dispute): Dispute['defaultEnd'] {
  if (status === 'Ended') return null;
  if (status === 'Final') return 'AppealRuling';
  if (status === 'Ruled' || status === 'Appealed') return 'Ruling';
  return answerer === null ? 'SilenceUnanswered' : 'SilenceAnswered';
}

/** Who did each step. */
const WHO: Record<string, string> = {
  disputeOpened: 'claimant',
  callCited: 'claimant',
  disputeAnswered: 'author',
  voteCast: 'arbiter',
  disputeAppealed: 'appellant',
  disputeEnded: 'authority',
};

/** What happened to the dispute since it was opened last, the oldest first. */
async function stepsOf(database: Queries, at: string): Promise<Step[]> {
  const rows = await database.query(
    `SELECT f.*, t.final FROM fact_subjects s JOIN facts f USING (place) JOIN transactions t USING (signature)
     WHERE s.subject = 'dispute' AND s.key = $1 AND NOT f.vanished ORDER BY place`,
    [at],
  );
  const facts = rows.map(activityItem);
  const opening = facts.findLastIndex(({ kind }) => kind === 'disputeOpened');
  return facts.slice(Math.max(0, opening)).map(({ kind, blockTime, signature, final, data }) => {
    const who = data[WHO[kind] ?? ''];
    return { kind, at: blockTime, who: typeof who === 'string' ? who : null, signature, final, data };
  });
}

function citedIn(steps: Step[]): z.infer<typeof citedView>[] {
  return steps
    .filter(({ kind }) => kind === 'callCited')
    .map(({ data, at, signature }) => ({
      call: data.call as number,
      requestHash: data.requestHash as string,
      responseHash: data.responseHash as string,
      cumulative: data.cumulative as string,
      at,
      signature,
    }));
}

/** Disputes, and what they took of stake. */
export function disputeRoutes(app: IndexerServer, { database, now, requireTrust }: ReadContext): void {
  app.get(
    '/v1/disputes',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Disputes, the latest first.',
        querystring: paging.extend({
          agent: address.optional(),
          claimant: address.optional(),
          channel: address.optional(),
          job: address.optional(),
          state: z.enum(PHASES).optional(),
          voter: address
            .optional()
            .meta({ description: 'those that wait for a vote of this wallet, or will, and have none' }),
        }),
        response: { 200: pageView(disputeView), ...errorAnswers },
      },
    },
    async (request) => {
      const { agent, claimant, channel, job, state, voter, ...page } = request.query;
      const parameters: unknown[] = [now()];
      const bind = (value: unknown) => `$${parameters.push(value)}`;
      const conditions = [
        ...(agent === undefined ? [] : [`agent = ${bind(agent)}`]),
        ...(claimant === undefined ? [] : [`claimant = ${bind(claimant)}`]),
        ...(channel === undefined ? [] : [`subject = ${bind(channel)}`]),
        ...(job === undefined ? [] : [`subject = ${bind(job)}`]),
        ...(state === undefined ? [] : [`phase = ${bind(state)}`]),
        ...(voter === undefined ? [] : [`(${WAITS_FOR(bind(voter))})`]),
      ];
      const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
      const select = `SELECT * FROM (${DISPUTES}) AS all_disputes ${where}`;
      const { rows, next } = await pageOf(
        database,
        { select, parameters, order: ['opened_at', 'life'] },
        page,
      );
      return { items: rows.map(disputeOf), next };
    },
  );
  app.get(
    '/v1/disputes/:address',
    {
      onRequest: requireTrust,
      schema: {
        description: 'A dispute as it was last opened at this address, and all that was done in it.',
        params,
        response: {
          200: disputeView.extend({
            timeline: z.array(stepView),
            cited: z.array(citedView),
            slash: slashView.nullable(),
          }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { address: at } = request.params;
      const [row] = await database.query(
        `${DISPUTES} WHERE d.address = $2 ORDER BY d.opened_at DESC LIMIT 1`,
        [now(), at],
      );
      if (row === undefined) throw unknown('dispute', at);
      const timeline = await stepsOf(database, at);
      const [slash] = await database.query(`${SLASHES} WHERE s.dispute = $1 AND s.opened_at = $2`, [
        at,
        row.opened_at,
      ]);
      return {
        ...disputeOf(row),
        timeline,
        cited: citedIn(timeline),
        slash: slash === undefined ? null : (view(slash) as z.infer<typeof slashView>),
      };
    },
  );
  app.get(
    '/v1/agents/:address/slashes',
    {
      onRequest: requireTrust,
      schema: {
        description: 'What disputes took of the stake behind the agent, the latest first.',
        params,
        querystring: paging,
        response: { 200: pageView(slashView), ...errorAnswers },
      },
    },
    async (request) => {
      const page = { select: `${SLASHES} WHERE s.agent = $1`, parameters: [request.params.address] };
      const { rows, next } = await pageOf(
        database,
        { ...page, order: ['opened_at', 'dispute'] },
        request.query,
      );
      return { items: rows.map(view) as z.infer<typeof slashView>[], next };
    },
  );
}

const SLASHES = 'SELECT s.*, v.mint FROM slashes s JOIN stake_vaults v ON v.address = s.vault';
