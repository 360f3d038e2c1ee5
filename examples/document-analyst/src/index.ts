export * from './agent.js';
export * from './analysis/index.js';
export { type AnalysisLimits, AnalysisPool } from './analysis-pool.js';
export * from './manifest.js';
export { createService, type ServiceOptions } from './service.js';
