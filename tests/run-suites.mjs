// Runs the suites, each folder in a process of its own and two at a time, and closes with the sum of them:
// `run-suites.mjs [folder …]`. One suite alone runs two files at a time instead.
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

const AT_ONCE = 2;
/**
 * Suites on bankrun: a chain keeps six threads and makes blocks until its process ends, so that one of these at a
 * time is enough.
 */
const ON_BANKRUN = new Set(['consent', 'escrow', 'flows', 'registry', 'reputation', 'stake', 'timelock']);
/** The long ones begin first, so that none runs alone at the end. */
const LONG = [
  'app',
  'properties',
  'cli',
  'stack',
  'indexer',
  'escrow',
  'registry',
  'stake',
  'gateway',
  'rpc',
];

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
function run(suite, report) {
  const jobs = wanted.length === 1 ? [] : ['--no-parallel'];
  const child = spawn(process.execPath, [tsMocha, '-p', 'tsconfig.json', ...jobs, `${suite}/**/*.test.ts`], {
    cwd: here,
    env: { ...process.env, FAILURES_FILE: failuresFile },
  });
  let tail = '';
  child.stdout.on('data', (chunk) => {
    report(chunk);
    tail = `${tail}${chunk}`.slice(-1_000);
  });
  child.stderr.on('data', report);
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
      report(`${crash}\n`);
      appendFileSync(failuresFile, `${crash}\n\n`);
      const [passed, failed, skipped] = counted ?? [0, 0, 0];
      resolve([passed, failed + 1, skipped]);
    });
  });
}

const rank = (suite) => (LONG.includes(suite) ? LONG.indexOf(suite) : LONG.length);
const wanted = (asked.length > 0 ? asked : suites).toSorted((a, b) => rank(a) - rank(b));
const waiting = [...wanted];
const running = new Set();
const sum = [0, 0, 0];

/** The first that may run beside those that do. */
function next() {
  const crowded = [...running].some((suite) => ON_BANKRUN.has(suite));
  const at = waiting.findIndex((suite) => !(crowded && ON_BANKRUN.has(suite)));
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}

/**
 * Runs suites until none may begin beside those of the other lane, which goes on with them. Each is printed as a
 * whole, for two are not to be read through each other.
 */
async function lane() {
  for (let suite = next(); suite !== undefined; suite = next()) {
    running.add(suite);
    const began = performance.now();
    const [alone, lines] = [wanted.length === 1, []];
    console.log(`\n== ${suite}${alone ? '' : ' begins'}`);
    const counts = await run(suite, (chunk) => (alone ? process.stdout.write(chunk) : lines.push(chunk)));
    running.delete(suite);
    for (const [at, count] of counts.entries()) sum[at] += count;
    if (!alone) process.stdout.write(`\n== ${suite}, as it went\n${Buffer.concat(lines.map(Buffer.from))}`);
    const seconds = ((performance.now() - began) / 1_000).toFixed(0);
    console.log(`== ${suite}: ${seconds} s${alone ? '' : `; ${waiting.length + running.size} to go`}`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, lane));
const [passed, failed, skipped] = sum;
const failures = readFileSync(failuresFile, 'utf8');
rmSync(scratch, { recursive: true });
if (failures !== '') console.log(`\n== what failed\n${failures.replaceAll(`${here}/`, '').trimEnd()}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
