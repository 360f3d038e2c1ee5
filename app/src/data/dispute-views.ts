/** Disputes as pages show them. Addresses are base58, amounts base units, times Unix seconds, hashes hexadecimal. */

export type DisputeStatusName = 'Open' | 'Answered' | 'Ruled' | 'Appealed' | 'Final' | 'Ended';
export type DisputeEndName =
  | 'Ruling'
  | 'AppealRuling'
  | 'SilenceAnswered'
  | 'SilenceUnanswered'
  | 'Withdrawn';

export interface PanelView {
  members: string[];
  threshold: number;
  /** basis points of the claim, by the members' places; null of one who has not voted */
  votes: (number | null)[];
  /** basis points; null until the panel rules */
  award: number | null;
}

export interface DisputeView {
  address: string;
  agent: string;
  kind: 'Channel' | 'Job';
  /** the channel, or the job */
  subject: string;
  mandate: string;
  claimant: string;
  agentKey: string;
  payoutOwner: string;
  sessionKey: string;
  /** of the claim, the hold and what is refunded */
  mint: string;
  /** of bonds, fees and slashes */
  stakeMint: string;
  status: DisputeStatusName;
  /** whether it can slash, so that stake waits for it */
  slashes: boolean;
  claim: bigint;
  /** taken from the hold for it */
  held: bigint;
  perCallMax: bigint;
  citedCalls: number;
  lastCitedCall: number;
  evidenceHash: string;
  answerer: string | null;
  answerHash: string | null;
  /** what the owner states, where another answered first */
  ownerHash: string | null;
  appellant: string | null;
  claimantBond: bigint;
  answerBond: bigint;
  appealBond: bigint;
  /** each voter's, out of the bonds */
  arbiterFee: bigint;
  feesPaid: bigint;
  slashCap: bigint;
  penaltyBps: number;
  openedAt: number;
  responseEndsAt: number;
  rulingEndsAt: number;
  /** 0 until it is ruled on, as the next two until there is an appeal */
  appealEndsAt: number;
  appealedAt: number;
  appealRulingEndsAt: number;
  deadline: number;
  panels: [PanelView, PanelView];
  /** what it came to; null while it is open */
  outcome: DisputeOutcome | null;
}

export interface DisputeOutcome {
  end: DisputeEndName;
  awardBps: number;
  /** of the claim's mint, as the next four */
  loss: bigint;
  refundedSince: bigint;
  paid: bigint;
  released: bigint;
  shortfall: bigint;
  /** of the stake mint, as all that follow */
  slashedToClaimant: bigint;
  slashedToTreasury: bigint;
  bondsToClaimant: bigint;
  bondsToAnswerer: bigint;
  bondsToAppellant: bigint;
  endedAt: number | null;
  signature: string;
}

/** Something that was done in a dispute. */
export interface DisputeStep {
  /** signature and place in the transaction */
  key: string;
  kind: string;
  at: number | null;
  who: string | null;
  signature: string;
  /** basis points, of a vote or a ruling */
  awardBps: number | null;
  /** number of a cited call */
  call: number | null;
  /** of the stake mint: a bond that was put in, or a fee that was paid */
  amount: bigint | null;
  /** of a call that was cited, or a statement */
  hash: string | null;
}

/** What a dispute took of the stake behind an agent, base units. */
export interface SlashView {
  dispute: string;
  agent: string;
  mint: string;
  toClaimant: bigint;
  toTreasury: bigint;
  at: number | null;
  pools: { tranche: 'FirstLoss' | 'Backers'; taken: bigint; of: bigint }[];
}

/** What a wallet is to a dispute. */
export interface DisputeRoles {
  wallet: string | null;
  isClaimant: boolean;
  isOwner: boolean;
  /** its shares are worth something */
  isBacker: boolean;
  /** it has a position, worth something or not */
  hasPosition: boolean;
  /** the agent names it among its delegates */
  isDelegate: boolean;
}

/** A change of the protocol's settings that waits. */
export interface ProposalView {
  number: string;
  proposedAt: number;
  executableAt: number;
  expiresAt: number;
  /** a later one was executed, or another is admin */
  isVoid: boolean;
  changes: { name: string; from: string; to: string }[];
}

/** What of the protocol's settings may change under somebody's feet. */
export interface ProtocolView {
  admin: string;
  handover: { pendingAdmin: string; acceptableAt: number; expiresAt: number } | null;
  /** what is paused, by name, executions apart */
  paused: string[];
  /** 0 without a pause of slash executions; it lapses then */
  executionPauseEndsAt: number;
  panels: { members: string[]; threshold: number }[];
  proposals: ProposalView[];
}
