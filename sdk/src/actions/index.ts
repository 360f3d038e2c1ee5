export { type EnsuredStake, ensureStake, type StakeWish } from './ensure-stake.js';
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
  readAgent,
  readChannel,
  readConfig,
  readMandate,
  readPosition,
  readStakeVault,
  readVersion,
} from './read.js';
export {
  AgentKeyMismatch,
  type RegisterAgentParams,
  type RegisteredAgent,
  registerAgent,
} from './register-agent.js';
export { type EvidenceSource, payOut, settleLast } from './settle.js';
