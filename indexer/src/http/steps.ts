import { z } from 'zod';
import type { Subject } from '../fold/module.js';
import type { Queries } from '../store/database.js';
import { activityItem } from './activity.js';
import { unixTime } from './schemas.js';

/** Steps that are told at most, the latest of them; `/v1/activity` has all. */
const MOST = 100;

export const changeView = z.object({
  kind: z.string(),
  at: unixTime.nullable(),
  signature: z.string(),
  final: z.boolean().meta({ description: 'false: confirmed, and may still vanish' }),
  data: z.record(z.string(), z.unknown()),
});

/** What happened to something, the oldest first. @param making the kind that makes it: since it did so last */
export async function changesOf(
  database: Queries,
  [subject, key]: Subject,
  making?: string,
): Promise<z.infer<typeof changeView>[]> {
  const rows = await database.query(
    `SELECT f.*, t.final FROM fact_subjects s JOIN facts f USING (place) JOIN transactions t USING (signature)
     WHERE s.subject = $1 AND s.key = $2 AND NOT f.vanished ORDER BY place DESC LIMIT ${MOST}`,
    [subject, key],
  );
  const facts = rows.toReversed().map(activityItem);
  const from = making === undefined ? 0 : facts.findLastIndex(({ kind }) => kind === making);
  return facts.slice(Math.max(0, from)).map(({ kind, blockTime, signature, final, data }) => {
    return { kind, at: blockTime, signature, final, data };
  });
}
