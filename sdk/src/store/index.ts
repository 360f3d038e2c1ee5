export * from './agent-store.js';
export type { StoreOptions } from './channel-journal.js';
export * from './journal.js';
export type { Replay } from './journal-file.js';
export type { JournalRecord } from './journal-line.js';
export { StoreLock } from './lock.js';
export * from './payer-store.js';
