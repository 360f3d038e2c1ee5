export { type Cluster, connect, readConfig } from './cluster.js';
export { type ConfigOutcome, makeConfig } from './config.js';
export { type Differences, describe, differences, type FixedSetting } from './differences.js';
export { MigrationRefused } from './errors.js';
export {
  acceptAdmin,
  acceptanceFor,
  offerAdmin,
  requireVault,
  SQUADS_PROGRAM,
  squadsVault,
  upgradeAuthorityCommands,
} from './handover.js';
export { type BuildRecord, type ProgramState, programStates, readBuildRecord } from './programs.js';
export {
  cancelProposal,
  executeProposal,
  proposeSettings,
  type WaitingProposal,
  waitingProposals,
} from './proposals.js';
export { problemsOf, unbondingFloor } from './rules.js';
export { parseSettings, readSettings, type Settings } from './settings.js';
