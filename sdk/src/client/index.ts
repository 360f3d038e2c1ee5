export { AgentLabs, type AgentLabsOptions } from './agent-labs.js';
export {
  type ChallengeLimits,
  type ChallengeProblem,
  ChallengeRefused,
  type CheckedChallenge,
  checkChallenge,
} from './challenge.js';
export {
  type Budget,
  NoPaymentAsked,
  type PayerStoreLike,
  type Payment,
  PaymentIntegration,
  type PaymentsOptions,
} from './payments.js';
