export type { Amount } from './bytes.js';
export * from './errors.js';
export * from './format.js';
export * from './payee.js';
export * from './payer.js';
export * from './set.js';
export * from './sign.js';
