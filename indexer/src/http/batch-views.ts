import { z } from 'zod';
import { scheduleView, sides } from './lock-views.js';
import { amount, unixTime } from './schemas.js';

const key = z.string();
export const BATCH_STATES = ['Funding', 'Live', 'Cancelled', 'Over', 'Closed'] as const;

export const batchView = z.object({
  address: key,
  generation: z.int().meta({ description: 'slot that it was made in' }),
  creator: key,
  id: z.string(),
  mint: key,
  tokenProgram: key,
  vault: key.meta({ description: 'its token account' }),
  root: z.string().meta({ description: 'of the tree of its leaves, hex' }),
  count: z.int().meta({ description: 'leaves' }),
  claimed: z.int().meta({ description: 'of them, those claimed' }),
  total: amount.meta({ description: 'of all leaves' }),
  deposited: amount,
  open: amount.meta({ description: 'of leaves that nobody has claimed' }),
  locked: amount.meta({ description: 'in locks that were made' }),
  free: amount.meta({ description: 'the creator’s: what leaves claimed after the cancellation did not get' }),
  returned: amount.meta({ description: 'taken out by the creator' }),
  cancel: sides.meta({ description: 'who may cancel its locks; where the creator may, the batch, too' }),
  change: sides.meta({ description: 'who may change the recipient of its locks' }),
  claimUntil: unixTime.meta({ description: 'from then on no leaf can be claimed' }),
  createdAt: unixTime,
  cancelledAt: unixTime.meta({
    description: 'Unix seconds; 0 for never: nothing vests after it in open leaves',
  }),
  listed: z.boolean().meta({ description: 'whether the list of its recipients is kept here' }),
  state: z.enum(BATCH_STATES).meta({ description: 'Funding: nothing can be claimed before all is there' }),
});

/** Batches with their state at $1, Unix seconds. */
export const BATCHES = `SELECT b.*,
    EXISTS (SELECT 1 FROM batch_files f WHERE f.batch = b.address AND f.root = b.root) AS listed,
    CASE WHEN b.closed THEN 'Closed' WHEN b.claimed = b.count OR b.claim_until <= $1 THEN 'Over'
      WHEN b.deposited < b.total THEN 'Funding' WHEN b.cancelled_at <> 0 THEN 'Cancelled' ELSE 'Live' END AS state
  FROM batches b`;

export const claimView = z.object({
  batch: key,
  generation: z.int(),
  index: z.int(),
  recipient: key,
  amount: amount.meta({ description: 'of the leaf' }),
  schedule: scheduleView,
  locked: amount.meta({ description: 'what went into its lock' }),
  lock: key.nullable().meta({ description: 'null where nothing was left for it' }),
  rentPayer: key,
  claimedAt: unixTime.nullable(),
  signature: z.string(),
});

export const leafView = z.object({
  batch: key,
  index: z.int(),
  recipient: key,
  amount,
  schedule: scheduleView,
  claimed: z.boolean(),
  lock: key.nullable().meta({ description: 'that it became' }),
});

/** Leaves of kept lists whose root is that of the batch now at the address, or last; b is that batch. */
export const LEAVES = `SELECT v.batch, v.index, v.recipient, v.amount, v.schedule, c.claim IS NOT NULL AS claimed,
    c.lock, b.mint, b.root, b.count, b.total, b.generation, b.deposited >= b.total AS funded, b.claim_until, b.cancelled_at,
    b.closed
  FROM batch_leaves v
  JOIN LATERAL (SELECT * FROM batches WHERE address = v.batch ORDER BY generation DESC LIMIT 1) AS b
    ON b.root = v.root
  LEFT JOIN batch_claims c ON c.claim = v.batch || '/' || b.generation || '/' || v.index`;
