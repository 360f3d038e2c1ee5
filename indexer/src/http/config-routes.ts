import { PauseBit } from '@agent-labs/sdk';
import { z } from 'zod';
import { Refused } from '../refused.js';
import type { Row } from '../store/database.js';
import { pageOf, paging } from './pages.js';
import type { ReadContext } from './read-context.js';
import { amount, errorAnswers, unixTime } from './schemas.js';
import type { IndexerServer } from './server.js';
import { pageView, view } from './views.js';

const key = z.string();
const bps = z.int().meta({ description: 'basis points' });
const windows = z.record(z.string(), z.int()).meta({ description: 'seconds by name' });
const panel = z.object({ members: z.array(key), threshold: z.int() });

const configView = z.object({
  address: key,
  admin: key,
  pauser: key,
  treasury: key,
  stakeMint: key,
  genesisHash: key,
  feeBps: bps,
  firstLossBps: bps,
  penaltyBps: bps,
  bondBps: bps,
  minStake: amount.meta({ description: 'base units of the stake mint, as all amounts here' }),
  slashCapDispute: amount,
  slashCapPeriod: amount,
  bondMin: amount,
  arbiterFee: amount,
  windows,
  longest: windows.meta({ description: 'the longest that these windows ever were, seconds' }),
  panels: z.array(panel).meta({ description: 'the first rules, the second hears appeals' }),
  settlementMints: z.array(z.object({ mint: key, weightBps: bps })),
  paused: z
    .array(z.string())
    .meta({ description: 'what is paused now; a lapsed pause of executions is not' }),
  executionPause: z
    .object({ since: unixTime, endsAt: unixTime, lapsed: z.boolean() })
    .nullable()
    .meta({ description: 'of slash executions; it lapses by itself' }),
  handover: z
    .object({ pendingAdmin: key, acceptableAt: unixTime, expiresAt: unixTime, expired: z.boolean() })
    .nullable()
    .meta({ description: 'to another admin, under way' }),
});

const STATES = ['Waiting', 'Executable', 'Expired', 'Void', 'Executed', 'Closed'] as const;

const proposalView = z.object({
  address: key,
  number: z.string(),
  admin: key,
  rentPayer: key,
  proposedAt: unixTime,
  executableAt: unixTime,
  expiresAt: unixTime.meta({ description: 'from then on it may no longer execute' }),
  state: z.enum(STATES).meta({ description: 'Void: a later one was executed, or another is admin' }),
  isNext: z.boolean().meta({ description: 'others than the admin may execute this one alone' }),
  changes: z.record(z.string(), z.unknown()).meta({ description: 'settings that it names, and no other' }),
  former: z
    .record(z.string(), z.unknown())
    .nullable()
    .meta({ description: 'what they were, where it executed' }),
  endedBy: key.nullable(),
  endedIn: z.string().nullable().meta({ description: 'signature' }),
});

/** Names of what bits pause now. */
function paused(row: Row, now: number): string[] {
  const bits = row.pause_bits as number;
  const lapsed = now >= (row.execution_pause_ends_at as number);
  return Object.entries(PauseBit)
    .filter(([, bit]) => (bits & bit) !== 0 && !(bit === PauseBit.Execute && lapsed))
    .map(([name]) => name);
}

function configOf(row: Row, now: number): z.infer<typeof configView> {
  const endsAt = row.execution_pause_ends_at as number;
  const expiresAt = row.admin_handover_expires_at as number;
  return {
    ...(view(row) as z.infer<typeof configView>),
    paused: paused(row, now),
    executionPause:
      endsAt === 0 ? null : { since: row.execution_paused_at as number, endsAt, lapsed: now >= endsAt },
    handover:
      row.pending_admin === null
        ? null
        : {
            pendingAdmin: row.pending_admin as string,
            acceptableAt: row.admin_handover_at as number,
            expiresAt,
            expired: now >= expiresAt,
          },
  };
}

function stateOf(row: Row, now: number): (typeof STATES)[number] {
  if (row.outcome !== 'Open') return row.outcome as 'Executed' | 'Closed';
  if (row.passed) return 'Void';
  if (now >= (row.expires_at as number)) return 'Expired';
  return now >= (row.executable_at as number) ? 'Executable' : 'Waiting';
}

const PROPOSALS = `SELECT p.*, p.number < c.live_proposals_from AS passed,
    p.outcome = 'Open' AND p.number = c.live_proposals_from AS is_next
  FROM config_proposals p JOIN config c ON c.address = p.config`;

/** The protocol's settings, and the changes of them that are announced. */
export function configRoutes(app: IndexerServer, { database, now, requireTrust }: ReadContext): void {
  app.get(
    '/v1/config',
    {
      onRequest: requireTrust,
      schema: {
        description: "The protocol's settings, what is paused, and whether another admin is to come.",
        response: { 200: configView, ...errorAnswers },
      },
    },
    async () => {
      const [row] = await database.query('SELECT * FROM config');
      if (row === undefined) throw new Refused(404, 'Unknown', 'no config was seen on the chain');
      return configOf(row, now());
    },
  );
  app.get(
    '/v1/config/proposals',
    {
      onRequest: requireTrust,
      schema: {
        description: 'Changes of the settings, the latest first.',
        querystring: paging.extend({
          open: z
            .enum(['true', 'false'])
            .optional()
            .meta({ description: 'true: those alone that are still on the chain' }),
        }),
        response: { 200: pageView(proposalView), ...errorAnswers },
      },
    },
    async (request) => {
      const { open, ...page } = request.query;
      const where = open === undefined ? '' : `WHERE (p.outcome = 'Open') = ${open}`;
      const { rows, next } = await pageOf(
        database,
        { select: `${PROPOSALS} ${where}`, parameters: [], order: ['number', 'address'] },
        page,
      );
      const items = rows.map((row) => ({ ...view(row), state: stateOf(row, now()) }));
      return { items: items as z.infer<typeof proposalView>[], next };
    },
  );
}
