import type { FactData } from '../decode/facts.js';
import { type Cursor, cursorOf } from '../http/cursor.js';
import type { Queries } from '../store/database.js';
import { KINDS, kindsOf, movementsOf, type Told, type What } from './movements.js';

export interface PaymentsQuery {
  wallet: string;
  /** of all kinds without it */
  what?: What[] | undefined;
  /** facts that are looked at for a page; each is told once for each part of the wallet in it */
  limit: number;
  cursor?: Cursor | undefined;
}

interface Row extends Told {
  place: string;
  signature: string;
  slot: number;
  block_time: number | null;
  final: boolean;
  kind: string;
  data: FactData;
  agent: string | null;
  mandate: string | null;
  channel: string | null;
  job: string | null;
  dispute: string | null;
  payout_owner: string | null;
  intake: string | null;
  intake_of: string | null;
  lock: string | null;
  pool: string | null;
  batch: string | null;
  held_mint: string | null;
  stake_mint: string | null;
  settled_before: string | null;
}

/**
 * Facts about the wallet, its mandates, its channels and jobs, and the disputes it has a bond in, newest first. Each of
 * those gives its newest by its own index, so that a page costs the same however long the history is. A channel may
 * pay an intake of the wallet.
 */
const PLACES = `WITH paid (owner) AS (
    SELECT $1::text UNION SELECT address FROM intakes WHERE recipient = $1
  ),
  mine (subject, key) AS (
    SELECT 'wallet', $1::text
    UNION SELECT 'mandate', address FROM mandates WHERE payer = $1
    UNION SELECT 'channel', address FROM channels WHERE payout_owner IN (SELECT owner FROM paid)
    UNION SELECT 'channel', c.address FROM mandates m JOIN channels c ON c.mandate = m.address WHERE m.payer = $1
    UNION SELECT 'job', address FROM jobs WHERE payer = $1 OR payout_owner IN (SELECT owner FROM paid)
    UNION SELECT 'dispute', address FROM disputes WHERE $1 IN (claimant, answerer, appellant)
  ),
  places AS (
    SELECT DISTINCT found.place FROM mine CROSS JOIN LATERAL (
      SELECT s.place FROM fact_subjects s JOIN facts f USING (place)
      WHERE s.subject = mine.subject AND s.key = mine.key AND ($3::text IS NULL OR s.place < $3)
        AND f.kind = ANY($2::text[]) AND NOT f.vanished
      ORDER BY s.place DESC LIMIT $4
    ) AS found
    ORDER BY found.place DESC LIMIT $4
  )`;

/**
 * With the channel or job in the generation that a fact is of, the mandate as it was then, and what was settled
 * before. A set of vouchers tells no tag: it is of the channel that lived then.
 */
const AROUND = `SELECT f.place, f.signature, f.slot, f.block_time, t.final, f.kind, f.data,
    COALESCE(f.data->>'agent', c.agent) AS agent, COALESCE(f.data->>'mandate', c.mandate) AS mandate,
    f.data->>'channel' AS channel, f.data->>'job' AS job, f.data->>'dispute' AS dispute,
    m.payer, m.mint, COALESCE(c.payout_owner, j.payout_owner) AS payout_owner, v.mint AS stake_mint, b.settled_before,
    COALESCE(f.data->>'intake', i.address) AS intake, i.recipient AS intake_of,
    NULLIF(f.data->>'lock', '11111111111111111111111111111111') AS lock, f.data->>'pool' AS pool,
    f.data->>'batch' AS batch, COALESCE(f.data->>'mint', h.mint) AS held_mint
  FROM places JOIN facts f USING (place) JOIN transactions t USING (signature)
  LEFT JOIN LATERAL (
    SELECT * FROM channels WHERE address = f.data->>'channel' AND generation <= f.slot
    ORDER BY tag = f.data->>'tag' DESC NULLS LAST, generation = (f.data->>'generation')::bigint DESC NULLS LAST,
      generation DESC LIMIT 1
  ) AS c ON true
  LEFT JOIN jobs j ON j.address = f.data->>'job' AND j.generation = (f.data->>'generation')::bigint
  LEFT JOIN LATERAL (
    SELECT payer, mint FROM mandates
    WHERE address = COALESCE(f.data->>'mandate', c.mandate) AND generation <= f.slot
    ORDER BY generation = (f.data->>'generation')::bigint DESC NULLS LAST, generation DESC LIMIT 1
  ) AS m ON true
  LEFT JOIN intakes i ON i.address = COALESCE(c.payout_owner, j.payout_owner)
  LEFT JOIN LATERAL (
    SELECT mint, generation FROM locks WHERE address = f.data->>'lock' AND generation <= f.slot
    UNION ALL SELECT mint, generation FROM pools WHERE address = f.data->>'pool' AND generation <= f.slot
    UNION ALL SELECT mint, generation FROM batches WHERE address = f.data->>'batch' AND generation <= f.slot
    ORDER BY generation DESC LIMIT 1
  ) AS h ON true
  LEFT JOIN stake_vaults v ON v.address = f.data->>'vault'
  LEFT JOIN LATERAL (
    SELECT p.data->>'cumulative' AS settled_before FROM fact_subjects s JOIN facts p USING (place)
    WHERE f.kind = 'channelSettled' AND s.subject = 'channel' AND s.key = f.data->>'channel'
      AND s.place < f.place AND p.kind = 'channelSettled' AND p.slot >= c.generation AND NOT p.vanished
    ORDER BY s.place DESC LIMIT 1
  ) AS b ON true
  ORDER BY f.place DESC`;

/** Money that moved for a wallet, the latest first. */
export async function paymentsOf(queries: Queries, { wallet, what, limit, cursor }: PaymentsQuery) {
  const kinds = what === undefined ? KINDS : kindsOf(what);
  const rows = await queries.query<Row & Record<string, unknown>>(`${PLACES} ${AROUND}`, [
    wallet,
    kinds,
    cursor?.[0] ?? null,
    limit + 1,
  ]);
  const page = rows.slice(0, limit);
  const items = page.flatMap((row) =>
    movementsOf(toldBy(row), wallet)
      .filter((movement) => what === undefined || what.includes(movement.what))
      .map(({ what: moved, role, from, to, amount, fee, mint }) => ({
        id: `${row.place}/${moved}/${role}`,
        signature: row.signature,
        slot: row.slot,
        blockTime: row.block_time,
        final: row.final,
        what: moved,
        role,
        from,
        to,
        amount: amount.toString(),
        fee: fee.toString(),
        mint,
        agent: row.agent,
        mandate: row.mandate,
        channel: row.channel,
        job: row.job,
        dispute: row.dispute,
        lock: row.lock,
        intake: row.intake,
        pool: row.pool,
        batch: row.batch,
      })),
  );
  const last = page.at(-1);
  return { items, next: rows.length > page.length && last !== undefined ? cursorOf([last.place, '']) : null };
}

function toldBy(row: Row): Told {
  const { kind, data, payer, mint } = row;
  return {
    kind,
    data,
    payer,
    mint,
    payoutOwner: row.payout_owner,
    intakeOf: row.intake_of,
    heldMint: row.held_mint,
    stakeMint: row.stake_mint,
    settledBefore: row.settled_before,
  };
}
