// What the repository knows of its built programs: names, sources, hashes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const artifacts = join(root, 'programs/artifacts');
export const buildFile = join(artifacts, 'BUILD.json');

/** Programs in the order they are built. */
export const programs = ['registry', 'stake', 'escrow', 'reputation', 'consent'];

/** Programs of examples that the tests load, with their crates. */
const examples = { trust_gate: 'examples/trust-gate' };

/** Programs that only the tests load: what they are built to, and the crates of those without an example, are in tests/programs. */
export const testPrograms = ['ticker', 'caller', ...Object.keys(examples)];

/** Where a program's crate is, and what it is built to. */
export function placesOf(program) {
  const tested = testPrograms.includes(program);
  return {
    crate: examples[program] ?? (tested ? join('tests/programs', program) : join('programs', program)),
    artifact: tested ? join(root, 'tests/programs', `${program}.so`) : join(artifacts, `${program}.so`),
  };
}

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 over path and content of all that a program is built from. */
export function sourceHash(program) {
  const { crate } = placesOf(program);
  // a program for the tests stands alone, one of an example stands on our crates
  const shared =
    testPrograms.includes(program) && !(program in examples)
      ? []
      : ['Cargo.toml', 'Cargo.lock', ...walk(join(root, 'crates'))];
  const files = [...shared, ...walk(join(root, crate))].sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file}\0${sha256(readFileSync(join(root, file)))}\n`);
  }
  return hash.digest('hex');
}

function walk(directory) {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? walk(path) : [relative(root, path)];
  });
}

/** First line of `cargo build-sbf --version`, or null where the command is not on the PATH. */
export function compiler() {
  try {
    const version = execFileSync('cargo', ['build-sbf', '--version'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return version.trim().split('\n').join(' · ');
  } catch (error) {
    if (error.code === 'ENOENT' || error.status !== undefined) return null;
    throw error;
  }
}
