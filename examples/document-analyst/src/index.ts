export * from './agent.js';
export * from './analysis/index.js';
export * from './manifest.js';
export { createService, type ServiceOptions } from './service.js';
