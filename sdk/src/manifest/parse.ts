import { PublicKey } from '@solana/web3.js';
import { parseJson } from './json.js';
import { child, Reader, type Rule } from './problems.js';
import { mediaType, oneOf, plainText, semanticVersion, slug, spdxExpression } from './text.js';
import type {
  AgentManifest,
  ManifestCapability,
  ManifestEndpoint,
  ManifestLimits,
  ManifestPricing,
} from './types.js';
import { capabilityPath, endpointUrl, webUrl } from './url.js';

export interface ManifestOptions {
  /** takes http, and private, loopback and link-local hosts: for local chains only */
  allowPrivateEndpoints?: boolean;
}

/** Bytes. */
export const LARGEST_INPUT = 1024 ** 3;
/** Highest value of each limit. */
export const LIMIT_BOUNDS = { timeoutSeconds: 3600, maxConcurrentCalls: 10_000, callsPerMinute: 1_000_000 };
const U64_MAX = 0xffff_ffff_ffff_ffffn;

const REQUIRED = [
  'schemaVersion',
  'name',
  'handle',
  'version',
  'description',
  'license',
  'tags',
  'endpoint',
  'capabilities',
  'pricing',
  'limits',
] as const;
const OPTIONAL = ['summary', 'homepage'] as const;

/**
 * Checks a manifest and returns a fresh copy of it with nothing else in it.
 * @param json its text, or what JSON.parse made of it
 * @throws ManifestInvalid with every problem and where it is
 */
export function parseManifest(json: unknown, options: ManifestOptions = {}): AgentManifest {
  const allowPrivate = options.allowPrivateEndpoints ?? false;
  const reader = new Reader();
  const fields = reader.object(typeof json === 'string' ? parseJson(json) : json, '', REQUIRED, OPTIONAL);
  const text = (name: string, rule: Rule<string>) => reader.text(fields, '', name, rule);
  text('schemaVersion', oneOf('1'));
  const manifest: AgentManifest = {
    schemaVersion: '1',
    name: text('name', plainText(64)),
    handle: text('handle', slug(3, 32)),
    version: text('version', semanticVersion),
    description: text('description', plainText(1024)),
    ...(fields.has('summary') && { summary: text('summary', plainText(160)) }),
    license: text('license', spdxExpression),
    ...(fields.has('homepage') && { homepage: text('homepage', webUrl(allowPrivate)) }),
    tags: reader.list(fields, '', 'tags', [0, 4], (tag, path) => reader.textItem(tag, path, slug(1, 16))),
    endpoint: endpoint(reader, fields.get('endpoint'), allowPrivate),
    capabilities: reader.list(fields, '', 'capabilities', [1, 32], (value, path) =>
      capability(reader, value, path),
    ),
    pricing: pricing(reader, fields.get('pricing')),
    limits: limits(reader, fields.get('limits')),
  };
  reader.distinct(manifest.tags, 'tags');
  const { capabilities } = manifest;
  reader.distinct(
    capabilities.map(({ name }) => name),
    'capabilities',
    '.name',
  );
  reader.distinct(
    capabilities.map(({ method, path }) => `${method} ${path}`),
    'capabilities',
    '.path',
  );
  reader.finish();
  return manifest;
}

function endpoint(reader: Reader, value: unknown, allowPrivate: boolean): ManifestEndpoint {
  const path = 'endpoint';
  const fields = optionalObject(reader, value, path, ['url', 'protocol']);
  reader.text(fields, path, 'protocol', oneOf('http'));
  return { url: reader.text(fields, path, 'url', endpointUrl(allowPrivate)), protocol: 'http' };
}

function capability(reader: Reader, value: unknown, path: string): ManifestCapability {
  const fields = reader.object(value, path, ['name', 'description', 'input', 'output', 'path', 'method']);
  const inputPath = child(path, 'input');
  const outputPath = child(path, 'output');
  const input = optionalObject(reader, fields.get('input'), inputPath, ['contentTypes', 'maxBytes']);
  const output = optionalObject(reader, fields.get('output'), outputPath, ['contentType']);
  const contentTypes = reader.list(input, inputPath, 'contentTypes', [1, 16], (type, at) =>
    reader.textItem(type, at, mediaType),
  );
  reader.distinct(contentTypes, child(inputPath, 'contentTypes'));
  return {
    name: reader.text(fields, path, 'name', slug(1, 32)),
    description: reader.text(fields, path, 'description', plainText(1024)),
    input: { contentTypes, maxBytes: reader.integer(input, inputPath, 'maxBytes', 1, LARGEST_INPUT) },
    output: { contentType: reader.text(output, outputPath, 'contentType', mediaType) },
    path: reader.text(fields, path, 'path', capabilityPath),
    method: reader.text(fields, path, 'method', oneOf('GET', 'POST', 'PUT')) as ManifestCapability['method'],
  };
}

function pricing(reader: Reader, value: unknown): ManifestPricing {
  const path = 'pricing';
  const fields = optionalObject(reader, value, path, ['amount', 'mint', 'unit']);
  reader.text(fields, path, 'unit', oneOf('call'));
  return {
    amount: reader.text(fields, path, 'amount', baseUnits),
    mint: reader.text(fields, path, 'mint', baseAddress),
    unit: 'call',
  };
}

function limits(reader: Reader, value: unknown): ManifestLimits {
  const path = 'limits';
  const fields = optionalObject(reader, value, path, [], Object.keys(LIMIT_BOUNDS));
  const found: ManifestLimits = {};
  for (const [name, max] of Object.entries(LIMIT_BOUNDS) as [keyof ManifestLimits, number][]) {
    if (fields.has(name)) found[name] = reader.integer(fields, path, name, 1, max);
  }
  return found;
}

/** An object whose absence was noted already. */
function optionalObject(
  reader: Reader,
  value: unknown,
  path: string,
  required: string[],
  optional: string[] = [],
): Map<string, unknown> {
  return value === undefined ? new Map() : reader.object(value, path, required, optional);
}

export const baseUnits: Rule<string> = (value) =>
  /^[1-9][0-9]{0,19}$/.test(value) && BigInt(value) <= U64_MAX
    ? null
    : 'must be a decimal string of base units, from 1 to 2^64 - 1';

export const baseAddress: Rule<string> = (value) => {
  const problem = 'must be a base58 address of 32 bytes';
  if (!/^[1-9A-HJ-NP-Za-km-z]{32,44}$/.test(value)) return problem;
  try {
    return new PublicKey(value).toBase58() === value ? null : problem;
  } catch {
    return problem;
  }
};
