export * from './market.js';
export * from './spending.js';
