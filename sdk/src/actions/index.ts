export {
  type CreateBatchParams,
  cancelBatch,
  claimLeaf,
  closeBatch,
  createBatch,
  fundBatch,
  LeafUnclaimable,
  readBatch,
  withdrawBatch,
} from './batches.js';
export {
  burnCredits,
  CreditPaymentConflict,
  type CreditWish,
  creditedAs,
  creditReference,
  creditsMintInstructions,
  type MintedCredits,
  mintCredits,
  readCreditIssuer,
  readCreditPayment,
} from './credits.js';
export {
  citeCalls,
  disputeEnding,
  type EndingTokens,
  EvidenceMissing,
  executeDispute,
  type OpenDisputeParams,
  type OpenedDispute,
  openDispute,
  readDispute,
  type TokenOwner,
} from './disputes.js';
export { type EnsuredStake, ensureStake, type StakeWish } from './ensure-stake.js';
export { intakeInstructions, lockIntake, readIntake } from './intakes.js';
export {
  acceptJob,
  type DisputeJobParams,
  deliverJob,
  disputeJob,
  jobRef,
  type OpenJobParams,
  openJob,
  payOutJob,
  releaseJob,
} from './jobs.js';
export { type Allowed, AllowListUnknown, ApprovalNeeded } from './limits.js';
export {
  type CreateLockParams,
  cancelLock,
  claimLock,
  createLock,
  endLock,
  type LockPayment,
  readLock,
} from './locks.js';
export { type MintedRating, type MintedReceipt, type MintRatingParams, mintRating } from './mint-rating.js';
export {
  type ActionStep,
  AgentUnavailable,
  type ChannelWish,
  ensureChannel,
  ensureMandate,
  MandateUnusable,
  type MandateWish,
  NoChannelFree,
} from './open-channel.js';
export {
  type CreatePoolParams,
  claimIncome,
  closePool,
  createPool,
  evictMember,
  fundPool,
  joinPool,
  leavePool,
  NoIncome,
  openEpoch,
  readIncomePool,
  readMembership,
  stopPool,
} from './pools.js';
export {
  findRatingRight,
  mintPendingReceipt,
  NoPendingReceipt,
  NoReceiptTree,
  type RateAgentParams,
  type RatedAgent,
  RatingRightMissing,
  rateAgent,
} from './rate-agent.js';
export {
  readAgent,
  readAttestation,
  readChannel,
  readConfig,
  readDelegates,
  readJob,
  readMandate,
  readPosition,
  readStakeVault,
  readVersion,
} from './read.js';

export {
  AgentKeyMismatch,
  PayoutOwnerMismatch,
  type RegisterAgentParams,
  type RegisteredAgent,
  registerAgent,
} from './register-agent.js';
export { merkleTreeRent, type RegisterTreeParams, registerTree } from './register-tree.js';
export {
  type AgentReputation,
  readPair,
  readPendingReceipt,
  readReputation,
  readScore,
  readTree,
  readTreePool,
  type Standing as ReputationStanding,
} from './reputation.js';
export { type EvidenceSource, payOut, settleLast } from './settle.js';
