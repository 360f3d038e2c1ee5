import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What of the page needs no browser, as `lib-entry.mjs` names it: its sources are for a bundler, so they are bundled. */
// biome-ignore lint/suspicious/noExplicitAny: what the bundle exports, seen from outside
export async function loadLib(): Promise<any> {
  const { build } = (await import('vite')) as typeof import('vite');
  const entry = join(__dirname, 'lib-entry.mjs');
  const output = await build({
    root: __dirname,
    logLevel: 'error',
    configFile: false,
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  });
  const [{ output: chunks }] = output as unknown as [{ output: { code: string }[] }];
  const directory = mkdtempSync(join(tmpdir(), 'agent-labs-lib-'));
  const file = join(directory, 'lib.mjs');
  writeFileSync(file, chunks[0]?.code ?? '');
  try {
    // what TypeScript makes of import() in CommonJS would be require()
    return await new Function('address', 'return import(address)')(pathToFileURL(file).href);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
