import { type AgentManifest, parseManifest } from '@agent-labs/sdk';
import { MAX_DOCUMENT_BYTES } from './analysis/index.js';

export interface ManifestParams {
  /** where the service answers, without a final slash */
  url: string;
  /** base units of `mint` for one document */
  price: bigint;
  /** base58 */
  mint: string;
  /** takes http and loopback, for a local chain */
  allowPrivateEndpoints?: boolean;
  /** number of the on-chain version it is published as, 1 without it */
  versionNumber?: number;
}

/** Handle that the agent registers under. */
export const HANDLE = 'document-analyst';
/** Major and minor version of what the agent does; a change of its answers is a new one. */
const BEHAVIOUR = '1.0';

/**
 * Semantic version under which on-chain version `number` is published: the same behaviour published again, at
 * another address for one, is a patch.
 */
export function semverOf(number: number): string {
  return `${BEHAVIOUR}.${number - 1}`;
}

export const TAGS = ['documents', 'csv', 'analysis'];
/** Path of the one thing it does, below its address. */
export const ANALYSE_PATH = '/analyse';

/** What the agent says of itself. @throws ManifestInvalid for a bad address, price or mint */
export function documentAnalystManifest(params: ManifestParams): AgentManifest {
  return parseManifest(
    {
      schemaVersion: '1',
      name: 'Document analyst',
      handle: HANDLE,
      version: semverOf(params.versionNumber ?? 1),
      summary: 'Outline, reading time, key phrases and table profile of a document',
      description:
        'Reads one Markdown, HTML, plain-text or CSV document in UTF-8 and returns its outline, reading time, ' +
        'key phrases and, for a table, column types, ranges and missing values, with the SHA-256 of the bytes ' +
        'it read. Deterministic and offline: the same document gives the same answer. It says what it did not read.',
      license: 'Apache-2.0',
      tags: TAGS,
      endpoint: { url: params.url, protocol: 'http' },
      capabilities: [
        {
          name: 'analyse',
          description: 'Analyses the document in the body; its name goes percent-encoded into x-file-name.',
          input: {
            contentTypes: ['text/markdown', 'text/html', 'text/plain', 'text/csv'],
            maxBytes: MAX_DOCUMENT_BYTES,
          },
          output: { contentType: 'application/json' },
          path: ANALYSE_PATH,
          method: 'POST',
        },
      ],
      pricing: { amount: params.price.toString(), mint: params.mint, unit: 'call' },
      limits: { timeoutSeconds: 30 },
    },
    { allowPrivateEndpoints: params.allowPrivateEndpoints ?? false },
  );
}
