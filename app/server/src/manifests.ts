import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ManifestInvalid, manifestHash, parseManifest } from '@agent-labs/sdk';
import type { FastifyInstance } from 'fastify';

/** Bytes of a manifest, and manifests kept at most. */
const LARGEST = 64 * 1024;
const MOST = 10_000;

/**
 * Keeps manifests for those who register an agent on a local chain, each under its hash, so that what is served
 * under an address never changes. A cluster's owners host theirs themselves.
 */
export function manifestRoutes(app: FastifyInstance, directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pathOf = (hash: string) => join(directory, `${hash}.json`);
  let kept = 0;
  app.put('/manifests', { bodyLimit: LARGEST }, async (request, reply) => {
    // a form of another page cannot send this type without being asked about
    if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
      return reply.code(415).send(refusal('ContentTypeUnsupported', 'send application/json'));
    }
    if (kept >= MOST) return reply.code(507).send(refusal('Full', `${MOST} manifests are kept; restart`));
    try {
      const manifest = parseManifest(request.body, { allowPrivateEndpoints: true });
      const hash = Buffer.from(manifestHash(manifest)).toString('hex');
      await writeFile(`${pathOf(hash)}.new`, JSON.stringify(manifest, null, 2), { mode: 0o600 });
      await rename(`${pathOf(hash)}.new`, pathOf(hash));
      kept += 1;
      return reply.code(201).send({ path: `/manifests/${hash}.json` });
    } catch (error) {
      if (!(error instanceof ManifestInvalid)) throw error;
      return reply.code(400).send(refusal('ManifestInvalid', error.message));
    }
  });
  app.get<{ Params: { name: string } }>('/manifests/:name', async (request, reply) => {
    const [, hash] = /^([0-9a-f]{64})\.json$/.exec(request.params.name) ?? [];
    const text = hash === undefined ? null : await readKept(pathOf(hash));
    if (text === null) return reply.code(404).send(refusal('NotFound', 'no manifest of that hash is kept'));
    // indexers, gateways and other pages read it as they would read it anywhere
    return reply
      .headers({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      .type('application/json; charset=utf-8')
      .send(text);
  });
}

async function readKept(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const refusal = (code: string, message: string) => ({ error: { code, message } });
