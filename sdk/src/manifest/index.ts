export * from './canonical.js';
export { isPrivateHost } from './host.js';
export { type ManifestOptions, parseManifest } from './parse.js';
export { ManifestInvalid, type ManifestProblem } from './problems.js';
export { manifestJsonSchema, manifestSchema } from './schema.js';
export * from './types.js';
