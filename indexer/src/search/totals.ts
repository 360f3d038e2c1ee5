import type { Subject } from '../fold/module.js';
import type { Queries } from '../store/database.js';

/**
 * Brings sums and search texts of the agents up to date that subjects belong to.
 * @param made of them, those whose rows are new: who pays out of a mandate may be known later than its channels
 */
export async function refreshAgents(queries: Queries, touched: Subject[], made: Subject[]): Promise<void> {
  const keys = (subject: string, among = touched) => [
    ...new Set(among.filter(([one]) => one === subject).map(([, key]) => key)),
  ];
  const rows = await queries.query<{ agent: string }>(
    `SELECT unnest($1::text[]) AS agent UNION SELECT agent FROM channels
     WHERE address = ANY($2::text[]) OR mandate = ANY($3::text[])`,
    [keys('agent'), keys('channel'), keys('mandate', made)],
  );
  const agents = rows.map(({ agent }) => agent).sort();
  if (agents.length === 0) return;
  await refreshTotals(queries, agents);
  const described = keys('listing').sort();
  if (described.length > 0) await refreshListings(queries, described);
}

/** Stake and score count for the present owner alone. */
async function refreshTotals(queries: Queries, agents: string[]): Promise<void> {
  await queries.query(
    `INSERT INTO agent_totals (agent, channels, payers, calls, settled, paid, refunded, stake, score, ratings)
     SELECT asked.agent, money.*,
       CASE WHEN a.address IS NULL THEN 0 ELSE coalesce(v.backers, 0) END +
         CASE WHEN v.ownership_epoch = a.ownership_epoch THEN v.first_loss ELSE 0 END,
       CASE WHEN s.ownership_epoch = a.ownership_epoch AND s.current_weight > 0
         THEN trunc(s.current_stars * 1000 / s.current_weight)::int END,
       CASE WHEN s.ownership_epoch = a.ownership_epoch THEN s.current_ratings ELSE 0 END
     FROM unnest($1::text[]) AS asked (agent)
     CROSS JOIN LATERAL (SELECT count(c.address), count(DISTINCT m.payer), coalesce(sum(c.calls), 0),
         coalesce(sum(c.settled), 0), coalesce(sum(c.paid_gross), 0), coalesce(sum(c.refunded), 0)
       FROM channels c LEFT JOIN LATERAL (SELECT payer FROM mandates WHERE address = c.mandate LIMIT 1) m ON true
       WHERE c.agent = asked.agent) AS money
     LEFT JOIN agents a ON a.address = asked.agent
     LEFT JOIN stake_vaults v ON v.agent = a.address AND NOT v.closed
     LEFT JOIN scores s ON s.agent = a.address
     ON CONFLICT (agent) DO UPDATE SET channels = EXCLUDED.channels, payers = EXCLUDED.payers,
       calls = EXCLUDED.calls, settled = EXCLUDED.settled, paid = EXCLUDED.paid, refunded = EXCLUDED.refunded,
       stake = EXCLUDED.stake, score = EXCLUDED.score, ratings = EXCLUDED.ratings`,
    [agents],
  );
}

/** Handle and name weigh most, then tags and capabilities, then what is told at length. */
export async function refreshListings(queries: Queries, agents: string[]): Promise<void> {
  await queries.query('DELETE FROM listings WHERE agent = ANY($1::text[])', [agents]);
  await queries.query(
    `INSERT INTO listings
     SELECT a.address, m.manifest->>'name', m.manifest->>'summary', m.manifest->>'description',
       told.capabilities,
       setweight(to_tsvector('simple',
           concat_ws(' ', a.handle, replace(a.handle, '-', ' '), m.manifest->>'name')), 'A')
       || setweight(to_tsvector('simple', concat_ws(' ', array_to_string(a.tags, ' '),
           array_to_string(told.capabilities, ' '))), 'B')
       || setweight(to_tsvector('simple',
           concat_ws(' ', m.manifest->>'summary', m.manifest->>'description')), 'C')
     FROM agents a
     LEFT JOIN versions v ON v.agent = a.address AND v.number = a.latest_version
     LEFT JOIN manifests m ON m.version = v.address AND m.state = 'verified'
     CROSS JOIN LATERAL (SELECT coalesce(array_agg(c->>'name'), '{}') AS capabilities
       FROM jsonb_array_elements(coalesce(m.manifest->'capabilities', '[]')) AS c) AS told
     WHERE a.address = ANY($1::text[])`,
    [agents],
  );
}
