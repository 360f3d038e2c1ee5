/** What pages show, whoever told it. Addresses are base58, amounts base units, times Unix seconds. */

export interface AgentRow {
  address: string;
  handle: string;
  /** from the manifest, where its hash is the chain's */
  name: string | null;
  summary: string | null;
  tags: string[];
  owner: string;
  status: string;
  /** active, and its lease not over */
  live: boolean;
  /** number of the latest version; 0 without one */
  version: number;
  price: bigint;
  mint: string;
  leaseExpiresAt: number;
  registeredAt: number;
  /** active stake of both tranches; null where nobody told */
  stake: bigint | null;
  /** thousandths of a star, and how many rated; null where nobody told or did */
  score: Mean | null;
  /** settled in all, base units of its mint; null where nobody told */
  settled: bigint | null;
}

export interface AgentPage {
  items: AgentRow[];
  total: number;
  facets: Record<string, Record<string, number>>;
  next: string | null;
}

export interface AgentSearch {
  q: string;
  tag: string | null;
  /** live ones alone */
  live: boolean;
  /** those alone that somebody has paid */
  proven: boolean;
  sort: AgentSort;
}

export type AgentSort = 'relevance' | 'score' | 'stake' | 'volume' | 'recent' | 'price';

export interface AgentDetail {
  address: string;
  handle: string;
  creator: string;
  owner: string;
  pendingOwner: string | null;
  ownershipEpoch: number;
  agentKey: string;
  payoutOwner: string;
  status: string;
  live: boolean;
  latestVersion: number;
  price: bigint;
  mint: string;
  holdback: number;
  leaseExpiresAt: number;
  registeredAt: number;
  tags: string[];
}

export interface VersionView {
  number: number;
  semver: string;
  manifestHash: string;
  uri: string;
  price: bigint;
  mint: string;
  publishedAt: number;
  yanked: boolean;
}

export interface MandateView {
  address: string;
  id: string;
  /** slot that it opened in: tells it from another one at the same address */
  generation: string;
  payer: string;
  mint: string;
  sessionKey: string;
  perCallMax: bigint;
  /** null without a cap */
  dailyCap: bigint | null;
  totalCap: bigint | null;
  /** charged against the daily cap on the chain's present day */
  spentToday: bigint;
  totalCharged: bigint;
  expiresAt: number;
  /** 0 while alive */
  killedAt: number;
  free: bigint;
  allotted: bigint;
  /** owed to the protocol, taken off what was paid out */
  feesAccrued: bigint;
  channels: number;
  jobs: number;
  /** empty for every agent, or those of a tree where `allowRoot` is not null */
  allowList: string[];
  /** stake behind an agent that may be paid, base units of the stake mint; 0 without a limit */
  minStake: bigint;
  /** score of one, thousandths of a star; 0 without a limit */
  minScore: number;
  /** grows with each replacement of the session key; channels keep theirs */
  keyEpoch: number;
  /** hex */
  allowRoot: string | null;
  /** must vouch for an agent's owner; null where nobody must */
  attestor: string | null;
  approvers: string[];
  /** how many of them must sign */
  approvalThreshold: number;
  /** an allotment of as much or more needs them; null for none */
  approvalAbove: bigint | null;
  /** a job's release of as much or more needs them; null for none */
  releaseApprovalAbove: bigint | null;
  vault: string;
}

