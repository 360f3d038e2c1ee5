import { z } from 'zod';
import { amount, unixTime } from './schemas.js';

const key = z.string();
export const POOL_STATES = ['Running', 'Stopped', 'Closed'] as const;

export const poolView = z.object({
  address: key,
  generation: z.int().meta({ description: 'slot that it was made in' }),
  creator: key,
  id: z.string(),
  mint: key,
  tokenProgram: key,
  vault: key.meta({ description: 'its token account' }),
  attestor: key.meta({ description: 'must vouch for members' }),
  mode: z.enum(['Accrue', 'Expire']).meta({
    description:
      'Accrue: what is not claimed stays the member’s; Expire: it is free again at the epoch’s end',
  }),
  maxMembers: z.int(),
  members: z.int().meta({ description: 'that the next epoch counts' }),
  records: z.int().meta({ description: 'memberships that exist, suspended ones too' }),
  amount: amount.meta({ description: 'of one member and epoch' }),
  epochLength: z.int().meta({ description: 'seconds' }),
  firstEpochAt: unixTime,
  grace: z.int().meta({ description: 'seconds that a suspended member keeps what it has coming' }),
  epochs: z.string().meta({ description: 'opened so far' }),
  epochEndsAt: unixTime.meta({ description: 'of the latest; 0 before the first' }),
  funded: amount,
  paid: amount,
  free: amount.meta({ description: 'by now: with what expired, though no transaction moved it yet' }),
  owed: amount.meta({ description: 'by now: of opened epochs, and neither claimed nor given up' }),
  withdrawn: amount.meta({ description: 'taken out by the creator' }),
  stoppedAt: unixTime.meta({ description: 'Unix seconds; 0 while epochs open' }),
  state: z.enum(POOL_STATES),
});

/** In Expire what the latest epoch left is free once its time is over; the program moves it at the next touch. */
const LAPSED = "p.mode = 'Expire' AND p.epoch_ends_at <= $1";

/** Pools with their state at $1, Unix seconds. */
export const POOLS = `SELECT p.address, p.generation, p.creator, p.id, p.mint, p.token_program, p.vault, p.attestor,
    p.mode, p.max_members, p.members, p.records, p.amount, p.epoch_length, p.first_epoch_at, p.grace, p.epochs,
    p.epoch_ends_at, p.funded, p.paid, p.withdrawn, p.stopped_at,
    CASE WHEN ${LAPSED} THEN p.free + p.owed ELSE p.free END AS free,
    CASE WHEN ${LAPSED} THEN 0 ELSE p.owed END AS owed,
    CASE WHEN p.closed THEN 'Closed' WHEN p.stopped_at <> 0 THEN 'Stopped' ELSE 'Running' END AS state
  FROM pools p`;

export const nextEpochView = z.object({
  opensAt: unixTime.meta({ description: 'from then on anyone may open it' }),
  cost: amount.meta({ description: 'of the members of now' }),
  isFunded: z.boolean().meta({ description: 'whether what is free now pays for them' }),
});

/** What the next epoch takes; null where none opens any more. */
export function nextEpochOf(
  pool: z.infer<typeof poolView>,
  now: number,
): z.infer<typeof nextEpochView> | null {
  if (pool.state !== 'Running') return null;
  const cost = BigInt(pool.members) * BigInt(pool.amount);
  const lapses = pool.mode === 'Expire' && now < pool.epochEndsAt;
  const free = BigInt(pool.free) + (lapses ? BigInt(pool.owed) : 0n);
  return {
    opensAt: Math.max(pool.firstEpochAt, pool.epochEndsAt),
    cost: cost.toString(),
    isFunded: pool.members > 0 && free >= cost,
  };
}

export const memberView = z.object({
  address: key,
  pool: key,
  generation: z.int().meta({ description: 'of the pool' }),
  wallet: key,
  attestation: key,
  rentPayer: key,
  nextEpoch: z.string().meta({ description: 'the first that was not settled with it' }),
  untilEpoch: z
    .string()
    .nullable()
    .meta({ description: 'the first that does not count it; null while it is a member' }),
  paid: amount,
  due: amount.meta({ description: 'what it has coming now, while its attestation stands' }),
  joinedAt: unixTime,
  suspendedAt: unixTime.meta({ description: 'Unix seconds; 0 while it is a member' }),
  ended: z.enum(['Left', 'Evicted']).nullable(),
  endedAt: unixTime,
  forfeited: amount.meta({ description: 'what it had coming, and gave up' }),
  mint: key,
});

/** Memberships with what they have coming at $2, Unix seconds. */
export const MEMBERS = `SELECT m.*, m.address || ' ' || lpad(m.life::text, 10, '0') AS life_key, p.mint,
    CASE WHEN m.ended IS NOT NULL THEN 0
      WHEN p.mode = 'Accrue' THEN (part.until - m.next_epoch) * p.amount
      WHEN part.until > m.next_epoch AND part.until = p.epochs AND $2 < p.epoch_ends_at THEN p.amount
      ELSE 0 END AS due
  FROM pool_members m JOIN pools p ON p.address = m.pool AND p.generation = m.generation
  CROSS JOIN LATERAL (SELECT least(coalesce(m.until_epoch, p.epochs), p.epochs) AS until) AS part`;

export const epochView = z.object({
  pool: key,
  generation: z.int(),
  number: z.string().meta({ description: 'from 0' }),
  members: z.int().meta({ description: 'each of them has `amount` coming' }),
  amount,
  openedAt: unixTime,
  endsAt: unixTime,
  signature: z.string(),
});
