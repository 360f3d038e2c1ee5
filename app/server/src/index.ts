export { buildPage } from './build-page.js';
export { appConfig, ConfigInvalid } from './config.js';
export type { BurnerKey, PageConfig, PageToken } from './page-config.js';
export { type AppOptions, LocalChainOnly, type RunningApp, startApp } from './server.js';
