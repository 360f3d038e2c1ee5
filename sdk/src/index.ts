// For Node: what is common, and what needs its files and servers.
export * from './agent/serve-agent.js';
export * from './audit/node.js';
export * from './common.js';
export * from './credits/index.js';
export * from './store/index.js';
