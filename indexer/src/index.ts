export { indexerConfig } from './config.js';
export { fromBase58, NotBase58 } from './decode/base58.js';
export { type IndexerOptions, MODULES, type RunningIndexer, startIndexer } from './indexer.js';
export { ConfigInvalid } from './refused.js';
export type { Database, Queries, Row } from './store/database.js';
export { migrate } from './store/migrate.js';
export { openPglite } from './store/pglite.js';
export { openPostgres } from './store/postgres.js';
