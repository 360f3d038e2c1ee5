import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../..', import.meta.url));
/** What the page is made of, below app/. */
const SOURCES = ['index.html', 'vite.config.ts', 'package.json', 'public', 'src', '../sdk/dist'];
/** What a build leaves behind to be known by. */
const STAMP = join(APP, 'dist/build.json');

/** Where the built page lies. */
export const PAGE_DIRECTORY = join(APP, 'dist');

/**
 * Builds the page unless what lies there was made of these very sources: seconds at first, then nothing.
 * @returns whether it had to be built
 * @throws what Vite throws for sources that do not build
 */
export async function buildPage(): Promise<boolean> {
  const sources = hashOf(SOURCES.map((name) => join(APP, name)));
  if (existsSync(STAMP) && existsSync(join(PAGE_DIRECTORY, 'index.html'))) {
    const stamp = JSON.parse(readFileSync(STAMP, 'utf8')) as { sources?: string };
    if (stamp.sources === sources) return false;
  }
  const { build } = await import('vite');
  await build({ root: APP, logLevel: 'error', build: { outDir: PAGE_DIRECTORY, emptyOutDir: true } });
  writeFileSync(STAMP, `${JSON.stringify({ sources })}\n`);
  return true;
}

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesAt)) {
    hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`${path} is missing: run npm run build first`);
  if (found.isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(map|tsbuildinfo|d\.ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
