// Runs the suites, each folder in processes of its own, and closes with the sum of them: `run-suites.mjs [folder …]`.
// A bankrun chain keeps six threads and makes blocks until its process ends; all suites' chains in one process
// would leave the tests no processor.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;
const tsMocha = join(
  dirname(createRequire(import.meta.url).resolve('ts-mocha/package.json')),
  'bin/ts-mocha',
);
const COUNTS = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

const hasTests = (folder) =>
  readdirSync(join(here, folder), { recursive: true }).some((name) => name.endsWith('.test.ts'));
const suites = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules' && hasTests(entry.name))
  .map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(', ')}; there are ${suites.join(', ')}`);
  process.exit(2);
}

// what failed is said once more at the end, where a log of thousands of lines is read first
const scratch = mkdtempSync(join(tmpdir(), 'agent-labs-suites-'));
const failuresFile = join(scratch, 'failures');
writeFileSync(failuresFile, '');

/** @returns [passed, failed, skipped]; a run that did not count at all has failed once */
function run(suite) {
  const child = spawn(process.execPath, [tsMocha, '-p', 'tsconfig.json', `${suite}/**/*.test.ts`], {
    cwd: here,
    env: { ...process.env, FAILURES_FILE: failuresFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let tail = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    tail = `${tail}${chunk}`.slice(-1_000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const counted = [...tail.matchAll(COUNTS)]
        .at(-1)
        ?.slice(1)
        .map((count) => Number(count ?? 0));
      if (code === 0 && counted !== undefined) return resolve(counted);
      if (counted !== undefined && counted[1] > 0) return resolve(counted);
      const crash = `suite ${suite} ended with ${signal ?? code} and no failed test: counted as one`;
      console.error(crash);
      appendFileSync(failuresFile, `${crash}\n\n`);
      const [passed, failed, skipped] = counted ?? [0, 0, 0];
      resolve([passed, failed + 1, skipped]);
    });
  });
}

const sum = [0, 0, 0];
for (const suite of asked.length > 0 ? asked : suites) {
  const began = performance.now();
  console.log(`\n== ${suite}`);
  const counts = await run(suite);
  for (const [at, count] of counts.entries()) sum[at] += count;
  console.log(`== ${suite}: ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}
const [passed, failed, skipped] = sum;
const failures = readFileSync(failuresFile, 'utf8');
rmSync(scratch, { recursive: true });
if (failures !== '') console.log(`\n== what failed\n${failures.replaceAll(`${here}/`, '').trimEnd()}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
