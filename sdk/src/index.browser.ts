// For browsers: what is common, and a store in IndexedDB.
export * from './common.js';
export { BrowserPayerStore } from './store/browser-payer-store.js';
