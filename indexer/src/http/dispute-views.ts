import { z } from 'zod';
import { amount, unixTime } from './schemas.js';

const key = z.string();
const hash = z.string().meta({ description: 'SHA-256, hex' });
const moment = unixTime.meta({ description: 'Unix seconds; 0 while it has not come' });

/** Where a dispute stands by the chain's clock: what only time does is no state of the account. */
export const PHASES = ['Response', 'Voting', 'Appealable', 'AppealVoting', 'Executable', 'Ended'] as const;

const ENDS = ['Ruling', 'AppealRuling', 'SilenceAnswered', 'SilenceUnanswered', 'Withdrawn'] as const;

const outcomeView = z.object({
  end: z.enum(ENDS),
  authority: key.meta({ description: 'who brought it about' }),
  awardBps: z.int(),
  loss: amount.meta({ description: "base units of the claim's mint, as the next four" }),
  refundedSince: amount,
  paid: amount.meta({ description: 'to the claimant, out of the hold' }),
  released: amount.meta({ description: 'of the hold, back to the agent' }),
  shortfall: amount.meta({ description: 'of the loss, what neither made good' }),
  slashedToClaimant: amount.meta({ description: 'base units of the stake mint, as all that follow' }),
  slashedToTreasury: amount,
  bondsToClaimant: amount,
  answeringSide: key.nullable(),
  bondsToAnswerer: amount,
  appealingSide: key.nullable(),
  bondsToAppellant: amount,
  lost: z.boolean().meta({ description: 'whether it cost the agent something' }),
  endedAt: unixTime.nullable(),
});

export const disputeView = z.object({
  address: key,
  vault: key,
  agent: key,
  nonce: z.string(),
  kind: z.string().meta({ description: 'what it is about: Channel' }),
  subject: key,
  generation: z.int(),
  mandate: key,
  claimant: key,
  mint: key.meta({ description: 'of the claim' }),
  stakeMint: key.meta({ description: 'of bonds, fees and slashes' }),
  sessionKey: key,
  agentKey: key,
  payoutOwner: key,
  tag: z.string(),
  perCallMax: amount,
  claim: amount,
  held: amount.meta({ description: 'taken from the hold for it' }),
  refunded: amount.meta({ description: 'when it opened' }),
  evidenceHash: hash,
  status: z.enum(['Open', 'Answered', 'Ruled', 'Appealed', 'Final', 'Ended']),
  phase: z.enum(PHASES),
  phaseEndsAt: moment.meta({ description: 'Unix seconds; 0 where nothing more comes by itself' }),
  defaultEnd: z
    .enum(ENDS)
    .nullable()
    .meta({ description: 'what it comes to if nobody does anything more; null once it ended' }),
  citedCalls: z.int(),
  lastCitedCall: z.int(),
  answerer: key.nullable(),
  answerHash: hash.nullable(),
  ownerHash: hash.nullable(),
  appellant: key.nullable(),
  claimantBond: amount,
  answerBond: amount,
  appealBond: amount,
  arbiterFee: amount,
  feesPaid: amount,
  slashCapDispute: amount,
  slashCapPeriod: amount,
  slashPeriod: z.int(),
  penaltyBps: z.int(),
  openedAt: moment,
  responseEndsAt: moment,
  rulingEndsAt: moment,
  ruledAt: moment,
  appealEndsAt: moment,
  appealedAt: moment,
  appealRulingEndsAt: moment,
  appealWindow: z.int().meta({ description: 'seconds' }),
  appealRulingWindow: z.int().meta({ description: 'seconds' }),
  deadline: moment,
  listed: z.boolean().meta({ description: 'whether it can slash, so that stake waits for it' }),
  panels: z.array(z.object({ members: z.array(key), threshold: z.int() })),
  awards: z.array(z.int()).meta({ description: 'basis points, of each panel that ruled' }),
  votes: z.array(z.array(z.object({ arbiter: key, awardBps: z.int() }))),
  outcome: outcomeView.nullable(),
  openedIn: z.string().meta({ description: 'signature' }),
  endedIn: z.string().nullable(),
});

export const stepView = z.object({
  kind: z.string(),
  at: unixTime.nullable(),
  who: key.nullable(),
  signature: z.string(),
  final: z.boolean(),
  data: z.record(z.string(), z.unknown()),
});

export const citedView = z.object({
  call: z.int(),
  requestHash: hash,
  responseHash: hash,
  cumulative: amount,
  at: unixTime.nullable(),
  signature: z.string(),
});

export const slashView = z.object({
  dispute: key,
  vault: key,
  agent: key,
  claimant: key,
  mint: key,
  toClaimant: amount,
  toTreasury: amount.meta({ description: 'penalty, and the rest of pools that were wiped' }),
  firstLoss: amount.meta({ description: 'taken of each pool; below, what it had before' }),
  firstLossCooling: amount,
  backers: amount,
  backersCooling: amount,
  ofFirstLoss: amount,
  ofFirstLossCooling: amount,
  ofBackers: amount,
  ofBackersCooling: amount,
  slashedAt: unixTime.nullable(),
  signature: z.string(),
});