export interface ChannelView {
  address: string;
  mandate: string;
  agent: string;
  n: number;
  status: 'Open' | 'Closing' | 'Draining';
  calls: number;
  price: bigint;
  allotted: bigint;
  settled: bigint;
  returned: bigint;
  paidGross: bigint;
  refunded: bigint;
  held: bigint;
  /** Unix seconds; 0 while nothing is held, and while a dispute has the hold */
  heldUntil: number;
  holdDisputed: boolean;
  /** most that can be held, claimed, and paid out, at the chain's present time */
  holdable: bigint;
  claimable: bigint;
  payable: bigint;
  /** settled, and neither paid out, given back nor held */
  unpaid: bigint;
  /** when more of it can be paid out; 0 where no more will without another settle */
  maturesAt: number;
  openDisputes: number;
  perCallMax: bigint;
  agentVersion: number;
  agentKey: string;
  payoutOwner: string;
  rentPayer: string;
  sessionKey: string;
  tag: string;
  generation: string;
  openedAt: number;
  expiresAt: number;
  closingEndsAt: number;
  lastSettleAt: number;
  lastPayoutAt: number;
  holdback: number;
  closeGrace: number;
  claimWindow: number;
  ratingWindow: number;
  feeBps: number;
  keyEpoch: number;
}

/** A channel with what it is paid out of. */
export interface ListedChannel {
  channel: ChannelView;
  mandate: MandateView;
}

/** Bounds of what can be allotted, seconds. */
export interface AllotmentTerms {
  longestLife: number;
}

/** Something that happened, in words. */
export interface ActivityRow {
  /** signature and place in the transaction */
  key: string;
  signature: string;
  program: string;
  kind: string;
  slot: number;
  /** null where the node does not tell */
  time: number | null;
  agent: string | null;
  mandate: string | null;
  channel: string | null;
  wallet: string | null;
  amount: bigint | null;
  mint: string | null;
  calls: number | null;
}

/** Thousandths of a star, weighted by what was paid, and how many rated. */
export interface Mean {
  mean: number;
  ratings: number;
}

export interface AgentScore {
  /** null while no rating has weight */
  score: Mean | null;
  payers: number;
  version: { number: number; score: Mean | null };
  /** under the owner before */
  previous: Mean | null;
  disputesLost: number;
  slashed: bigint;
}

/** What a rating's receipt says. */
export interface RatingReceipt {
  asset: string;
  payer: string;
  agent: string;
  stars: number;
  paid: bigint;
  refunded: bigint;
  mint: string;
  version: number;
  /** the channel or the job that was paid */
  subject: string;
  number: bigint;
  time: number;
  /** hexadecimal */
  leaf: string;
}

export interface SealCheck {
  state: 'solid' | 'broken';
  facts: string[];
}

/** What stands behind an agent, base units of `mint`. */
export interface StakeView {
  mint: string;
  hasVault: boolean;
  /** of its present owner, lost first */
  firstLoss: bigint;
  backers: bigint;
  /** on its way out, and still at risk */
  cooling: bigint;
  slashed: bigint;
  openDisputes: number;
  /** what the protocol asks for before channels open: in all, and of the owner */
  askedInAll: bigint;
  askedOfOwner: bigint;
  /** seconds that stake cools */
  unbonding: number;
}

/** What a wallet has at stake behind an agent. */
export interface PositionView {
  agent: string;
  mint: string;
  tranche: 'FirstLoss' | 'Backers';
  active: bigint;
  cooling: bigint;
  coolingUntil: number;
  /** for the end of a dispute */
  waits: boolean;
}

/** What the chain says of an agent at one slot: what programs that trust it read. */
export interface TrustView {
  live: boolean;
  ownershipEpoch: number;
  /** thousandths of a star; null while no rating weighs anything */
  mean: number | null;
  ratings: bigint;
  payers: number;
  /** rated, base units times the mint's weight */
  volume: bigint;
  disputesLost: number;
  slashed: bigint;
  stake: { mint: string; firstLoss: bigint; backers: bigint } | null;
  readAt: number;
}

/** The agent's answer to a rating, as the chain has it. */
export interface AnswerView {
  address: string;
  /** SHA-256 of the text, hexadecimal */
  textHash: string;
  /** whether it is about the very rating of the receipt */
  matches: boolean;
  at: number;
  /** null where nobody has the text, or it is another */
  text: string | null;
  /** whether others can read it, too */
  shared: boolean;
}
