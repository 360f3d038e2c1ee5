import assert from 'node:assert/strict';
import { parseManifest } from '../../sdk/dist/manifest/parse.js';
import { ManifestInvalid } from '../../sdk/dist/manifest/problems.js';
import { manifestSchema } from '../../sdk/dist/manifest/schema.js';

export const MANIFEST = {
  schemaVersion: '1',
  name: 'Analyste de documents',
  handle: 'document-analyst',
  version: '1.2.3-rc.1+build.5',
  description: 'Reads tables and texts, and says what is in them. ✓ é',
  license: 'MIT OR (Apache-2.0 WITH LLVM-exception AND GPL-2.0+)',
  tags: ['documents', 'csv'],
  endpoint: { url: 'https://agent.example.com:8443/v1', protocol: 'http' },
  capabilities: [
    {
      name: 'summarise',
      description: 'One paragraph about a text.',
      input: { contentTypes: ['text/plain', 'text/csv'], maxBytes: 1_000_000 },
      output: { contentType: 'application/json' },
      path: '/summarise',
      method: 'POST',
    },
  ],
  pricing: {
    amount: '18446744073709551615',
    mint: 'So11111111111111111111111111111111111111112',
    unit: 'call',
  },
  limits: { timeoutSeconds: 30 },
};

export type Path = (string | number)[];

/** The manifest with one value set, or removed where it is undefined. */
export function changed(path: Path, value: unknown): unknown {
  const copy = structuredClone(MANIFEST);
  let at = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as typeof at;
  const last = path.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

export function problems(manifest: unknown, options = {}): string[] {
  const found = parsed(manifest, options);
  // the zod schema lets through exactly the same values; of a text it is told nothing
  if (typeof manifest !== 'string') {
    const { success } = manifestSchema(options).safeParse(manifest);
    assert.equal(success, found.length === 0, `the zod schema says ${success}: ${found.join('; ')}`);
  }
  return found;
}

function parsed(manifest: unknown, options: object): string[] {
  try {
    parseManifest(manifest, options);
  } catch (error) {
    assert.ok(error instanceof ManifestInvalid);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

/** One problem, at that place. */
export function refused(path: Path, value: unknown, place: string): void {
  const found = problems(changed(path, value));
  assert.equal(found.length, 1, `${place} ${JSON.stringify(value)}: ${found.join('; ')}`);
  assert.ok(found[0]?.startsWith(`${place}: `), found[0]);
}
