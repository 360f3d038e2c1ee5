export {
  carryOut,
  closeApproval,
  digestOf,
  instructionOfCall,
  NotApproved,
  pendingApprovals,
  type RequestApprovalParams,
  readApproval,
  requestApproval,
  signApproval,
  withdrawApproval,
} from './approvals.js';
export { type AnchorLogParams, anchorLog, readAuditLog } from './audit.js';
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
export { closeMandate } from './close-mandate.js';
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
  DisputeUndecided,
  disputeEnding,
  type EndingTokens,
  EvidenceMissing,
  executeDispute,
  type OpenDisputeParams,
  type OpenedDispute,
  openDispute,
  readDispute,
  type TokenOwner,
  withdrawDispute,
} from './disputes.js';
export { type EnsuredStake, ensureStake, type StakeWish } from './ensure-stake.js';
export {
  type GiveConsentParams,
  type GrantName,
  giveConsent,
  grantValid,
  readGrant,
  revokeConsent,
} from './grants.js';
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
export {
  type Allowed,
  AllowListUnknown,
  ApprovalNeeded,
  isApprovalDue,
  isReleaseApprovalDue,
} from './limits.js';
export {
  type Listed,
  listAgents,
  listChannels,
  listDisputes,
  listJobs,
  listMandates,
  listPositions,
} from './list.js';
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
  mintPendingReceipt,
  NoPendingReceipt,
  NoReceiptTree,
  type RateAgentParams,
  type RatedAgent,
  RatingRightMissing,
  rateAgent,
} from './rate-agent.js';
export {
  findRatingRight,
  type RatedSubject,
  type RatingRight,
  readRatingRight,
} from './rating-right.js';
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
  readResponse,
  readScore,
  readTree,
  readTreePool,
  type Standing as ReputationStanding,
} from './reputation.js';
export {
  LONGEST_ANSWER,
  type RatingAnswer,
  RESPOND_COMPUTE_UNITS,
  type RespondToRatingParams,
  respondToRating,
  responseTextHash,
} from './respond.js';
export { type EvidenceSource, payOut, settleLast } from './settle.js';
export { addStake, beginUnstake, type OwnStake, StakeMissing, withdrawStake } from './stake-tokens.js';
export {
  type TrustProof,
  type TrustShortfall,
  type TrustWish,
  trustProof,
  trustShortfalls,
} from './trust.js';
