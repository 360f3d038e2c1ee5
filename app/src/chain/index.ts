// All that needs the chain's libraries: loaded when a page first reads or signs, never before the first paint.
import './buffer.js';

export * from './actions.js';
export { recentActivity } from './activity.js';
export { agentDetail, listAgents, versionsOf } from './agents.js';
export { allowListFile, allowListOf, allowRootFor, takeAllowList } from './allow-lists.js';
export { answerProblem, answerRating, answerTo, takeAnswerText } from './answers.js';
export * from './approval-actions.js';
export { approvalDiff } from './approval-diff.js';
export { approvalAt, approvalsOf, approvalsUnder } from './approvals.js';
export { askForChannel, callAgent, callsMade, checkCall, settleMine, unfinishedCall } from './calls.js';
export * from './channel-actions.js';
export * from './credit-actions.js';
export { creditIssuers, readCredits } from './credits.js';
export * from './dispute-actions.js';
export {
  appealBondOf,
  disputeAt,
  executionPauseEndsAt,
  openDisputes,
  openingTerms,
  rolesIn,
  seatOf,
} from './disputes.js';
export { closeGrant, giveAnew, giveConsent, grantsOf, revokeConsent } from './grants.js';
export * from './job-actions.js';
export { jobAt, jobsPaidBy, jobsPaidTo, jobTerms } from './jobs.js';
export * from './lock-actions.js';
export { intakeAt, intakesOf, lockAt, locksMadeBy, locksOf } from './locks.js';
export { checkManifest, readManifestFile } from './manifests.js';
export {
  allotmentTerms,
  channelAt,
  channelsOfAgent,
  channelsOfMandate,
  channelsPaidBy,
  channelsPaidTo,
  mandateAt,
  mandatesOf,
} from './money.js';
export * from './pool-actions.js';
export { poolAt, pools, poolsJoinedBy } from './pools.js';
export { protocol } from './protocol.js';
export { checkReceipt, rate, ratingRight, receiptSays, scoreOf } from './ratings.js';
export { checkAgainstRoot, readReceiptFile, receiptFile } from './receipt-files.js';
export { hasSessionKey } from './session-keys.js';
export { beginUnstake, positionsOf, stakeOf, stakeOn, withdrawStake } from './stake.js';
export { trustOf } from './trust.js';
export { chainTime, lamportsOf, readToken, tokenBalance, tokensOf } from './wallet-reads.js';
