export { credited, NO_ACCOUNT } from './accounts.js';
export { type Advance, type ClockStep, clockStep, SLOT_MS } from './clock.js';
export { type ChainOptions, LiteChain, type Simulation } from './lite-chain.js';
export { type Localnet, type LocalnetOptions, startLocalnet } from './localnet.js';
export { LocalNode } from './node/node.js';
export {
  loadProgramBinaries,
  loadThirdPartyPrograms,
  type ProgramBinary,
  type ThirdPartyName,
} from './programs.js';
export { MAX_BLOCKHASH_AGE } from './recent-blockhashes.js';
export { LOCAL_MIN_STAKE, type SeededChain, startSeededChain, TOKEN_DECIMALS } from './seed.js';
export {
  type PlacedAccount,
  PROGRAM_DATA_HEADER,
  programDataAddress,
  UPGRADEABLE_LOADER,
  upgradeAuthorityOf,
  upgradeableAccounts,
} from './upgradeable.js';
export { rawWebhook, Webhook, type WebhookOptions } from './webhooks.js';
